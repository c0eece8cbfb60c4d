"""What a person may set in an item, with its present value as it is written in a form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.lexicon.lexicon import load_types
from onrecord.model import Act, Attribution, Event, Modality, Reading, When
from onrecord.record.correction import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field by its name in a correction; `choices` where only these may be, `hint` for how it is written."""

    name: str
    value: str
    choices: tuple[str, ...] = ()
    hint: str = ""


def fields_of(reading: Reading, item: Event | Attribution) -> tuple[Field, ...]:
    """The fields of an event or an attribution of the reading."""
    names = {entity.id: entity.name for entity in reading.entities}
    modality = Field(name="modality", value=item.modality.value, choices=tuple(Modality))
    if isinstance(item, Attribution):
        source = names.get(item.source.entity or "", "")
        return Field(name="act", value=item.act.value, choices=tuple(Act)), Field(name="source", value=source), modality
    places = {place.id: place.name for place in reading.places}
    several = "several with semicolons between"
    return (
        Field(name="type", value=item.type, choices=tuple(load_types())),
        Field(name="actor", value="; ".join(names[id] for id in item.actor), hint=several),
        Field(name="recipient", value="; ".join(names[id] for id in item.recipient), hint=several),
        Field(name="date", value=_dates(item.date), hint="2025-03-18, 2025-03, or two with a slash between"),
        Field(name="place", value=places.get(item.place or "", "")),
        modality,
    )


def changes_of(fields: Iterable[Field], given: Mapping[str, str | None]) -> tuple[Change, ...]:
    """What was written otherwise than it stands."""
    written = ((field, given.get(field.name)) for field in fields)
    return tuple(
        Change(field=field.name, value=value.strip())
        for field, value in written
        if value is not None and value.strip() != field.value
    )


def _dates(when: When) -> str:
    return "/".join(dict.fromkeys(filter(None, (when.start, when.end))))
