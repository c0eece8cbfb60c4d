"""Runs: stretches of words that look like names, by their capitals, with the particles and links between them."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.lexicon.people import BodyWord
from onrecord.read.who.words import Words

NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"))
UNNAMED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LAW", "LANGUAGE"))
PARTICLES = frozenset(
    "bin ibn bint al el de del della di da do dos das du van von der den ter ul ur ud la le ben ag ould mint wad af "
    "zu".split()
)
LINKS = frozenset("of for and & the on in".split())
CALENDAR = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|god|english|internet)s?\.?",
    re.IGNORECASE,
)
ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ul|d|l)['-][A-Z]\w+.*")


def find_runs(doc: Doc, words: Words) -> Iterator[tuple[int, int]]:
    """Stretches of words that look like names, particles and links within them included."""
    elsewhere = {t.text for t in words.tokens if t.text[:1].isupper() and t.pos_ == "PROPN" and not t.is_sent_start}
    end = 0
    for token in words.tokens:
        if token.i < end or not begins(token, words, elsewhere):
            continue
        end = run_end(doc, words, token.i, elsewhere)
        yield token.i, end


def begins(token: Token, words: Words, elsewhere: set[str]) -> bool:
    """Whether a name may begin here."""
    if token.i in words.known:
        return True
    text = token.text
    if ARTICLED.fullmatch(text):
        return True
    if not text[:1].isupper() or token.ent_type_ in UNNAMED or is_calendar(token) or token.pos_ == "PRON":
        return False
    phrase = words.nouns.get(token.i)
    if token.is_sent_start and phrase is not None and phrase.end > token.i + 1 and token.nbor(1).text.islower():
        return False
    if token.pos_ == "PROPN":
        return not (token.is_sent_start and token.is_stop)
    if (token.is_stop and token.lower_ not in ("front", "call")) or token.pos_ in (
        "DET",
        "ADP",
        "ADV",
        "CCONJ",
        "SCONJ",
        "AUX",
        "INTJ",
        "NUM",
        "PUNCT",
        "SYM",
    ):
        return False
    if starts_sentence(token):
        return token.ent_type_ in NAMED or text in elsewhere
    return True


def is_calendar(token: Token) -> bool:
    """Whether the word is a month or a day (and not somebody called Jan or May)."""
    return CALENDAR.fullmatch(token.text) is not None and token.ent_type_ not in ("PERSON", "ORG", "GPE")


def starts_sentence(token: Token) -> bool:
    """Whether the capital may be due to the place: at the head of a sentence, a quotation or a line."""
    before = token.i - 1
    while before >= 0 and token.doc[before].is_punct and token.doc[before].text != ",":
        if token.doc[before].text in (".", ":", '"', "'", "?", "!"):
            return True
        before -= 1
    return bool(token.is_sent_start) or before < 0 or token.doc[before].is_space


def run_end(doc: Doc, words: Words, start: int, elsewhere: set[str]) -> int:
    """Where the run that begins at `start` ends: at the first word that is neither a name's nor a link to one."""
    first = words.known.get(start) or words.titles.get(start)
    at = first.end if first is not None else start + 1
    body, looked_at = holds_body(words, start, at), at
    while at < len(doc):
        token = doc[at]
        if at in words.known and doc[at].text[:1].isupper():
            at = words.known[at].end
        elif token.text[:1].isupper() and at in words.nouns and words.nouns[at].end > at + 1:
            at = words.nouns[at].end
        elif at in words.titles:
            at = words.titles[at].end
        elif begins(token, words, elsewhere) and not token.is_sent_start:
            at += 1
        elif token.lower_ in PARTICLES and (after := after_particles(doc, at)):
            at = after
        elif hyphened(doc, words, start, at):
            at += 2
        elif body and links(doc, words, at):
            at = next_capital(doc, at)
        elif (
            token.text == "." and len(doc[at - 1].text) == 1 and at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
        ) or (token.text == "'s" and token.nbor(-1).text in ("People", "Women", "Children", "Workers")):
            at += 1
        else:
            break
        body, looked_at = body or holds_body(words, looked_at, at), at
    return at


def after_particles(doc: Doc, at: int) -> int:
    """The token after particles (van der) if it has a capital, or 0."""
    while at < len(doc) and doc[at].lower_ in PARTICLES:
        at += 1
    return at if at < len(doc) and (doc[at].text[:1].isupper() or ARTICLED.fullmatch(doc[at].text)) else 0


def hyphened(doc: Doc, words: Words, start: int, at: int) -> bool:
    """Whether a hyphen joins the second half of a given name: Yau Wai-ching."""
    if doc[at].text != "-" or doc[at - 1].whitespace_ or doc[at].whitespace_ or at + 1 >= len(doc):
        return False
    half = doc[at + 1]
    if half.text[:1].isupper():
        return half.pos_ == "PROPN"
    return (
        at - start >= 2
        and half.is_alpha
        and len(half.text) <= 5
        and at + 1 not in words.nouns
        and half.pos_ in ("PROPN", "NOUN", "X")
    )


def holds_body(words: Words, start: int, end: int) -> bool:
    """Whether a body's head noun stands in the tokens."""
    return any(is_body(words, i) for i in range(start, end))


def is_body(words: Words, i: int) -> bool:
    at = words.noun_at.get(i)
    return at is not None and at.noun is not None and isinstance(at.noun.entry, BodyWord) and at.end - 1 == i


def links(doc: Doc, words: Words, at: int) -> bool:
    """Whether "of", "for the", "and" at `at` go on with the name of a body: Ministry of Works and Housing."""
    after = next_capital(doc, at)
    if not after or after > at + 3 or after >= len(doc) or is_calendar(doc[after]):
        return False
    word = doc[at].lower_
    if word in ("and", "&"):
        return word == "&" or (after == at + 1 and doc[at - 1].ent_type_ == "ORG" and doc[after].ent_iob_ == "I")
    if word in ("on", "in") and after + 2 < len(doc) and doc[after + 1].text == "(":
        return doc[after + 2].text.isupper() and doc[after + 2].text[-1] == doc[after].text[0]
    if word in ("on", "in"):
        return doc[at].ent_type_ == "ORG" and doc[after].ent_iob_ == "I"
    return word in ("of", "for") and doc[at - 1].text[:1].isupper() and doc[at - 1].text not in PARTICLES


def next_capital(doc: Doc, at: int) -> int:
    """The next token with a capital after links, or 0."""
    while at < len(doc) and doc[at].lower_ in LINKS:
        at += 1
    return at if at < len(doc) and doc[at].text[:1].isupper() else 0
