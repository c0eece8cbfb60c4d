"""Sets of tokens as stretches of text, and back."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from onrecord.model import Extent


def runs(doc: Doc, words: set[int]) -> Iterator[Extent]:
    """The stretches that a set of token indices makes. Space and punctuation between two of them join them;
    at the ends of a stretch they fall away, quotation marks and closing brackets apart."""
    start = last = None
    for i in sorted(words):
        if start is not None and last is not None and all(thin(doc[j]) for j in range(last + 1, i)):
            last = i
            continue
        if start is not None and last is not None:
            yield from trimmed(doc, start, last)
        start = last = i
    if start is not None and last is not None:
        yield from trimmed(doc, start, last)


def trimmed(doc: Doc, start: int, last: int) -> Iterator[Extent]:
    """The extent from one token to another without thin ends; nothing where all of it is thin."""
    while start <= last and thin(doc[start]) and doc[start].text not in ('"', "(", "["):
        start += 1
    while last >= start and thin(doc[last]) and doc[last].text not in ('"', ")", "]", "%"):
        last -= 1
    if start <= last and any(not thin(t) for t in doc[start : last + 1]):
        yield Extent(doc[start].idx, doc[last].idx + len(doc[last].text))


def thin(token: Token) -> bool:
    """Whether a token is space or punctuation."""
    return token.is_space or token.is_punct


def cover(extents: Iterable[Extent]) -> list[Extent]:
    """The same characters in the fewest extents, in order."""
    covered: list[Extent] = []
    for e in sorted(extents):
        if covered and e.start <= covered[-1].end + 1:
            covered[-1] = Extent(covered[-1].start, max(e.end, covered[-1].end))
        else:
            covered.append(e)
    return covered


def tokens_within(doc: Doc, extents: Iterable[Extent]) -> list[Token]:
    """The tokens that lie in any of the extents."""
    found: list[Token] = []
    for e in extents:
        span = doc.char_span(e.start, e.end, alignment_mode="contract")
        found += [] if span is None else list(span)
    return found


def sentences_of(words: Iterable[Token]) -> list[int]:
    """For each of some words that follow one another the first token of its sentence."""
    starts: list[int] = []
    for word in words:
        starts.append(word.i if word.is_sent_start else starts[-1] if starts else word.sent.start)
    return starts


def noun_of(doc: Doc, at: Extent) -> Token | None:
    """The noun by which a party is named: "governor" of "the governor of Kassala", and "state" of *Kassala* state."""
    words = tokens_within(doc, (at,))
    noun = next((t for t in words if t.head not in words or t.head == t), None)
    while noun is not None and noun.dep_ in ("compound", "nmod") and noun.head != noun:
        noun = noun.head
    return noun
