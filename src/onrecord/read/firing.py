"""Whether a lexicon entry fires on a word, and where its paths lead from it."""

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.lexicon.entries import Cue, EventWord
from onrecord.read.trees import walk


def fits(entry: Cue | EventWord, token: Token) -> bool:
    """Whether an entry may fire on a token: its part of speech, all that it requires, nothing that forbids it."""
    return (
        is_pos(token, entry.pos)
        and all(walk(token, path) for path in entry.requires)
        and not any(walk(token, path) for path in entry.unless)
    )


def is_pos(token: Token, pos: str) -> bool:
    """Whether a token is a verb, noun, adjective or adverb in the lexicon's sense; a `mark` never is (see `colons`)."""
    if pos == "verb":
        return token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass", "amod")
    if pos == "noun":
        return token.tag_ in ("NN", "NNS", "NNP", "NNPS")
    if pos == "adjective":
        return token.tag_.startswith("JJ") or token.tag_ == "VBN"
    return pos == "adverb"


def first_reached(token: Token, paths: Iterable[str]) -> tuple[Token, ...]:
    """What the first fruitful path leads to."""
    for path in paths:
        reached = walk(token, path)
        if reached:
            return reached
    return ()
