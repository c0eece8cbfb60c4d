"""When something was said: the time that hangs on its cue, not the times of what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Attribution, Time, TimeType
from onrecord.read.word.attributions import Saying, within

BARE = frozenset(("npadvmod", "advmod", "nmod"))
"""Relations by which a time hangs on a cue without a preposition ("said Tuesday", "said yesterday")."""
AT = frozenset(("on", "in", "at", "during"))
TOLD = frozenset((TimeType.DATE, TimeType.TIME))


def date_sayings(sayings: Sequence[Saying], times: Sequence[Time]) -> tuple[Saying, ...]:
    """Each with the id of the time at which it was said, where the report tells it beside the cue."""
    named = [time for time in times if time.type in TOLD]
    return tuple(
        replace(s, attribution=replace(s.attribution, time=_time(s.candidate.cue, s.attribution, named)))
        for s in sayings
    )


def _time(cue: Token, said: Attribution, times: Sequence[Time]) -> str | None:
    for token in sorted(_beside(cue), key=lambda t: t.i):
        for time in times:
            if time.start <= token.idx < time.end and not within(token, said.content):
                return time.id
    return None


def _beside(cue: Token) -> Iterator[Token]:
    """The heads of what may tell when: of the cue itself, or of the medium ("said in a statement on Tuesday")."""
    yield from (c for c in cue.children if c.dep_ in BARE)
    for object_ in _objects(cue):
        yield object_
        yield from _objects(object_)


def _objects(token: Token) -> Iterator[Token]:
    for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in AT):
        yield from (c for c in prep.children if c.dep_ == "pobj")
