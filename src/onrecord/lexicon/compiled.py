"""Lexicon files as the build compiled them, to JSON, which is read in a fortieth of the time that YAML takes.

A compiled file is called by the digest of the YAML that it was made of, so one that is out of date is never found, and
a file that somebody changed is read as it stands. Standard library only: the build compiles with it.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "compiled"
FORM = b"1\0"
"""Changes when the same YAML shall be compiled to something else."""


def compiled_name(data: bytes) -> str:
    """What the compiled form of a YAML file of these bytes is called."""
    return f"{hashlib.sha256(FORM + data).hexdigest()[:32]}.json"


def find_compiled(data: bytes, folder: Path = FOLDER) -> Any | None:
    """What the YAML of these bytes holds, or None where it was not compiled."""
    try:
        return json.loads((folder / compiled_name(data)).read_bytes())
    except (OSError, ValueError):
        return None
