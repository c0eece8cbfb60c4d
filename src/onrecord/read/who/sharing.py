"""One noun of several countries: "Thai and Cambodian troops", "the presidents of Kenya and Uganda" are two, not one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.lexicon.known import Sort
from onrecord.lexicon.people import BodyWord
from onrecord.model import Extent, Form
from onrecord.read.who.reference import Reference
from onrecord.read.who.words import At, Words

JOINS = frozenset((",", "and", "&"))
OWNING = frozenset(("'s", "’s", "'"))
"""What may stand between the countries' words beside a JOIN."""


def split_shared(doc: Doc, words: Words, mentions: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The mentions, where a noun that several countries share is one mention for each of them, in text order.

    The noun's own mention is that of the country next to it; any other's is the word for the country, which then is its
    head, and no longer a mention of the country.
    """
    found = [(m, owners) for m in mentions if (owners := sharing_countries(doc, words, m))]
    if not found:
        return mentions
    parts = [part for m, owners in found for part in parts_of(doc, m, owners)]
    taken = {part.head.i for part in parts} | {o.start for m, owners in found for o in owners if o.start < m.head.i}
    kept = (m for m in mentions if m.head.i not in taken)
    return tuple(sorted((*kept, *parts), key=lambda r: (r.extent.start, -r.extent.end)))


def sharing_countries(doc: Doc, words: Words, mention: Reference) -> tuple[At, ...]:
    """The words for different countries in a row before the noun of a mention or behind its "of".

    None where the noun cannot be of all of them: it can as persons or as a body ("the Saudi and Omani navy").
    """
    noun, head = mention.noun, mention.head
    if mention.form is not Form.NOMINAL or noun is None or not (noun.plural or isinstance(noun.entry, BodyWord)):
        return ()
    before = tuple(at for i in range(head.left_edge.i, head.i) if (at := national(words, i)) is not None)
    if is_row(doc, before):
        return before
    of = next((c for c in head.rights if c.lower_ == "of" and noun.plural), None)
    after = range(of.i + 1, of.right_edge.i + 1) if of is not None else ()
    behind = tuple(at for i in after if (at := national(words, i)) is not None)
    return behind if of is not None and is_row(doc, behind) and behind[0].start == of.i + 1 else ()


def is_row(doc: Doc, found: tuple[At, ...]) -> bool:
    """Whether the words are of two countries or more, each once, with nothing but commas and "and" between them."""
    if len(found) < 2 or len({at.known.country for at in found if at.known}) < len(found):
        return False
    gaps = [{t.lower_ for t in doc[a.end : b.start]} for a, b in pairwise(found)]
    return all(gap & JOINS and gap <= JOINS | OWNING for gap in gaps)


def national(words: Words, i: int) -> At | None:
    """The word for a country or its people that begins at a token."""
    at = words.known.get(i)
    return at if at is not None and at.known is not None and at.known.sort in (Sort.PEOPLE, Sort.COUNTRY) else None


def parts_of(doc: Doc, mention: Reference, owners: tuple[At, ...]) -> Iterator[Reference]:
    """One mention for each country."""
    behind = owners[0].start > mention.head.i
    own = owners[0 if behind else -1]
    for owner in owners:
        start, end = doc[owner.start].idx, doc[owner.end - 1].idx + len(doc[owner.end - 1])
        name = doc[owner.start : owner.end].text
        if owner is not own:
            extent = Extent(start, end)
        elif behind:
            extent = Extent(mention.extent.start, end)
        else:
            extent = Extent(start, mention.extent.end)
        yield replace(
            mention,
            extent=extent,
            whole=extent,
            head=mention.head if owner is own else doc[owner.end - 1],
            country=owner.known.country if owner.known else None,
            text=f"{mention.lemma} of {name}" if behind else f"{name} {what_is_shared(doc, mention, owners)}",
            words=frozenset((mention.lemma, *name.lower().split())),
        )


def what_is_shared(doc: Doc, mention: Reference, owners: tuple[At, ...]) -> str:
    """The noun behind the countries. Behind "the" each has one: "the Kenyan and Ugandan ministers"."""
    if mention.definite:
        return mention.lemma
    return doc.text[doc[owners[-1].end].idx : mention.extent.end]


def sharers(token: Token) -> Iterator[Token]:
    """The coordinated words before a noun, the noun, and the coordinated words behind its "of", in text order.

    Any of them may be the head of a mention of its own.
    """
    of = (p for c in token.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    before = (c for c in token.lefts if c.dep_ in ("amod", "nmod", "compound", "poss"))
    for child in before:
        if any(c.dep_ == "conj" for c in child.children):
            yield from (child, *child.conjuncts)
    yield token
    for child in of:
        if any(c.dep_ == "conj" for c in child.children):
            yield from (child, *child.conjuncts)
