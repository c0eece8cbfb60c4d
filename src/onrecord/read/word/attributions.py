"""On whose word: finds sources, cues and contents, and which is told within which.

Finding is kept apart from deciding. `cues.find_candidates` lists every cue of the lexicon that stands in the text,
with the source and content to which its paths lead; `nesting.part_coordinated` and `continuations.carry_on` mend what a
path can't see, `nesting.part_contrasted` what neither rules nor models can; a `Judge` keeps or drops each (the rules
keep what is complete); `nesting.nest` says what is told within something told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Extent, Kind, Modality, Quote, Source, make_id
from onrecord.models.load import Look
from onrecord.read.confidence import sure_alone, sure_of_saying
from onrecord.read.firing import fits
from onrecord.read.modality import find_modality, strongest
from onrecord.read.own import own_modality
from onrecord.read.papers import issuers
from onrecord.read.parse import Parsed
from onrecord.read.quotes import Quotation, find_quotations
from onrecord.read.spans import runs, tokens_within
from onrecord.read.trees import extent, walk
from onrecord.read.who.cast import Cast
from onrecord.read.word.channels import find_channel
from onrecord.read.word.colons import find_colons
from onrecord.read.word.contents import own_words
from onrecord.read.word.continuations import carry_on
from onrecord.read.word.cues import Candidate, find_candidates
from onrecord.read.word.nesting import nest, part_contrasted, part_coordinated
from onrecord.read.word.proposals import SAID, put_together


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """An attribution together with the place in the tree that it was read from."""

    attribution: Attribution
    candidate: Candidate


UNSAID = frozenset("can could may might must ought should".split())
"""Auxiliaries under which nothing has been said yet."""
MUTE = frozenset(("DATE", "TIME", "MONEY", "ORDINAL"))
"""Kinds of names that are no speakers."""
Judge = Callable[[Candidate], bool]


def is_complete(candidate: Candidate) -> bool:
    """The rules' judgement: something is said, by somebody, or by nobody named where the cue says so (reportedly).

    What somebody may, could or should say, or left without saying, is not said; what the reader ("you") thinks is
    nobody's word; and a day or a number says nothing.
    """
    head, cue = candidate.head, candidate.cue
    if not candidate.content or not (candidate.source or candidate.entry.anonymous):
        return False
    if head is not None and (head.lower_ == "you" or head.ent_type_ in MUTE):
        return False
    unsaid = any(t.dep_ == "aux" and t.lower_ in UNSAID for t in cue.children)
    return not unsaid and not (cue.dep_ == "pcomp" and cue.head.lower_ == "without")


def find_attributions(
    parsed: Parsed,
    cast: Cast,
    lexicon: Lexicon,
    judge: Judge = is_complete,
    look: Look | None = None,
) -> tuple[Saying, ...]:
    """All attributions of a report in text order, `within` set, `answers` not yet. `look`: the models' at it, which
    adds what rules miss."""
    quotations = find_quotations(parsed.doc, parsed.paragraphs)
    found = find_candidates(parsed.doc, lexicon, quotations)
    colons = find_colons(parsed.doc, parsed.paragraphs, lexicon)
    candidates = sorted([*part_coordinated(found), *colons], key=lambda c: c.cue.i)
    kept = [c for c in carry_on(parsed, candidates, quotations) if judge(c)]
    if look is not None:
        kept = [c for c in put_together(parsed.doc, lexicon, look.propose(), kept) if judge(c)]
    kept = part_contrasted([c for c in kept if not (is_of_kind(cast, c) or is_done_to(cast, c, lexicon))])
    made = nest([as_attribution(parsed, cast, lexicon, c, quotations) for c in kept])
    return tuple(
        Saying(attribution=replace(a, confidence=sure_alone(lexicon)) if look and is_alone(a, c) else a, candidate=c)
        for a, c in zip(made, kept, strict=True)
    )


def is_of_kind(cast: Cast, c: Candidate) -> bool:
    """Whether what stands before a noun that is a cue says of what kind it is, and not whose: "an *extradition*
    request"."""
    head, cue = c.head, c.cue
    if head is None or cue.pos_ != "NOUN" or head.dep_ != "compound" or head.head != cue:
        return False
    return head.pos_ == "NOUN" and cast.at(head) is None and not cast.all_at(head)


