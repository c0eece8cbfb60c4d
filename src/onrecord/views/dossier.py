"""What the record knows of a person or body, put together from all reports that speak of it (`link.persons`).

A surname alone lists every candidate; namesakes stay apart where anything tells them apart. Nobody is said to be the
right holder of an office: where two are told to hold it at one time, both stand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.persons import Key, Likeness, Linked, find_persons
from onrecord.model import Act, Extent, Kind, Modality
from onrecord.record.rows import DocumentRow, KinRow, SayingRow, Sayings
from onrecord.record.who_rows import WhoRows
from onrecord.views.held import Contradiction, HeldOffice, as_offices, find_contradictions
from onrecord.views.voices import Voice, voices_of


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

    `countries` and `sectors` are those that any report tells. `said` goes by act, the commonest first. `entities` are
    those of single reports that are taken for this one; `links` says why, `apart` why others of the name are not.
    """

    kind: Kind
    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[HeldOffice, ...]
    contradictions: tuple[Contradiction, ...]
    kin: tuple[Tie, ...]
    said: tuple[tuple[Act, tuple[Said, ...]], ...]
    reports: tuple[DocumentRow, ...]
    entities: tuple[Key, ...]
    links: tuple[Likeness, ...]
    apart: tuple[Likeness, ...]


def as_dossiers(rows: WhoRows) -> tuple[Dossier, ...]:
    """A dossier for each candidate, those that most reports speak of first."""
    said = _by_speaker(rows.sayings)
    found = [_dossier(person, rows, said) for person in find_persons(rows) if not rows.sought.isdisjoint(_keys(person))]
    return tuple(sorted(found, key=lambda d: (-len(d.reports), d.name, d.kind, d.reports[0].id)))


def _keys(person: Linked) -> tuple[Key, ...]:
    return tuple((entity.document.id, entity.id) for entity in person.members)


def _by_speaker(sayings: Sayings) -> Mapping[Key, list[SayingRow]]:
    found: dict[Key, list[SayingRow]] = {}
    for saying in sayings.values():
        if saying.entity:
            found.setdefault((saying.document.id, saying.entity), []).append(saying)
    return found


def _dossier(person: Linked, rows: WhoRows, said: Mapping[Key, list[SayingRow]]) -> Dossier:
    entities, members = person.members, set(_keys(person))
    offices = as_offices(o for o in rows.offices if (o.document.id, o.holder) in members)
    names = Counter(e.name for e in entities)
    sayings = [saying for e in entities for saying in said.get((e.document.id, e.id), [])]
    return Dossier(
        kind=entities[0].kind,
        name=min(names, key=lambda name: (-names[name], name)),
        names=tuple(dict.fromkeys(name for e in entities for name in (e.name, *e.names))),
        countries=tuple(sorted({e.country for e in entities if e.country})),
        sectors=tuple(dict.fromkeys(sector for e in entities for sector in e.sector)),
        offices=offices,
        contradictions=find_contradictions(offices, rows.holders, {e.key for e in entities}),
        kin=_kin(k for k in rows.kin if members & {(k.document.id, k.person), (k.document.id, k.of)}),
        said=_said(sayings, rows.sayings),
        reports=tuple({e.document.id: e.document for e in entities}.values()),
        entities=_keys(person),
        links=person.ties,
        apart=person.apart,
    )


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
