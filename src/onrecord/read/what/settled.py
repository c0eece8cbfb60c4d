"""Tellings whose own words settle what they tell, whatever the model sees in their sentence."""

from onrecord.model import Modality
from onrecord.read.what.events import Told
from onrecord.read.who.cast import Cast

MEASURES = frozenset(("sanction", "embargo"))
"""Words for a SANCTION that mean nothing else."""
ARMS = frozenset("firearms explosives suicide-attack aerial drone heavy-weapons".split())
"""Modes of an ASSAULT that only weapons make."""


def is_beyond(one: Told) -> bool:
    """Whether the model can't speak against a telling: what is said, is said, and what was not done is told as that."""
    return bool(one.content) or one.modality is Modality.NEGATED


def is_armed(one: Told) -> bool:
    """Whether a telling is of an attack with weapons that its words name: "shelled", "dropped two bombs"."""
    return one.type == "ASSAULT" and not ARMS.isdisjoint(one.mode)


def is_literal(one: Told) -> bool:
    """Whether the words of a telling are the name of its type: "imposed sanctions", "hit it with
    sanctions"."""
    below = list(one.trigger.children)
    words = (one.trigger, *below, *(t for c in below if c.lower_ == "with" for t in c.children))
    return one.type == "SANCTION" and any(t.lemma_.lower() in MEASURES for t in words)


def is_plain(one: Told, cast: Cast) -> bool:
    """Whether a telling's verb has a subject, who or whose does it, and a recipient for its object: "the rebels killed
    soldiers"."""
    standing = {c.dep_: cast.at(c) for c in one.trigger.children if c.dep_ in ("nsubj", "dobj")}
    return bool(one.actor) and "nsubj" in standing and standing.get("dobj") in one.recipient
