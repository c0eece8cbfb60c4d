"""Which tellings of a report tell of one event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Evidence, Extent, Form, Kind, Place, Precision, Published, Time, When
from onrecord.model.event import Modality
from onrecord.read.what.circumstances import find_place, find_when, inside
from onrecord.read.what.events import Told
from onrecord.read.what.retelling import attack_meant, is_of_kind
from onrecord.read.who.cast import Cast
from onrecord.read.word.claims import find_evidence, is_given

JOINED = frozenset(("CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "COOPERATE", "AID", "RETREAT", "SANCTION"))
MEASURES = "COERCE"
"""The type of what authorities do, one thing after the other."""
ALOFT = frozenset(("aerial", "drone"))
"""Modes of what comes from the air."""
ANY_WAY = frozenset(("explosives", "heavy-weapons"))
"""Modes that say as little of whether it did as none."""
RETOLD = "ASSAULT"
"""The type whose events a report tells of again by a noun alone: "the blast"."""
HISTORY = "1946"
"""The year before which what happened is no event."""
VISIT_DAYS = 2
"""Days that arrival, talks and departure of one visit may lie apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A telling with its circumstances."""

    told: Told
    when: When
    place: Place | None
    evidence: Evidence
    attribution: str | None


def settle(
    told: Told,
    text: str,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    published: Published,
) -> Settled:
    """When, where and on whose word a telling stands. Who tells of an own deed claims it.

    `times` and `places` are those of the whole `text`, in its order.
    """
    at = Extent(told.trigger.idx, told.trigger.idx + len(told.trigger.text))
    evidence, attribution = find_evidence(at, attributions)
    saying = next((a for a in attributions if a.id == attribution), None)
    by = saying.source.entity if saying else None
    if evidence is Evidence.DENIED and saying and is_given(told.trigger, saying.content):
        evidence = Evidence.ATTRIBUTED
    if evidence is Evidence.ATTRIBUTED and told.type == "ASSAULT" and by in told.actor:
        evidence = Evidence.CLAIMED
    sentence = told.trigger.sent
    here = Extent(sentence.start_char, sentence.end_char)
    outside = [t for t in inside(here, times) if not any(t.extent in e for e in told.content)]
    around = [p for p in inside(here, places) if not any(p.extent in e for e in told.content)]
    return Settled(
        told=told,
        when=find_when(told.trigger, outside, published, text),
        place=find_place(told.trigger, around),
        evidence=evidence,
        attribution=attribution,
    )


def is_history(settled: Settled) -> bool:
    """Whether a telling is of a deed before HISTORY: a report tells of it, but it is no news between today's states."""
    return settled.when.basis == "stated" and settled.when.end is not None and settled.when.end < HISTORY


def absorb_promised(told: Sequence[Told], lexicon: Lexicon) -> tuple[Told, ...]:
    """The tellings without those that only say what another one agrees to.

    "Agreed to exchange prisoners with Chile" is one AGREE and no future COOPERATE beside it; the party of what is
    agreed to is the party of the agreement. "Promised to raise its presence" is no threat to nobody beside it.
    """
    agreed = {t.trigger.i: t for t in told if t.type == "AGREE"}
    parties: dict[int, tuple[str, ...]] = {}
    kept = []
    for one in told:
        over = next((agreed[a.i] for a in one.trigger.ancestors if a.i in agreed), None)
        agrees = "AGREE" in (one.type, lexicon.types[one.type].future)
        own = over is not None and not one.recipient and set(one.actor) <= set(over.actor)
        agrees = agrees and over is not None and (not one.actor or bool(set(one.actor) & set(all_parties(over))))
        if over is not None and (agrees or own) and one.modality is not Modality.ACTUAL:
            parties[over.trigger.i] = tuple(p for p in (*one.actor, *one.recipient) if p not in over.actor)
        else:
            kept.append(one)
    return tuple(replace(t, recipient=parties.get(t.trigger.i) or t.recipient) for t in kept)


