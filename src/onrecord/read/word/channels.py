"""By which channel something was said: a platform, a press conference, a written statement."""

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon


def find_channel(cue: Token, lexicon: Lexicon) -> str | None:
    """The channel that is named beside the cue ("wrote on X", "told a news conference"), by the lexicon's name."""
    beside = [t for c in cue.children if c.dep_ in ("prep", "dobj", "dative", "agent", "pobj") for t in near(c)]
    words = " " + " ".join(t.lower_ for t in sorted(beside, key=lambda t: t.i)) + " "
    for channel in lexicon.channels:
        if any(f" {w.lower()} " in words for w in channel.words):
            return channel.name
    return None


def near(token: Token) -> list[Token]:
    """The token and its phrase, without the clauses that hang in it."""
    found = [token]
    for child in token.children:
        if child.dep_ not in ("ccomp", "acl", "relcl", "advcl", "pcomp"):
            found += near(child)
    return found
