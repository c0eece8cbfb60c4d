"""Quotations without a cue of their own: given to whoever is speaking when they come."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Extent
from onrecord.read.parse import Parsed
from onrecord.read.quotes import Quotation
from onrecord.read.spans import cover, tokens_within
from onrecord.read.word.contents import is_stop
from onrecord.read.word.cues import Candidate

REACH = 160
"""Characters between a cue and a quotation that it introduces across a colon or a comma."""


def carry_on(parsed: Parsed, candidates: Sequence[Candidate], quotations: Sequence[Quotation]) -> list[Candidate]:
    """The same candidates with the quotations added to their contents that no path led to.

    A cue that still lacks its content takes the quotation that stands in its sentence or that its colon introduces;
    in '"It is over," she said. "We go home."' and in paragraphs that each open a quotation, the later words are hers.
    """
    carried = list(candidates)
    before: tuple[Quotation, int] | None = None
    for q in quotations:
        at = holder(carried, q)
        if at is None:
            at = introducer(parsed, carried, q)
            if at is None and before is not None and follows(parsed, carried[before[1]], before[0], q):
                at = before[1]
            if at is not None:
                carried[at] = replace(carried[at], content=tuple(cover([*carried[at].content, q.extent])))
        before = None if at is None else (q, at)
    return carried


def speaks(c: Candidate) -> bool:
    """Whether a candidate may have quotations for its content and somebody who says them."""
    return c.entry.quotes and (c.head is not None or c.entry.anonymous)


def holder(candidates: Sequence[Candidate], q: Quotation) -> int | None:
    """Index of the speaking candidate nearest to a quotation whose content shares words with it."""
    held = [
        (abs(c.cue.idx - q.extent.start), i)
        for i, c in enumerate(candidates)
        if not q.extent.start <= c.cue.idx < q.extent.end and any(e.overlaps(q.extent) for e in c.content)
    ]
    speaking = [(distance, i) for distance, i in held if speaks(candidates[i])]
    return min(speaking or held)[1] if held else None


def introducer(parsed: Parsed, candidates: Sequence[Candidate], q: Quotation) -> int | None:
    """Index of the nearest speaking candidate without content that no full stop parts from the quotation."""
    found = [
        (distance, i)
        for i, c in enumerate(candidates)
        if not c.content
        and speaks(c)
        and not q.extent.start <= c.cue.idx < q.extent.end
        and (distance := gap(c, q)) <= REACH
        and not stops_between(parsed, c.cue.idx, q)
    ]
    return min(found)[1] if found else None


def gap(c: Candidate, q: Quotation) -> int:
    """Characters between a cue and a quotation."""
    return q.extent.start - c.cue.idx if c.cue.idx < q.extent.start else c.cue.idx - q.extent.end


def stops_between(parsed: Parsed, at: int, q: Quotation) -> bool:
    """Whether a sentence or, but for a colon, a paragraph ends between a character and a quotation."""
    low, high = (at, q.extent.start) if at < q.extent.start else (q.extent.end, at)
    if low >= high:
        return False
    between = parsed.text[low:high]
    if "\n" in between.strip() or ("\n" in between and not between.rstrip().endswith(":")):
        return True
    return any(is_stop(t) for t in tokens_within(parsed.doc, (Extent(low, high),)))


def follows(parsed: Parsed, speaker: Candidate, last: Quotation, q: Quotation) -> bool:
    """Whether a quotation carries on the one before it: nothing stands between them but the words that say who
    speaks, up to the end of that sentence."""
    if q.extent.start <= last.extent.end:
        return q.extent.start == last.extent.end
    between = Extent(last.extent.end, q.extent.start)
    words = [t for t in tokens_within(parsed.doc, (between,)) if not (t.is_space or t.text in ",;-–—")]
    if "\n" in between.of(parsed.text):
        return not words and not last.closed
    stops = [i for i, t in enumerate(words) if is_stop(t)]
    one_sentence = not stops or stops == [len(words) - 1]
    told = not words or between.start <= speaker.cue.idx < between.end
    return one_sentence and told
