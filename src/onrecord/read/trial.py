"""What the lexicon makes of a sentence: which entries fired, which were considered, and what each of those lacked."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Cue, EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Extent
from onrecord.read.firing import is_pos
from onrecord.read.paragraphs import Paragraphs
from onrecord.read.quotes import find_quotations
from onrecord.read.trees import extent, phrase, walk
from onrecord.read.word.colons import find_colons
from onrecord.read.word.cues import Candidate, read_cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A source, content, actor or recipient, and the path of the entry that led to it where it was one path."""

    name: str
    extent: Extent
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One entry held against one word. `lacks` says what kept it from firing; `parts` what its paths led to."""

    entry: str
    at: Extent
    lacks: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def fired(self) -> bool:
        return not self.lacks


def hold_against(doc: Doc, paragraphs: Paragraphs, lexicon: Lexicon) -> tuple[Trial, ...]:
    """Every cue and event word of the lexicon that any word of the text calls up, fired or not, in text order."""
    quotations = find_quotations(doc, paragraphs)
    trials = []
    for token in doc:
        lemma = token.lemma_.lower()
        for cue in lexicon.cues.get(lemma, ()) if not token.is_punct else ():
            candidate = read_cue(cue, token, quotations)
            trials.append(make(cue, token, (*lacks(cue, token), *wanting(candidate)), said_parts(candidate)))
        for word in lexicon.events.get(lemma, ()):
            parts = tuple(parties_of(word, token))
            nobody = () if parts else ("no party by any of its paths",)
            trials.append(make(word, token, (*lacks(word, token), *nobody), parts))
    for colon in find_colons(doc, paragraphs, lexicon):
        trials.append(make(colon.entry, colon.cue, (), said_parts(colon)))
    return tuple(sorted(trials, key=lambda trial: trial.at))


def make(entry: Cue | EventWord, token: Token, wants: tuple[str, ...], parts: tuple[Part, ...]) -> Trial:
    """The trial of one entry on one word."""
    at = Extent(token.idx, token.idx + len(token.text))
    return Trial(entry=entry.id, at=at, lacks=wants, parts=parts)


def lacks(entry: Cue | EventWord, token: Token) -> Iterator[str]:
    """What an entry asks of a word and does not find, in the lexicon's own terms."""
    if not is_pos(token, entry.pos):
        yield f"{token.text!r} is no {entry.pos} here ({token.tag_})"
    for path in entry.requires:
        if not walk(token, path):
            yield f"requires {path}, which leads nowhere"
    for path in entry.unless:
        for met in walk(token, path)[:1]:
            yield f"forbids {path}, which leads to {met.text!r}"


def wanting(candidate: Candidate) -> Iterator[str]:
    """What a cue's paths should have led to and did not."""
    if not candidate.content:
        yield "nothing that is said by any of " + ", ".join(candidate.entry.content)
    if not candidate.source and not candidate.entry.anonymous:
        yield "nobody who says it by any of " + ", ".join(candidate.entry.source)


def said_parts(candidate: Candidate) -> tuple[Part, ...]:
    """Source and content of a cue. A content is put together from more than paths: none is named for it."""
    by = next((p for p in candidate.entry.source if walk(candidate.cue, p)), None)
    return (
        *(Part(name="source", extent=e, path=by) for e in candidate.source),
        *(Part(name="content", extent=e) for e in candidate.content),
    )


def parties_of(word: EventWord, token: Token) -> Iterator[Part]:
    """The phrases to which an event word's paths lead."""
    for name, paths in (("actor", word.actor), ("recipient", word.recipient)):
        for path in paths:
            heads = walk(token, path)
            for head in heads:
                around = extent(phrase(head, without=frozenset(("relcl", "acl", "advcl"))))
                yield Part(name=name, extent=around, path=path)
            if heads:
                break
