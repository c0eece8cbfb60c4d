"""A report in the middle of being corrected: how items of it are found and put back. Nothing changes in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.errors import RecordError
from onrecord.lexicon.countries import load_countries
from onrecord.model import (
    Attribution,
    Document,
    Entity,
    Event,
    Extent,
    Form,
    Kin,
    Kind,
    Mention,
    Office,
    Place,
    Reading,
    make_id,
)
from onrecord.record.correction import Address, Sort
from onrecord.record.names import name_key
from onrecord.record.parties import as_party
from onrecord.record.parts import Part, kin_of, offices_of, part_called, with_part
from onrecord.record.passages import find_passages

Item = Event | Attribution | Office | Kin
ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The document, its reading as the machine `coded` it, and as corrections have left it so far."""

    document: Document
    coded: Reading
    reading: Reading

    def item(self, id: str) -> Item:
        """An event or attribution by its id, an office or tie of kin by what it is called (`parts.part_called`).

        Raises RecordError where there is none (any more).
        """
        for sort in Sort:
            if id in (items := _all(self.reading, sort)):
                return items[id]
        if part := part_called(self.reading, id):
            return part
        reason = f"holds no event or attribution {id}; `--format json` gives their ids, and an office is `NAME, TITLE`"
        raise RecordError(f"{self.document.id}: {reason}")

    def find(self, address: Address) -> Item:
        """The item at an address, wherever it stands now. Raises RecordError where it is gone."""
        held, coded = _all(self.reading, address.sort), _all(self.coded, address.sort)
        moved = self.moved(address)
        if address.item in held and (moved == 0 or address.item not in coded):
            return held[address.item]
        for id, item in coded.items():
            if moved is not None and id in held and _label(item) == address.label and _meets(item, address, moved):
                return held[id]
        raise RecordError(f"{self.document.id}: nothing is coded as {address.label} at {address.words!r} any more")

    def moved(self, address: Address) -> int | None:
        """By how many characters the words at an address stand later than they did; None where they are gone."""
        if address.sentence.of(self.document.text) == address.words:
            return 0
        found = self.document.text.find(address.words)
        return None if found < 0 else found - address.sentence.start

    def address(self, item: Item) -> Address:
        """Where an item stands, labelled as the machine coded it."""
        sort, id = sort_of(item), self.id_of(item)
        coded = _all(self.coded, sort).get(id, item)
        sentence = self._sentence(coded)
        return Address(
            sort=sort,
            item=id,
            label=_label(coded),
            sentence=sentence,
            trigger=_trigger(coded),
            words=sentence.of(self.document.text),
        )

    def id_of(self, item: Item) -> str:
        """The id by which an item of the reading is known."""
        return next(id for id, other in _all(self.reading, sort_of(item)).items() if other is item)

    def put_part(self, old: Part | None, new: Part | None) -> "Scene":
        """With an office or tie of kin in the place of another, beside the others or, for none, without it."""
        return replace(self, reading=with_part(self.reading, old, new))

    def put(self, item: Event | Attribution) -> "Scene":
        """With the item in the place of what had its id, or after all others."""
        if isinstance(item, Event):
            return self._with(events=_put(self.reading.events, item))
        return self._with(attributions=_put(self.reading.attributions, item))

    def drop_event(self, id: str) -> "Scene":
        return self._with(events=tuple(e for e in self.reading.events if e.id != id))

    def with_items(self, events: Iterable[Event], attributions: Iterable[Attribution]) -> "Scene":
        return self._with(events=tuple(events), attributions=tuple(attributions))

    def party(self, name: str) -> tuple["Scene", Entity]:
        """Whom a name means in the report: one of its entities, a state, or whoever else its text names.

        Raises RecordError for anybody else.
        """
        key, country = name_key(name), as_party(name).country
        for entity in self.reading.entities:
            if entity.id == name or key in self._names(entity) or (country == entity.country and _is_state(entity)):
                return self, entity
        made = self._state(country) or self._named(name)
        return self._with(entities=(*self.reading.entities, made)), made

    def place(self, name: str) -> tuple["Scene", Place]:
        """The report's place of a name, or one at those words of its text. Raises RecordError where there are none."""
        for place in self.reading.places:
            if name == place.id or name_key(place.name) == name_key(name):
                return self, place
        spot = self.spot(name)
        made = Place(id=make_id("place", self.document.id, (spot,)), start=spot.start, end=spot.end, name=name)
        return self._with(places=(*self.reading.places, made)), made

    def spot(self, words: str) -> Extent:
        """Where the words first stand in the text. Raises RecordError where they don't."""
        start = self.document.text.find(words) if words else -1
        if start < 0:
            raise RecordError(f"{self.document.id}: its text does not say {words!r}; give words as they stand in it")
        return Extent(start, start + len(words))

    def _sentence(self, item: Item) -> Extent:
        if isinstance(item, Event):
            return item.sentence
        if isinstance(item, Attribution):
            return _hull((*item.cue, *item.content))
        return self.sentence_at(_hull(item.spans))

    def sentence_at(self, spot: Extent) -> Extent:
        """The sentence in which the words at an extent stand, or that extent."""
        known = (event.sentence for event in self.coded.events)
        return next((s for s in find_passages(self.document.text, known) if spot in s), spot)

    def _state(self, code: str | None) -> Entity | None:
        state = load_countries().by_code(code) if code else None
        id = make_id("e", self.document.id, (), state.code) if state else ""
        return Entity(id=id, kind=Kind.STATE, name=state.name, country=state.code) if state else None

    def _named(self, name: str) -> Entity:
        spot = self.spot(name)
        mention = Mention(start=spot.start, end=spot.end, form=Form.NAME)
        id = make_id("e", self.document.id, (spot,), name)
        return Entity(id=id, kind=Kind.OTHER, name=name, mentions=(mention,))

    def _names(self, entity: Entity) -> set[str]:
        named = (m.named.of(self.document.text) for m in entity.mentions if m.form is Form.NAME)
        return {name_key(name) for name in (entity.name, *named)}

    def _with(self, **parts: object) -> "Scene":
        return replace(self, reading=replace(self.reading, **parts))  # type: ignore[arg-type]


