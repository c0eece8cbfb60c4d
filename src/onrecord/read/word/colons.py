"""Speakers set before a colon: `Otieno: Sudan must pay`, as headlines and printed conversations have it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Cue
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Extent
from onrecord.read.paragraphs import Paragraphs
from onrecord.read.quotes import tokens_in
from onrecord.read.spans import trimmed
from onrecord.read.trees import extent
from onrecord.read.word.cues import Candidate

LONGEST = 7
"""Words that the name of a speaker before a colon may have."""
SMALL = frozenset("a an and at by de for from in of on the to von".split())
SPEAKERS = frozenset("NOUN PROPN PRON".split())
LABELS = frozenset(
    "advertisement analysis background bombshell breaking caption context contributing correction editor "
    "exclusive fact factbox file here highlights image images latest live more news note opinion photo photos "
    "picture question read related revealed review scroll see source story summary tags timeline topics trending "
    "update updated updates video videos watch what when where who why".split()
)
"""First words of what newspapers set before a colon and nobody says."""


def find_colons(doc: Doc, paragraphs: Paragraphs, lexicon: Lexicon) -> Iterator[Candidate]:
    """A candidate for each paragraph that a speaker's name and a colon open."""
    for entry in lexicon.cues.get(":", ())[:1]:
        for paragraph in paragraphs.extents:
            opening = tokens_in(doc, Extent(paragraph.start, min(paragraph.end, paragraph.start + 90)))
            at = next((k for k, t in enumerate(opening[: LONGEST + 2]) if t.text == ":"), 0)
            if at and is_speaker(opening[:at]):
                yield from spoken(entry, opening[:at], opening[at], tokens_in(doc, paragraph))


def spoken(entry: Cue, name: Sequence[Token], colon: Token, paragraph: Sequence[Token]) -> Iterator[Candidate]:
    """What stands after the colon, to the end of its paragraph."""
    after = paragraph[colon.i - paragraph[0].i + 1 :]
    if not any(t.pos_ in ("VERB", "AUX") or t.text == '"' for t in after):
        return
    for content in trimmed(colon.doc, colon.i + 1, paragraph[-1].i):
        head = next((t for t in reversed(name) if t.pos_ in SPEAKERS), name[-1])
        yield Candidate(entry=entry, cue=colon, head=head, source=(extent(tuple(name)),), content=(content,))


def is_speaker(name: Sequence[Token]) -> bool:
    """Whether words can name a speaker: capitals but for small words, no verb, no label of a newspaper's."""
    words = [t for t in name if not (t.is_punct or t.is_space)]
    return (
        bool(words)
        and next((t.lower_ for t in words if t.lower_ not in SMALL), "the") not in LABELS | SMALL
        and all(t.text[0].isupper() or t.lower_ in SMALL or t.text == "'s" for t in words)
        and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.like_num for t in words)
        and not any(t.text in ('"', "?", "!", ";") for t in name)
    )
