"""On whose word: finds sources, cues and contents, and which is told within which.

Finding is kept apart from deciding. `cues.find_candidates` lists every cue of the lexicon that stands in the text, with the
source and content to which its paths lead; a `Judge` keeps or drops each (the rules keep what is complete);
`link_attributions` then gives quotations their speakers, nests what is told within something told, and makes the
immutable results.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Extent, Quote, Source, make_id
from onrecord.read.cast import Cast
from onrecord.read.channels import find_channel
from onrecord.read.cues import Candidate, find_candidates
from onrecord.read.parse import Parsed
from onrecord.read.quotes import Quotation, find_quotations
from onrecord.read.spans import cover, runs, tokens_within
from onrecord.read.trees import walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """An attribution together with the place in the tree that it was read from."""

    attribution: Attribution
    candidate: Candidate


Judge = Callable[[Candidate], bool]


def is_complete(candidate: Candidate) -> bool:
    """The rules' judgement: something is said, by somebody, or by nobody named where the cue says so (reportedly)."""
    return bool(candidate.content) and (candidate.head is not None or candidate.entry.pos == "adverb")


def find_attributions(parsed: Parsed, cast: Cast, lexicon: Lexicon, judge: Judge = is_complete) -> tuple[Saying, ...]:
    """All attributions of a report in text order, `within` set, `answers` not yet."""
    quotations = find_quotations(parsed.doc, parsed.paragraphs)
    candidates = [c for c in find_candidates(parsed.doc, lexicon, quotations) if judge(c)]
    candidates = carry_on(parsed, candidates, quotations)
    kept = drop_repeats(candidates)
    made = nest([as_attribution(parsed, cast, lexicon, c, quotations) for c in kept])
    return tuple(Saying(attribution=a, candidate=c) for a, c in zip(made, kept, strict=True))


def carry_on(parsed: Parsed, candidates: list[Candidate], quotations: Sequence[Quotation]) -> list[Candidate]:
    """Gives a quotation without a cue of its own to the speaker of the sentence before it.

    In '"It is over," she said. "We go home."' and in paragraphs that each open a quotation, the later words are hers.
    """
    carried = list(candidates)
    for quotation in quotations:
        if quotation.is_term or any(e.overlaps(quotation.extent) for c in carried for e in c.content):
            continue
        if any(quotation.extent.start <= c.cue.idx < quotation.extent.end for c in carried):
            continue
        at = speaker_before(parsed, carried, quotation)
        if at is not None:
            carried[at] = replace(carried[at], content=tuple(cover([*carried[at].content, quotation.extent])))
    return carried


def speaker_before(parsed: Parsed, candidates: Sequence[Candidate], quotation: Quotation) -> int | None:
    """Index of the quoting candidate that ends just before the quotation, with nothing but space between."""
    best = None
    for i, c in enumerate(candidates):
        if not (c.entry.quotes and c.content):
            continue
        end = max(e.end for e in (*c.content, *c.source, Extent(c.cue.idx, c.cue.idx + len(c.cue.text))))
        quoted = any(parsed.doc.text[e.start : e.end].find('"') >= 0 for e in c.content)
        between = parsed.text[end : quotation.extent.start]
        if quoted and end <= quotation.extent.start and not between.strip(" \t\r\n.,;:!?\"”'’"):
            best = i
    return best


def drop_repeats(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate a cue, and none whose cue is the content-less echo of another ("has said" counted once)."""
    seen: set[int] = set()
    kept = []
    for c in candidates:
        if c.cue.i not in seen:
            seen.add(c.cue.i)
            kept.append(c)
    return kept


def as_attribution(
    parsed: Parsed, cast: Cast, lexicon: Lexicon, c: Candidate, quotations: Sequence[Quotation]
) -> Attribution:
    """The immutable result for one candidate."""
    cue = cue_extents(c)
    return Attribution(
        id=make_id("a", parsed.document.id, (*cue, *c.content)),
        source=Source(entity=source_entity(cast, c.head), spans=c.source),
        cue=cue,
        content=c.content,
        quote=quote_kind(parsed.doc, c, quotations),
        act=c.entry.act,
        channel=find_channel(c.cue, lexicon),
        rule=c.entry.id,
    )


def cue_extents(c: Candidate) -> tuple[Extent, ...]:
    """The cue's own words, with a particle ("pointed out") and the preposition of "according to"."""
    words = [
        c.cue,
        *(t for t in c.cue.children if t.dep_ == "prt" or (c.cue.lower_ == "according" and t.dep_ == "prep")),
    ]
    return tuple(runs(c.cue.doc, {t.i for t in words}))


def source_entity(cast: Cast, head: Token | None) -> str | None:
    """The entity that speaks: the source itself, or whoever issues it ("a statement by the ministry")."""
    if head is None:
        return None
    found = cast.at(head)
    if found is not None:
        return found
    for path in ("poss", "from", "by", "of", "compound"):
        for token in walk(head, path):
            found = cast.at(token)
            if found is not None:
                return found
    return None


def quote_kind(doc: Doc, c: Candidate, quotations: Sequence[Quotation]) -> Quote:
    """Direct where all content is quoted, mixed where part of it is, indirect where none is."""
    content = tokens_within(doc, c.content)
    spoken = [t for t in content if not (t.is_punct or t.is_space)]
    quoted = [t for t in spoken if any(q.extent.start <= t.idx < q.extent.end for q in quotations)]
    if not quoted:
        return Quote.INDIRECT
    unquoted = [t for t in spoken if t not in quoted and t.lower_ not in ("that", "and")]
    return Quote.MIXED if unquoted else Quote.DIRECT


def nest(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Sets `within`: the smallest other attribution whose content holds this one's cue."""

    def holder(inner: Attribution) -> str | None:
        at = inner.cue[0]
        outer = [
            a for a in attributions if a.id != inner.id and any(at in e for e in a.content) and size(a) > size(inner)
        ]
        return min(outer, key=size).id if outer else None

    return tuple(replace(a, within=holder(a)) for a in attributions)


def size(attribution: Attribution) -> int:
    """How many characters an attribution's content holds."""
    return sum(e.end - e.start for e in attribution.content)
