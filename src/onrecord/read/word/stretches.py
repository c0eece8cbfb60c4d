"""The words that a model saw, put on the edges of phrases and sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from onrecord.model import Extent
from onrecord.read.spans import sentences_of, tokens_within
from onrecord.read.word.cues import BEFORE_NOUN

SCRAP = 4
"""Words of another sentence that are too few for a content to go on there."""
DENYING = frozenset("deny dismiss dispute refute reject".split())
PAUSES = frozenset(",;:-–—")
STOPS = PAUSES | {"."}
"""Signs that belong to no words beside them."""


def whole_words(cue: Token, content: Sequence[Extent]) -> Iterator[Extent]:
    """A content without what at its ends is no part of it (a comma, and words that only open what follows them: "money
    *after*"), and without scraps of other sentences than the cue's, or words of a headline: what goes on over sentences
    goes on for more of each."""
    words = [tokens_within(cue.doc, (extent,)) for extent in content]
    starts = [sentences_of(own) for own in words]
    told = Counter(s for own in starts for s in own)
    here = cue.sent.start
    scraps = {s for s, n in told.items() if here in told and s != here and n <= SCRAP and 2 * n < len(cue.doc[s].sent)}
    scraps |= {s for s in told if s < here and is_heading(cue.doc[s].sent)}
    scraps |= {s for s in told if here in told and s > here and is_cut_into(cue.doc[s].sent, words)}
    beside = [c for c in cue.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.tag_ == cue.tag_]
    for own, within in zip(words, starts, strict=True):
        kept = [t for t, s in zip(own, within, strict=True) if s not in scraps]
        kept = [t for t in kept if not any(c == t or c.is_ancestor(t) for c in beside)]
        stop = next((t.i for t in kept if t.text == ";" and cue.i < t.i and is_followed(t)), len(cue.doc))
        kept = [t for t in kept if t.i < stop]
        while len(kept) > 1 and kept[0].text in STOPS:
            kept.pop(0)
        while len(kept) > 1 and (opens(kept[-1]) or kept[-1].text in PAUSES):
            kept.pop()
        if kept:
            yield Extent(kept[0].idx, kept[-1].idx + len(kept[-1].text))


def is_cut_into(sentence: Span, told: Sequence[Sequence[Token]]) -> bool:
    """Whether only a later part is told of a sentence, of which nothing is quoted: "Within hours *he had left*"."""
    first = min(t.i for own in told for t in own if sentence.start <= t.i < sentence.end)
    return '"' not in sentence.text and any(t.is_alpha for t in sentence.doc[sentence.start : first])


def is_followed(stop: Token) -> bool:
    """Whether a denial by somebody else follows a semicolon: "citing officials; *both ministries denied it*"."""
    rest = [t for t in stop.sent if t.i > stop.i]
    return any(t.dep_ == "nsubj" and t.head.i > t.i and t.head.lemma_.lower() in DENYING for t in rest)


def is_heading(sentence: Span) -> bool:
    """Whether a sentence ends with its line and without any sign: a headline."""
    words = [t for t in sentence if not t.is_space]
    return 0 < len(words) < len(sentence) and not words[-1].is_punct


def opens(word: Token) -> bool:
    """Whether a word only begins a phrase or a clause that follows it."""
    if word.dep_ in ("prep", "cc"):
        return True if word.dep_ == "cc" else any(c.i > word.i for c in word.children)
    return word.dep_ in ("mark", "det") and word.head.i > word.i


def from_its_edge(words: Sequence[Token]) -> Extent:
    """The words that name a source, from where the noun phrase begins of which they are ("*The Fijian* president"), and
    without a comma behind them or a word that opens what follows ("The president *on* Friday")."""
    last = next((t for t in reversed(words) if t.text not in STOPS and not opens(t)), words[-1])
    before = (t.left_edge for t in top(words).children if t.dep_ in BEFORE_NOUN)
    first = min((words[0], *before), key=lambda t: t.i)
    return Extent(first.idx, last.idx + len(last.text))


def is_phrase(words: Sequence[Token]) -> bool:
    """Whether words may name somebody: not where they begin amid a phrase, by a comma, "and" or "in"."""
    return bool(words) and not words[0].is_punct and words[0].dep_ not in ("cc", "prep", "agent")


def top(tokens: Sequence[Token]) -> Token:
    """The token under which the others hang: the first whose head lies outside."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])
