"""The words of an office phrase: the title, whose office it is, and whether it is over."""

from spacy.tokens import Token

from onrecord.lexicon.known import Sort
from onrecord.lexicon.people import Role
from onrecord.model import Form, Kind
from onrecord.read.who.mentions import Reference
from onrecord.read.who.scene import Scene, last_token
from onrecord.read.who.telling import FORMER
from onrecord.read.who.words import Words

PASSING = frozenset(
    "the a an new current then late longtime long-time first second former one its his her their our my top senior "
    "acting-then newly appointed elected outgoing incoming then- veteran powerful influential embattled another".split()
)


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
        at = words.known.get(i)
        owner = owned_body(scene, i, end) or scene.at_start.get(i) if i > start else scene.at_start.get(i)
        if owner is not None and owner.form == Form.NOMINAL and at is not None and is_owner(owner, end) and tied:
            country, body = country or owner.country, body or owner
            i = last_token(scene, owner)
            drop_of(kept)
            continue
        if at is not None and at.known is not None and tied:
            country = country or at.known.country
            if at.known.sort == Sort.GROUP:
                body = body or owner
            i = at.end
            drop_of(kept)
            continue
        if owner is not None and is_owner(owner, end) and (i > start or owner.form == Form.NAME) and tied:
            body = body or owner
            i = max(i + 1, last_token(scene, owner))
            drop_of(kept)
            continue
        if token.lower_ in ("for", "to", "on"):
            tied = token.lower_ == "for" and bool(kept) and speaks_for(words, kept[-1])
        if token.text == "'s" or (token.text == "-" and not kept):
            kept.clear()
            i += 1
            continue
        if token.lower_ == "from" and kept and is_name_of_person(scene.at_lead.get(i + 1)):
            break
        if i in words.titles and i not in words.noun_at:
            i = words.titles[i].end
            continue
        if token.lower_ != "'" and not (token.lower_ in PASSING | FORMER and not kept) and token.text != ",":
            kept.append(token)
        i += 1
    drop_of(kept)
    named = {j for k in words.known.values() for j in range(k.start, k.end)}
    title = " ".join(t.text if keeps_capitals(scene, t, named) else t.lower_ for t in kept)
    title = title.replace(" - ", "-").strip()
    former = any(doc[j].lower_ in FORMER for j in range(start, end))
    return (title, country, body, former) if any(names_role(words, t.i) for t in kept) else None


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
    while kept and kept[-1].lower_ in ("of", "the", "at", "in", "for", "'s", "and"):
        kept.pop()
