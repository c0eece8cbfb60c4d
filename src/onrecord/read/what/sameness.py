"""Whether two tellings can be of one event: their words, parties, days and places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from spacy.tokens import Token

from onrecord.model import Evidence, Form, Kind, Place, When
from onrecord.read.what.events import Told
from onrecord.read.who.cast import Cast

JOINED = frozenset(("CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "COOPERATE", "AID", "RETREAT", "SANCTION"))
MEASURES = "COERCE"
"""The type of what authorities do, one thing after the other."""
ALOFT = frozenset(("aerial", "drone"))
"""Modes of what comes from the air."""
ANY_WAY = frozenset(("explosives", "heavy-weapons"))
"""Modes that say as little of whether it did as none."""
VISIT_DAYS = 2
"""Days that arrival, talks and departure of one visit may lie apart."""
RETOLD = "ASSAULT"
"""The type whose events a report tells of again by a noun alone: "the blast"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A telling with its circumstances."""

    told: Told
    when: When
    place: Place | None
    evidence: Evidence
    attribution: str | None


def same_event(a: Settled, b: Settled, cast: Cast) -> bool:
    """Whether two tellings can be of one event: type, modality, number, parties, days and place all agree."""
    if a.told.type != b.told.type or a.told.type not in JOINED or a.told.modality is not b.told.modality:
        return False
    words = (a.told.trigger, b.told.trigger)
    if (
        any(says_more(*two) for two in (words, words[::-1]))
        or is_how(a.told, b.told, cast)
        or is_how(b.told, a.told, cast)
    ):
        return True
    if is_plural(a.told) != is_plural(b.told) or are_told_apart(a.told, b.told) or are_two_measures(a.told, b.told):
        return False
    if a.told.type == "CONSULT":
        parties = same_meeting(a.told, b.told, cast)
    else:
        parties = agree(a.told.actor, b.told.actor, cast) and agree(a.told.recipient, b.told.recipient, cast)
        parties = parties and bool(set(all_parties(a.told)) & set(all_parties(b.told)))
        parties = parties and not (
            set(a.told.actor) & set(b.told.recipient) or set(b.told.actor) & set(a.told.recipient)
        )
    apart = VISIT_DAYS if a.told.type == "CONSULT" else 0
    return parties and days_meet(a.when, b.when, apart) and places_meet(a.place, b.place)


def says_more(word: Token, deed: Token) -> bool:
    """Whether a word says only what a deed led to, or whose it is: "bombed the village, *killing* nine", "the blasts
    *killed* nine", "*responsible* for the blasts", "an attack in which nine *died*"."""
    if word.dep_ == "relcl" and deed.is_ancestor(word) and deed.pos_ == "NOUN":
        return any(c.lower_ == "in" and any(g.lower_ == "which" for g in c.children) for c in word.children)
    if word.dep_ == "pobj" and word.head.lower_ == "in":  # "shot nine, police said, in an *attack* claimed by rebels"
        over = word.head.head
        if over == deed or (deed.head == over and deed.dep_ in ("ccomp", "parataxis")):
            return True
    outcome = deed.head == word and deed.dep_ == "nsubj" and deed.pos_ == "NOUN"
    aside = word.head == deed and word.dep_ == "advcl" and word.tag_ == "VBG"
    guilt = word.tag_.startswith("JJ") and deed.dep_ == "pobj" and deed.head.head == word
    return outcome or aside or guilt


def is_how(outcome: Told, deed: Told, cast: Cast) -> bool:
    """Whether one telling says what happened when those whom another tells of came to harm: "nine were killed *when
    their bus was bombed*"; not "when they attacked a post"."""
    when = any(c.dep_ == "advmod" and c.lower_ == "when" for c in deed.trigger.children)
    first = outcome.trigger
    near = deed.trigger.head == first or (deed.trigger.head.dep_ == "conj" and deed.trigger.head.head == first)
    if deed.trigger.dep_ != "advcl" or not when or not near or not outcome.recipient:
        return False
    return not set(deed.actor) & set(outcome.recipient) and agree(outcome.actor, deed.actor, cast)


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


def are_same(a: Sequence[str], b: Sequence[str], cast: Cast) -> bool:
    """Whether two lists of doers can mean the same, and are no two, of whom a country is known of one ("Chad dropped
    it", "*rebels* staged the attack")."""
    known = [any(cast.entity(i).country for i in side) for side in (a, b)]
    return agree(a, b, cast) and (not a or not b or bool(set(a) & set(b)) or known[0] == known[1])


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
