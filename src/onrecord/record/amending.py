"""The fields of an item that a person may set, and what the words they write for them mean."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from onrecord.errors import RecordError
from onrecord.lexicon.entries import EventType
from onrecord.lexicon.lexicon import load_types
from onrecord.model import Act, Attribution, Event, Evidence, Figure, Kin, Modality, Office, Source, When
from onrecord.record.amending_parts import KIN_FIELDS, OFFICE_FIELDS
from onrecord.record.correction import Change
from onrecord.record.dates import days_of
from onrecord.record.scene import ItemT, Scene

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

CORRECTED = "corrected"
"""What the date of an event rests on where a person set it."""

PARTED = re.compile(r"\s*;\s*|\s*,\s*")
NUMBER = re.compile(r"(?P<what>[^\W\d][^\d;]*?)\s+(?P<low>\d{1,18})(?:-(?P<high>\d{1,18})|(?P<more>\+))?")


def amend(scene: Scene, item: ItemT, changes: tuple[Change, ...]) -> tuple[Scene, ItemT]:
    """The item with its changes, and the scene with the parties and places that they name.

    Raises RecordError, in one line, for a field that it does not have or a value that means nothing.
    """
    for change in changes:
        scene, item = _field(FIELDS[type(item)], change)(scene, item, change.value.strip())
    return scene, item


def type_named(name: str) -> EventType:
    """The PLOVER type of that name. Raises RecordError for any other."""
    return _one_of(load_types(), name.upper(), "PLOVER type")


def _field(fields: Mapping[str, T], change: Change) -> T:
    return _one_of(fields, change.field, "field that can be set here")


def _one_of(known: Mapping[str, T], name: str, what: str) -> T:
    if name not in known:
        raise RecordError(f"{name or 'nothing'}: no {what}; choose one of {', '.join(known)}")
    return known[name]


def _value(type_: type[E], value: str) -> E:
    return _one_of({member.value: member for member in type_}, value, type_.__name__.lower())


def _type(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    type = type_named(value)
    mode = tuple(m for m in event.mode if m in type.modes)
    return scene, replace(event, type=type.id, quad=type.quad, mode=mode, intensity=type.intensity(mode))


def _mode(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    type = load_types()[event.type]
    mode = tuple(_one_of({m: m for m in type.modes}, name, f"mode of {type.id}") for name in _listed(value))
    return scene, replace(event, mode=mode, intensity=type.intensity(mode))


def _context(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    return scene, replace(event, context=_listed(value))


def _date(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    """An ISO date, month or year, or two of them with a slash between; nothing for none known."""
    if not value:
        return scene, replace(event, date=When())
    first, _, last = value.partition("/")
    start, end = days_of(first)[0], days_of(last or first)[1]
    if start > end:
        raise RecordError(f"{value}: ends before it begins; write the earlier day first")
    return scene, replace(event, date=When(start=start, end=end, basis=CORRECTED))


def _place(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    if not value:
        return scene, replace(event, place=None)
    scene, place = scene.place(value)
    return scene, replace(event, place=place.id)


def _actor(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    scene, ids = _parties(scene, value)
    return scene, replace(event, actor=ids)


def _recipient(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    scene, ids = _parties(scene, value)
    return scene, replace(event, recipient=ids)


def _source(scene: Scene, attribution: Attribution, value: str) -> tuple[Scene, Attribution]:
    if not value:
        return scene, replace(attribution, source=Source())
    scene, entity = scene.party(value)
    spans = tuple(mention.extent for mention in entity.mentions[:1])
    return scene, replace(attribution, source=Source(entity=entity.id, spans=spans))


def _channel(scene: Scene, attribution: Attribution, value: str) -> tuple[Scene, Attribution]:
    return scene, replace(attribution, channel=value or None)


def _parties(scene: Scene, value: str) -> tuple[Scene, tuple[str, ...]]:
    """Names with semicolons between; names have commas of their own ("Mwai, Lucy")."""
    ids = []
    for name in filter(None, (part.strip() for part in value.split(";"))):
        scene, entity = scene.party(name)
        ids.append(entity.id)
    return scene, tuple(dict.fromkeys(ids))


def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, PARTED.split(value))))


def _figures(scene: Scene, event: Event, value: str) -> tuple[Scene, Event]:
    """All numbers of the event: `killed 12; injured 3-5; arrested 20+`. One that is set anew keeps words and teller."""
    figures: list[Figure] = []
    for words in filter(None, (part.strip() for part in value.split(";"))):
        number = NUMBER.fullmatch(words)
        if number is None:
            raise RecordError(f"{words}: no figure; write killed 12, injured 3-5 or arrested 20+")
        low, high = int(number["low"]), None if number["more"] else int(number["high"] or number["low"])
        told = Figure(what=number["what"].lower(), low=low, high=high, spans=(), attribution=event.attribution)
        figures.append(_told(told, event, figures))
    return scene, replace(event, figures=tuple(figures))


def _told(figure: Figure, event: Event, taken: Sequence[Figure]) -> Figure:
    """The figure with the words and the teller of that of the event which it is, or which it is set in the place of."""
    free = [f for f in event.figures if f.what == figure.what and not any(f.spans == t.spans for t in taken)]
    likest = [f for f in free if (f.low, f.high) == (figure.low, figure.high)] or free
    return replace(likest[0], low=figure.low, high=figure.high) if likest else figure


EVENT_FIELDS: Mapping[str, Callable[[Scene, Event, str], tuple[Scene, Event]]] = {
    "type": _type,
    "mode": _mode,
    "context": _context,
    "date": _date,
    "figures": _figures,
    "place": _place,
    "actor": _actor,
    "recipient": _recipient,
    "modality": lambda scene, event, value: (scene, replace(event, modality=_value(Modality, value))),
    "evidence": lambda scene, event, value: (scene, replace(event, evidence=_value(Evidence, value))),
}
"""Several parties, modes or contexts stand with semicolons between; an empty value is none."""

ATTRIBUTION_FIELDS: Mapping[str, Callable[[Scene, Attribution, str], tuple[Scene, Attribution]]] = {
    "act": lambda scene, said, value: (scene, replace(said, act=_value(Act, value))),
    "source": _source,
    "channel": _channel,
    "modality": lambda scene, said, value: (scene, replace(said, modality=_value(Modality, value))),
}

FIELDS: Mapping[type, Mapping[str, Callable[[Scene, Any, str], tuple[Scene, Any]]]] = {
    Event: EVENT_FIELDS,
    Attribution: ATTRIBUTION_FIELDS,
    Office: OFFICE_FIELDS,
    Kin: KIN_FIELDS,
}
