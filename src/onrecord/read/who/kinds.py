"""What a name names when no register knows it: by its words, the recogniser's label, its place in a sentence."""

import re
from collections import Counter

from spacy.tokens import Doc, Token

from onrecord.lexicon.people import BodyWord, KinWord, Role
from onrecord.model import Kind
from onrecord.read.who.other_names import bearers
from onrecord.read.who.runs import UNNAMED
from onrecord.read.who.words import Words

COMPANY = frozenset("inc inc. ltd ltd. corp corp. co. llc plc gmbh group holdings airlines airways motors".split())
KIND_OF_LABEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
}
TRADES = COMPANY | frozenset(
    "company computer computers technologies technology systems industries energy oil gas steel telecom communications "
    "media pharmaceuticals bank foods shipping pipelines mining".split()
)
"""What follows the name that a company is called by."""
HOLDER_REACH = 6
"""Words between an office's noun and the comma before its holder: "the consul for trade in the north, …"."""
APPOINTING = frozenset("appoint name elect nominate designate reappoint choose pick select install".split())
MODEL = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,4}[A-Za-z]{0,3}")
MODEL_NUMBER = re.compile(r"\d{3}(?:-\d+\w*)?s?")
LOCATIVE = frozenset(("in", "at", "near"))
LEAVING = frozenset("arrive depart escape evacuate fl flee retreat return withdraw".split())
GROUNDS = frozenset(
    "city coast crossing district island lake port province region river road street suburb town valley village".split()
)
"""Nouns of which places stand behind "of"."""
SAYING = frozenset("say tell add state announce claim deny warn stress write note insist argue explain reply".split())


def kind_of_run(doc: Doc, words: Words, start: int, end: int) -> Kind | None:
    """What a run without a title names; None for a run that is no name."""
    last = words.noun_at.get(end - 1)
    if last is not None and last.noun is not None and isinstance(last.noun.entry, Role) and last.start <= start:
        return None
    body, borne = body_in(words, start, end), kind_of_bearer(doc[start:end].root, words)
    if borne is not None and (body is None or body.kind == Kind.PLACE):
        return borne
    if body is not None:
        return None if end - start == 1 else Kind.PLACE if body.kind == Kind.STATE else body.kind
    if is_thing(doc, words, start, end):
        return None
    if doc[end - 1].lower_ in COMPANY and end - start > 1:
        return Kind.BODY
    return kind_from_context(doc, words, start, end)


def is_thing(doc: Doc, words: Words, start: int, end: int) -> bool:
    """Whether a run is a weapon's or machine's model ("Su-35", "Boeing 737") or a unit ("40 GB"), and nobody."""
    last, after = doc[end - 1], doc[end] if end < len(doc) else None
    if end in words.nouns or (last.dep_ == "nsubj" and last.head.lemma_.lower() in SAYING):
        return False
    numbered = after is not None and MODEL_NUMBER.fullmatch(after.text) is not None
    if MODEL.fullmatch(last.text) or (numbered and after is not None and after.head.i <= end):
        return True
    counted = start > 0 and doc[start - 1].like_num
    return counted and end - start == 1 and last.text.isupper() and last.dep_ not in ("compound", "nmod", "amod")


def body_in(words: Words, start: int, end: int) -> BodyWord | None:
    """The lexicon's entry of the last body's noun in a run: that of "Front" in "Eastern Justice Front"."""
    return next((e for i in range(end - 1, start - 1, -1) if (e := body_at(words, i)) is not None), None)


def body_at(words: Words, i: int) -> BodyWord | None:
    """The lexicon's entry of a body's noun that ends at the token."""
    at = words.noun_at.get(i)
    entry = at.noun.entry if at is not None and at.noun is not None and at.end - 1 == i else None
    return entry if isinstance(entry, BodyWord) else None


def kind_from_context(doc: Doc, words: Words, start: int, end: int) -> Kind | None:
    """What a run names by the recogniser's label, else by its place in the sentence.

    The label of a country's name within a longer name says nothing of the whole.
    """
    labels = Counter(t.ent_type_ for t in doc[start:end] if t.ent_type_ and t.i not in words.known)
    the = start > 0 and doc[start - 1].lower_ == "the"
    head = doc[start:end].root
    if set(labels) == {"PRODUCT"} and not the and head.dep_ == "pobj" and head.head.lower_ in LOCATIVE:
        return Kind.PLACE
    if any(label not in KIND_OF_LABEL for label in labels):
        return Kind.OTHER if set(labels) - set(KIND_OF_LABEL) - UNNAMED else None
    kind = KIND_OF_LABEL["PERSON" if "PERSON" in labels else labels.most_common(1)[0][0]] if labels else None
    if start > 0 and is_kin(words, start - 1):
        return Kind.PERSON
    if end - start > 1 and names_holder(doc, words, start, end):
        return Kind.PERSON
    if the and kind == Kind.PERSON:
        return Kind.BODY
    if kind == Kind.PERSON and end - start == 1 and head.dep_ == "pobj" and opens_sentence(head.head):
        return Kind.PLACE
    if kind in (Kind.GROUP, Kind.BODY) and not the and head.dep_ == "pobj" and is_where(head.head):
        return Kind.PLACE
    if kind in (Kind.GROUP, Kind.BODY) and not the and is_beside_place(head):
        return Kind.PLACE
    if (kind is None or kind in (Kind.BODY, Kind.PLACE, Kind.OTHER)) and not the and acts_as_person(head, words):
        return Kind.PERSON
    if (kind != Kind.PERSON or head.head.lemma_.lower() in GROUNDS) and acts_as_place(head, words):
        return Kind.PLACE
    if kind is None and all(is_namelike(t, the) for t in doc[start:end]):
        return Kind.BODY if the or doc[start:end].text.isupper() else guess(head, end - start)
    return kind


