"""What the words of a phrase tell of the country and the sectors of whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.known import Known, Sort
from onrecord.lexicon.people import Adjective, BodyWord, KinWord, Noun, Role, Title

FORMER = frozenset("former ex retired ousted deposed erstwhile late ex-president ex-minister ex-premier".split())
OPENING = frozenset("of for to in at from with on by against near under about within among".split())
BACKING = frozenset("backed aligned allied linked funded trained supported sponsored armed made led friendly".split())
"""What after a state's name and a hyphen says whose side somebody is on, not where from."""

OWNS = "'s"
"""The word of a sign that makes what is before it the owner of what follows."""

ADJECTIVES = frozenset("official national local public individual private general principal human".split())
"""Nouns that before another noun are none: the official news agency."""

WATERS = frozenset(("river", "lake"))

UNIDENTIFIED = frozenset(("UAF",))
"""What armed people are whose group is not known."""

ELSEWHERE = frozenset("for to on against with about near under among".split())
"""After these, a country is not that of whom the phrase names: ambassador to France, talks with Chad."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or phrase that may tell something: a known name, a noun of the lexicons, a title, or just a word."""

    word: str
    known: Known | None = None
    noun: Noun | None = None
    title: Title | None = None
    adjective: Adjective | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Country and sectors that a phrase tells; the first sector is the first in rank."""

    country: str | None = None
    sectors: tuple[str, ...] = ()


def tell(signs: Sequence[Sign], date: str | None) -> Told:
    """What the signs of a phrase, in the order of the text, tell on a date.

    The head is what stands before the first preposition. An office has its own sector, unless it is one that belongs
    to all kinds of bodies (spokesman, head): then the body's counts.
    """
    signs = [s for i, s in enumerate(signs) if not (s.known is not None and is_backer(signs[i + 1 : i + 3]))]
    signs = [s for i, s in enumerate(signs) if i == 0 or s.known is None or not is_water(signs[i - 1])]
    cut = next((i for i, s in enumerate(signs) if s.word in OPENING), len(signs))
    front, rest = [s for i, s in enumerate(signs[:cut]) if not is_adjective(s, signs[i + 1 : cut])], signs[cut:]
    sectors = sectors_of(front, rest, date) or next((s.adjective.sector for s in front if s.adjective), ())
    if sectors and is_over(front):
        sectors = ("ELI", *sectors)
    return Told(country=country_of(front, rest), sectors=tuple(dict.fromkeys(sectors)))


def is_over(front: Sequence[Sign]) -> bool:
    """Whether "former" or the like stands before an office or trade: a former minister, not a former republic."""
    at = next((i for i, s in enumerate(front) if s.word in FORMER), None)
    return at is not None and any(
        s.title is not None or (s.noun is not None and not isinstance(s.noun.entry, BodyWord)) for s in front[at:]
    )


def country_of(front: Sequence[Sign], rest: Sequence[Sign]) -> str | None:
    """The country in the front of a phrase, else the one that its "of" or "in" leads to."""
    for sign in front:
        if sign.known is not None and sign.known.country is not None:
            return sign.known.country
    after = ""
    speaks_for = any(is_loan(s) and not of_sign(s, None) for s in front)
    for sign in rest:
        after = sign.word if sign.word in OPENING else after
        apart = after in ELSEWHERE and not (after == "for" and speaks_for)
        if sign.known is not None and sign.known.country is not None and not apart:
            return sign.known.country
    return None


def sectors_of(front: Sequence[Sign], rest: Sequence[Sign], date: str | None) -> tuple[str, ...]:
    """Sectors of the offices and titles in front; else of the bodies in front; else of those that follow.

    What is somebody's goes before whose it is: a pupil's parents are no pupils. Gunmen of a group are the group's.
    """
    owned = next((i for i in range(len(front) - 1, -1, -1) if front[i].word == OWNS), None)
    if owned is not None and any(is_own(s) or is_kin(s) for s in front[owned:]):
        front = front[owned:]
    if len(rest) > 1 and rest[-2].known is not None and is_own(rest[-1]) and all(map(is_body, front)):
        front = [*front, rest[-1]]  # the fans of "University of Peru fans"
    own = [s for sign in front if is_own(sign) for s in of_sign(sign, date)]
    groups = [s for sign in front if sign.known is not None for s in of_sign(sign, date)]
    if own:
        return tuple(groups if groups and set(own) <= UNIDENTIFIED else own)
    heads = [sign for sign in front if sign.noun is not None]
    beside = [s for sign in front if not is_loan(sign) for s in of_sign(sign, date)]
    if beside:
        return tuple(beside)
    if heads or all(s.word for s in front):
        for sign in rest:
            found = of_sign(sign, date) if not is_loan(sign) else ()
            if found:
                return found
    return tuple(s for sign in front for s in of_sign(sign, date))


def is_backer(after: Sequence[Sign]) -> bool:
    """Whether a hyphen makes a state the backer of what follows, not its own: Iran-backed fighters."""
    return len(after) == 2 and after[0].word == "-" and after[1].word in BACKING


def is_water(before: Sign) -> bool:
    """Whether what is named behind a word is a river or lake, and no country: the river Niger, Lake Malawi."""
    return before.noun is not None and before.noun.lemma.split()[-1] in WATERS


def is_adjective(sign: Sign, after: Sequence[Sign]) -> bool:
    """Whether a noun that is an adjective too stands before another noun."""
    return sign.noun is not None and sign.noun.lemma in ADJECTIVES and any(s.noun is not None for s in after)


def is_own(sign: Sign) -> bool:
    """Whether the sector is the person's own: a title, or an office that belongs to one kind of body."""
    entry = sign.noun.entry if sign.noun is not None else None
    return sign.title is not None or (isinstance(entry, Role) and not entry.borrows)


def is_body(sign: Sign) -> bool:
    """Whether a sign is a body's noun or a word that tells nothing."""
    return bool(sign.word) or (sign.noun is not None and isinstance(sign.noun.entry, BodyWord))


def is_kin(sign: Sign) -> bool:
    return sign.noun is not None and isinstance(sign.noun.entry, KinWord) and sign.noun.plural


def is_loan(sign: Sign) -> bool:
    """Whether the noun takes its sector from the body it is said with."""
    return sign.noun is not None and isinstance(sign.noun.entry, Role) and sign.noun.entry.borrows


def of_sign(sign: Sign, date: str | None) -> tuple[str, ...]:
    """The sectors of one sign by itself."""
    if sign.title is not None:
        return sign.title.sector
    if sign.known is not None:
        return sign.known.group.sectors(date) if sign.known.sort == Sort.GROUP and sign.known.group else ()
    if sign.noun is None:
        return ()
    if isinstance(sign.noun.entry, KinWord):
        return ("CVL",) if sign.noun.plural else ()
    entry: Role | BodyWord = sign.noun.entry
    return entry.sector
