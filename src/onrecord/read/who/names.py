"""Names: which words are one, and whether a person's, a body's, a state's, a group's or a place's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from onrecord.lexicon.known import Known, Sort
from onrecord.lexicon.people import BodyWord, Role
from onrecord.model import Kind
from onrecord.read.who.doers import says_whose
from onrecord.read.who.kinds import TRADES, kind_of_run
from onrecord.read.who.leads import after_titles, holder_in, modifies, office_before, office_of, titles_tell
from onrecord.read.who.runs import LINKS, PARTICLES, find_runs, holds_body, is_body
from onrecord.read.who.words import At, Words


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
    runs = [name for run in find_runs(doc, words) for name in read_behind_office(doc, words, *run)]
    found = [n for n in runs if n.known is not None or len(doc[n.start : n.end].text.rstrip(".")) > 1]
    return agree(doc, [widen_lead(doc, words, name) for name in found])


def read_behind_office(doc: Doc, words: Words, start: int, end: int) -> Iterator[Name]:
    """The names in a run; behind an office, the body and the holder are two: "Speaker of the Senate Ana Roa"."""
    office = office_before(doc, words, start) if start > 1 else None
    holder = holder_in(doc, words, start, end) if office is not None else None
    if office is None or holder is None:
        yield from read_run(doc, words, start, end)
        return
    if holds_body(words, start, holder):
        yield from read_run(doc, words, start, holder)
    yield Name(start=holder, end=end, lead=office, kind=Kind.PERSON)


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
    """Whether a people's adjective belongs to a person or body: to a lexicon's noun, or to a name of the same run.

    Not where the noun is that of a thing ("Nigerian fighter jets"): what it does, the state does.
    """
    over = doc[people.end - 1].head.i
    at = words.noun_at.get(over)
    if at is not None and at.noun is not None and isinstance(at.noun.entry, Role) and at.noun.entry.thing:
        return False
    owned = any(says_whose(c, words.noun_at[c.i].noun) for c in doc[over].lefts if c.i in words.noun_at)
    return at is not None or owned or people.end <= over < end


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
        elif titled:
            yield from employer(doc, words, start, end)
        return
    known = words.known.get(name)
    if known is not None and known.end == end:
        yield known_name(name, end, known.known)
        return
    if titled and not is_body(words, end - 1):
        begun = words.noun_at.get(start)
        lead = min(lead, begun.start) if begun is not None else lead
        sector, gender = titles_tell(words, start, name)
        yield from employer(doc, words, start, name)
        yield Name(start=name, end=end, lead=lead, kind=Kind.PERSON, sector=sector, gender=gender)
        return
    kind = kind_of_run(doc, words, start, end)
    if kind is not None:
        yield Name(start=start, end=end, lead=start, kind=kind)


def employer(doc: Doc, words: Words, start: int, end: int) -> Iterator[Name]:
    """The body named before an office: Andes Steel in "Andes Steel CEO Rosa Mamani"."""
    office = next((i for i in range(start, end) if i in words.nouns), start)
    if office > start and all(t.ent_type_ == "ORG" for t in doc[start:office]):
        yield Name(start=start, end=office, lead=start, kind=Kind.BODY)


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


def is_firm(text: str) -> bool:
    """Whether a name goes on as a company's does: "Belmora Steel", "Belmora Inc."."""
    words = text.lower().split()
    return len(words) > 1 and words[1] in TRADES


def weight(name: Name) -> int:
    """How much one place says of a name's kind: most after an office, least where nothing told it."""
    if name.lead < name.start:
        return 10
    return 1 if name.kind == Kind.OTHER else 2


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
            parts.update(w for w in words if w[:1].isupper())
            parts.update(" ".join(words[i:]) for i in range(1, len(words)) if words[i].lower() in PARTICLES)

    firms = {text.split()[0] for text, kind in settled.items() if kind == Kind.BODY and is_firm(text)} - parts

    def settle(name: Name) -> Name:
        text = doc[name.start : name.end].text
        if name.known is not None:
            return name
        if text in firms and name.lead == name.start:
            return replace(name, kind=Kind.BODY)
        family = name.kind in (Kind.PLACE, Kind.OTHER) and len(text.split()) in (2, 3) and text.split()[-1] in parts
        return replace(name, kind=Kind.PERSON if text in parts or family else settled[text])

    return tuple(settle(n) for n in names)
