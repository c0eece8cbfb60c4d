"""Finds cues in the text, and where their paths lead: the candidates of attributions, before any is judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Cue, EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Extent
from onrecord.read.quotes import Quotation
from onrecord.read.spans import cover, runs
from onrecord.read.trees import extent, phrase, walk

LOOSE = frozenset(("relcl", "acl", "advcl", "parataxis", "ccomp", "punct"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cue in the text and where its paths led. Extents count characters of the text; `head` is the source's head,
    `addressee` the heads of those to whom, or of whom, it is said."""

    entry: Cue
    cue: Token
    head: Token | None
    source: tuple[Extent, ...]
    content: tuple[Extent, ...]
    addressee: tuple[Token, ...] = ()


def find_candidates(doc: Doc, lexicon: Lexicon, quotations: Sequence[Quotation]) -> list[Candidate]:
    """Every cue that the lexicon knows, in text order, with what its paths lead to."""
    found = []
    for token in doc:
        for entry in lexicon.cues.get(token.lemma_.lower(), ()):
            if fits(entry, token):
                found.append(read_cue(entry, token, quotations))
                break
    return found


def fits(entry: Cue | EventWord, token: Token) -> bool:
    """Whether an entry may fire on a token: its part of speech, all that it requires, nothing that forbids it."""
    return (
        is_pos(token, entry.pos)
        and all(walk(token, path) for path in entry.requires)
        and not any(walk(token, path) for path in entry.unless)
    )


def is_pos(token: Token, pos: str) -> bool:
    """Whether a token is a verb, noun, adjective or adverb in the lexicon's sense."""
    if pos == "verb":
        return token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass", "amod")
    if pos == "noun":
        return token.tag_ in ("NN", "NNS", "NNP", "NNPS")
    if pos == "adjective":
        return token.tag_.startswith("JJ") or token.tag_ == "VBN"
    return True


def read_cue(entry: Cue, token: Token, quotations: Sequence[Quotation]) -> Candidate:
    """Follows an entry's paths from its cue."""
    heads = first_reached(token, entry.source)
    head = heads[0] if heads else None
    source = extent(phrase(head, without=LOOSE)) if head is not None else None
    own = frozenset(t.i for t in ([] if head is None else head.subtree))
    content = find_content(entry, token, own, quotations)
    if source is not None:
        content = tuple(c for c in content if c not in source)
    return Candidate(
        entry=entry,
        cue=token,
        head=head,
        source=() if source is None else (source,),
        content=content,
        addressee=first_reached(token, entry.addressee),
    )


def first_reached(token: Token, paths: Iterable[str]) -> tuple[Token, ...]:
    """What the first fruitful path leads to."""
    for path in paths:
        reached = walk(token, path)
        if reached:
            return reached
    return ()


def find_content(entry: Cue, cue: Token, source: frozenset[int], quotations: Sequence[Quotation]) -> tuple[Extent, ...]:
    """The words that are said: what the paths lead to and the quotations that belong to them or stand beside the cue."""
    own = {t.i for t in cue.subtree}
    words: set[int] = set()
    for head in first_reached(cue, entry.content):
        words |= {t.i for t in head.subtree} - (own if head.is_ancestor(cue) else set())
    words -= source | {cue.i} | {t.i for t in cue.children if t.dep_ in ("aux", "auxpass", "neg")}
    doc = cue.doc
    spans = list(runs(doc, words))
    if entry.quotes:
        spans = with_quotations(doc, cue, spans, quotations)
    return tuple(cover(spans))


def with_quotations(doc: Doc, cue: Token, spans: list[Extent], quotations: Sequence[Quotation]) -> list[Extent]:
    """Spans widened to the full quotations that they share words with, or else the quotation beside the cue."""
    full = [q for q in quotations if not q.is_term]
    met = [
        q.extent
        for q in full
        if any(q.extent.overlaps(s) for s in spans) and cue.idx not in range(q.extent.start, q.extent.end)
    ]
    if not spans:
        sentence = extent(tuple(cue.sent))
        met = [q.extent for q in full if q.extent.overlaps(sentence) and not q.extent.start <= cue.idx < q.extent.end]
    return [*spans, *met]
