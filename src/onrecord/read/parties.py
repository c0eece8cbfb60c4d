"""From a word in the tree to the entities that it names as parties."""

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.read.cast import Cast
from onrecord.read.trees import conjuncts, walk

OWNERS = ("poss", "premod", "of", "in", "from")


def parties(cast: Cast, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Ids of the entities that the phrases under `tokens` name, coordinated ones too, each once, in text order."""
    found: dict[str, None] = {}
    for token in tokens:
        for one in conjuncts(token):
            for id in party(cast, one):
                found[id] = None
    return tuple(found)


def party(cast: Cast, token: Token) -> tuple[str, ...]:
    """The entity of one phrase: its own, or else the one that owns it ("Chad's decision", "the port of Lima")."""
    own = cast.at(token)
    if own is not None:
        return (own,)
    for path in OWNERS:
        ids = tuple(dict.fromkeys(id for t in walk(token, path) if (id := cast.at(t)) is not None))
        if ids:
            return ids
    return ()