def is_done_to(cast: Cast, c: Candidate, lexicon: Lexicon) -> bool:
    """Whether a word that only a model takes for one of speech tells what is done to people: "*released* nine men"."""
    if c.entry.id != SAID.id:
        return False
    objects = (id for t in c.cue.children if t.dep_ == "dobj" and (id := cast.at(t)) is not None)
    if not any(cast.entity(id).kind in (Kind.PERSON, Kind.GROUP) for id in objects):
        return False
    deeds = lexicon.events.get(c.cue.lemma_.lower(), ())
    return any(lexicon.types[e.type].quad.startswith("material") and fits(e, c.cue) for e in deeds)


def is_alone(told: Attribution, candidate: Candidate) -> bool:
    """Whether, where a model looked too, only the rules tell something; of what is told within, it knows nothing."""
    return candidate.confidence is None and told.within is None


def as_attribution(
    parsed: Parsed, cast: Cast, lexicon: Lexicon, c: Candidate, quotations: Sequence[Quotation]
) -> Attribution:
    """The immutable result for one candidate."""
    cue = cue_extents(c)
    made = Attribution(
        id=make_id("a", parsed.document.id, (*cue, *c.content)),
        source=Source(entity=source_entity(cast, c.head), spans=c.source),
        cue=cue,
        content=c.content,
        quote=quote_kind(parsed.doc, c, quotations),
        act=c.entry.act,
        modality=modality_of(c, lexicon),
        channel=find_channel(c.cue, lexicon),
        rule=c.entry.id,
    )
    sure = sure_of_saying(made, lexicon) if c.confidence is None else round(c.confidence, 2)
    return replace(made, confidence=sure)


def cue_extents(c: Candidate) -> tuple[Extent, ...]:
    """The cue's own words, with auxiliaries, negation, particle, and a preposition that it cannot do without."""
    if c.words:
        return c.words
    needed = (path.split(">")[0] for path in c.entry.requires if path.startswith("prep:"))
    words = [*own_words(c.cue), *(t for path in needed for t in walk(c.cue, path) if not within(t, c.content))]
    return tuple(runs(c.cue.doc, {t.i for t in words})) or (extent((c.cue,)),)


def modality_of(c: Candidate, lexicon: Lexicon) -> Modality:
    """Whether it was said at all. Over a cue that hangs in what it tells ("will, *according* to Chad, leave") stands
    nothing that could undo it."""
    if within(c.cue.head, c.content):
        return strongest(tuple(own_modality(c.cue, lexicon)))
    return find_modality(c.cue, lexicon)


def within(token: Token, extents: Sequence[Extent]) -> bool:
    """Whether a token begins in one of the extents."""
    return any(e.start <= token.idx < e.end for e in extents)


def source_entity(cast: Cast, head: Token | None) -> str | None:
    """The entity that speaks: the source itself, or whoever issues it ("a statement by the ministry", "Chad sent a
    *letter* urging her to wait")."""
    if head is None:
        return None
    found = cast.at(head)
    if found is not None:
        return found
    named = (t for path in ("poss", "from", "by", "of", "compound") for t in walk(head, path))
    return next((id for t in (*named, *issuers(head)) if (id := cast.at(t)) is not None), None)


def quote_kind(doc: Doc, c: Candidate, quotations: Sequence[Quotation]) -> Quote:
    """Direct where all content is quoted, mixed where part of it is, indirect where none is."""
    content = tokens_within(doc, c.content)
    spoken = [t for t in content if not (t.is_punct or t.is_space)]
    quoted = [t for t in spoken if any(q.extent.start <= t.idx < q.extent.end for q in quotations)]
    if not quoted:
        return Quote.INDIRECT
    unquoted = [t for t in spoken if t not in quoted and t.lower_ not in ("that", "and")]
    return Quote.MIXED if unquoted else Quote.DIRECT
