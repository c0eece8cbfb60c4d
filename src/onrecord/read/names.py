"""Names: which words are one, and whether a person's, a body's, a state's, a group's or a place's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.lexicon.known import Known, Sort
from onrecord.lexicon.people import BodyWord, KinWord, Role
from onrecord.model import Kind
from onrecord.read.runs import LINKS, UNNAMED, find_runs, holds_body, is_body
from onrecord.read.words import At, Words

COMPANY = frozenset("inc inc. ltd ltd. corp corp. co. llc plc gmbh group holdings airlines airways motors".split())
KIND_OF_LABEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
}
APPOINTING = frozenset("appoint name elect nominate designate reappoint choose pick select install".split())
LOCATIVE = frozenset(("in", "at", "near"))
SAYING = frozenset("say tell add state announce claim deny warn stress write note insist argue explain reply".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at tokens `start` to `end` (exclusive); `lead` is the first token of the office or title before it."""

    start: int
    end: int
    lead: int
    kind: Kind
    known: Known | None = None
    sector: tuple[str, ...] = ()
    gender: str | None = None


def find_names(doc: Doc, words: Words) -> tuple[Name, ...]:
    """The names of a doc in text order, none within another."""
    runs = [name for run in find_runs(doc, words) for name in read_run(doc, words, *run)]
    found = [n for n in runs if n.known is not None or len(doc[n.start : n.end].text.rstrip(".")) > 1]
    return agree(doc, [widen_lead(doc, words, name) for name in found])


def widen_lead(doc: Doc, words: Words, name: Name) -> Name:
    """The name with all of the office before it, small letters too: "Chad's former envoy X"."""
    if name.known is not None:
        return name
    lead = name.lead
    at = words.noun_at.get(lead - 1)
    if (
        at is not None
        and at.noun is not None
        and not isinstance(at.noun.entry, BodyWord)
        and not doc[lead].is_sent_start
    ):
        if doc[lead - 1].dep_ not in (
            "compound",
            "nmod",
            "nsubj",
            "dobj",
            "pobj",
            "amod",
            "dep",
            "poss",
            "nsubjpass",
            "conj",
            "appos",
            "attr",
        ):
            return name
        if doc[lead - 1].dep_ not in ("compound", "nmod") and doc[name.start : name.end].root.dep_ != "appos":
            return name
        lead = at.start
    if lead == name.start:
        lead = office_of(doc, words, lead)
    if lead == name.start:
        return name
    while lead > 0 and not doc[lead].is_sent_start and modifies(doc[lead - 1], lead - 1, name.end):
        lead -= 1
    kind = Kind.PERSON if name.kind in (Kind.OTHER, Kind.PLACE, Kind.BODY) else name.kind
    return replace(name, lead=lead, kind=kind)


def office_of(doc: Doc, words: Words, start: int) -> int:
    """Where "President of Chad" before a name at `start` begins; `start` itself where nothing such stands there."""
    known = next((k for i in range(max(0, start - 4), start) if (k := words.known.get(i)) and k.end == start), None)
    if known is None or known.start < 2 or doc[known.start - 1].lower_ != "of":
        return start
    at = words.noun_at.get(known.start - 2)
    if at is None or at.noun is None or not isinstance(at.noun.entry, Role):
        return start
    return at.start if at.noun.entry.office and not at.noun.plural else start


def modifies(token: Token, start: int, end: int) -> bool:
    """Whether a word before an office belongs to it."""
    if token.dep_ == "case" or token.text == "-":
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN") and start <= token.head.i < end and not token.is_punct


def read_run(doc: Doc, words: Words, start: int, end: int) -> Iterator[Name]:
    """The names in a run: known ones, a person after an office, a body with all its words.

    A people's adjective belongs to the person or body that it describes ("Afghan officials"); before anything else
    ("Afghan soil") it names the state.
    """
    while end > start and (doc[end - 1].lower_ in LINKS or doc[end - 1].is_punct):
        end -= 1
    if start >= end:
        return
    first = words.known.get(start)
    if first is not None and (first.end == end or splits(doc, words, first, end)):
        if not (
            first.known and first.known.sort in (Sort.PEOPLE, Sort.SHORT) and adjectival(doc, first.start, first.end)
        ):
            yield known_name(first.start, first.end, first.known)
        elif not describes_party(doc, words, first, end):
            yield Name(start=first.start, end=first.end, lead=first.start, kind=Kind.STATE, known=first.known)
        lead = first.start if first.known and first.known.sort in (Sort.PEOPLE, Sort.COUNTRY) else first.end
        yield from read_rest(doc, words, first.end, end, lead)
    else:
        yield from read_rest(doc, words, start, end, start)


