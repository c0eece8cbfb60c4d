"""The one place where the types become JSON and JSON becomes the types (`onrecord.reading/1`)."""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from onrecord.errors import ReadingError
from onrecord.model.extent import Extent
from onrecord.model.reading import SCHEMA, Reading

T = TypeVar("T")

PLAIN = frozenset((str, int, float, bool, types.NoneType))
NAMES = {("Office", "since"): "from"}
"""Field names that Python can't spell as the JSON does."""
Builder = Callable[[Any, str], Any]
"""Makes a value from JSON; the words say where in it that stands."""


def to_json(value: Any) -> Any:
    """Plain dicts, lists, strings and numbers for any value of the model; an Extent is `[start, end]`."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is Extent:
        return [value.start, value.end]
    if kind is tuple:
        return [to_json(v) for v in value]
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(kind):
        return {name: to_json(getattr(value, field)) for name, field in json_names(kind)}
    return value


def from_json(type_: type[T], data: object) -> T:
    """The value of `type_` that `data` describes. Raises ReadingError that names the first thing that is wrong."""
    return cast(T, _builder(cast(Any, type_))(data, type_.__name__))


def reading_to_json(reading: Reading) -> str:
    """One line of JSON, keys in the schema's order, the same bytes for the same reading."""
    return json.dumps(to_json(reading), ensure_ascii=False, separators=(", ", ": "))


def reading_from_json(line: str | bytes) -> Reading:
    """Reads one line of JSON. Raises ReadingError when it is no `onrecord.reading/1`."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise ReadingError(f"not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ReadingError(f"not a Reading: its schema is not {SCHEMA}")
    return from_json(Reading, data)


def json_name(type_: type, field: str) -> str:
    """How `field` of `type_` is called in JSON."""
    return NAMES.get((type_.__name__, field), field)


@cache
def json_names(type_: type) -> tuple[tuple[str, str], ...]:
    """Every field of a model type by its name in JSON."""
    return tuple((json_name(type_, f.name), f.name) for f in fields(type_))


@cache
def hints(type_: type) -> dict[str, Any]:
    """The resolved annotations of a model type."""
    return typing.get_type_hints(type_)


@cache
def _builder(type_: Any) -> Builder:
    """What builds values of a type. It is put together once: to look at annotations takes longer than to build."""
    if isinstance(type_, types.UnionType):
        return _absent_or(_builder(next(t for t in typing.get_args(type_) if t is not types.NoneType)))
    if typing.get_origin(type_) is tuple:
        return _tuple_of(_builder(typing.get_args(type_)[0]))
    if type_ is Extent:
        return _extent
    if is_dataclass(type_):
        return _dataclass(cast(type, type_))
    if issubclass(type_, StrEnum):
        return _one_of(type_)
    return _plain(type_)


def _absent_or(inner: Builder) -> Builder:
    return lambda data, where: None if data is None else inner(data, where)


def _tuple_of(inner: Builder) -> Builder:
    def build(data: Any, where: str) -> Any:
        if not isinstance(data, list):
            raise ReadingError(f"{where}: a list is wanted")
        return tuple([inner(v, f"{where}[{i}]") for i, v in enumerate(data)])

    return build


def _extent(data: Any, where: str) -> Extent:
    if not (isinstance(data, list) and len(data) == 2 and all(type(v) is int for v in data)):
        raise ReadingError(f"{where}: a span is [start, end], not {data!r}")
    try:
        return Extent(*data)
    except ValueError as error:
        raise ReadingError(f"{where}: {error}") from error


def _one_of(type_: type[StrEnum]) -> Builder:
    values = {value.value: value for value in type_}

    def build(data: Any, where: str) -> Any:
        if not isinstance(data, str) or data not in values:
            raise ReadingError(f"{where}: {data!r} is not one of {', '.join(type_)}")
        return values[data]

    return build


def _plain(type_: type) -> Builder:
    def build(data: Any, where: str) -> Any:
        if type_ is float and type(data) is int:
            return float(data)
        if type(data) is not type_:
            raise ReadingError(f"{where}: {type_.__name__} is wanted, not {data!r}")
        return data

    return build


def _dataclass(type_: type) -> Builder:
    parts = [(json_name(type_, f.name), f.name, _builder(hints(type_)[f.name])) for f in fields(type_)]
    needed = [json_name(type_, f.name) for f in fields(type_) if f.default is MISSING and f.default_factory is MISSING]

    def build(data: Any, where: str) -> Any:
        if not isinstance(data, dict):
            raise ReadingError(f"{where}: an object is wanted, not {data!r}")
        for name in needed:
            if name not in data:
                raise ReadingError(f"{where}: {name} is missing")
        return type_(**{field: make(data[name], f"{where}.{name}") for name, field, make in parts if name in data})

    return build
