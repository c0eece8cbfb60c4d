"""Whole reports of our own with what belongs on record; expectations quote words, not offsets (tests/cases/*.yaml)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from onrecord.model import Attribution, Event, Extent, Reading

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A report and what is asked of its reading, each under a key of `CHECKS`."""

    name: str
    text: str
    date: str | None
    expect: dict[str, list[dict[str, Any]]]


def load_cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.yaml")):
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield Case(name=file.stem, text=raw["text"], date=raw.get("date"), expect=raw["expect"])


class Told:
    """A reading with its text, asked in words."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.reading = reading
        self.entities = {e.id: e for e in reading.entities}
        self.places = {p.id: p for p in reading.places}

    def words(self, spans: Iterable[Extent]) -> str:
        return " … ".join(s.of(self.text) for s in spans)

    def called(self, id: str | None) -> set[str]:
        """All words by which an entity is called."""
        entity = self.entities.get(id or "")
        return set() if entity is None else {m.named.of(self.text) for m in entity.mentions} | {entity.name}

    def is_called(self, id: str | None, name: str | None) -> bool:
        return name is None or name in self.called(id)

    def attributions(self, source: str | None, content: str | None) -> list[Attribution]:
        return [
            a
            for a in self.reading.attributions
            if (source is None or source in self.words(a.source.spans) or self.is_called(a.source.entity, source))
            and (content is None or content in self.words(a.content))
        ]

    def events(self, type: str, actor: str | None, recipient: str | None) -> list[Event]:
        return [
            e
            for e in self.reading.events
            if e.type == type
            and (actor is None or any(self.is_called(i, actor) for i in e.actor))
            and (recipient is None or any(self.is_called(i, recipient) for i in (*e.recipient, *e.actor)))
        ]


def holds(told: Told, kind: str, want: dict[str, Any]) -> bool:
    """Whether a reading holds one expectation."""
    return {
        "one": one_entity,
        "apart": two_entities,
        "office": office,
        "kin": kin,
        "time": time,
        "place": place,
        "said": said,
        "denied": denied,
        "event": event,
        "no_event": no_event,
        "published": published,
    }[kind](told, want)


def one_entity(told: Told, want: dict[str, Any]) -> bool:
    return any(
        set(want["names"]) <= told.called(e.id)
        and want.get("kind", e.kind) == e.kind
        and want.get("country", e.country) == e.country
        and set(want.get("sector", ())) <= set(e.sector)
        for e in told.reading.entities
    )


def two_entities(told: Told, want: dict[str, Any]) -> bool:
    a, b = want["names"]
    found = [e.id for e in told.reading.entities if a in told.called(e.id)]
    return bool(found) and not any(b in told.called(i) for i in found)


def office(told: Told, want: dict[str, Any]) -> bool:
    return any(
        told.is_called(o.holder, want["holder"])
        and want["title"] == o.title
        and want.get("country", o.country) == o.country
        and want.get("from", o.since) == o.since
        and (want.get("by") is None or told.is_called(o.appointed_by, want["by"]))
        for o in told.reading.offices
    )


def kin(told: Told, want: dict[str, Any]) -> bool:
    return any(
        told.is_called(k.person, want["person"]) and k.relation == want["relation"] and told.is_called(k.of, want["of"])
        for k in told.reading.kin
    )


def time(told: Told, want: dict[str, Any]) -> bool:
    return any(t.extent.of(told.text) == want["words"] and t.value == want["value"] for t in told.reading.times)


def place(told: Told, want: dict[str, Any]) -> bool:
    return any(
        p.extent.of(told.text) == want["words"]
        and want.get("country", p.country) == p.country
        and want.get("precision", p.precision) == p.precision
        for p in told.reading.places
    )


def said(told: Told, want: dict[str, Any]) -> bool:
    outer = {a.id: a for a in told.reading.attributions}
    for a in told.attributions(want.get("by"), want.get("words")):
        within = outer.get(a.within or "")
        if want.get("act", a.act) != a.act or want.get("quote", a.quote) != a.quote:
            continue
        if want.get("channel", a.channel) != a.channel:
            continue
        if "within" in want and (within is None or within not in told.attributions(want["within"], None)):
            continue
        return True
    return False


def denied(told: Told, want: dict[str, Any]) -> bool:
    answered = {a.id for a in told.attributions(want.get("of"), want.get("claim"))}
    return any(a.act == "denial" and answered & set(a.answers) for a in told.attributions(want["by"], None))


def event(told: Told, want: dict[str, Any]) -> bool:
    return any(fits(told, e, want) for e in told.events(want["type"], want.get("actor"), want.get("recipient")))


def fits(told: Told, e: Event, want: dict[str, Any]) -> bool:
    where = told.places.get(e.place or "")
    figures = {(f.what, f.low) for f in e.figures}
    return (
        want.get("modality", "actual") == e.modality
        and want.get("evidence", e.evidence) == e.evidence
        and set(want.get("mode", ())) <= set(e.mode)
        and want.get("dated", e.date.start) == e.date.start
        and ("at" not in want or (where is not None and where.name == want["at"]))
        and all((what, low) in figures for what, low in want.get("figures", {}).items())
    )


def no_event(told: Told, want: dict[str, Any]) -> bool:
    modality = want.get("modality", "actual")
    return not any(
        e.modality == modality and ("words" not in want or want["words"] in e.sentence.of(told.text))
        for e in (told.events(want["type"], want.get("actor"), None) if "type" in want else told.reading.events)
    )


def published(told: Told, want: dict[str, Any]) -> bool:
    found = told.reading.document.published
    return found.value == want["value"] and found.basis == want["basis"] and bool(found.spans)
