"""Whether the grammar of a sentence lets one party be who does something to the other.

A model that types pairs of parties sees words; which of two is the subject, the parser sees better.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import Kind
from onrecord.read.what.questions import Pair
from onrecord.read.who.cast import Cast

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Types of what two parties do with each other: neither is who does it to the other."""
TOWARDS = frozenset("to into toward towards in at near against".split())
"""Prepositions before those to whom something is done or where, never before who does it."""
SUBJECTS = frozenset("nsubj nsubjpass agent csubj".split())
FATES = frozenset("die perish".split())
"""Verbs whose subject does nothing."""
PASSED_ON = frozenset("condolence congratulation gratitude greeting message solidarity support sympathy thank".split())
"""What somebody passes on for whose it is: he gets none of it ("conveyed *Bolivia's* condolences")."""
EMBLEMS = frozenset("anthem banner color colour emblem flag portrait".split())
SHOWING = frozenset("carry display fly hoist hold raise sing wave wear".split())
"""Verbs by which somebody shows whose friend he is: "waving *Russian* flags", not "burning"."""
BESIDE = frozenset("relcl appos".split())
"""What tells more of who is named, and hangs under his name."""
SENDING = frozenset("deploy dispatch send station post".split())
"""Verbs of which the subject, also of a passive, does what it is sent to do."""


def one_way(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs; of those that the model types one way and the other where both do it together, that whose actor is
    the subject of its word, or else the surer, unless they are named in one breath ("Turkey and Russia")."""
    found = {(p.sentence, p.actor, p.recipient, p.answer.type): p for p in pairs}
    for p in pairs:
        turned = found.get((p.sentence, p.recipient, p.actor, p.answer.type))
        if p.answer.type not in MUTUAL or turned is None or are_beside(p) or precedence(p) >= precedence(turned):
            yield p


def precedence(pair: Pair) -> tuple[bool, float]:
    """Whether a pair's actor is the subject of its word, and how sure the model is of it."""
    noun = pair.actor_noun
    return noun is not None and is_subject(noun, pair.trigger), pair.answer.confidence


def may_do(pair: Pair, cast: Cast) -> bool:
    """Whether a pair's actor may be who does to the recipient what the pair's word tells."""
    actor, recipient = pair.actor_noun, pair.recipient_noun
    if actor is None or recipient is None:
        return True
    if cast.entity(pair.actor).kind is Kind.PLACE and actor.dep_ not in ("nsubj", "agent", "poss"):
        return False
    if recipient.dep_ == "poss" and recipient.head.lemma_.lower() in PASSED_ON:
        return False
    if recipient.head.lemma_.lower() in EMBLEMS and recipient.head.head.lemma_.lower() in SHOWING:
        return False
    if is_subject(recipient, pair.trigger) and is_reported(actor, pair.trigger):
        return False
    if is_told_of_beside(recipient, actor, pair.trigger):
        return False
    if pair.answer.type in MUTUAL:
        return True
    return is_in_reach(actor, pair.trigger) and not (
        are_beside(pair)
        or is_undergoing(actor, pair.trigger)
        or (is_subject(recipient, pair.trigger) and is_aimed_at(actor))
    )


def is_told_of_beside(party: Token, other: Token, trigger: Token) -> bool:
    """Whether a party is only named in a clause that tells who the other is, beside what happens: "Chad, which chairs
    *the bloc*, offered"."""
    clause = next((a for a in (party, *party.ancestors) if a.head == other and a.dep_ in BESIDE), None)
    return clause is not None and trigger != clause and clause not in trigger.ancestors


def is_reported(party: Token, trigger: Token) -> bool:
    """Whether a party stands in what a verb says, and not beside it: "the minister told them that *Chad* would"."""
    here = party
    while here.head not in (here, trigger):
        here = here.head
    return here.head == trigger and here.dep_ == "ccomp"


def is_in_reach(actor: Token, trigger: Token) -> bool:
    """Whether a party stands in the clause of a word, or is the subject of one in which that clause lies: not one who
    is only named along with other things ("conveyed the condolences *of the president* on the death of ...")."""
    return any(
        trigger in t.ancestors or (leads(t) and (t.head == trigger or t.head in trigger.ancestors))
        for t in (actor, *actor.conjuncts, *(a for a in actor.ancestors if leads(a)))
    )


def leads(word: Token) -> bool:
    """Whether a word is the subject of its verb, or what there is: "there were *raids*"."""
    return word.dep_ in SUBJECTS or (word.dep_ == "attr" and any(c.dep_ == "expl" for c in word.head.children))


def are_beside(pair: Pair) -> bool:
    """Whether both parties are named in one breath: "Turkey and Russia"."""
    actor, recipient = pair.actor_noun, pair.recipient_noun
    return actor is not None and recipient is not None and recipient in actor.conjuncts


def is_undergoing(actor: Token, trigger: Token) -> bool:
    """Whether a party is only the subject of what is done to it, or of a death."""
    if actor.head != trigger:
        return any(is_undergoing(other, trigger) for other in actor.conjuncts if other.head == trigger)
    lemma = trigger.lemma_.lower()
    return (actor.dep_ == "nsubjpass" and lemma not in SENDING) or (actor.dep_ == "nsubj" and lemma in FATES)


def is_subject(party: Token, trigger: Token) -> bool:
    """Whether a party is the subject of a word, or stands beside it."""
    return any(t.head == trigger and t.dep_ == "nsubj" for t in (party, *party.conjuncts))


def is_aimed_at(party: Token) -> bool:
    """Whether a party stands behind a preposition before those to whom something is done."""
    return party.dep_ == "pobj" and party.head.lower_ in TOWARDS
