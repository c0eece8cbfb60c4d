"""Corpora: many reports in a JSONL or CSV file or in a folder, each a Document or the reason why it is none."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.ingest.admit import admit
from onrecord.ingest.dates import as_iso
from onrecord.ingest.options import Options
from onrecord.ingest.source import PAGE_SUFFIXES, TEXT_SUFFIXES, load
from onrecord.model import Basis, Document

MAX_LINE = 16_000_000
FIELDS = ("id", "title", "url", "publisher", "language", "date")
GIVEN = ("title", "publisher", "date")
LATER = {".parquet": "Parquet", ".warc": "WARC", ".warc.gz": "WARC"}

Row = Document | InputError


def load_rows(path: str | Path, options: Options | None = None) -> Iterator[Row]:
    """The reports of a corpus in order; what can't be read comes as an InputError in its place and the rest goes on.

    `path`: a JSONL or CSV file whose rows have `text` and may have `id`, `date`, `title`, `url`, `publisher` and
    `language`; a folder, searched for text and HTML files, each called by its path from the folder's name on; or one
    such file. The date, title and publisher in `options` win over every row's.
    """
    path, options = Path(path), options or Options()
    if path.is_dir():
        return _folder(path, options)
    suffix = path.suffix.lower()
    if suffix in PAGE_SUFFIXES | TEXT_SUFFIXES:
        return iter((_loaded(path, options, None),))
    reader = {".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv, ".tsv": _csv}.get(suffix)
    return iter((_refused(path),)) if reader is None else _opened(path, options, reader)


def _refused(path: Path) -> InputError:
    if not path.exists():
        return InputError(str(path), "there is no such file or folder")
    later = [name for suffix, name in LATER.items() if path.name.lower().endswith(suffix)]
    if later:
        return InputError(str(path), f"{later[0]} files can't be read yet; convert it to JSONL or CSV")
    return InputError(str(path), "is no corpus that onrecord reads: JSONL, CSV, or a folder of .txt and .html files")


def _opened(path: Path, options: Options, reader: Callable[[Path, Options], Iterator[Row]]) -> Iterator[Row]:
    try:
        yield from reader(path, options)
    except OSError as error:
        yield InputError(str(path), f"could not be opened: {error.strerror or error}")


def _folder(folder: Path, options: Options) -> Iterator[Row]:
    wanted = PAGE_SUFFIXES | TEXT_SUFFIXES
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in wanted and path.is_file())
    if not files:
        yield InputError(str(folder), "holds no .txt or .html file")
    name = Path(folder.resolve().name)
    for path in files:
        yield _loaded(path, options, (name / path.relative_to(folder)).as_posix())


def _loaded(path: Path, options: Options, id: str | None) -> Row:
    try:
        return load(str(path), options, id=id)
    except InputError as error:
        return error


def _jsonl(path: Path, options: Options) -> Iterator[Row]:
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            where = f"{path}:{number}"
            if line is None:
                yield InputError(where, f"is longer than {MAX_LINE:,} bytes")
            elif line.strip():
                yield _from_json(where, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, options)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Lines by line feed alone; None for one that is too long to hold."""
    while line := file.readline(MAX_LINE):
        if line.endswith(b"\n") or len(line) < MAX_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE)
        yield None


def _from_json(where: str, line: bytes, options: Options) -> Row:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return InputError(where, "is not UTF-8")
    except RecursionError:
        return InputError(where, "is nested too deeply")
    except ValueError as error:
        return InputError(where, f"is not JSON: {getattr(error, 'msg', error)}")
    return _document(where, row, options) if isinstance(row, dict) else InputError(where, "is not a JSON object")


def _csv(path: Path, options: Options) -> Iterator[Row]:
    """A line is the one where a row ends. Bytes that are no UTF-8 spoil their own row only."""
    csv.field_size_limit(MAX_LINE)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t" if path.suffix.lower() == ".tsv" else ",", strict=True)
        try:
            names = rows.fieldnames or ()
        except csv.Error as error:
            names = ()
            yield InputError(str(path), f"is not CSV: {error}")
        if "text" not in names:
            yield InputError(str(path), "has no column called text in its first line")
            return
        while (row := _next(path, options, rows)) is not None:
            yield row


def _next(path: Path, options: Options, rows: "csv.DictReader[str]") -> Row | None:
    try:
        row: dict[Any, Any] = next(rows)
    except StopIteration:
        return None
    except csv.Error as error:
        return InputError(f"{path}:{rows.reader.line_num}", f"is not CSV: {error}")
    where = f"{path}:{rows.line_num}"
    if None in row or None in row.values():
        return InputError(where, "has more or fewer fields than the first line")
    if any("\udc80" <= c <= "\udcff" for value in row.values() for c in value):
        return InputError(where, "is not UTF-8")
    return _document(where, row, options)


def _document(where: str, row: Mapping[str, Any], options: Options) -> Row:
    """A row as a Document; an absent, null or empty field is one that nobody knows."""
    try:
        text = row.get("text")
        if not isinstance(text, str):
            raise InputError(where, "has no text")
        known = {name: _field(where, name, row.get(name)) for name in FIELDS}
        known |= {name: given for name in GIVEN if (given := getattr(options, name)) is not None}
        date = known.pop("date")
        published = as_iso(date) if date else None
        if date and published is None:
            raise InputError(where, f"its date {date!r} is no date; write it as 2025-03-18")
        known["language"] = admit(where, text, language=known["language"])
        basis = Basis.GIVEN if published else Basis.UNKNOWN
        return Document.from_text(text, **known, date=published, date_basis=basis)
    except InputError as error:
        return error


def _field(where: str, name: str, value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(where, f"its {name} is no text but {type(value).__name__}")
    return value.strip() or None if value else None
