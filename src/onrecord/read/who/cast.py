"""Who and what a report speaks of, put together: entities with their mentions, offices and kin."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from spacy.tokens import Token

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.people import KinWord, PeopleLexicon
from onrecord.model import Entity, Extent, Form, Kin, Kind, Mention, Office, Time, make_id
from onrecord.read.parse import Parsed
from onrecord.read.quotes import find_quotations
from onrecord.read.who.best_names import best_name, name_by_country
from onrecord.read.who.coreference import Resolved, resolve
from onrecord.read.who.handovers import Handover, find_handovers, hand_over
from onrecord.read.who.holders import countries_of, held_by_name, known_to_register
from onrecord.read.who.kin import Tie, find_ties
from onrecord.read.who.mentions import find_mentions
from onrecord.read.who.names import find_names
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.offices import find_claims
from onrecord.read.who.pronouns import PERSONAL
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import make_scene
from onrecord.read.who.sharing import split_shared
from onrecord.read.who.succession import find_successions
from onrecord.read.who.together import Row
from onrecord.read.who.understood import at_home, with_countries
from onrecord.read.who.words import find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Entities in the order of their first mentions, their offices and kin, and where in the text they are."""

    entities: tuple[Entity, ...]
    offices: tuple[Office, ...]
    kin: tuple[Kin, ...]
    by_id: Mapping[str, Entity]
    by_token: Mapping[int, tuple[Mention, str]]
    order: tuple[tuple[Mention, str], ...]
    together: Mapping[int, tuple[str, ...]]

    def all_at(self, token: Token) -> tuple[str, ...]:
        """The ids of the entities of which a token speaks together: Kenya's and Chad's of "they" or "the two sides"."""
        return self.together.get(token.i, ())

    def at(self, token: Token) -> str | None:
        """The id of the entity whose smallest mention is headed by the token (or is a name that the token is in)."""
        found = self.by_token.get(token.i)
        return found[1] if found is not None else None

    def within(self, extent: Extent) -> tuple[str, ...]:
        """The ids of the entities with a mention inside, each once, in text order."""
        return tuple(dict.fromkeys(id for mention, id in self.beginning_in(extent) if mention.end <= extent.end))

    def beginning_in(self, extent: Extent) -> tuple[tuple[Mention, str], ...]:
        """The mentions whose names begin inside, with the ids of their entities, in text order."""
        first = bisect_left(self.order, extent.start, key=lambda m: m[0].named.start)
        last = bisect_left(self.order, extent.end, key=lambda m: m[0].named.start)
        return self.order[first:last]

    def entity(self, id: str) -> Entity:
        """The entity of an id. Raises KeyError for an id that is none of this cast's."""
        return self.by_id[id]


def find_cast(
    parsed: Parsed,
    lexicon: PeopleLexicon,
    countries: Countries,
    *,
    times: tuple[Time, ...] = (),
    published: str | None = None,
) -> Cast:
    """Who is who in a report. `times` date appointments; `published` decides who was in power then."""
    doc, text = parsed.doc, parsed.text
    headline = parsed.paragraphs.headline
    title = headline.end if headline else 0
    words = find_words(doc, lexicon, countries, title, published or parsed.document.date)
    names = find_names(doc, words)
    mentions = find_mentions(doc, text, words, names, published or parsed.document.date, title)
    mentions = split_shared(doc, words, mentions)
    quotations = find_quotations(doc, parsed.paragraphs)
    scene = make_scene(doc, words, mentions, times, title, quotations)
    told, ties = (*find_claims(scene), *find_successions(scene)), find_ties(scene)
    claims = with_countries(scene, told, parsed.paragraphs, text, countries)
    known = tuple(held_by_name(scene, lexicon, published))
    resolved = resolve(scene, (*claims, *known), ties)
    handovers = tuple(find_handovers(scene))
    home = at_home(scene, resolved.clusters, parsed.paragraphs, text, countries)
    return as_cast(parsed, resolved, claims, ties, handovers, lexicon, countries, published, home)


def as_cast(
    parsed: Parsed,
    resolved: Resolved,
    claims: tuple[Claim, ...],
    ties: tuple[Tie, ...],
    handovers: tuple[Handover, ...],
    lexicon: PeopleLexicon,
    states: Countries,
    published: str | None,
    home: Mapping[Reference, str],
) -> Cast:
    """The cast of resolved mentions, of what was claimed of them, and of whom the register knows among them. `home`:
    the state of those whose first mention leaves it out."""
    clusters = resolved.clusters
    of = {member: i for i, members in enumerate(clusters) for member in members}
    said: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.holder in of:
            said.setdefault(of[claim.holder], []).append(claim)
    alone = tuple(as_entity(parsed, members, said.get(i, []), states) for i, members in enumerate(clusters))
    owned = (
        replace(e, country=e.country or home[c[0]]) if c[0] in home else with_owners_country(e, c, clusters, alone)
        for e, c in zip(alone, clusters, strict=True)
    )
    spoken = countries_of([m for members in clusters for m in members])
    entities = tuple(
        known_to_register(e, clusters[i], said.get(i, ()), spoken, lexicon, published) for i, e in enumerate(owned)
    )
    ids = {member: entities[i].id for member, i in of.items()}
    known = {member: id for member, id in ids.items() if not is_only_pronoun(clusters[of[member]])}
    told = [(e, c) for e, c in zip(entities, clusters, strict=True) if is_told(e, c)]
    return Cast(
        entities=entities,
        offices=hand_over(as_offices(claims, known), handovers, known),
        kin=as_kin(ties, ids, {e.id: e for e in entities}),
        by_id=MappingProxyType({e.id: e for e in entities}),
        by_token=MappingProxyType(by_token([c for _, c in told], ids)),
        together=MappingProxyType({m.head.i: ids_of(row, ids) for m, row in resolved.together.items()}),
        order=tuple(sorted(((m, e.id) for e, _ in told for m in e.mentions), key=lambda p: p[0].named)),
    )


