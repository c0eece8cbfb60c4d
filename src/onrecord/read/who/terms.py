"""From when until when an office was held, by the words that follow it."""

from onrecord.model import Time, TimeType
from onrecord.read.who.scene import Scene

BEGINS = frozenset(("since", "from", "between"))
ENDS = frozenset(("until", "till", "through"))
JOINTS = frozenset(("to", "and", "-", "–"))
"""What leads from a term's beginning to its end: "from 2011 to 2016", "between 2005 and 2009"."""


def term_after(scene: Scene, at: int) -> tuple[str | None, str | None]:
    """The first and the last day, month or year that is told of a term after token `at`, in the same clause."""
    doc, since, until = scene.doc, None, None
    for time, start in times_after(scene, at):
        if any(t.text == "," or t.pos_ in ("VERB", "AUX") for t in doc[at + 1 : start]):
            break
        word = doc[start - 1].lower_
        if word in BEGINS and since is None:
            since = time.value
        elif word in ENDS or (word in JOINTS and since is not None):
            until = until or time.value
    return since, until


def times_after(scene: Scene, at: int) -> list[tuple[Time, int]]:
    """The dates of a token's sentence that stand behind it, each with the token that it begins with."""
    start, end = scene.doc[at].idx, scene.doc[at].sent.end_char
    dates = [t for t in scene.times if start < t.start < end and t.type == TimeType.DATE and t.value[:4].isdigit()]
    spans = [(t, scene.doc.char_span(t.start, t.end, alignment_mode="expand")) for t in dates]
    return [(time, span.start) for time, span in spans if span is not None]
