"""Whose words a first person stands in: the speaker of a quotation, or the writer of the report."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.read.quotes import Quotation
from onrecord.read.trees import subject
from onrecord.read.who.kinds import SAYING
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

NEAR = 25
"""How many words from a quotation the verb that says whose it is may stand."""


def quotation_at(at: int, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a character stands in."""
    i = bisect_right(quotations, at, key=lambda q: q.extent.start)
    return quotations[i - 1] if i and at < quotations[i - 1].extent.end else None


def in_own_words(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its speaker's, who is "I" in it: not so a few words within a reporter's."""
    span = scene.doc.char_span(quotation.extent.start, quotation.extent.end, alignment_mode="expand")
    words = [] if span is None or quotation.is_term else [t for t in span if t.is_alpha]
    return bool(words) and (words[0].text[:1].isupper() or any(t.lower_ in ("i", "we", "my", "our") for t in words))


def speaker_of(scene: Scene, quotation: Quotation, quotations: Sequence[Quotation]) -> Reference | None:
    """Who speaks a quotation: the subject of the nearest verb of saying around it, within the same line."""
    span = scene.doc.char_span(quotation.extent.start, quotation.extent.end, alignment_mode="expand")
    if span is None:
        return None
    for verb in sayings(scene, span.start, span.end):
        if quotation_at(verb.idx, quotations) is not None:
            continue
        who = subject(verb)
        found = scene.mention(who) if who is not None else None
        if found is not None and quotation_at(found.start, quotations) is None:
            return found
    return None


def sayings(scene: Scene, start: int, end: int) -> Iterator[Token]:
    """The verbs of saying around tokens `start` to `end`, the nearest first; none beyond a line's end."""
    after, before = walk_line(scene, range(end, end + NEAR)), walk_line(scene, range(start - 1, start - 1 - NEAR, -1))
    found = [(i - end, i) for i in after] + [(start - 1 - i, i) for i in before]
    yield from (scene.doc[i] for _, i in sorted(found))


def walk_line(scene: Scene, way: range) -> Iterator[int]:
    """The indices of the verbs of saying on the way, up to a line's end."""
    for i in way:
        if not 0 <= i < len(scene.doc) or "\n" in scene.doc[i].text:
            return
        if scene.doc[i].pos_ == "VERB" and scene.doc[i].lemma_.lower() in SAYING:
            yield i