def describes_party(doc: Doc, words: Words, people: At, end: int) -> bool:
    """Whether a people's adjective belongs to a person or body: to a lexicon's noun, or to a name of the same run."""
    over = doc[people.end - 1].head.i
    return over in words.noun_at or people.end <= over < end


def splits(doc: Doc, words: Words, first: At, end: int) -> bool:
    """Whether what follows a known name in a run is something of its own: an office, a title, a person."""
    start = first.end
    at = words.nouns.get(start) or words.nouns.get(start + 1)
    role = at is not None and at.noun is not None and isinstance(at.noun.entry, Role) and at.end <= end
    people = first.known is not None and first.known.sort == Sort.PEOPLE
    return (
        role
        or start in words.titles
        or start in words.known
        or (people and not holds_body(words, start, end))
        or (office_of(doc, words, start) < start and not holds_body(words, start, end))
        or (doc[start].ent_type_ == "PERSON" and doc[start].ent_iob_ == "B")
    )


def adjectival(doc: Doc, start: int, end: int) -> bool:
    """Whether a people's name stands as an adjective ("Afghan soil") and not as a noun ("the Afghans")."""
    last = doc[end - 1]
    return last.dep_ in ("amod", "compound", "nmod", "acomp", "advmod", "npadvmod") or last.pos_ == "ADJ"


def known_name(start: int, end: int, known: Known | None) -> Name:
    """A name that the register or the list of countries knows."""
    if known is None or known.sort == Sort.CAPITAL:
        kind = Kind.PLACE
    elif known.group is not None:
        kind = known.group.kind
    else:
        kind = Kind.STATE if known.sort == Sort.COUNTRY else Kind.GROUP
    return Name(start=start, end=end, lead=start, kind=kind, known=known)


def read_rest(doc: Doc, words: Words, start: int, end: int, lead: int) -> Iterator[Name]:
    """What a run holds after a leading country or people."""
    if start >= end:
        return
    name, titled = (start, False) if names_body(doc, words, start, end) else after_titles(words, start, end)
    if name >= end:
        if end - start > 1 and names_members(doc, words, start, end):
            yield Name(start=start, end=end, lead=start, kind=Kind.BODY)
        return
    known = words.known.get(name)
    if known is not None and known.end == end:
        yield known_name(name, end, known.known)
        return
    if titled and not is_body(words, end - 1):
        begun = words.noun_at.get(start)
        lead = min(lead, begun.start) if begun is not None else lead
        sector, gender = titles_tell(words, start, name)
        yield Name(start=name, end=end, lead=lead, kind=Kind.PERSON, sector=sector, gender=gender)
        return
    kind = kind_of_run(doc, words, start, end)
    if kind is not None:
        yield Name(start=start, end=end, lead=start, kind=kind)


def names_body(doc: Doc, words: Words, start: int, end: int) -> bool:
    """Whether a body's noun stands before an "of" or "for": Movement for Justice, where no Justice is meant."""
    link = next((i for i in range(start, end) if doc[i].lower_ in LINKS), end)
    return link < end and is_body(words, link - 1)


def names_members(doc: Doc, words: Words, start: int, end: int) -> bool:
    """Whether a run calls a body after its members: the Emergency Lawyers."""
    last = words.noun_at.get(end - 1, None)
    if last is None or last.noun is None or not isinstance(last.noun.entry, Role) or last.start <= start:
        return False
    return last.noun.plural and not last.noun.entry.office and all(t.text[:1].isupper() for t in doc[start:end])


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


