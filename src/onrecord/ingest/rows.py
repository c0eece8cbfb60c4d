"""Corpora: many reports in a file or a folder, each a Document or the reason why it is none."""

import csv
import json
import zlib
from collections.abc import Callable, Iterator
from gzip import BadGzipFile
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from onrecord.errors import InputError
from onrecord.ingest.mail import MAIL_SUFFIXES
from onrecord.ingest.options import Options
from onrecord.ingest.packed import PACKED, damage, unpacked
from onrecord.ingest.parquet import read_parquet
from onrecord.ingest.place import Placed, Row, place_row
from onrecord.ingest.source import PAGE_SUFFIXES, TEXT_SUFFIXES, load
from onrecord.ingest.stores import as_path, is_here, reaching
from onrecord.ingest.warc import read_warc

MAX_LINE = 16_000_000
REPORT_SUFFIXES = PAGE_SUFFIXES | TEXT_SUFFIXES | MAIL_SUFFIXES

Reads = Callable[[Path, Options], Iterator[Placed]]


def load_rows(path: str | Path, options: Options | None = None) -> Iterator[Row]:
    """The reports of a corpus in order; what can't be read comes as an InputError in its place and the rest goes on.

    `path`: a JSONL, CSV (either may be packed, `.gz`) or Parquet file whose rows have `text` and may have `id`, `date`,
    `title`, `url`, `publisher` and `language`; a web archive (WARC); a folder, searched for text, HTML and e-mail
    files, each called by its path from the folder's name on; or one such file; on this machine, or at an address that
    fsspec knows. The date, title and publisher in `options` win over every row's.
    """
    return (placed.opened() for placed in place_rows(path, options))


def place_rows(path: str | Path, options: Options | None = None) -> Iterator[Placed]:
    """The same rows with the places where they stand, pages of a web archive still closed."""
    options = options or Options()
    try:
        path = as_path(path)
    except InputError as error:
        return iter((_placed(error),))
    return _rows(path, options) if is_here(path) else _reached(path, options)


def _rows(path: Path, options: Options) -> Iterator[Placed]:
    if path.is_dir():
        return _folder(path, options)
    if path.suffix.lower() in REPORT_SUFFIXES:
        return iter((_loaded(path, options, None),))
    reads = next((r for suffix, r in READS.items() if path.name.lower().endswith(suffix)), None)
    return iter((_refused(path),)) if reads is None else _opened(path, options, reads)


def _reached(path: Path, options: Options) -> Iterator[Placed]:
    """The rows of a store, to which the way may break off at any of them."""
    try:
        with reaching(path):
            yield from _rows(path, options)
    except InputError as error:
        yield _placed(error)


def _refused(path: Path) -> Placed:
    kinds = "JSONL, CSV, Parquet, WARC, or a folder of .txt, .html and .eml files"
    reason = f"is no corpus that onrecord reads: {kinds}" if path.exists() else "there is no such file or folder"
    return _placed(InputError(str(path), reason))


def _placed(error: InputError, behind: int = 0) -> Placed:
    return Placed(where=error.source, row=error, behind=behind)


def _opened(path: Path, options: Options, reads: Reads) -> Iterator[Placed]:
    number = 0
    try:
        for placed in reads(path, options):
            number += 1
            yield placed
    except InputError as error:
        yield _placed(error)
    except (EOFError, BadGzipFile, zlib.error) as error:
        yield _placed(InputError(str(path), damage(error, number)))
    except OSError as error:
        yield _placed(InputError(str(path), f"could not be opened: {error.strerror or error}"))


def _folder(folder: Path, options: Options) -> Iterator[Placed]:
    files = report_files(folder)
    if not files:
        yield _placed(InputError(str(folder), "holds no .txt, .html or .eml file"))
    behind = 0
    for path in files:
        yield _loaded(path, options, id_in(folder, path), behind)
        behind += path.stat().st_size


def report_files(folder: Path) -> list[Path]:
    """The text, HTML and e-mail files in a folder and those below it, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in REPORT_SUFFIXES and path.is_file())


def id_in(folder: Path, path: Path) -> str:
    """What a report in a folder is called: its path from the folder's name on."""
    return (Path(folder.resolve().name) / path.relative_to(folder)).as_posix()


def _loaded(path: Path, options: Options, id: str | None, behind: int = 0) -> Placed:
    try:
        return Placed(where=str(path), row=load(str(path), options, id=id), behind=behind)
    except InputError as error:
        return _placed(error, behind)


def _jsonl(path: Path, options: Options) -> Iterator[Placed]:
    with unpacked(path) as (file, behind):
        for number, line in enumerate(_lines(file), 1):
            where = f"{path}:{number}"
            if line is None:
                yield _placed(InputError(where, f"is longer than {MAX_LINE:,} bytes"), behind())
            elif line.strip():
                first = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                yield _from_json(where, first, options, behind())


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Lines by line feed alone; None for one that is too long to hold."""
    while line := file.readline(MAX_LINE):
        if line.endswith(b"\n") or len(line) < MAX_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE)
        yield None


def _from_json(where: str, line: bytes, options: Options, behind: int) -> Placed:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        reason = "is not UTF-8"
    except RecursionError:
        reason = "is nested too deeply"
    except ValueError as error:
        reason = f"is not JSON: {getattr(error, 'msg', error)}"
    else:
        if isinstance(row, dict):
            return place_row(where, row, options, behind)
        reason = "is not a JSON object"
    return _placed(InputError(where, reason), behind)


def _csv(path: Path, options: Options) -> Iterator[Placed]:
    """A line is the one where a row ends. Bytes that are no UTF-8 spoil their own row only."""
    csv.field_size_limit(MAX_LINE)
    tabs = path.name.lower().removesuffix(PACKED).endswith(".tsv")
    with unpacked(path) as (data, behind), TextIOWrapper(data, "utf-8-sig", "surrogateescape", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t" if tabs else ",", strict=True)
        try:
            names = rows.fieldnames or ()
        except csv.Error as error:
            names = ()
            yield _placed(InputError(str(path), f"is not CSV: {error}"))
        if "text" not in names:
            raise InputError(str(path), "has no column called text in its first line")
        while (placed := _next(path, options, rows, behind)) is not None:
            yield placed


def _next(path: Path, options: Options, rows: "csv.DictReader[str]", behind: Callable[[], int]) -> Placed | None:
    try:
        row: dict[Any, Any] = next(rows)
    except StopIteration:
        return None
    except csv.Error as error:
        return _placed(InputError(f"{path}:{rows.reader.line_num}", f"is not CSV: {error}"), behind())
    where = f"{path}:{rows.line_num}"
    if None in row or None in row.values():
        return _placed(InputError(where, "has more or fewer fields than the first line"), behind())
    if any("\udc80" <= c <= "\udcff" for value in row.values() for c in value):
        return _placed(InputError(where, "is not UTF-8"), behind())
    return place_row(where, row, options, behind())


LINES: dict[str, Reads] = {".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv, ".tsv": _csv}
READS: dict[str, Reads] = {
    **LINES,
    **{f"{suffix}{PACKED}": reads for suffix, reads in LINES.items()},
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
