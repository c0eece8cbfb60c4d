"""Readings as Parquet tables, whose columns are the fields of the model's types."""

import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import Attribution, DocumentRead, Edition, Entity, Event, Extent, Kin, Note, Office, Place, Time
from onrecord.model.jsonform import hints, json_name

TABLES: dict[str, type] = {"entities": Entity, "attributions": Attribution, "events": Event}
"""Tables with a row an item, beside `documents`; each row begins with the id of its document."""

BESIDE: dict[str, type] = {"offices": Office, "kin": Kin, "times": Time, "places": Place, "notes": Note}
"""What a row of `documents` holds as lists."""


class Tables:
    """The folders `documents`, `entities`, `attributions` and `events`, of which `parts` parts are safe already.

    A part holds what `step` rows of the corpus gave. Raises OnrecordError where pyarrow is not installed.
    """

    step = 1000

    def __init__(self, folder: Path, parts: int) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise OnrecordError(
                "tables need pyarrow: `pip install onrecord[corpora]`, or choose a .jsonl file"
            ) from error
        self._arrow, self._parts = pyarrow, parts
        self._schemas = {name: pyarrow.schema(columns) for name, columns in self._columns().items()}
        self._rows: dict[str, list[Any]] = {name: [] for name in self._schemas}
        self._folders = {name: folder / name for name in self._schemas}
        for table in self._folders.values():
            table.mkdir(parents=True, exist_ok=True)
            for path in table.glob("part-*.parquet"):
                if int(path.stem.removeprefix("part-")) >= parts:
                    path.unlink()

    def write(self, line: str) -> None:
        """Adds a Reading in its JSON form. Half a surrogate pair, which Parquet can't hold, becomes a question mark."""
        reading = json.loads(line.encode("utf-8", "replace"))
        document, coder = reading["document"], reading["coder"]
        self._rows["documents"].append({**document, "coder": coder, **{name: reading[name] for name in BESIDE}})
        for name in TABLES:
            self._rows[name].extend({"document": document["id"], **item} for item in reading[name])

    def commit(self) -> int:
        if self._rows["documents"]:
            for name, rows in self._rows.items():
                table = self._arrow.Table.from_pylist(rows, self._schemas[name])
                self._arrow.parquet.write_table(table, self._folders[name] / f"part-{self._parts:05}.parquet")
                rows.clear()
            self._parts += 1
        return self._parts

    def close(self) -> None:
        """Nothing is open between two parts."""

    def _columns(self) -> dict[str, list[tuple[str, Any]]]:
        lists = [(name, self._arrow.list_(self._kind(type_))) for name, type_ in BESIDE.items()]
        documents = [*self._fields(DocumentRead), ("coder", self._kind(Edition)), *lists]
        key = ("document", self._arrow.string())
        return {"documents": documents, **{name: [key, *self._fields(type_)] for name, type_ in TABLES.items()}}

    def _fields(self, type_: type) -> list[tuple[str, Any]]:
        return [(json_name(type_, f.name), self._kind(hints(type_)[f.name])) for f in fields(type_)]

    def _kind(self, type_: Any) -> Any:
        """The Arrow type of a type of the model."""
        arrow = self._arrow
        if isinstance(type_, types.UnionType):
            return self._kind(next(t for t in typing.get_args(type_) if t is not types.NoneType))
        if typing.get_origin(type_) is tuple:
            return arrow.list_(self._kind(typing.get_args(type_)[0]))
        if type_ is Extent:
            return arrow.list_(arrow.int64(), 2)
        if is_dataclass(type_):
            return arrow.struct(self._fields(typing.cast(type, type_)))
        if issubclass(type_, StrEnum):
            return arrow.string()
        return {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}[type_]