def join(settled: Sequence[Settled], cast: Cast) -> tuple[tuple[Settled, ...], ...]:
    """Groups of tellings that tell of one event, in text order."""
    groups: list[list[Settled]] = []
    again: set[int] = set()
    for one in settled:
        fitting = [g for g in groups if all(same_event(one, o, cast) for o in g if o.told.trigger.i not in again)]
        back = [] if fitting else [g for g in groups if is_retold(one, g, cast)]
        if back:
            again.add(one.told.trigger.i)
        if fitting or back:
            (fitting or back)[-1].append(one)
        else:
            groups.append([one])
    return tuple(tuple(g) for g in groups)


def is_retold(one: Settled, group: Sequence[Settled], cast: Cast) -> bool:
    """Whether a telling points back to the attack of a group: "the blast", with no other doer, day or scene."""
    noun = attack_meant(one.told.trigger)
    told = [s.told for s in group]
    if noun is None or {(t.type, t.modality) for t in (one.told, *told)} != {(RETOLD, Modality.ACTUAL)}:
        return False
    doers = all(agree(one.told.actor, t.actor, cast) for t in told)
    days = all(days_meet(one.when, s.when, 0) for s in group)
    others = {id for t in told for id in named_persons(t, cast)}
    same = not (own := named_persons(one.told, cast)) or not others or bool(own & others)
    return doers and days and same and scenes_meet(one, group, cast) and is_of_kind(noun, [t.trigger for t in told])


def named_persons(told: Told, cast: Cast) -> set[str]:
    """The persons to whom it was done whom the report knows by name."""
    hit = (cast.entity(id) for id in told.recipient)
    return {e.id for e in hit if e.kind is Kind.PERSON and any(m.form is Form.NAME for m in e.mentions)}


def scenes_meet(one: Settled, group: Sequence[Settled], cast: Cast) -> bool:
    """Whether a telling and a group name no different places, nor different countries, in which it happened."""
    here, there = scenes(one, cast), {c for s in group for c in scenes(s, cast)}
    towns = {s.place.name for s in group if s.place is not None and s.place.precision is not Precision.COUNTRY}
    own = one.place.name if one.place is not None and one.place.precision is not Precision.COUNTRY else None
    return (not here or not there or bool(here & there)) and (own is None or not towns or own in towns)


def scenes(one: Settled, cast: Cast) -> set[str]:
    """The countries that a telling of an attack names as where it was."""
    hit = (cast.entity(id) for id in one.told.recipient)
    named = {e.country for e in hit if e.kind in (Kind.STATE, Kind.PLACE)} | {one.place.country if one.place else None}
    return {country for country in named if country is not None}


def same_event(a: Settled, b: Settled, cast: Cast) -> bool:
    """Whether two tellings can be of one event: type, modality, number, parties, days and place all agree."""
    if a.told.type != b.told.type or a.told.type not in JOINED or a.told.modality is not b.told.modality:
        return False
    words = (a.told.trigger, b.told.trigger)
    if any(says_more(*two) for two in (words, words[::-1])):
        return True
    if is_plural(a.told) != is_plural(b.told) or are_told_apart(a.told, b.told) or are_two_measures(a.told, b.told):
        return False
    if a.told.type == "CONSULT":
        parties = same_meeting(a.told, b.told, cast)
    else:
        parties = agree(a.told.actor, b.told.actor, cast) and agree(a.told.recipient, b.told.recipient, cast)
        parties = parties and bool(set(all_parties(a.told)) & set(all_parties(b.told)))
    apart = VISIT_DAYS if a.told.type == "CONSULT" else 0
    return parties and days_meet(a.when, b.when, apart) and places_meet(a.place, b.place)


def says_more(word: Token, deed: Token) -> bool:
    """Whether a word says only what a deed led to, or whose it is: "bombed the village, *killing* nine", "the blasts
    *killed* nine", "*responsible* for the blasts", "an attack in which nine *died*"."""
    if word.dep_ == "relcl" and deed.is_ancestor(word) and deed.pos_ == "NOUN":
        return any(c.lower_ == "in" and any(g.lower_ == "which" for g in c.children) for c in word.children)
    outcome = deed.head == word and deed.dep_ == "nsubj" and deed.pos_ == "NOUN"
    aside = word.head == deed and word.dep_ == "advcl" and word.tag_ == "VBG"
    guilt = word.tag_.startswith("JJ") and deed.dep_ == "pobj" and deed.head.head == word
    return outcome or aside or guilt


