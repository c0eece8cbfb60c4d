"""What changed from one coding of a report to another, event by event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model import Event, Extent, Reading
from onrecord.model.amounts import amount


class Fate(StrEnum):
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a field says in each of the two codings."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An event that only one coding has, or that two tell differently; its `sentence` and the rules that decided it.

    `words` are the sentence's, absent where the text is not known.
    """

    document: str
    fate: Fate
    event: str
    type: str
    sentence: Extent
    fields: tuple[Told, ...]
    rule_before: str | None
    rule_after: str | None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two codings of the same reports. `only_before`, `only_after` and `other_text` count reports that were not
    compared: those that one of the codings lacks, and those whose texts differ."""

    reports: int
    differences: tuple[Difference, ...]
    only_before: int
    only_after: int
    other_text: int


def compare(
    before: Iterable[Reading], after: Iterable[Reading], text_of: Callable[[Reading], str | None] = lambda _: None
) -> Comparison:
    """What changed in the reports that both hold, in the order of the second. `text_of` gives the text that a reading
    is of, where it is known."""
    former = {reading.document.id: reading for reading in before}
    found: list[Difference] = []
    reports = only_after = other_text = 0
    for reading in after:
        other = former.pop(reading.document.id, None)
        if other is None:
            only_after += 1
        elif other.document.sha256 != reading.document.sha256:
            other_text += 1
        else:
            reports += 1
            found += _quoted(tuple(find_differences(other, reading)), reading, text_of)
    return Comparison(
        reports=reports,
        differences=tuple(found),
        only_before=len(former),
        only_after=only_after,
        other_text=other_text,
    )


def find_differences(before: Reading, after: Reading) -> Iterator[Difference]:
    """The events of one report that differ, in the order of the text. Two codings tell of one event where its id is the
    same, or else where their triggers overlap."""
    partners = _partners(before.events, after.events)
    new = (_difference(event, partners.get(event.id), event, before, after) for event in after.events)
    paired = {event.id for event in partners.values()}
    gone = (_difference(event, event, None, before, after) for event in before.events if event.id not in paired)
    told = (difference for difference in (*new, *gone) if difference.fields)
    yield from sorted(told, key=lambda difference: (difference.sentence, difference.event))


def _quoted(
    found: tuple[Difference, ...], reading: Reading, text_of: Callable[[Reading], str | None]
) -> Iterator[Difference]:
    text = text_of(reading) if found else None
    return (replace(d, words=None if text is None else d.sentence.of(text)) for d in found)


def _difference(event: Event, old: Event | None, new: Event | None, before: Reading, after: Reading) -> Difference:
    return Difference(
        document=after.document.id,
        fate=Fate.CHANGED if old and new else Fate.NEW if new else Fate.GONE,
        event=event.id,
        type=event.type,
        sentence=event.sentence,
        fields=_fields(_say(old, before) if old else {}, _say(new, after) if new else {}),
        rule_before=old.rule if old else None,
        rule_after=new.rule if new else None,
    )


def _partners(before: tuple[Event, ...], after: tuple[Event, ...]) -> Mapping[str, Event]:
    """By the id of an event of the second coding, the event of the first that it is."""
    left = {event.id: event for event in before}
    found = {event.id: left.pop(event.id) for event in after if event.id in left}
    for event in after:
        other = next((old for old in left.values() if _meet(old, event)), None)
        if event.id not in found and other is not None:
            found[event.id] = left.pop(other.id)
    return found


def _meet(one: Event, other: Event) -> bool:
    return any(a.overlaps(b) for a in one.trigger for b in other.trigger)


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Told, ...]:
    names = dict.fromkeys((*before, *after))
    told = (Told(field=name, before=before.get(name, ""), after=after.get(name, "")) for name in names)
    return tuple(one for one in told if one.before != one.after)


def _say(event: Event, reading: Reading) -> Mapping[str, str]:
    """The event's fields in words: parties, place and source by name, since ids differ with the coding."""
    names = {entity.id: entity.name for entity in reading.entities}
    places = {place.id: place.name for place in reading.places}
    said = {a.id: names.get(a.source.entity or "", "somebody") for a in reading.attributions}
    when = event.date
    return {
        "type": event.type,
        "mode": "; ".join(event.mode),
        "context": "; ".join(event.context),
        "actor": "; ".join(names.get(id, id) for id in event.actor),
        "recipient": "; ".join(names.get(id, id) for id in event.recipient),
        "date": "/".join(dict.fromkeys(filter(None, (when.start, when.end)))),
        "place": places.get(event.place or "", ""),
        "modality": event.modality.value,
        "evidence": event.evidence.value,
        "source": said.get(event.attribution or "", ""),
        "figures": "; ".join(f"{amount(f.low, f.high)} {f.currency or f.what}" for f in event.figures),
    }
