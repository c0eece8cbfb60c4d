"""Of whom a clause says that they go by a name: "*rebels* who call themselves the Free Coast", "*a man* known as X"."""

from collections.abc import Iterator

from spacy.tokens import Token

CALLING = frozenset(("call", "name", "nickname", "style", "dub", "term", "christen"))
THEMSELVES = frozenset(("itself", "themselves", "himself", "herself"))
ALIASES = frozenset(("guerre", "alias", "name", "codename"))
"""Nouns of which "whose … is" tells another name."""
ALSO = frozenset(("alias", "aka", "a.k.a", "a.k.a.", "né", "née"))
"""Words between two names of one person."""


def bearers(name: Token) -> Iterator[Token]:
    """The nouns of which a clause around a name says that they go by it."""
    over = name.head
    if name.dep_ == "appos" and any(c.lower_ in ALSO for c in name.lefts):
        yield over
    elif over.lower_ in ALSO and over.dep_ == "appos":
        yield over.head
    elif name.dep_ == "pobj" and over.lower_ in ("as", "by") and over.head.lower_ in ("known", "identified"):
        yield from described(over.head)
    elif name.dep_ in ("oprd", "dobj", "attr") and over.lemma_ in CALLING:
        itself = any(c.dep_ == "dobj" and c.lower_ in THEMSELVES for c in over.children)
        if itself or (over.lower_ in ("called", "nicknamed") and over.dep_ == "acl"):
            yield from described(over)
    elif name.dep_ == "attr" and over.lemma_ == "be" and over.dep_ == "relcl":
        subjects = (c for c in over.children if c.dep_ == "nsubj" and c.lemma_.lower() in ALIASES)
        if any(c.lower_ == "whose" for s in subjects for c in s.children):
            yield over.head


def described(verb: Token) -> Iterator[Token]:
    """The noun of which a verb's clause tells more, or its subject."""
    if any(c.dep_ == "neg" for c in verb.children):
        return
    if verb.dep_ in ("acl", "relcl"):
        yield verb.head
    else:
        yield from (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