def kind_of_bearer(head: Token, words: Words) -> Kind | None:
    """What a name is the name of, where its clause says who goes by it: a militia, rebels, a man, a region."""
    for bearer in bearers(head):
        if bearer.ent_type_ == "PERSON" and bearer.i not in words.nouns:
            return Kind.PERSON
        at = words.noun_at.get(bearer.i)
        entry = at.noun.entry if at is not None and at.noun is not None else None
        if isinstance(entry, BodyWord):
            return {Kind.GROUP: Kind.BODY, Kind.STATE: Kind.PLACE}.get(entry.kind, entry.kind)
        if isinstance(entry, Role) and at is not None and at.noun is not None:
            return Kind.BODY if at.noun.plural else Kind.PERSON
    return None


def names_holder(doc: Doc, words: Words, start: int, end: int) -> bool:
    """Whether a run set off by commas names the holder of the office before it: "the consul in Puno, R. Quispe, …"."""
    if start < 2 or doc[start - 1].text != "," or (end < len(doc) and doc[end].text not in (",", ".")):
        return False
    for i in range(start - 2, max(start - 2 - HOLDER_REACH, -1), -1):
        at = words.noun_at.get(i)
        if at is not None and at.noun is not None and isinstance(at.noun.entry, Role):
            return at.noun.entry.office and not at.noun.plural
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].is_punct:
            return False
    return False


def is_namelike(token: Token, the: bool) -> bool:
    """Whether a word of a run is a name's by its tag; after "the", and with hyphens, the tagger errs."""
    return token.pos_ == "PROPN" or token.text[:1].islower() or (the and "-" in token.text)


def acts_as_person(head: Token, words: Words) -> bool:
    """Whether only a person can stand there: whose brother, whom one appoints, who is said to be somebody's son."""
    over = head.head
    if head.dep_ == "pobj" and over.lower_ in LOCATIVE:
        return False
    if head.dep_ == "appos" and head.i > over.i and is_one_person(words, over.i):
        return True
    if any(c.dep_ == "appos" and c.i > head.i and is_held(words, c.i) for c in head.children):
        return True
    if head.dep_ == "pobj" and over.lower_ == "of":
        return is_kin(words, over.head.i)
    if head.dep_ == "compound":
        return is_held(words, over.i) and over.dep_ == "dobj" and over.head.lemma_.lower() in APPOINTING
    if head.dep_ in ("dobj", "nsubjpass"):
        made = any(c.lower_ == "as" or (c.dep_ == "oprd" and is_held(words, c.i)) for c in over.children)
        return made and over.lemma_.lower() in APPOINTING
    return (
        head.dep_ == "nsubj"
        and over.lemma_ == "be"
        and any(c.dep_ == "attr" and (is_kin(words, c.i) or is_held(words, c.i)) for c in over.children)
    )


def is_where(preposition: Token) -> bool:
    """Whether what stands behind a preposition is a place: "in", or "from" behind a verb of leaving."""
    left = preposition.lower_ == "from" and preposition.head.lemma_.lower() in LEAVING
    return left or preposition.lower_ in LOCATIVE


def opens_sentence(preposition: Token) -> bool:
    """Whether a phrase says at the head of a sentence where it plays: "*In* Izmir, crowds gathered"."""
    return bool(preposition.is_sent_start) and preposition.lower_ in LOCATIVE


def is_one_person(words: Words, i: int) -> bool:
    """Whether a noun for one person, whoever that is, stands at the token: a citizen, a driver."""
    at = words.noun_at.get(i)
    noun = at.noun if at is not None else None
    entry = noun.entry if noun is not None and not noun.plural else None
    return isinstance(entry, Role) and entry.kind is Kind.PERSON and not entry.thing


def is_held(words: Words, i: int) -> bool:
    """Whether a noun for one holder of an office with a sector stands at the token: a minister, no leader or head."""
    at = words.noun_at.get(i)
    entry = at.noun.entry if at is not None and at.noun is not None and not at.noun.plural else None
    return isinstance(entry, Role) and entry.office and bool(entry.sector)


def acts_as_place(head: Token, words: Words) -> bool:
    """Whether a noun for places says what it is: Ouaddai province, the town of Adwa."""
    over = head.head
    if head.dep_ == "pobj" and over.lower_ == "of":
        over = over.head
    elif head.dep_ != "compound":
        return False
    at = words.noun_at.get(over.i)
    return (
        at is not None
        and at.noun is not None
        and isinstance(at.noun.entry, BodyWord)
        and at.noun.entry.kind == Kind.PLACE
    )


def is_beside_place(head: Token) -> bool:
    """Whether a name is coordinated with that of a place, in or of which something is: "the streets *of Lima* and
    *Puno*"."""
    first = head.head
    if head.dep_ != "conj" or first.dep_ != "pobj" or first.ent_type_ not in ("GPE", "LOC"):
        return False
    return first.head.lower_ in LOCATIVE or (first.head.lower_ == "of" and first.head.head.lemma_.lower() in GROUNDS)


def is_kin(words: Words, i: int) -> bool:
    """Whether a word for kin stands at the token."""
    at = words.noun_at.get(i)
    return at is not None and at.noun is not None and isinstance(at.noun.entry, KinWord)


def guess(head: Token, length: int) -> Kind:
    """The kind of a name that the recogniser passed over."""
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "at", "near", "from", "to") and length < 3:
        return Kind.PLACE
    if length in (2, 3) or (head.dep_ == "nsubj" and head.head.lemma_.lower() in SAYING):
        return Kind.PERSON
    return Kind.OTHER
