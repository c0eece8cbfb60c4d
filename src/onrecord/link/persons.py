"""Which entities of several reports are one person or body, why, and which of one name are not.

Entities that reports describe alike are first put in one bundle; bundles are compared two by two and joined by average
linkage, so the order of reports changes nothing. A person's judgement stands above all scores. What one report tells
apart is never joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.link.clusters import cluster
from onrecord.link.likeness import LIKENESS, Profile, day_of, title_words
from onrecord.link.scorer import Reason, Weights, load_weights, weigh
from onrecord.model import Kind
from onrecord.record.judgements import Judgement
from onrecord.record.names import may_be_one, name_key
from onrecord.record.rows import EntityRow
from onrecord.record.who_rows import WhoRows

PERSON_WEIGHTS = Path(__file__).parent / "data" / "person.yaml"
UNCOMPARED = frozenset({Kind.STATE, Kind.PLACE, Kind.OTHER})
"""Kinds of which name and country tell all."""

Key = tuple[str, str]
"""A document's id and the id of an entity in it."""
Bundle = tuple[EntityRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How surely two entities are one, and why. `one` and `other` are a document's id and an entity's in it."""

    one: Key
    other: Key
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One person or body: every entity that is it, what ties them, and what keeps others of its name apart."""

    members: tuple[EntityRow, ...]
    ties: tuple[Likeness, ...]
    apart: tuple[Likeness, ...]


def find_persons(rows: WhoRows, weights: Weights | None = None) -> tuple[Linked, ...]:
    """Everybody among the entities, in the order of their first reports, by the weights that ship or by others."""
    weights = weights or person_weights()
    bundles = {_name(bundle): bundle for bundle in _bundles(rows)}
    judged = dict(_judged(bundles, rows.judgements))
    ties = {**dict(_ties(bundles, rows, weights)), **judged}
    most = float(len(bundles)) ** 2
    scores = {pair: tie.score if pair not in judged else most * (2 * tie.score - 1) for pair, tie in ties.items()}
    found = [_linked(set(names), bundles, ties) for names in cluster(bundles, scores, weights.least)]
    return tuple(sorted(found, key=lambda person: _key(person.members[0])))


def _linked(inside: set[str], bundles: Mapping[str, Bundle], ties: Mapping[tuple[str, str], Likeness]) -> Linked:
    return Linked(
        members=tuple(entity for name in sorted(inside) for entity in bundles[name]),
        ties=tuple(tie for pair, tie in ties.items() if inside.issuperset(pair)),
        apart=tuple(tie for pair, tie in ties.items() if len(inside.intersection(pair)) == 1),
    )


def person_weights() -> Weights:
    """The weights that ship."""
    return load_weights(PERSON_WEIGHTS, frozenset(LIKENESS))


def _key(entity: EntityRow) -> Key:
    return entity.document.id, entity.id


def _name(bundle: Bundle) -> str:
    return "\x1f".join(_key(bundle[0]))


def _bundles(rows: WhoRows) -> Iterator[Bundle]:
    """Entities that are described alike; one of whom nothing is told, or of whom a person has judged, stands alone."""
    judged = {(item.document, item.entity) for made in rows.judgements for item in (made.one, made.other)}
    titles = defaultdict(set)
    for office in rows.offices:
        titles[office.document.id, office.holder].add(title_words(office.title))
    found: dict[tuple[object, ...], list[EntityRow]] = defaultdict(list)
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for entity in sorted(rows.entities, key=_key):
        offices = frozenset(titles[_key(entity)])
        told = entity.kind in UNCOMPARED or bool(entity.country or offices or entity.register)
        alone = _key(entity) if not told or _key(entity) in judged else None
        alike = (entity.kind, entity.key, entity.country, offices, entity.register, alone)
        twin = seen[entity.document.id, alike] = seen[entity.document.id, alike] + 1
        found[*alike, twin].append(entity)
    yield from map(tuple, found.values())


def _ties(bundles: Mapping[str, Bundle], rows: WhoRows, weights: Weights) -> Iterator[tuple[tuple[str, str], Likeness]]:
    profiles = {name: _profile(bundle, rows) for name, bundle in bundles.items()}
    for one, other in combinations(sorted(bundles), 2):
        a, b = profiles[one], profiles[other]
        if a.kind is b.kind and may_be_one(a.name, b.name) and not _together(bundles[one], bundles[other]):
            made = weigh({name: feature(a, b) for name, feature in LIKENESS.items()}, weights)
            keys = _key(bundles[one][0]), _key(bundles[other][0])
            yield (one, other), Likeness(one=keys[0], other=keys[1], score=made.value, reasons=made.reasons)


def _together(one: Bundle, other: Bundle) -> bool:
    """Whether one report names both."""
    return not {e.document.id for e in one}.isdisjoint(e.document.id for e in other)


def _judged(
    bundles: Mapping[str, Bundle], judgements: Sequence[Judgement]
) -> Iterator[tuple[tuple[str, str], Likeness]]:
    """What people say of two bundles, which stands above all scores: 1 for the same, 0 for not."""
    where = {_key(entity): name for name, bundle in bundles.items() for entity in bundle}
    for made in judgements:
        one, other = ((item.document, item.entity) for item in (made.one, made.other))
        if one in where and other in where and where[one] != where[other]:
            says = f"judged {'the same' if made.same else 'not the same'} by {made.author}"
            tie = Likeness(one=one, other=other, score=float(made.same), reasons=(Reason(says=says, adds=0.0),))
            yield (min(where[one], where[other]), max(where[one], where[other])), tie


def _profile(bundle: Bundle, rows: WhoRows) -> Profile:
    members = {_key(entity) for entity in bundle}
    offices = [o for o in rows.offices if (o.document.id, o.holder) in members]
    kin = {(k.relation, name_key(k.of_name)) for k in rows.kin if (k.document.id, k.person) in members}
    kin |= {(f"{k.relation} to", name_key(k.person_name)) for k in rows.kin if (k.document.id, k.of) in members}
    countries = {entity.country for entity in bundle} | {office.country for office in offices}
    beside = _all(rows.company.get(document, ()) for document, _ in members)
    return Profile(
        kind=bundle[0].kind,
        name=bundle[0].key,
        countries=frozenset(filter(None, countries)),
        sectors=frozenset(sector for entity in bundle for sector in entity.sector[:1]),
        offices=frozenset(title_words(office.title) for office in offices),
        kin=frozenset(kin),
        company=frozenset(name for name in beside if not may_be_one(name, bundle[0].key)),
        incidents=frozenset(filter(None, (rows.incidents.get(document) for document, _ in members))),
        register=next((entity.register for entity in bundle if entity.register), None),
        days=frozenset(day for e in bundle if (day := day_of(e.document.published)) is not None),
    )


def _all(names: Iterable[Iterable[str]]) -> set[str]:
    return {name for some in names for name in some}
