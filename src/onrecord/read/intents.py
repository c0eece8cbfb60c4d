"""Whose attempt, plan or decision it is to do what an infinitive says: "*Chad's* decision to close the border"."""

from collections.abc import Iterator

from spacy.tokens import Token

INTENTS = frozenset(
    "agreement ambition attempt bid campaign commitment conspiracy decision desire determination drive effort failure "
    "inability intention move offensive operation plan pledge plot promise proposal push readiness refusal reluctance "
    "strategy threat try vow willingness wish".split()
)
"""Nouns whose infinitive their owner does, or means to do."""
HELD = frozenset(
    "abandon announce backtrack begin cancel carry continue defend delay drop explain have hatch justify keep launch "
    "lead make mount outline pursue reconsider renew repeat rescind resume reverse revive scrap shelve stage start "
    "step stick take undertake unveil withdraw".split()
)
"""Verbs whose subject has the plan that is their object, or stands behind their preposition: "*dropped* a plan to"."""
ALLEGING = frozenset(
    "accusation acquittal allegation charge complaint condemnation conviction criticism fear report suspicion talk "
    "warning".split()
)
"""Nouns whose owner says what another does: "Peru's *accusations* of arming rebels"."""
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


def owner_of_doing(preposition: Token) -> Token | None:
    """Whose a noun is of which a gerund tells what he does: the clerk of "the *clerk's* habit of helping Chad"."""
    noun = preposition.head
    if preposition.dep_ != "prep" or preposition.lower_ not in ("of", "in") or noun.lemma_.lower() in ALLEGING:
        return None
    if noun.pos_ != "NOUN" or not any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in preposition.children):
        return None
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def _owners(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.children if c.dep_ == "poss")
    before = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i)
    yield from (c for c in before if c.ent_type_ in NAMES or c.lemma_.lower() in SIDES)
    yield from (t for p in noun.children if p.lower_ == "by" for t in p.children if t.dep_ == "pobj")


def _holders(noun: Token) -> Iterator[Token]:
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "with", "from") else noun.head
    if noun.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in HELD:
        yield from (c for c in verb.children if c.dep_ == "nsubj")
