"""The JSON Schema of the Reading, made from its types. `python -m onrecord.model.schema` prints it."""

import json
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any

from onrecord.model.extent import Extent
from onrecord.model.jsonform import hints, json_name
from onrecord.model.reading import SCHEMA, Reading

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def reading_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one Reading."""
    defs: dict[str, Any] = {}
    root = describe_type(Reading, defs)
    defs["Reading"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **root,
        "$defs": dict(sorted(defs.items())),
    }


def describe_type(type_: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type as `to_json` writes it; those of the types that it is made of are added to `defs`."""
    if isinstance(type_, types.UnionType):
        inner = [describe_type(t, defs) for t in typing.get_args(type_) if t is not types.NoneType]
        return {"anyOf": [*inner, {"type": "null"}]}
    if typing.get_origin(type_) is tuple:
        return {"type": "array", "items": describe_type(typing.get_args(type_)[0], defs)}
    if type_ is Extent:
        whole = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [whole, whole], "items": False, "minItems": 2}
    if is_dataclass(type_):
        return _object(typing.cast(type, type_), defs)
    if issubclass(type_, StrEnum):
        return {"enum": [v.value for v in type_]}
    return {"type": PLAIN[type_]}


def _object(type_: type, defs: dict[str, Any]) -> dict[str, Any]:
    name = type_.__name__
    if name not in defs:
        defs[name] = {}
        properties = {json_name(type_, f.name): describe_type(hints(type_)[f.name], defs) for f in fields(type_)}
        required = [
            json_name(type_, f.name) for f in fields(type_) if f.default is MISSING and f.default_factory is MISSING
        ]
        described: dict[str, Any] = {"type": "object", "properties": properties, "required": required}
        if type_.__doc__ and not type_.__doc__.startswith(name + "("):
            described["description"] = " ".join(type_.__doc__.split())
        defs[name] = described
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    print(json.dumps(reading_schema(), indent=1, ensure_ascii=False))
