"""What stands before a name: titles and offices."""

from spacy.tokens import Doc, Token

from onrecord.lexicon.people import Role
from onrecord.read.who.runs import is_body
from onrecord.read.who.words import Words

PORTFOLIOS = frozenset(
    "affairs agriculture commerce communications cooperation culture defence defense development economy education "
    "energy environment finance fisheries health housing immigration industry information infrastructure interior "
    "justice labour labor planning security sport sports state technology tourism trade transport works".split()
)
"""What ministers are ministers of."""


def office_of(doc: Doc, words: Words, start: int) -> int:
    """Where "President of Chad" before a name at `start` begins; `start` itself where nothing such stands there."""
    known = next((k for i in range(max(0, start - 4), start) if (k := words.known.get(i)) and k.end == start), None)
    if known is None or known.start < 2 or doc[known.start - 1].lower_ != "of":
        return start
    at = words.noun_at.get(known.start - 2)
    if at is None or at.noun is None or not isinstance(at.noun.entry, Role):
        return start
    return at.start if at.noun.entry.office and not at.noun.plural else start


def office_before(doc: Doc, words: Words, start: int) -> int | None:
    """Where the office begins whose "of" or "of the" ends at `start`: "Speaker of the National Assembly"."""
    link = start - 2 if doc[start - 1].lower_ == "the" else start - 1
    at = words.noun_at.get(link - 1) if link > 0 and doc[link].lower_ in ("of", "for") else None
    if at is None or at.noun is None or not isinstance(at.noun.entry, Role):
        return None
    return at.start if at.noun.entry.office and not at.noun.plural else None


def holder_in(doc: Doc, words: Words, start: int, end: int) -> int | None:
    """Where, in a run behind an office, the name of its holder begins: after the last word for a body, a country or
    what a ministry is of ("*Foreign Affairs* Abdi Warsame") and after titles, if two capital words or more are left."""
    whose = (i + 1 for i in range(start, end) if is_body(words, i) or doc[i].lower_ in PORTFOLIOS)
    states = (words.known[i].end for i in range(start, end) if i in words.known)
    at = max((*whose, *states), default=end)
    at = max((words.titles[i].end for i in range(at, end) if i in words.titles), default=at)
    named = doc[at:end]
    return at if len(named) > 1 and all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in named) else None


def modifies(token: Token, start: int, end: int) -> bool:
    """Whether a word before an office belongs to it."""
    if token.dep_ == "case" or token.text == "-":
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN") and start <= token.head.i < end and not token.is_punct


def after_titles(words: Words, start: int, end: int) -> tuple[int, bool]:
    """Where the name after offices and titles begins, and whether there are any."""
    name, i, titled = start, start, False
    while i < end:
        role = words.noun_at.get(i) if i == start else words.nouns.get(i)
        office = role is not None and role.noun is not None and isinstance(role.noun.entry, Role)
        at = role if office else words.titles.get(i)
        if at is not None and at.end <= end:
            i = name = at.end
            titled = True
        else:
            i += 1
    return name, titled


def titles_tell(words: Words, start: int, end: int) -> tuple[tuple[str, ...], str | None]:
    """Sectors and gender that the titles in the tokens tell."""
    titles = [words.titles[i].title for i in range(start, end) if i in words.titles]
    sectors = tuple(dict.fromkeys(s for t in titles if t for s in t.sector))
    return sectors, next((t.gender for t in titles if t and t.gender), None)
