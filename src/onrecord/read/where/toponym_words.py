"""The words of a report as the search for place names sees them, with those that the parser was not shown."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.model import Extent

WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
STOPS = frozenset({",", ";", ":", "(", ")", '"', "?", "!", "[", "]"})


class Word(NamedTuple):
    """A word with the parser's opinion of it. `label` is that of the entity it is in, "" for none.

    `whole` is the entity's extent; `named` says that a person's or a body's name that was found covers the word;
    `hidden` that the parser was not shown it (a dateline).
    """

    start: int
    end: int
    text: str
    capital: bool
    proper: bool
    label: str
    whole: Extent | None
    named: bool
    hidden: bool

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def breaks(self) -> bool:
        """Whether no name runs over this word."""
        return self.text in STOPS or self.text.isspace()


def find_words(doc: Doc, text: str, taken: Sequence[Extent]) -> list[Word]:
    """All words in order; a dateline, which the parser sees as blank, gives words without labels."""
    named = {at for extent in taken for at in range(extent.start, extent.end)}
    wholes = {t.i: (e.label_, Extent(e.start_char, e.end_char)) for e in doc.ents for t in e}
    found: list[Word] = []
    for token in doc:
        if token.is_space:
            found += hidden_words(text, token.idx, token.idx + len(token))
            continue
        label, whole = wholes.get(token.i, ("", None))
        start, end = token.idx, token.idx + len(token)
        word = text[start:end]
        proper = token.pos_ == "PROPN"
        found.append(Word(start, end, word, word[0].isupper(), proper, label, whole, start in named, hidden=False))
    return found


def hidden_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a stretch that the parser sees as blank; those before its first comma name a place."""
    if text[start:end].isspace():
        return
    for match in WORD.finditer(text, start, end):
        label = "" if "," in text[start : match.start()] else "GPE"
        capital = match[0][0].isupper()
        yield Word(*match.span(), match[0], capital, True, label, None, named=False, hidden=True)
