"""Sayings and deeds put in each other's light: what is done by a saying names it, who claims a deed did it."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Act
from onrecord.read.what.events import Told
from onrecord.read.word.attributions import Saying
from onrecord.read.word.nesting import SAYINGS

TOLD_AS = {
    "ACCUSE": Act.ACCUSATION,
    "REJECT": Act.DENIAL,
    "REQUEST": Act.REQUEST,
    "THREATEN": Act.THREAT,
    "AGREE": Act.PROMISE,
}
"""The act of a plain saying by which its speaker does an event of a type."""


def is_turned_down(saying: Saying) -> bool:
    """Whether a thing is rejected, and nothing that somebody said: "voted down a *draft*"."""
    objects = [c for c in saying.candidate.cue.children if c.dep_ == "dobj"]
    return bool(objects) and all(c.pos_ == "NOUN" and c.lemma_.lower() not in SAYINGS for c in objects)


def name_acts(told: Sequence[Told], sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, a plain statement made the act that it is by the event that is done with its word."""
    done = {t.trigger.i: TOLD_AS[t.type] for t in told if t.type in TOLD_AS}

    def named(saying: Saying) -> Saying:
        act = done.get(saying.candidate.cue.i)
        if act is None or saying.attribution.act is not Act.STATEMENT or (act is Act.DENIAL and is_turned_down(saying)):
            return saying
        return replace(saying, attribution=replace(saying.attribution, act=act))

    return tuple(named(s) for s in sayings)


def credit_claims(told: Sequence[Told], sayings: Sequence[Saying]) -> tuple[Told, ...]:
    """The same tellings, with whoever claims responsibility for a deed as its actor where none is named."""
    claims = [s.attribution for s in sayings if s.attribution.act is Act.RESPONSIBILITY]

    def claimant(one: Told) -> tuple[str, ...]:
        at = one.trigger.idx
        by = next((c.source.entity for c in claims if any(e.start <= at < e.end for e in c.content)), None)
        return (by,) if by is not None and by not in one.recipient else ()

    return tuple(replace(t, actor=t.actor or claimant(t)) if t.type == "ASSAULT" else t for t in told)