def are_told_apart(a: Told, b: Told) -> bool:
    """Whether one sentence names other doers, or others to whom it was done and not the same doers: "killed nine as
    *the army fought rebels*"."""
    if a.trigger.sent.start != b.trigger.sent.start or a.type == "CONSULT":
        return False
    doers, done = (bool(x and y and not set(x) & set(y)) for x, y in ((a.actor, b.actor), (a.recipient, b.recipient)))
    return doers or (done and not set(a.actor) & set(b.actor))


def are_two_measures(a: Told, b: Told) -> bool:
    """Whether one side takes two measures: other words, with others to whom they are done ("seized a boat", "arrested
    two men") or of another mode ("seized power", "closed the border"); or attacks in two ways, from the air and on the
    ground."""
    differ = a.trigger.lemma_.lower() != b.trigger.lemma_.lower()
    others = bool(a.recipient and b.recipient) and not set(a.recipient) & set(b.recipient)
    modes = (set(a.mode), set(b.mode))
    if a.type == MEASURES:
        return differ and (others or (all(modes) and not modes[0] & modes[1]))
    return a.type == RETOLD and any(x & ALOFT and y and not y & (ALOFT | ANY_WAY) for x, y in (modes, modes[::-1]))


def is_plural(told: Told) -> bool:
    """Whether a telling speaks of several events at once ("attacks on the border")."""
    return told.trigger.tag_ == "NNS" and told.trigger.lemma_.lower() != "talk"


def same_meeting(a: Told, b: Told, cast: Cast) -> bool:
    """Whether two tellings of a meeting share a person, or the same countries meet in both; not where each names
    another person of one country: "met X, and later met Y"."""
    if {c for c in own_persons(a, b, cast) & own_persons(b, a, cast) if c}:
        return False
    shared = set(all_parties(a)) & set(all_parties(b))
    countries = [{cast.entity(i).country for i in all_parties(t)} - {None} for t in (a, b)]
    return bool(shared) and (not all(countries) or bool(countries[0] & countries[1]))


def own_persons(one: Told, other: Told, cast: Cast) -> set[str | None]:
    """The countries of the persons named in one telling and not in the other, where both name two sides."""
    if min(len(all_parties(one)), len(all_parties(other))) < 2:
        return set()
    own = (cast.entity(i) for i in all_parties(one) if i not in all_parties(other))
    return {e.country for e in own if e.kind is Kind.PERSON and any(m.form is Form.NAME for m in e.mentions)}


def all_parties(told: Told) -> tuple[str, ...]:
    """Actors and recipients."""
    return (*told.actor, *told.recipient)


def agree(a: Sequence[str], b: Sequence[str], cast: Cast) -> bool:
    """Whether two lists of parties can mean the same: one is open or of no known country, or they share one."""
    if not a or not b or set(a) & set(b):
        return True
    countries = [{cast.entity(i).country for i in side} - {None} for side in (a, b)]
    return not all(countries) or bool(countries[0] & countries[1])


def days_meet(a: When, b: When, apart: int) -> bool:
    """Whether two stated intervals lie no more than `apart` days from each other, or one is not stated."""
    if a.basis != "stated" or b.basis != "stated" or not (a.start and a.end and b.start and b.end):
        return True
    gap = max(Date.fromisoformat(a.start), Date.fromisoformat(b.start)) - min(
        Date.fromisoformat(a.end), Date.fromisoformat(b.end)
    )
    return gap.days <= apart


def places_meet(a: Place | None, b: Place | None) -> bool:
    """Whether two places can be one: either open, the same country, or the same name."""
    return a is None or b is None or a.country is None or b.country is None or a.country == b.country
