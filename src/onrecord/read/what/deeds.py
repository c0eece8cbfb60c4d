"""Deeds that stand where a party is looked for: who did them, and not where they happened or to whom.

"The blasts in Kenya killed nine": not Kenya. "Condemned the attack on Chad": not Chad.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Kind
from onrecord.read.firing import first_reached, fits, is_pos
from onrecord.read.trees import conjuncts, walk
from onrecord.read.what.parties import is_only_meant, parties
from onrecord.read.who.cast import Cast

CONFLICT = "material conflict"
SITES = frozenset(
    "airport barracks base camp church consulate embassy headquarters hospital hotel market mission mosque school "
    "station synagogue temple university".split()
)
"""Heads of names of what a deed is done to and that does none: "the *embassy* bombing"."""
WHERE = ("in", "from", "at")
"""Paths from somebody to where he is."""
WRONGS = frozenset(
    "abuse detention imprisonment jailing mistreatment oppression persecution plight repression suffering torture "
    "treatment".split()
)
"""Nouns of what is done to those behind their "of" and is no event here: "the *treatment* of monks"."""
BLAMING = frozenset("accuse blame convict suspect".split())
UNDERGOING = ("of", "on", "against", "near", "at", "in", "outside", "inside")
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
    """Who does a deed, by the first of its entry's paths that leads to anybody."""
    for path in entry.actor:
        reached = first_reached(deed, (path,))
        doing = [t for t in reached if not (is_site(cast, t, entry, lexicon) or is_only_meant(t))]
        found = tuple(id for id in parties(cast, doing) if not is_only_where(cast, doing, id))
        if found:
            return found
    return parties(cast, led_by(deed)) or parties(cast, done_by(deed, entry)) or parties(cast, charged_with(deed))


def charged_with(deed: Token) -> Iterator[Token]:
    """Who is blamed for a deed: "accused *Chad* of an attack on a bus", "*rebels* were blamed for it"."""
    over = deed.head.head
    if deed.dep_ != "pobj" or deed.head.lower_ not in ("for", "of"):
        return
    verb = over.head if over.dep_ in ("dobj", "nsubjpass") else over
    if verb.lemma_.lower() in BLAMING:
        yield from (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))


def led_by(deed: Token) -> Iterator[Token]:
    """Who leads a deed, by the word before its noun: the Saudi of "the *Saudi*-led bombing"."""
    led = (c for c in deed.children if c.lower_ == "led" and c.dep_ == "amod" and c.i < deed.i)
    yield from (t for word in led for t in word.children if t.pos_ in ("ADJ", "NOUN", "PROPN"))


def done_by(deed: Token, entry: EventWord) -> Iterator[Token]:
    """Who does a deed behind whom it is done to, on whom the parser may hang the doer: "strikes on Mali *by Chad*"."""
    if "by" in entry.actor and deed.pos_ in ("NOUN", "PROPN"):
        for preposition in UNDERGOING:
            yield from walk(deed, f"prep:{preposition}>pobj>by")


def is_only_where(cast: Cast, doing: Iterable[Token], id: str) -> bool:
    """Whether a place is only where somebody is who does something, and who is no entity: "a *smith* in Lima shot"."""
    if cast.entity(id).kind is not Kind.PLACE:
        return False
    there = (t for token in doing for one in conjuncts(token) for path in WHERE for t in walk(one, path))
    return any(cast.at(t) == id for t in there)


def is_victim(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names to whom or where a deed was done: "the bombing *of an embassy in Chad*"."""
    here = token
    while here.dep_ == "pobj" and here.head.lower_ in UNDERGOING:
        here = here.head.head
        if deed_at(here, lexicon) is not None or here.lemma_.lower() in WRONGS:
            return True
    return False


def who_wrongs(word: Token) -> tuple[Token, ...]:
    """The word, or of a wrong whose it is: "the treatment of monks *by Chad*", not of the monks."""
    if word.lemma_.lower() not in WRONGS:
        return (word,)
    return tuple(t for path in ("poss", "by", "of>pobj>by") for t in walk(word, path))


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