def kind_of_run(doc: Doc, words: Words, start: int, end: int) -> Kind | None:
    """What a run without a title names; None for a run that is no name."""
    last = words.noun_at.get(end - 1)
    if last is not None and last.noun is not None and isinstance(last.noun.entry, Role) and last.start <= start:
        return None
    for i in range(end - 1, start - 1, -1):
        if is_body(words, i):
            noun = words.noun_at[i].noun
            assert noun is not None
            entry = noun.entry
            assert isinstance(entry, BodyWord)
            if end - start == 1:
                return None
            return Kind.PLACE if entry.kind == Kind.STATE else entry.kind
    if doc[end - 1].lower_ in COMPANY and end - start > 1:
        return Kind.BODY
    return kind_from_context(doc, words, start, end)


def kind_from_context(doc: Doc, words: Words, start: int, end: int) -> Kind | None:
    """What a run names by the recogniser's label, else by its place in the sentence.

    The label of a country's name within a longer name says nothing of the whole.
    """
    labels = Counter(t.ent_type_ for t in doc[start:end] if t.ent_type_ and t.i not in words.known)
    the = start > 0 and doc[start - 1].lower_ == "the"
    head = doc[start:end].root
    if any(label not in KIND_OF_LABEL for label in labels):
        return Kind.OTHER if set(labels) - set(KIND_OF_LABEL) - UNNAMED else None
    kind = KIND_OF_LABEL["PERSON" if "PERSON" in labels else labels.most_common(1)[0][0]] if labels else None
    if the and kind == Kind.PERSON:
        return Kind.BODY
    if kind == Kind.GROUP and head.dep_ == "pobj" and head.head.lower_ in LOCATIVE:
        return Kind.PLACE
    if (kind is None or kind in (Kind.BODY, Kind.PLACE, Kind.OTHER)) and not the and acts_as_person(head, words):
        return Kind.PERSON
    if kind != Kind.PERSON and acts_as_place(head, words):
        return Kind.PLACE
    if kind is None and all(is_namelike(t, the) for t in doc[start:end]):
        return Kind.BODY if the or doc[start:end].text.isupper() else guess(head, end - start)
    return kind


def is_namelike(token: Token, the: bool) -> bool:
    """Whether a word of a run is a name's by its tag; after "the", and with hyphens, the tagger errs."""
    return token.pos_ == "PROPN" or token.text[:1].islower() or (the and "-" in token.text)


def acts_as_person(head: Token, words: Words) -> bool:
    """Whether only a person can stand there: whose brother, whom one appoints, who is said to be somebody's son."""
    over = head.head
    if head.dep_ == "pobj" and over.lower_ == "of":
        return is_kin(words, over.head.i)
    if head.dep_ in ("dobj", "nsubjpass"):
        return over.lemma_.lower() in APPOINTING and any(c.lower_ == "as" for c in over.children)
    return (
        head.dep_ == "nsubj"
        and over.lemma_ == "be"
        and any(c.dep_ == "attr" and is_kin(words, c.i) for c in over.children)
    )


def acts_as_place(head: Token, words: Words) -> bool:
    """Whether a noun for places says what it is: Ouaddai province, the town of Adwa."""
    over = head.head
    if head.dep_ == "pobj" and over.lower_ == "of":
        over = over.head
    elif head.dep_ != "compound":
        return False
    at = words.noun_at.get(over.i)
    return at is not None and at.noun is not None and getattr(at.noun.entry, "kind", None) == Kind.PLACE


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


def agree(doc: Doc, names: Iterable[Name]) -> tuple[Name, ...]:
    """Names of which the same words are of one kind throughout; part of a person's name is a person's."""
    names = list(names)
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    parts: set[str] = set()
    for name in names:
        if name.known is None:
            votes[doc[name.start : name.end].text][name.kind] += (
                10 if name.lead < name.start else 1 if name.kind == Kind.OTHER else 2
            )
    settled = {text: count.most_common(1)[0][0] for text, count in votes.items()}
    for text, kind in settled.items():
        words = text.split()
        if kind == Kind.PERSON and len(words) > 1:
            parts.update((words[0], words[-1]))

    def settle(name: Name) -> Name:
        text = doc[name.start : name.end].text
        if name.known is not None:
            return name
        family = name.kind in (Kind.PLACE, Kind.OTHER) and len(text.split()) in (2, 3) and text.split()[-1] in parts
        return replace(name, kind=Kind.PERSON if text in parts or family else settled[text])

    return tuple(settle(n) for n in names)
