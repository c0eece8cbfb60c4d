"""How lexicon files are written: YAML, with the truth values of its version 1.2. The build uses it as well."""

import re
from typing import Any

import yaml


class YamlLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """`on`, `off`, `yes` and `no` are words, as a lexicon needs them."""


YamlLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in YamlLoader.yaml_implicit_resolvers.items()
}
YamlLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read_notation(text: str) -> Any:
    """What a text in YAML holds. Raises yaml.YAMLError."""
    return yaml.load(text, YamlLoader)
