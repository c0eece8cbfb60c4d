"""Capitals that stand for their governments: decided by the part that the name plays in its sentence."""

from spacy.tokens import Token

SPECTATORS = frozenset(
    "see witness experience lie host remain become have grow suffer face wake fall need stand sit boast enjoy be "
    "celebrate swelter brace burn get".split()
)
ADDRESSED = frozenset(
    "urge accuse warn ask tell blame criticise criticize condemn call thank press pressure support assure inform help "
    "request sanction threaten remind advise invite persuade pressurise convince anger irk irritate alarm reassure "
    "force oblige compel expect want".split()
)
ATTITUDES = frozenset(
    "ready willing concerned prepared committed aware confident keen reluctant unwilling determined contact talk "
    "hopeful responsible wrong right opposed open".split()
)
DEALINGS = frozenset(
    "relation relationship tie talk dialogue tension agreement deal dispute negotiation treaty cooperation conflict "
    "war understanding solidarity contact trade ceasefire truce row rift standoff stand-off consultation pact accord "
    "alliance partnership friendship hostility mediation trust standoff feud exchange meeting confrontation".split()
)
STANCES = frozenset(
    "demand claim position stance decision accusation response request government policy allegation refusal concern "
    "support offer call warning ambassador envoy reply answer denial interest ally army leader leadership official "
    "threat proposal plan intention desire willingness reaction approach foreign side minister allegation".split()
)

GIVING = frozenset("cost deny give grant hand lend offer owe pay promise sell send supply".split())
"""Verbs with two objects, of whom one gets the other: "gave *Lima* nine boats"."""
BACKING = frozenset("backing help praise support sympathy".split())
RUN = frozenset("control direct finance run".split())
"""Verbs by which something is done from where a state is governed."""
PETITIONING = frozenset("apologise apologize appeal complain loyal protest answerable hostile".split())
"""Words with "to" and whom one says something to, or is so towards: "protested *to Lima*"."""


def stands_for_state(head: Token) -> bool:
    """Whether a capital's name, by its place in the tree, means the government that sits there."""
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    governor = head.head
    if head.dep_ == "nsubj" and governor.lemma_.lower() in SPECTATORS:
        return any(c.lemma_.lower() in ATTITUDES for p in governor.children for c in (p, *p.children))
    if head.dep_ == "nsubj":
        return governor.pos_ == "VERB"
    if head.dep_ == "dobj":
        return governor.lemma_.lower() in ADDRESSED
    if head.dep_ == "dative" and governor.pos_ == "VERB":
        return governor.lemma_.lower() in GIVING
    if head.dep_ == "poss":
        return governor.lemma_.lower() in STANCES
    if head.dep_ == "pobj":
        return after_preposition(governor)
    return False


def after_preposition(preposition: Token) -> bool:
    """By a city in the passive, talks between and with cities, pressure on a city; never in, at, to or near one."""
    word, over = preposition.lower_, preposition.head
    if preposition.dep_ == "agent" or (word == "by" and over.pos_ == "VERB"):
        return True
    if word == "for":
        return over.lemma_.lower() in BACKING
    if word == "from":
        return over.lemma_.lower() in RUN
    if word in ("between", "with"):
        return over.lemma_.lower() in DEALINGS or (word == "with" and over.lemma_.lower() in ("negotiate", "agree"))
    if word == "to":
        return over.lemma_.lower() in PETITIONING
    if word in ("on", "upon"):
        return over.lemma_.lower() in ("call", "pressure", "press", "prevail")
    return word == "against" and over.lemma_.lower() in ("accusation", "charge", "sanction", "allegation")
