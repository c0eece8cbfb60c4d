"""Where the models draw the line and how sure they are: numbers measured with the weights, which lie with them."""

import json
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ModelError
from onrecord.models.encoder import present

FILE = "decisions.json"
VERSION = 5
"""Of the weights that this code reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """From which chance (0 to 1) something counts, and what makes chances of what the networks put out.

    A word's log-odds of beginning a cue are `cue_of_tag` times those of its tag, `cue_of_role` times those of its role
    to itself, and `cue_added` (Platt 1999). A word weighs for a content or a source as much as its log-odds and what
    is added; a stretch of them costs something. That a whole attribution is right has the log-odds of its cue, its
    content and its source times `whole_of`, and `whole_added`.
    """

    version: int
    cue_of_tag: float
    cue_of_role: float
    cue_added: float
    cue_at: float
    content_added: float
    content_cost: float
    source_added: float
    source_cost: float
    whole_of: tuple[float, float, float]
    whole_added: float


def load_decisions(folder: Path) -> Decisions:
    """The decisions that lie with some weights. Raises ModelError where they are missing or of another version."""
    path = present(folder / FILE)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        decisions = Decisions(**found | {"whole_of": tuple(map(float, found["whole_of"]))})
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not the decisions of a model; install onrecord again") from error
    if decisions.version != VERSION:
        raise ModelError(f"{path}: of version {decisions.version}, this onrecord reads {VERSION}; install it again")
    return decisions
