"""Whom a pronoun can't mean by its place in the sentence: who does what is done to it."""

from spacy.tokens import Token

from onrecord.read.papers import issuers
from onrecord.read.trees import subject
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

AROUND = frozenset(
    "about above ahead around behind before below beneath beside from near over toward towards under".split()
)
"""Prepositions before a pronoun that may mean the subject: "looked *behind* him"."""
FATES = frozenset(
    "arrest assassination conviction death deportation detention dismissal downfall execution expulsion extradition "
    "firing impeachment imprisonment indictment ouster overthrow prosecution removal resignation sacking trial".split()
)
"""Nouns of what befalls somebody by others."""
DEMANDING = frozenset("advocate appeal ask call campaign demand order press push request seek urge want".split())
"""Verbs of asking for such a thing of another."""


def bound(pronoun: Token, other: Token) -> bool:
    """Whether grammar keeps them apart: the object of a verb is not its subject, unless it ends in -self; nor who
    writes what urges him."""
    if pronoun.lower_.endswith(("self", "selves")):
        return False
    verb = acted_on_by(pronoun)
    if other.dep_ == "nsubj" and other.head == verb:
        return True
    if verb is not None and verb.dep_ in ("acl", "relcl") and other in issuers(verb.head):
        return True
    if pronoun.dep_ == "poss" and pronoun.head.dep_ == "appos" and pronoun.head.head == other:
        return True  # "Ana Cruz, her cousin": hers is not her own
    return other.head == pronoun or pronoun in other.children or (pronoun.dep_ == "poss" and pronoun.head == other)


def doer(scene: Scene, pronoun: Reference) -> Reference | None:
    """Who does what a pronoun stands as object of, and so is not meant by it: who comes in "came to see *him*", who
    demands in "demanded *his* resignation"."""
    verb = acted_on_by(pronoun.head) or demanded_by(pronoun.head)
    who = subject(verb) if verb is not None and verb.pos_ in ("VERB", "AUX") else None
    return scene.mention(who) if who is not None and who != pronoun.head else None


def acted_on_by(pronoun: Token) -> Token | None:
    """The verb of which a pronoun is the object, straight or behind a preposition; none of "-self" and "behind him"."""
    if pronoun.lower_.endswith(("self", "selves")) or pronoun.dep_ not in ("dobj", "dative", "pobj"):
        return None
    over = pronoun.head
    if pronoun.dep_ == "pobj":
        return None if over.lower_ in AROUND or is_taken_along(over) else over.head
    return over


def demanded_by(owner: Token) -> Token | None:
    """The verb that asks for what befalls the owner: the call of "called for *his* arrest"; none asks for his own."""
    fate = owner.head
    if owner.dep_ != "poss" or fate.lemma_.lower() not in FATES:
        return None
    verb = fate.head.head if fate.dep_ == "pobj" and fate.head.lower_ == "for" else fate.head
    return verb if fate.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in DEMANDING else None


def is_taken_along(preposition: Token) -> bool:
    """Whether "with" says what somebody has on him: "took a list with *him*", and not "met with *him*"."""
    return preposition.lower_ == "with" and any(c.dep_ == "dobj" for c in preposition.head.children)
