"""A report in the middle of being corrected: how items of it are found and put back. Nothing changes in place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.errors import RecordError
from onrecord.lexicon.countries import load_countries
from onrecord.model import (
    Attribution,
    Document,
    Entity,
    Event,
    Extent,
    Form,
    Kind,
    Mention,
    Place,
    Reading,
    make_id,
)
from onrecord.record.correction import Address, Sort
from onrecord.record.names import name_key
from onrecord.record.parties import as_party

Item = Event | Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The document, its reading as the machine `coded` it, and as corrections have left it so far."""

    document: Document
    coded: Reading
    reading: Reading

    def item(self, id: str) -> Item:
        """An event or attribution by its id. Raises RecordError where there is none (any more)."""
        items: tuple[Item, ...] = (*self.reading.events, *self.reading.attributions)
        for item in items:
            if item.id == id:
                return item
        raise RecordError(f"{self.document.id}: holds no event or attribution {id}; `--format json` gives their ids")

    def find(self, address: Address) -> Item:
        """The item at an address, wherever it stands now. Raises RecordError where it is gone."""
        held = {item.id: item for item in _all(self.reading, address.sort)}
        coded = {item.id: item for item in _all(self.coded, address.sort)}
        moved = self.moved(address)
        if address.item in held and (moved == 0 or address.item not in coded):
            return held[address.item]
        for item in coded.values():
            if moved is not None and item.id in held and _label(item) == address.label and _meets(item, address, moved):
                return held[item.id]
        raise RecordError(f"{self.document.id}: nothing is coded as {address.label} at {address.words!r} any more")

    def moved(self, address: Address) -> int | None:
        """By how many characters the words at an address stand later than they did; None where they are gone."""
        if address.sentence.of(self.document.text) == address.words:
            return 0
        found = self.document.text.find(address.words)
        return None if found < 0 else found - address.sentence.start

    def address(self, item: Item) -> Address:
        """Where an item stands, labelled as the machine coded it."""
        sort = sort_of(item)
        coded = next((other for other in _all(self.coded, sort) if other.id == item.id), item)
        sentence = coded.sentence if isinstance(coded, Event) else _hull((*coded.cue, *coded.content))
        return Address(
            sort=sort,
            item=item.id,
            label=_label(coded),
            sentence=sentence,
            trigger=_trigger(coded),
            words=sentence.of(self.document.text),
        )

    def put(self, item: Item) -> "Scene":
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


def sort_of(item: Item) -> Sort:
    return Sort.EVENT if isinstance(item, Event) else Sort.ATTRIBUTION


def _all(reading: Reading, sort: Sort) -> tuple[Item, ...]:
    return reading.events if sort is Sort.EVENT else reading.attributions


def _label(item: Item) -> str:
    return item.type if isinstance(item, Event) else item.act.value


def _trigger(item: Item) -> tuple[Extent, ...]:
    return item.trigger if isinstance(item, Event) else item.cue or item.content


def _meets(item: Item, address: Address, moved: int) -> bool:
    then = [Extent(e.start + moved, e.end + moved) for e in address.trigger]
    return any(now.overlaps(other) for now in _trigger(item) for other in then)


def _hull(extents: tuple[Extent, ...]) -> Extent:
    return Extent(min(e.start for e in extents), max(e.end for e in extents))


def _is_state(entity: Entity) -> bool:
    return entity.country is not None and entity.kind is Kind.STATE


def _put(items: tuple[Event, ...] | tuple[Attribution, ...], item: Item) -> tuple[Item, ...]:
    held = {other.id: other for other in items}
    return tuple({**held, item.id: item}.values())
