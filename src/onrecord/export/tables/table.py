"""What a table and a column are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.export.cells import Cell, Row
from onrecord.export.lookup import Lookup


class ColumnKind(StrEnum):
    """What a cell holds, where it is not empty. `day` is an ISO date as text, or a month or year where no more is
    known."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole number"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`about` says what stands there in one phrase; `of` gets it from a report and an item of it."""

    name: str
    kind: ColumnKind
    about: str
    of: Callable[[Lookup, Any], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`about` says what a row is; `items` lists the items of a report that have one."""

    name: str
    about: str
    items: Callable[[Lookup], Iterable[Any]]
    columns: tuple[Column, ...]

    @property
    def head(self) -> Row:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, lookup: Lookup) -> Iterator[Row]:
        """A row for each item of a report, in its order."""
        for item in self.items(lookup):
            yield tuple(column.of(lookup, item) for column in self.columns)


def column(name: str, about: str, of: Callable[[Lookup, Any], Cell], kind: ColumnKind = ColumnKind.TEXT) -> Column:
    return Column(name=name, kind=kind, about=about, of=of)


def day(name: str, about: str, of: Callable[[Lookup, Any], Cell]) -> Column:
    return column(name, about, of, ColumnKind.DAY)


def whole(name: str, about: str, of: Callable[[Lookup, Any], Cell]) -> Column:
    return column(name, about, of, ColumnKind.WHOLE)


def number(name: str, about: str, of: Callable[[Lookup, Any], Cell]) -> Column:
    return column(name, about, of, ColumnKind.NUMBER)


def listed(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(values)


DOCUMENT = column("document", "id of the report", lambda report, _: report.reading.document.id)
"""The first column of every table: what they are joined by."""
