"""What the record knows of a person or body.

At this first level two reports speak of one person or body when they give the very same full name (case, accents and
punctuation aside) and the same kind; nothing else is weighed. So namesakes fall together, which their `countries` and
offices may show, and one person under two spellings stays two. A surname alone lists every candidate.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.model import Act, Extent, Kind, Modality
from onrecord.record.rows import DocumentRow, EntityRow, KinRow, OfficeRow, SayingRow, Sayings, WhoRows
from onrecord.views.voices import Voice, voices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office and the reports that say so. `since` and `until` are ISO dates; the others are names."""

    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    appointed_by: str | None
    reports: tuple[DocumentRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """`person` is the `relation` of `of` (names), and the reports that say so."""

    person: str
    relation: str
    of: str
    reports: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something that they said, with the chain that it came through."""

    words: str
    act: Act
    voices: tuple[Voice, ...]
    document: DocumentRow
    extent: Extent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One candidate. `name` is the name that most reports give; `names` all that reports call them by.

    `countries` and `sectors` are those that any report tells. `said` goes by act, the commonest first.
    """

    kind: Kind
    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[HeldOffice, ...]
    kin: tuple[Tie, ...]
    said: tuple[tuple[Act, tuple[Said, ...]], ...]
    reports: tuple[DocumentRow, ...]


Key = tuple[str, str]
"""A document's id and the id of an entity in it."""


def as_dossiers(rows: WhoRows) -> tuple[Dossier, ...]:
    """A dossier for each candidate, those that most reports speak of first."""
    groups: dict[tuple[str, Kind], list[EntityRow]] = {}
    for entity in rows.entities:
        groups.setdefault((entity.key, entity.kind), []).append(entity)
    said = _by_speaker(rows.sayings)
    found = [_dossier(entities, rows, said) for entities in groups.values()]
    return tuple(sorted(found, key=lambda d: (-len(d.reports), d.name, d.kind)))


def _by_speaker(sayings: Sayings) -> Mapping[Key, list[SayingRow]]:
    found: dict[Key, list[SayingRow]] = {}
    for saying in sayings.values():
        if saying.entity:
            found.setdefault((saying.document.id, saying.entity), []).append(saying)
    return found


def _dossier(entities: list[EntityRow], rows: WhoRows, said: Mapping[Key, list[SayingRow]]) -> Dossier:
    members = {(e.document.id, e.id) for e in entities}
    names = Counter(e.name for e in entities)
    sayings = [saying for e in entities for saying in said.get((e.document.id, e.id), [])]
    return Dossier(
        kind=entities[0].kind,
        name=min(names, key=lambda name: (-names[name], name)),
        names=tuple(dict.fromkeys(name for e in entities for name in (e.name, *e.names))),
        countries=tuple(sorted({e.country for e in entities if e.country})),
        sectors=tuple(dict.fromkeys(sector for e in entities for sector in e.sector)),
        offices=_offices(o for o in rows.offices if (o.document.id, o.holder) in members),
        kin=_kin(k for k in rows.kin if members & {(k.document.id, k.person), (k.document.id, k.of)}),
        said=_said(sayings, rows.sayings),
        reports=tuple({e.document.id: e.document for e in entities}.values()),
    )


def _offices(rows: Iterable[OfficeRow]) -> tuple[HeldOffice, ...]:
    """Equal offices as one, by the day on which they began, those of no known day last."""
    found: dict[HeldOffice, dict[str, DocumentRow]] = {}
    for o in rows:
        office = HeldOffice(
            title=o.title,
            body=o.body,
            country=o.country,
            since=o.since,
            until=o.until,
            appointed_by=o.appointed_by,
        )
        found.setdefault(office, {})[o.document.id] = o.document
    held = (replace(office, reports=tuple(reports.values())) for office, reports in found.items())
    return tuple(sorted(held, key=lambda o: (o.since or "9999", o.until or "9999", o.title, o.body or "")))


def _kin(rows: Iterable[KinRow]) -> tuple[Tie, ...]:
    found: dict[tuple[str, str, str], dict[str, DocumentRow]] = {}
    for k in rows:
        found.setdefault((k.person_name, k.relation, k.of_name), {})[k.document.id] = k.document
    return tuple(
        Tie(person=person, relation=relation, of=of, reports=tuple(reports.values()))
        for (person, relation, of), reports in sorted(found.items(), key=lambda item: item[0])
    )


def _said(own: list[SayingRow], sayings: Sayings) -> tuple[tuple[Act, tuple[Said, ...]], ...]:
    found: dict[Act, list[Said]] = {}
    for saying in (s for s in own if s.modality is Modality.ACTUAL):
        voices = voices_of(saying.document, saying.id, sayings)
        said = Said(words=saying.words, act=saying.act, voices=voices, document=saying.document, extent=saying.extent)
        found.setdefault(saying.act, []).append(said)
    return tuple((act, tuple(found[act])) for act in sorted(found, key=lambda act: (-len(found[act]), act)))
