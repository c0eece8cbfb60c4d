"""YAML files into entries: every key known, every value of its type, every problem said with file and entry."""

import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, cast

from onrecord.errors import LexiconError
from onrecord.lexicon.compiled import find_compiled
from onrecord.model.jsonform import hints

T = TypeVar("T")


def packaged() -> Traversable:
    """The folder of lexicon files that ships with onrecord."""
    return files("onrecord.lexicon") / "data"


def load_entries(file: Traversable | Path, type_: type[T]) -> tuple[T, ...]:
    """The entries of one YAML file, a list of mappings. Raises LexiconError with one line for each problem."""
    problems: list[str] = []
    entries: list[T] = []
    for number, raw in enumerate(read_list(file), 1):
        name = raw.get("id", f"entry {number}") if isinstance(raw, dict) else f"entry {number}"
        try:
            entries.append(build(type_, raw))
        except ValueError as error:
            problems.append(f"{file.name}: {name}: {error}")
    if problems:
        raise LexiconError(tuple(problems))
    return tuple(entries)


def load_folder(folder: Traversable | Path, type_: type[T]) -> tuple[T, ...]:
    """The entries of all YAML files of a folder, files in the order of their names."""
    return tuple(e for file in yaml_files(folder) for e in load_entries(file, type_))


def yaml_files(folder: Traversable | Path) -> Iterator[Traversable | Path]:
    """The YAML files directly in a folder, by name."""
    yield from sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)


def read_list(file: Traversable | Path) -> list[Any]:
    """The list that a YAML file holds. Raises LexiconError when it holds none."""
    loaded = read_yaml(file)
    if not isinstance(loaded, list):
        raise LexiconError((f"{file.name}: a list of entries is wanted",))
    return loaded


def read_yaml(file: Traversable | Path) -> Any:
    """What a YAML file holds, from its compiled form where it has one. Raises LexiconError where it can't be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise LexiconError((f"{file.name}: {error.strerror}",)) from error
    compiled = find_compiled(data)
    return _parsed(file.name, data) if compiled is None else compiled


def _parsed(name: str, data: bytes) -> Any:
    import yaml  # here, since a start from compiled files does without

    from onrecord.lexicon.notation import read_notation

    try:
        return read_notation(data.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = getattr(error, "problem_mark", None)
        line = f" line {where.line + 1}" if where else ""
        raise LexiconError((f"{name}:{line} not YAML: {getattr(error, 'problem', error)}",)) from error


def build(type_: type[T], raw: object) -> T:
    """An entry of `type_` from a mapping. Raises ValueError that says what is wrong with it."""
    if not isinstance(raw, dict):
        raise ValueError("a mapping is wanted")
    known = {f.name: f for f in fields(cast(Any, type_))}
    unknown = [k for k in raw if k not in known]
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}")
    missing = [n for n, f in known.items() if n not in raw and f.default is MISSING and f.default_factory is MISSING]
    if missing:
        raise ValueError(f"{missing[0]} is missing")
    annotations = hints(cast(type, type_))
    return type_(**{k: convert(annotations[k], v, k) for k, v in raw.items()})


def convert(type_: Any, value: Any, key: str) -> Any:
    """`value` as `type_`. Raises ValueError that names the key."""
    if isinstance(type_, types.UnionType):
        inner = [t for t in typing.get_args(type_) if t is not types.NoneType]
        return None if value is None else convert(inner[0], value, key)
    if typing.get_origin(type_) is tuple:
        values = value if isinstance(value, list) else [value]
        return tuple(convert(typing.get_args(type_)[0], v, key) for v in values)
    if typing.get_origin(type_) is dict:
        if not isinstance(value, dict):
            raise ValueError(f"{key}: a mapping is wanted")
        of_key, of_value = typing.get_args(type_)
        return {convert(of_key, k, key): convert(of_value, v, key) for k, v in value.items()}
    if is_dataclass(type_):
        return build(cast(Any, type_), {"text": value} if isinstance(value, str) else value)
    if issubclass(type_, StrEnum):
        if value not in set(type_):
            raise ValueError(f"{key}: {value!r} is not one of {', '.join(type_)}")
        return type_(value)
    if type_ is float and type(value) is int:
        return float(value)
    if type(value) is not type_:
        raise ValueError(f"{key}: {type_.__name__} is wanted, not {value!r}")
    return value
