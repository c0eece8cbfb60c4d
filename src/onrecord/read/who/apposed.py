"""Who is named beside a nominal, set off by commas: "the envoy, X, …"; "X, the envoy, …"."""

from onrecord.lexicon.people import Role
from onrecord.model import Form, Kind
from onrecord.read.who.noun_phrase import WHEN
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, first_token, last_token

SEAT_LENGTH = 5
"""Words that the place of an office takes at most."""


def named_after(scene: Scene, office: Reference) -> Reference | None:
    """The person named after a nominal and a comma."""
    doc, end = scene.doc, after_seat(scene, after_brackets(scene, last_token(scene, office)))
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    person = scene.at_lead.get(end + 1)
    if person is None or not is_person(person):
        return None
    if person.head.dep_ == "appos" and person.head.i > office.head.i:
        return person
    after = last_token(scene, person)
    closed = after < len(doc) and (doc[after].is_punct or doc[after].lower_ in ("who", "as"))
    same = person.head.head == office.head.head and person.head.dep_ == office.head.dep_
    return person if closed and (same or office.head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj")) else None


def named_before(scene: Scene, office: Reference) -> Reference | None:
    """The person named before a comma (and an age) and a nominal."""
    doc, start = scene.doc, first_token(scene, office)
    i = start - 1
    while i > 1 and doc[i].lower_ in WHEN:
        i -= 1
    if i < 1 or doc[i].text != ",":
        return None
    if i >= 2 and doc[i - 1].like_num and doc[i - 2].text == ",":
        i -= 2
    person = next((m for m in scene.mentions if m.name is not None and m.name.end == i), None)
    if person is None or not is_person(person):
        return None
    if office.head.dep_ == "appos":
        return person
    after = last_token(scene, office)
    closed = after >= len(doc) or doc[after].is_punct or doc[after].lower_ in ("who", "and") or doc[after].is_space
    return person if closed and office.head.dep_ not in ("nsubj", "nsubjpass") else None


def named_with_first(scene: Scene, office: Reference) -> Reference | None:
    """The person of whom a nominal without article names a further office: "X, the army chief and *head of state*"."""
    head = office.head
    if head.dep_ != "conj" or head.head.dep_ != "appos" or office.noun is None or office.plural:
        return None
    held = isinstance(office.noun.entry, Role) and office.noun.entry.office
    if not held or any(c.dep_ in ("det", "poss") for c in head.children):
        return None
    person = scene.mention(head.head.head)
    return person if is_person(person) else None


def is_person(mention: Reference | None) -> bool:
    return mention is not None and mention.form == Form.NAME and mention.kind == Kind.PERSON


def after_brackets(scene: Scene, end: int) -> int:
    """The token after an acronym in brackets, where one follows."""
    doc = scene.doc
    return end + 3 if end + 3 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" else end


def after_seat(scene: Scene, end: int) -> int:
    """The token after the place of an office, where one is told: "the consul in Puno, …"."""
    doc = scene.doc
    if end + 2 < len(doc) and doc[end].lower_ in ("in", "to", "at"):
        at = end + 1
        while at < len(doc) and at - end < SEAT_LENGTH and doc[at].pos_ in ("PROPN", "DET"):
            at += 1
        return at if at < len(doc) and doc[at].text == "," else end
    return end
