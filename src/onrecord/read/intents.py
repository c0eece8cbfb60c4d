"""Whose attempt, plan or decision it is to do what an infinitive says: "*Chad's* decision to close the border"."""

from collections.abc import Iterator

from spacy.tokens import Token

INTENTS = frozenset(
    "attempt bid campaign conspiracy decision drive effort intention move offensive operation plan pledge plot promise "
    "proposal push readiness refusal threat try vow willingness".split()
)
"""Nouns whose infinitive their owner does, or means to do."""
HELD = frozenset(
    "abandon announce backtrack begin carry continue defend drop have hatch keep launch lead make mount pursue renew "
    "repeat resume revive shelve stage start step stick take undertake withdraw".split()
)
"""Verbs whose subject has the plan that is their object, or stands behind their preposition: "*dropped* a plan to"."""
NAMES = frozenset(("GPE", "NORP", "ORG", "PERSON"))
SIDES = frozenset("army government guerrilla insurgent junta militant military militia opposition police rebel".split())
"""Common nouns that say before another whose it is: "an *opposition* bid"."""


def intender(noun: Token) -> Token | None:
    """Whose intent a noun is: its owner, who is named before it, or the subject of the verb that says that he has it.

    "Its threat to storm the town", "a rebel plot to kill him", "the junta dropped a plan to": the rebels, the junta.
    """
    if noun.lemma_.lower() not in INTENTS:
        return None
    return next((t for t in (*_owners(noun), *_holders(noun)) if t is not None), None)


def _owners(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.children if c.dep_ == "poss")
    before = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i)
    yield from (c for c in before if c.ent_type_ in NAMES or c.lemma_.lower() in SIDES)
    yield from (t for p in noun.children if p.lower_ == "by" for t in p.children if t.dep_ == "pobj")


def _holders(noun: Token) -> Iterator[Token]:
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "with", "from") else noun.head
    if noun.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in HELD:
        yield from (c for c in verb.children if c.dep_ == "nsubj")