SORTS = {Event: Sort.EVENT, Attribution: Sort.ATTRIBUTION, Office: Sort.OFFICE, Kin: Sort.KIN}


def sort_of(item: Item) -> Sort:
    return SORTS[type(item)]


def _all(reading: Reading, sort: Sort) -> Mapping[str, Item]:
    """The items of a sort by their ids."""
    if sort is Sort.OFFICE:
        return offices_of(reading)
    if sort is Sort.KIN:
        return kin_of(reading)
    items: tuple[Event | Attribution, ...] = reading.events if sort is Sort.EVENT else reading.attributions
    return {item.id: item for item in items}


def _label(item: Item) -> str:
    if isinstance(item, Event):
        return item.type
    if isinstance(item, Attribution):
        return item.act.value
    return item.title if isinstance(item, Office) else item.relation


def _trigger(item: Item) -> tuple[Extent, ...]:
    if isinstance(item, Event):
        return item.trigger
    return item.cue or item.content if isinstance(item, Attribution) else item.spans


def _meets(item: Item, address: Address, moved: int) -> bool:
    then = [Extent(e.start + moved, e.end + moved) for e in address.trigger]
    return any(now.overlaps(other) for now in _trigger(item) for other in then)


def _hull(extents: tuple[Extent, ...]) -> Extent:
    if not extents:
        return Extent(0, 0)
    return Extent(min(e.start for e in extents), max(e.end for e in extents))


def _is_state(entity: Entity) -> bool:
    return entity.country is not None and entity.kind is Kind.STATE


def _put(
    items: tuple[Event, ...] | tuple[Attribution, ...], item: Event | Attribution
) -> tuple[Event | Attribution, ...]:
    held = {other.id: other for other in items}
    return tuple({**held, item.id: item}.values())
