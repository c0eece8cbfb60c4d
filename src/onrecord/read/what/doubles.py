"""Pairs of parties that tell one thing twice: of "Chad's ministry", and of the Chad in its name."""

from collections.abc import Mapping, Sequence

from onrecord.models.events import Answer
from onrecord.read.what.questions import Pair
from onrecord.read.who.cast import Cast

SHARE = 0.5
"""How sure the model must be of the bearer's pair, as a share of what it is of the other, for that to be dropped."""


def without_doubles(pairs: Sequence[Pair], cast: Cast) -> list[Pair]:
    """The pairs, less those that the model types as it does one with a party in whose name theirs only stands."""
    bearers = find_bearers(cast)
    answers = {(p.sentence, p.actor, p.recipient): p.answer for p in pairs}
    return [p for p in pairs if not is_double(p, bearers, answers)]


def is_double(
    pair: Pair, bearers: Mapping[str, frozenset[str]], answers: Mapping[tuple[int, str, str], Answer]
) -> bool:
    """Whether a pair of the same type and sentence has a bearer of one of its parties in that one's place."""
    for actor in (pair.actor, *bearers.get(pair.actor, ())):
        for recipient in (pair.recipient, *bearers.get(pair.recipient, ())):
            other = answers.get((pair.sentence, actor, recipient))
            if other is None or (actor, recipient) == (pair.actor, pair.recipient):
                continue
            if other.type == pair.answer.type and other.confidence >= SHARE * pair.answer.confidence:
                return True
    return False


def find_bearers(cast: Cast) -> dict[str, frozenset[str]]:
    """By entity, those in whose mentions it is named: by Chad, "Chad's ministry"."""
    found: dict[str, set[str]] = {}
    open: list[tuple[int, str]] = []
    for mention, id in sorted(cast.order, key=lambda m: (m[0].start, -m[0].end)):
        open = [(end, other) for end, other in open if mention.start < end]
        for end, other in open:
            if mention.end <= end and other != id:
                found.setdefault(id, set()).add(other)
        open.append((mention.end, id))
    return {id: frozenset(others) for id, others in found.items()}
