"""The words of an office phrase: the title, whose office it is, and whether it is over."""

from spacy.tokens import Token

from onrecord.lexicon.known import Sort
from onrecord.lexicon.people import Role
from onrecord.model import Form, Kind
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, last_token
from onrecord.read.who.telling import FORMER
from onrecord.read.who.words import Words

PASSING = frozenset(
    "the a an new current then late longtime long-time first second former one its his her their our my top senior "
    "acting-then newly appointed elected outgoing incoming then- veteran powerful influential embattled another".split()
)
NO_TITLE = PASSING | FORMER | {"-"}
"""Words that begin no title."""
HAILING = frozenset("backed based born educated trained".split())
"""Ends of words that tell where somebody comes from and not whose office it is: "the Togo-*born* minister"."""
MINISTERS = ("minister", "secretary")


def title_parts(scene: Scene, start: int, end: int) -> tuple[str, str | None, Reference | None, bool] | None:
    """Title words, country, body and whether it is over, of an office phrase; None where no title is left."""
    doc, words = scene.doc, scene.words
    kept: list[Token] = []
    country: str | None = None
    body: Reference | None = None
    tied = True
    i = start
    while i < end:
        token = doc[i]
        if i + 2 < end and doc[i + 1].text == "-" and doc[i + 2].lower_ in HAILING:
            i += 3
            continue
        owner = owner_at(scene, i, start, end, kept) if tied else None
        if owner is not None:
            i, country, body = owner[0], country or owner[1], body or owner[2]
            drop_of(kept)
            continue
        if token.lower_ in ("for", "to", "on"):
            tied = token.lower_ == "for" and bool(kept) and speaks_for(words, kept[-1])
        if token.lower_ == "from" and kept and is_name_of_person(scene.at_lead.get(i + 1)):
            break
        if token.text == "'s":
            if held_of(words, kept, i):
                break
            kept.clear()
        elif i in words.titles and i not in words.noun_at:
            i = words.titles[i].end
            continue
        elif token.text not in ("'", ",") and (kept or token.lower_ not in NO_TITLE):
            kept.append(token)
        i += 1
    drop_of(kept)
    former = any(doc[j].lower_ in FORMER for j in range(start, end))
    return (as_title(scene, kept), country, body, former) if any(names_role(words, t.i) for t in kept) else None


def owner_at(
    scene: Scene, i: int, start: int, end: int, kept: list[Token]
) -> tuple[int, str | None, Reference | None] | None:
    """Where whose office it is ends, with its country and its body, if a country or a body begins at a token."""
    at, owner = scene.words.known.get(i), scene.at_start.get(i)
    whole = owned_body(scene, i, end) if i > start else None
    if at is not None and owner is not None and owner.form == Form.NOMINAL and is_owner(owner, end):
        whole = whole or owner
    if whole is not None:
        return last_token(scene, whole), whole.country, whole
    if at is not None and at.known is not None:
        return at.end, at.known.country, owner if at.known.sort == Sort.GROUP else None
    if owner is None or not is_owner(owner, end) or is_field(owner, kept) or (i == start and owner.form != Form.NAME):
        return None
    return max(i + 1, last_token(scene, owner)), None, owner


def held_of(words: Words, kept: list[Token], i: int) -> bool:
    """Whether the possessor before token `i` is of whom the office is: "the governor of Chad's north"."""
    return bool(kept) and kept[-1].i < i - 1 and any(names_role(words, t.i) for t in kept)


def as_title(scene: Scene, kept: list[Token]) -> str:
    """The words of a title, in small letters but for names."""
    known = {j for k in scene.words.known.values() for j in range(k.start, k.end)}
    title = " ".join(t.text if keeps_capitals(scene, t, known) else t.lower_ for t in kept)
    return title.replace(" - ", "-").strip()


def names_role(words: Words, i: int) -> bool:
    """Whether a token is of a noun for persons, and not for kin or bodies alone."""
    at = words.noun_at.get(i)
    return at is not None and at.noun is not None and isinstance(at.noun.entry, Role)


def keeps_capitals(scene: Scene, token: Token, named: set[int]) -> bool:
    """Whether a word of a title is a place's or a body's name, or an abbreviation (CEO)."""
    short = token.text.isupper() and 1 < len(token.text) < 5
    mention = scene.at_head.get(token.i)
    placed = mention is not None and mention.kind in (Kind.PLACE, Kind.STATE)
    name = mention.name if mention is not None and placed else None
    inside = name is not None and name.start <= token.i < name.end
    return inside or token.i in named or token.ent_type_ in ("GPE", "LOC") or short


def owned_body(scene: Scene, at: int, end: int) -> Reference | None:
    """The body that begins with its possessor: "the head of Chad's electoral commission"."""
    if scene.doc[at].dep_ != "poss" and scene.doc[at].head.dep_ != "poss":
        return None
    starting = (m for m in scene.mentions if m.form == Form.NOMINAL and m.extent.start == scene.doc[at].idx)
    return next((m for m in starting if is_owner(m, end)), None)


def is_field(owner: Reference, kept: list[Token]) -> bool:
    """Whether a name is what a minister is minister of: "Minister of Health"."""
    if len(kept) < 2 or kept[-1].lower_ not in ("of", "for") or owner.register is not None:
        return False
    return kept[-2].lower_ in MINISTERS and kept[-2].text[0].isupper() and " " not in owner.text


def is_name_of_person(mention: Reference | None) -> bool:
    return mention is not None and mention.form == Form.NAME and mention.kind == Kind.PERSON


def is_owner(mention: Reference, end: int) -> bool:
    """Whether a mention before token `end` can be the body whose office it is."""
    return mention.kind in (Kind.BODY, Kind.GROUP) and mention.head.i < end


def speaks_for(words: Words, token: Token) -> bool:
    """Whether the office is one of any body, so that "for" leads to the body: spokesman for the army."""
    at = words.noun_at.get(token.i)
    entry = at.noun.entry if at is not None and at.noun is not None else None
    return isinstance(entry, Role) and entry.borrows and not entry.sector


def drop_of(kept: list[Token]) -> None:
    """Takes off the "of the" before what was found to be the body or country."""
    while kept and kept[-1].lower_ in ("of", "the", "at", "in", "for", "from", "'s", "and"):
        kept.pop()
