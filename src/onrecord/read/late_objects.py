"""Objects that stand behind the day of what was done, as agencies write: "police arrested *on Sunday two men*".

The parser then takes the verb for a participle of its subject, or the object for the day's own noun.
"""

from spacy.tokens import Token

DAYS = frozenset(("DATE", "TIME"))


def behind_day(verb: Token) -> list[Token]:
    """The noun that the parser took for the day behind a verb: the men of "arrested on *Sunday two men*"."""
    found = (_noun_behind(c) for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" and c.i == verb.i + 1)
    return [noun for noun in found if noun is not None]


def _noun_behind(on: Token) -> Token | None:
    noun = next((c for c in on.children if c.dep_ == "pobj"), None)
    if noun is None or noun.ent_type_ in DAYS or noun.i == on.i + 1:
        return None
    return noun if on.nbor(1).ent_type_ == "DATE" and on.nbor(1).head == noun else None


def is_told_late(verb: Token) -> bool:
    """Whether a verb that the parser takes for its subject's participle is the verb of a sentence that has no other:
    "the embassy *donated* on Sunday nine computers"."""
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.pos_ not in ("NOUN", "PROPN"):
        return False
    if not any(c.dep_ == "prep" and c.i == verb.i + 1 and c.lower_ == "on" for c in verb.children):
        return False
    return any(c.dep_ == "dobj" for c in verb.children) or bool(behind_day(verb))
