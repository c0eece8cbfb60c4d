"""The side notes of the page: one card for each saying, event, party, place and date, ready to be laid out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from onrecord.export import wording
from onrecord.export.dates import day, days
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.export.segments import Mark
from onrecord.model import Act, Attribution, Entity, Event, Evidence, Extent, Form, Kind, Modality, Place, Quote, Time

MENTIONS = {Form.NAME: "party", Form.NOMINAL: "spoken", Form.PRONOUN: "spoken"}
"""Kinds of marks: names stand out, "the envoy" and "he" only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`name` is its anchor; the text's own anchor is `in-` and the name. `label` is the small sign by both."""

    name: str
    label: str = ""
    title: str
    tag: str = ""
    state: str = ""
    """A class for how it is drawn: an event's evidence, an attribution's act."""
    words: str = ""
    depth: int = 0
    lines: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    """(verb, card, words): "within", "denies", "denied by"."""
    chain: str = ""
    """Through whose mouths it came to the reader."""
    item: str = ""
    """The id in the Reading of the saying, the event, or the party that has a name."""
    marks: tuple[Mark, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """All cards of a page, by kind, in the order of the report."""

    sayings: tuple[Card, ...]
    events: tuple[Card, ...]
    parties: tuple[Card, ...]
    places: tuple[Card, ...]
    dates: tuple[Card, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return self.sayings + self.events + self.parties + self.places + self.dates

    def until(self, end: int) -> "Rail":
        """The cards of which something stands before this character."""
        kinds = {kind.name: getattr(self, kind.name) for kind in fields(self)}
        return Rail(
            **{
                name: tuple(card for card in cards if any(mark.start < end for mark in card.marks))
                for name, cards in kinds.items()
            }
        )


def make_rail(lookup: Lookup) -> Rail:
    """The cards of a Reading. Nested sayings follow the one that they are told within."""
    reading = lookup.reading
    people = [e for e in reading.entities if e.kind is not Kind.PLACE]
    numbers = {a: i for i, a in enumerate(_in_order(lookup, None), 1)}
    return Rail(
        sayings=tuple(_saying(lookup, a, numbers) for a in numbers),
        events=tuple(_event(lookup, e, i, numbers) for i, e in enumerate(reading.events)),
        parties=tuple(_party(lookup, e, i) for i, e in enumerate(people)),
        places=tuple(_place(p, i) for i, p in enumerate(reading.places)),
        dates=tuple(_date(lookup, t, i) for i, t in enumerate(reading.times)),
    )


def letter(index: int) -> str:
    """A, B … Z, AA, AB …: the label of the event at this index."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _in_order(lookup: Lookup, outer: Attribution | None) -> Iterator[Attribution]:
    for told in lookup.told_within(outer):
        yield told
        yield from _in_order(lookup, told)


def _tag(told: Attribution) -> str:
    """What the source does by saying it, where that is more than saying; and whether it was said at all."""
    act = "" if told.act is Act.STATEMENT else told.act.value
    return ", ".join(filter(None, (act, wording.SAYINGS[told.modality])))


def _saying(lookup: Lookup, told: Attribution, numbers: dict[Attribution, int]) -> Card:
    name, chain = f"a{numbers[told]}", lookup.chain(told)
    within = [("told by", outer) for outer in chain[1:2]]
    answers = [("denies" if told.act is Act.DENIAL else "answers", lookup.attribution(id)) for id in told.answers]
    denied = [("denied by", denial) for denial in lookup.denials(told)]
    content = lookup.words(told.content)
    return Card(
        name=name,
        label=str(numbers[told]),
        title=wording.saying(lookup, told),
        tag=_tag(told),
        state=told.act.value,
        words=wording.quoted(content) if told.quote is Quote.DIRECT else content,
        depth=min(len(chain) - 1, 3),
        links=tuple(
            (verb, f"a{numbers[other]}", f"{numbers[other]} {lookup.speaker(other)}")
            for verb, other in within + answers + denied
            if other
        ),
        chain=wording.chain(lookup, told),
        item=one_line(told.id),
        marks=(
            *_marks(told.source.spans, "source", name),
            *_marks(told.cue, "cue", name),
            *_marks(told.content, "content", name),
        ),
    )


def _event(lookup: Lookup, event: Event, index: int, numbers: dict[Attribution, int]) -> Card:
    name, place, told = f"e{index + 1}", lookup.place(event.place), lookup.attribution(event.attribution)
    where = ", ".join(filter(None, (place.name, place.country))) if place else ""
    actor, recipient = lookup.names(event.actor) or "somebody", lookup.names(event.recipient)
    return Card(
        name=name,
        label=letter(index),
        title=one_line(" ".join((event.type, *event.mode))),
        tag=event.evidence.value if event.modality is Modality.ACTUAL else wording.MODALITIES[event.modality],
        state=event.evidence.value if event.modality is Modality.ACTUAL else event.modality.value,
        words=f"{actor} → {recipient}" if recipient else actor,
        lines=(
            one_line(" · ".join(filter(None, (wording.when(event.date, days), where)))),
            *(wording.figure(lookup, f) for f in event.figures),
            *(() if told or event.evidence is Evidence.REPORTED else (wording.word(lookup, event),)),
        ),
        links=((("", f"a{numbers[told]}", wording.word(lookup, event)),) if told else ()),
        chain=wording.chain(lookup, told),
        item=one_line(event.id),
        marks=_marks(event.trigger, "event", name),
    )


def _party(lookup: Lookup, entity: Entity, index: int) -> Card:
    name = f"p{index + 1}"
    offices = (wording.office(lookup, held, day) for held in lookup.offices(entity))
    return Card(
        name=name,
        title=one_line(entity.name),
        tag=" · ".join(filter(None, (entity.kind.value, wording.party(entity)))),
        lines=(*offices, *wording.kin(lookup, entity)),
        item=one_line(entity.id) if any(m.form is Form.NAME for m in entity.mentions) else "",
        marks=tuple(mark for m in entity.mentions for mark in _marks((m.named,), MENTIONS[m.form], name)),
    )


def _place(place: Place, index: int) -> Card:
    name = f"l{index + 1}"
    where = f"{_degrees(place.lat, 'N', 'S')} {_degrees(place.lon, 'E', 'W')}" if place.lat and place.lon else ""
    return Card(
        name=name,
        title=one_line(place.name),
        tag=one_line(" · ".join(filter(None, (place.precision.value, place.admin1, place.country)))),
        lines=tuple(filter(None, (where, wording.claimants(place)))),
        marks=_marks((place.extent,), "place", name),
    )


def _date(lookup: Lookup, time: Time, index: int) -> Card:
    name = f"d{index + 1}"
    return Card(
        name=name,
        title=lookup.words([time.extent]),
        tag=one_line(time.value),
        marks=_marks((time.extent,), "date", name),
    )


def _degrees(value: float | None, plus: str, minus: str) -> str:
    return f"{abs(value):.2f}° {plus if value >= 0 else minus}" if value is not None else ""


def _marks(spans: tuple[Extent, ...], kind: str, card: str) -> tuple[Mark, ...]:
    return tuple(Mark(start=span.start, end=span.end, kind=kind, card=card) for span in spans)
