"""Where rows go: files of CSV, files of Parquet, a workbook. Rows are written as they come, so memory stays bounded."""

from collections.abc import Iterable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from onrecord.errors import OnrecordError
from onrecord.export.cells import Cell, Row, as_csv
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.export.tables.dictionary import HEAD, dictionary_rows
from onrecord.export.tables.table import ColumnKind, Table
from onrecord.model import Document, Reading

GROUP = 2_000
"""Rows that are written together in Parquet."""
CELL = 32_767
"""Characters that a cell of a workbook can hold; what is longer is cut, with a sign that it was."""
CUT = " […]"
LONG, WIDE = ("document", "title", "content", "sentence", "words", "word", "meaning"), 40
"""Columns that get more room in a workbook, and how many characters of it."""
ROWS = 1_048_576
"""Rows that a sheet of a workbook can hold."""


class Sink(Protocol):
    """Takes rows of tables; what was written is whole when the sink is left without an error."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def add(self, table: Table, rows: Iterable[Row]) -> None: ...


def fill(sink: Sink, tables: Iterable[Table], readings: Iterable[tuple[Document, Reading]]) -> None:
    """Writes the rows of all reports into the tables."""
    tables = tuple(tables)
    with sink:
        for document, reading in readings:
            lookup = Lookup(document, reading)
            for table in tables:
                sink.add(table, table.rows(lookup))


class CsvFiles:
    """A CSV file for each table."""

    def __init__(self, places: dict[str, Path], tables: Iterable[Table]) -> None:
        self._open = ExitStack()
        self._files = {
            name: self._open.enter_context(path.open("w", encoding="utf-8", errors="replace", newline=""))
            for name, path in places.items()
        }
        for table in tables:
            self._files[table.name].write(as_csv(table.head))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        self._files[table.name].writelines(map(as_csv, rows))


class ParquetFiles:
    """A Parquet file for each table; cells are as they are read, since nothing runs them."""

    def __init__(self, places: dict[str, Path], tables: Iterable[Table]) -> None:
        self._arrow = _library("pyarrow", "Parquet", "corpora")
        parquet = _library("pyarrow.parquet", "Parquet", "corpora")
        kinds = {ColumnKind.WHOLE: self._arrow.int64(), ColumnKind.NUMBER: self._arrow.float64()}
        self._schemas = {
            table.name: self._arrow.schema([(c.name, kinds.get(c.kind, self._arrow.string())) for c in table.columns])
            for table in tables
        }
        self._rows: dict[str, list[Row]] = {name: [] for name in self._schemas}
        self._writers = {name: parquet.ParquetWriter(places[name], schema) for name, schema in self._schemas.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for name, writer in self._writers.items():
            self._write(name)
            writer.close()

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        self._rows[table.name].extend(rows)
        if len(self._rows[table.name]) >= GROUP:
            self._write(table.name)

    def _write(self, name: str) -> None:
        rows, schema = self._rows[name], self._schemas[name]
        if rows:
            named = [dict(zip(schema.names, map(_encodable, row), strict=True)) for row in rows]
            self._writers[name].write_table(self._arrow.Table.from_pylist(named, schema))
            rows.clear()


class Workbook:
    """A sheet for each table, and one with the data dictionary. Text is stored as text, so no cell is a formula."""

    def __init__(self, path: Path, tables: Iterable[Table]) -> None:
        self._path = path
        self._book: Any = _library("openpyxl", "XLSX", "tables").Workbook(write_only=True)
        self._cell: Any = import_module("openpyxl.cell").WriteOnlyCell
        self._letter: Any = import_module("openpyxl.utils").get_column_letter
        self._sheets = {table.name: self._sheet(table.name, table.head) for table in tables}
        self._rows = dict.fromkeys(self._sheets, 1)
        for table in tables:
            self._append(self._sheets[table.name], table.head)
        dictionary = self._sheet("dictionary", HEAD)
        for row in (HEAD, *dictionary_rows()):
            self._append(dictionary, row)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._book.save(self._path)  # after an error too: nothing else removes the library's own temporary files

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        for row in rows:
            self._rows[table.name] += 1
            if self._rows[table.name] > ROWS:
                raise OnrecordError(f"a sheet can't hold more than {ROWS:,} rows; take csv or parquet")
            self._append(self._sheets[table.name], row)

    def _sheet(self, name: str, head: Row) -> Any:
        """A sheet whose head stays in sight, with room for the words of sentences and titles."""
        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number, column in enumerate(map(str, head), 1):
            sheet.column_dimensions[self._letter(number)].width = WIDE if column in LONG else max(len(column) + 2, 12)
        return sheet

    def _append(self, sheet: Any, row: Row) -> None:
        sheet.append([self._text(sheet, cell) if isinstance(cell, str) else cell for cell in row])

    def _text(self, sheet: Any, words: str) -> Any:
        plain = one_line(words)
        cell = self._cell(sheet, plain if len(plain) <= CELL else plain[: CELL - len(CUT)] + CUT)
        cell.data_type = "s"
        return cell


def _encodable(cell: Cell) -> Cell:
    """Half a surrogate pair, which Parquet can't hold, becomes a question mark."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


def _library(name: str, format: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise OnrecordError(f"{format} needs one more package: pip install 'onrecord[{extra}]'") from error
