"""The country that a report leaves out: "President Ortiz" is that of the state which it is telling of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.offices import load_sole_offices
from onrecord.model import Form, Kind
from onrecord.read.paragraphs import Paragraphs
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

STATELY = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
"""The sectors of what belongs to a state."""
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def with_countries(
    scene: Scene, claims: Sequence[Claim], paragraphs: Paragraphs, text: str, countries: Countries
) -> tuple[Claim, ...]:
    """The claims of offices, each of a state's head or minister with that state where its words name none: the one that
    the sentence or the one before it is about, or else the one from whose capital the report comes and of which it
    speaks at its beginning. Nobody of whom any claim names a country or a body is given another."""
    named = {family_name(c.holder) for c in claims if c.country is not None or c.body is not None}
    home = home_of(scene, paragraphs, text, countries)
    return tuple(
        replace(c, country=state_about(scene, c.holder, paragraphs) or home_for(scene, c.holder, home))
        if family_name(c.holder) not in named and c.holder.country is None and c.title.casefold() in load_sole_offices()
        else c
        for c in claims
    )


def at_home(
    scene: Scene, clusters: Sequence[tuple[Reference, ...]], paragraphs: Paragraphs, text: str, countries: Countries
) -> dict[Reference, str]:
    """By their first mention, the bodies that are only called "the army", "the interior ministry" in a report from a
    capital, with its state, where their sentence names no other."""
    home = home_of(scene, paragraphs, text, countries)
    if home is None:
        return {}
    first = (c[0] for c in clusters if c[0].form is Form.NOMINAL and all(is_unowned(m) for m in c))
    return {m: home for m in first if not others_named(scene, m, home)}


def is_unowned(mention: Reference) -> bool:
    """Whether a mention names a body of a state by a noun with nothing but "the", or takes one up."""
    if mention.form is Form.PRONOUN:
        return True
    state = mention.kind is Kind.BODY and not STATELY.isdisjoint(mention.sector) and mention.country is None
    alone = all(c.dep_ in ("det", "compound", "amod", "case") for c in mention.head.lefts)
    return mention.form is Form.NOMINAL and state and mention.definite and not mention.plural and alone


def others_named(scene: Scene, mention: Reference, home: str) -> bool:
    """Whether another country is named in a mention's sentence."""
    start = scene.sentence_of(mention)
    return any(m.country not in (None, home) and scene.sentence_of(m) == start for m in scene.mentions)


def family_name(holder: Reference) -> str:
    """The last word of a name."""
    return holder.text.split()[-1].casefold()


def home_for(scene: Scene, holder: Reference, home: str | None) -> str | None:
    """The report's own state, if no other is named in the sentence of a holder or the one before, or if he tells what
    it does."""
    start = scene.sentence_of(holder)
    before = max((b for b in scene.begun if b < start), default=0)
    near = [m for m in scene.mentions if scene.sentence_of(m) in (start, before)]
    told = [c for c in holder.head.head.children if c.dep_ in ("ccomp", "parataxis") and c.i < holder.head.i]
    if any(m.country == home and m.kind is Kind.STATE and m.head.head in told for m in near):
        return home
    return home if all(m.country in (None, home) for m in near) else None


def state_about(scene: Scene, holder: Reference, paragraphs: Paragraphs) -> str | None:
    """The state that is the subject of the clause in which somebody is named, or of the sentence before it in its
    paragraph."""
    start = scene.sentence_of(holder)
    above = set(holder.head.ancestors)
    here = [m for m in subjects_between(scene, start, holder.head.i) if m.head.head in above]
    if here:
        return here[-1].country
    paragraph = next((p for p in paragraphs.extents if p.start <= holder.start < p.end), None)
    if paragraph is None or start == 0 or scene.doc[start].idx <= paragraph.start:
        return None
    before = max((b for b in scene.begun if b < start), default=0)
    if scene.doc[before].idx < paragraph.start:
        return None
    found = [m for m in subjects_between(scene, before, start) if m.head.head.dep_ == "ROOT"]
    return found[0].country if len(found) == 1 else None


def subjects_between(scene: Scene, first: int, last: int) -> Iterator[Reference]:
    """The states that alone are the subject of something among the tokens from one up to another."""
    for m in scene.mentions:
        alone = m.head.dep_ in SUBJECTS and not any(c.dep_ == "conj" for c in m.head.children)
        if first <= m.head.i < last and m.kind is Kind.STATE and alone:
            yield m


def home_of(scene: Scene, paragraphs: Paragraphs, text: str, countries: Countries) -> str | None:
    """The state from whose seat of government a report comes, if its headline or its first paragraph speaks of it."""
    places = [d.place.of(text) for d in paragraphs.datelines if d.place is not None]
    state = countries.by_seat(places[0].strip().title()) if len(places) == 1 else None
    if state is None:
        return None
    first = next((p for p in paragraphs.extents if p.start >= scene.headline), None)
    end = first.end if first is not None else 0
    spoken = any(m.start < end and m.country == state.code for m in scene.mentions)
    return state.code if spoken else None