def ids_of(row: Row, ids: Mapping[Reference, str]) -> tuple[str, ...]:
    """The ids of those in a row, each once; nobody where they are one."""
    found = tuple(dict.fromkeys(ids[m] for m in row if m in ids))
    return found if len(found) > 1 else ()


def as_mention(reference: Reference) -> Mention:
    """The mention as a Reading holds it."""
    whole, name = reference.whole, reference.extent
    return Mention(start=whole.start, end=whole.end, form=reference.form, name=name if name != whole else None)


def as_entity(parsed: Parsed, members: tuple[Reference, ...], claims: list[Claim], states: Countries) -> Entity:
    """An entity with what its mentions and offices tell together."""
    named = [m for m in members if m.form == Form.NAME]
    telling = named or [m for m in members if m.form == Form.NOMINAL] or list(members)
    kinds = Counter(m.kind for m in telling if m.kind is not None)
    if set(kinds) == {Kind.GROUP, Kind.BODY}:
        kinds = Counter((Kind.GROUP,))
    sectors = tuple(dict.fromkeys(s for m in members for s in m.sector))
    countries = [c.country for c in claims if c.country] + [m.country for m in (*named, *members) if m.country]
    return Entity(
        id=make_id("e", parsed.document.id, [members[0].extent]),
        kind=kinds.most_common(1)[0][0] if kinds else Kind.OTHER,
        name=name_by_country(telling, states) or best_name(telling),
        country=countries[0] if countries else None,
        sector=sectors,
        register=next((m.register for m in members if m.register), None),
        mentions=tuple(sorted({as_mention(m) for m in members})),
    )


def with_owners_country(
    entity: Entity,
    members: tuple[Reference, ...],
    clusters: tuple[tuple[Reference, ...], ...],
    entities: tuple[Entity, ...],
) -> Entity:
    """An entity of no country that is said to be a state's or a body's, with that one's country: "its troops"."""
    if entity.country is not None or any(m.noun is not None and isinstance(m.noun.entry, KinWord) for m in members):
        return entity
    owners = {c.i for m in members if m.form == Form.NOMINAL for c in m.head.children if c.dep_ == "poss"}
    for cluster, owner in zip(clusters, entities, strict=True) if owners else ():
        if owner.country is not None and owners & {m.head.i for m in cluster}:
            return replace(entity, country=owner.country)
    return entity


def is_told(entity: Entity, members: Sequence[Reference]) -> bool:
    """Whether anything tells who an entity is, so that it can be a party: not the case of a "we" of nobody known. "He"
    is one other person at least."""
    known = bool(entity.country or entity.sector) or any(m.form != Form.PRONOUN for m in entity.mentions)
    return known or any(m.gender in PERSONAL for m in members)


def is_only_pronoun(members: Sequence[Reference]) -> bool:
    """Whether somebody is called no more than "he" or "she", and so holds no office that could be looked up."""
    return all(m.form == Form.PRONOUN for m in members)


def by_token(clusters: Sequence[tuple[Reference, ...]], ids: Mapping[Reference, str]) -> dict[int, tuple[Mention, str]]:
    """Mentions by head token, the smaller before the greater; then by the other tokens of names, and by those of the
    office before a name."""
    found: dict[int, tuple[Mention, str]] = {}
    members = sorted((m for c in clusters for m in c), key=lambda m: m.extent.end - m.extent.start)
    for member in members:
        found.setdefault(member.head.i, (as_mention(member), ids[member]))
    for member in members:
        if member.name is not None:
            for i in (*range(member.name.start, member.name.end), *range(member.name.lead, member.name.start)):
                found.setdefault(i, (as_mention(member), ids[member]))
    return found


def as_offices(claims: tuple[Claim, ...], ids: Mapping[Reference, str]) -> tuple[Office, ...]:
    """One office for each holder, title and country, with all that its claims tell."""
    found: dict[tuple[str, str, str | None], Office] = {}
    for claim in claims:
        holder = ids.get(claim.holder)
        if holder is None:
            continue
        body = ids.get(claim.body) if claim.body is not None else None
        by = ids.get(claim.appointed_by) if claim.appointed_by is not None else None
        key = (holder, *claim.key)
        old = found.get(key) or Office(holder=holder, title=claim.title, rule=claim.rule)
        found[key] = Office(
            holder=holder,
            title=old.title,
            body=old.body or body,
            country=old.country or claim.country,
            since=old.since or claim.since,
            until=old.until or claim.until,
            appointed_by=old.appointed_by or (by if by != holder else None),
            spans=tuple(sorted({*old.spans, *claim.spans})),
            rule=old.rule,
        )
    return tuple(found.values())


def as_kin(ties: tuple[Tie, ...], ids: Mapping[Reference, str], by_id: Mapping[str, Entity]) -> tuple[Kin, ...]:
    """Ties between two entities, of which the one that is somebody's kin has a name."""
    found: dict[tuple[str, str, str], Kin] = {}
    for tie in ties:
        person, of = ids.get(tie.person), ids.get(tie.of)
        if person is None or of is None or person == of:
            continue
        if any(m.form == Form.NAME for m in by_id[person].mentions):
            kin = Kin(person=person, relation=tie.relation, of=of, spans=tie.spans, rule=tie.rule)
            found.setdefault((person, tie.relation, of), kin)
    return tuple(found.values())
