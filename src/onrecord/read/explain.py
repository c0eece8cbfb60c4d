"""Why the events and attributions of a reading stand in it: which rule or model decided each, on what words, by which
paths, and where the rules alone would have decided otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Attribution, Event, Extent, Reading
from onrecord.read.confidence import BY_MODEL
from onrecord.read.trial import Part, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one reader makes of some words: an event's type or an attribution's act, and the rule; None for nothing."""

    kind: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Of one item: who decided (`rule` or `model`), how sure, on the `words` of its trigger or cue, by which `parts`.

    `otherwise`: what the rules alone make of these words, where a model decided against them. `stands`: whether the
    item is in the reading; one that does not was found by the rules and dropped at a model's word. `item` is its id.
    """

    item: str
    kind: str
    decided_by: str
    rule: str | None
    confidence: float
    words: tuple[Extent, ...]
    parts: tuple[Part, ...] = ()
    otherwise: Ruling | None = None
    stands: bool = True


def explain_items(reading: Reading, by_rules: Reading, trials: Sequence[Trial]) -> tuple[Explanation, ...]:
    """An explanation of every attribution and event of a reading, then of every one that only `by_rules` holds.

    `by_rules` is what the rules alone make of the same text; the same reading where no model took part.
    """
    fired = [trial for trial in trials if trial.fired]
    return (
        *explained(reading.attributions, by_rules.attributions, fired),
        *explained(reading.events, by_rules.events, fired),
    )


Item = Attribution | Event


def explained(items: Sequence[Item], ruled: Sequence[Item], fired: Sequence[Trial]) -> Iterator[Explanation]:
    """The explanations of items of one sort; those of `ruled` on whose words none of the items stands come last."""
    for item in items:
        beside = [other for other in ruled if on_same_words(item, other)]
        yield explanation(item, fired, otherwise=dissent(item, beside))
    for lost in ruled:
        if not any(on_same_words(item, lost) for item in items):
            yield explanation(lost, fired, stands=False)


def explanation(
    item: Item, fired: Sequence[Trial], *, otherwise: Ruling | None = None, stands: bool = True
) -> Explanation:
    """The explanation of one item."""
    by_model = (item.rule or "").startswith(BY_MODEL)
    return Explanation(
        item=item.id,
        kind=kind_of(item),
        decided_by="model" if by_model or not stands else "rule",
        rule=item.rule,
        confidence=item.confidence,
        words=words_of(item),
        parts=() if by_model else parts_of(item, fired),
        otherwise=otherwise,
        stands=stands,
    )


def dissent(item: Item, beside: Sequence[Item]) -> Ruling | None:
    """What the rules alone make of an item's words; None where that is the same."""
    if not beside:
        return Ruling()
    if any(kind_of(other) == kind_of(item) for other in beside):
        return None
    return Ruling(kind=kind_of(beside[0]), rule=beside[0].rule)


def parts_of(item: Item, fired: Sequence[Trial]) -> tuple[Part, ...]:
    """What the paths of the entry that decided led to; of a speech act and an accusation, those of its cue."""
    here = [trial for trial in fired if any(trial.at.overlaps(word) for word in words_of(item))]
    best = next((trial for trial in here if trial.entry == item.rule), here[0] if here else None)
    return best.parts if best is not None else ()


def on_same_words(a: Item, b: Item) -> bool:
    """Whether two items share a word of their triggers or cues."""
    return any(x.overlaps(y) for x in words_of(a) for y in words_of(b))


def words_of(item: Item) -> tuple[Extent, ...]:
    """The words on which an item was decided."""
    return item.trigger if isinstance(item, Event) else item.cue


def kind_of(item: Item) -> str:
    """An event's PLOVER type, an attribution's act."""
    return item.type if isinstance(item, Event) else item.act.value
