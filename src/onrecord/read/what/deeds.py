"""Deeds that stand where a party is looked for: who did them, and not where they happened or to whom.

"The blasts in Kenya killed nine": not Kenya. "Condemned the attack on Chad": not Chad.
"""

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Kind
from onrecord.read.firing import first_reached, fits, is_pos
from onrecord.read.issuers import issuers
from onrecord.read.what.parties import is_only_meant, parties
from onrecord.read.who.cast import Cast

CONFLICT = "material conflict"
SITES = frozenset(
    "airport barracks base camp church consulate embassy headquarters hospital hotel market mission mosque school "
    "station synagogue temple university".split()
)
"""Heads of names of what a deed is done to and that does none: "the *embassy* bombing"."""
UNDERGOING = frozenset("of on against near at in outside inside".split())
"""Prepositions between a deed and those to whom it is done, or where."""


def deed_at(token: Token, lexicon: Lexicon) -> EventWord | None:
    """The entry of a noun that tells of force: "the blasts"."""
    if not is_pos(token, "noun"):
        return None
    entries = lexicon.events.get(token.lemma_.lower(), ())
    return next((e for e in entries if lexicon.types[e.type].quad == CONFLICT and fits(e, token)), None)


def guilt_at(token: Token, lexicon: Lexicon) -> EventWord | None:
    """The entry of an adjective that says whose deed something is: "those *responsible* for the blasts"."""
    entries = lexicon.events.get(token.lemma_.lower(), ()) if token.pos_ == "ADJ" else ()
    return next((e for e in entries if e.pos == "adjective" and lexicon.types[e.type].quad == CONFLICT), None)


def doers(cast: Cast, deed: Token, entry: EventWord, lexicon: Lexicon) -> tuple[str, ...]:
    """Who does a deed, by the first of its entry's paths that leads to anybody, or to what he issues."""
    for path in entry.actor:
        reached = first_reached(deed, (path,))
        found = parties(cast, (t for t in reached if not (is_site(cast, t, entry, lexicon) or is_only_meant(t))))
        found = found or next((by for t in reached for i in issuers(t) if (by := parties(cast, (i,)))), ())
        if found:
            return found
    return ()


def is_victim(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names to whom or where a deed was done: "the bombing *of an embassy in Chad*"."""
    here = token
    while here.dep_ == "pobj" and here.head.lower_ in UNDERGOING:
        here = here.head.head
        if deed_at(here, lexicon) is not None:
            return True
    return False


def sites(cast: Cast, deed: Token, entry: EventWord, lexicon: Lexicon) -> tuple[str, ...]:
    """The places and countries before a deed's noun where it was done."""
    before = (c for c in deed.children if is_site(cast, c, entry, lexicon))
    return tuple(id for token in before if (id := cast.at(token)) is not None)


def is_site(cast: Cast, token: Token, entry: EventWord, lexicon: Lexicon) -> bool:
    """Whether a name before a deed's noun tells where it was done: "the Kenya bombing", "a US tour". An attack of a
    state that is named by its initials is that state's: "the US bombing"."""
    id = cast.at(token)
    if id is None or token.dep_ != "compound" or not entry.sited:
        return False
    if token.lemma_.lower() in SITES:
        return True
    kind = cast.entity(id).kind
    initials = token.text.replace(".", "").isupper() and lexicon.types[entry.type].quad == CONFLICT
    return kind is Kind.PLACE or (kind is Kind.STATE and not initials)
