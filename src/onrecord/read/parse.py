"""The first step of a reading: paragraphs, headline, dateline, tokens and their dependency tree.

What is parsed is a *shadow* of the text: as long, character for character, but with plain quotation marks, with the
capitals of a title-case headline brought down, and with datelines and monstrous words blanked. So every token's
`idx` is an offset in the text as given, and nothing that was changed for the parser's sake reaches a Reading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from onrecord.model import Document, Extent
from onrecord.read.mended import mended
from onrecord.read.paragraphs import Paragraphs, find_paragraphs, plain_headline
from onrecord.read.pipeline import PIPELINE, one_thread

__all__ = ["PIPELINE", "Parsed", "parse", "parse_many"]

PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "\u00a0": " "})
DOUBLED = re.compile(r"``|''")
LONGEST = 300
ENDERS = (".", "!", "?", ":", ";", "\u2026")
CLOSERS = ('"', "'", ")", "]")
INITIAL = re.compile(r"[A-Z]\.")
ARTICLE = re.compile(r"(?<![\w-])(?:al|el|as|ash|an|ar|at|ad|az)-(?=[A-Z])")
MONSTER = re.compile(r"\S{121,}")
BODIES = {"WHO": "unesco"}
"""Bodies whose initials spell a word of the language, and a body of which the parser can't think that."""
NAME_HYPHEN = re.compile(
    r"(?<![\w-])(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]t|[Aa]d|[Aa]z|[A-Z]\w+)"
    r"(?:-(?:[a-z]{1,3}|[A-Z]\w+))*-[A-Z]\w+(?![\w-])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A document and its parse. `doc` runs over the whole text; slice `document.text`, never `doc.text`."""

    document: Document
    doc: Doc
    paragraphs: Paragraphs

    @property
    def text(self) -> str:
        return self.document.text


def parse(nlp: Language, document: Document, *, names: frozenset[str] = frozenset()) -> Parsed:
    """Parses one document. `names` are lower-case words (countries, demonyms, groups) that keep their capitals."""
    paragraphs, tokens = prepare(nlp, document, names)
    with one_thread():
        return Parsed(document=document, doc=mended(nlp(tokens)), paragraphs=paragraphs)


def parse_many(
    nlp: Language, documents: Iterable[Document], *, names: frozenset[str] = frozenset()
) -> Iterator[Parsed]:
    """Parses documents in the order given, each by itself: what products round depends on what is multiplied along, and
    a report is to be read alike in whatever company it comes."""
    return (parse(nlp, document, names=names) for document in documents)


def prepare(nlp: Language, document: Document, names: frozenset[str]) -> tuple[Paragraphs, Doc]:
    """Paragraphs, and tokens with the sentence starts that paragraphs force."""
    paragraphs = find_paragraphs(document.text)
    shadow = make_shadow(document.text, paragraphs, names)
    tokens = split_last_initials(join_names(nlp.make_doc(shadow), shadow, names), paragraphs)
    return paragraphs, with_sentence_starts(as_bodies(tokens), paragraphs)


def as_bodies(tokens: Doc) -> Doc:
    """The tokens, of which those that name a body and look like another word go to the parser under a name that can't
    be mistaken: "the World Health Organization (*WHO*) is sending doctors" would be a relative clause."""
    for token in tokens:
        if token.text in BODIES and not tokens.text.isupper():
            token.norm_ = BODIES[token.text]
    return tokens


def with_sentence_starts(tokens: Doc, paragraphs: Paragraphs) -> Doc:
    """The tokens with the sentence starts that are forced (1) or forbidden (-1) set on them.

    A paragraph begins a sentence; within one, a sentence begins only after something that ends one. What lies between
    is left to the parser, but no sentence is longer than LONGEST words: a list without a stop would be one.
    """
    starts = list(sentence_starts(tokens, [p.start for p in paragraphs.extents]))
    column: Any = np.asarray(starts, dtype="int64").astype("uint64").reshape(-1, 1)
    return tokens.from_array(["SENT_START"], column)


def sentence_starts(tokens: Doc, paragraphs: list[int]) -> Iterator[int]:
    """For each token whether it must begin a sentence (1), must not (-1), or may (0)."""
    previous, at, last = "", 0, 0
    for token in tokens:
        if token.is_space:
            yield 0
            continue
        if at < len(paragraphs) and token.idx >= paragraphs[at]:
            while at < len(paragraphs) and paragraphs[at] <= token.idx:
                at += 1
            last = token.i
            yield 1
        elif previous.endswith(ENDERS) and not is_closing(token):
            last = token.i
            yield 0
        else:
            forced = token.i - last >= LONGEST
            last = token.i if forced else last
            yield 1 if forced else -1
        if not (token.text in CLOSERS and previous.endswith(ENDERS)):
            previous = token.text


def is_closing(token: Token) -> bool:
    """Whether the token closes a quotation or a bracket that what precedes it opened."""
    return token.text in CLOSERS and (token.i == 0 or not token.nbor(-1).whitespace_)


def make_shadow(text: str, paragraphs: Paragraphs, names: frozenset[str]) -> str:
    """The text that is parsed: same length, easier to parse. The article of an Arabic name gets the capital that the
    tagger knows names by."""
    shadow = text.translate(PLAIN)
    shadow = DOUBLED.sub(' "', shadow)
    shadow = ARTICLE.sub(lambda m: m[0].capitalize(), shadow)
    shadow = MONSTER.sub(lambda m: " " * len(m[0]), shadow)
    if paragraphs.headline is not None:
        shadow = plain_headline(shadow, paragraphs.headline, names)
    for dateline in paragraphs.datelines:
        shadow = blank(shadow, dateline.extent)
    return shadow


def blank(text: str, extent: Extent) -> str:
    """The text with spaces at `extent`."""
    return text[: extent.start] + " " * (extent.end - extent.start) + text[extent.end :]


def join_names(doc: Doc, shadow: str, names: frozenset[str]) -> Doc:
    """Tokens in which a hyphenated name (Abd-ur-Rahim, al-Shabaab) is one word; pairs of states stay apart."""
    spans = []
    for match in NAME_HYPHEN.finditer(shadow):
        parts = [p.lower() for p in match[0].split("-")]
        span = doc.char_span(match.start(), match.end(), alignment_mode="strict")
        if span is not None and len(span) > 1 and not all(p in names for p in parts if len(p) > 1):
            spans.append(span)
    with doc.retokenize() as retokenizer:
        for span in spans:
            retokenizer.merge(span)
    return doc


def is_platform(token: Token) -> bool:
    """Whether "X." is the platform and the end of a sentence, and no initial ("wrote on X. The ministry …")."""
    return token.text == "X." and token.i > 0 and token.nbor(-1).lower_ in ("on", "to", "via", "platform", "network")


def split_last_initials(doc: Doc, paragraphs: Paragraphs) -> Doc:
    """Tokens in which a sentence that ends in a one-letter name ("on X.") ends in a full stop of its own."""
    ends = {p.end for p in paragraphs.extents}
    with doc.retokenize() as retokenizer:
        for token in doc:
            if INITIAL.fullmatch(token.text) and (token.idx + 2 in ends or is_platform(token)):
                retokenizer.split(token, [token.text[0], "."], heads=[(token, 0), (token, 0)])
    return doc
