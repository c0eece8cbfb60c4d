"""Rows of a Parquet file, one row group in memory at a time."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.ingest.extras import library
from onrecord.ingest.fields import FIELDS
from onrecord.ingest.options import Options
from onrecord.ingest.place import Placed, place_row

ROWS = 64
"""Rows that are made from the columns at once."""


def read_parquet(path: Path, options: Options) -> Iterator[Placed]:
    """The rows in order, each named by row group and row; a row group that can't be read costs its own rows only."""
    parquet = library("pyarrow.parquet", str(path), kind="a Parquet file", extra="corpora")
    with path.open("rb") as opened:
        try:
            file = parquet.ParquetFile(opened)
        except (ValueError, OSError) as error:
            raise InputError(str(path), f"is no whole Parquet file ({_line(error)})") from error
        columns = _columns(path, file.schema_arrow)
        for group in range(file.num_row_groups):
            behind = path.stat().st_size * group // file.num_row_groups
            yield from _group(path, file, group, columns, options, behind)


def _columns(path: Path, schema: Any) -> list[str]:
    """The columns that are read. Raises InputError where `text` is missing, or holds no text."""
    if "text" not in schema.names:
        raise InputError(str(path), f"has no column called text; its columns are {', '.join(schema.names) or 'none'}")
    kind = schema.field("text").type
    if not any(word in str(kind) for word in ("string", "null")):
        raise InputError(str(path), f"its column text holds no text but {kind}")
    return [name for name in ("text", *FIELDS) if name in schema.names]


def _group(path: Path, file: Any, group: int, columns: list[str], options: Options, behind: int) -> Iterator[Placed]:
    number = 0
    try:
        for batch in file.iter_batches(batch_size=ROWS, row_groups=[group], columns=columns):
            for row in batch.to_pylist():
                number += 1
                where = f"{path}: row group {group}, row {number}"
                plain = {name: _plain(value) for name, value in row.items()}
                yield place_row(where, plain, options, behind)
    except (ValueError, OSError) as error:
        where = f"{path}: row group {group}"
        refused = InputError(where, f"can't be read after row {number} ({_line(error)})")
        yield Placed(where=where, row=refused, behind=behind)


def _plain(value: Any) -> Any:
    """A date or time of the file's own type as ISO text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
