"""Climbing from a word to those that it stands under, as far as they can take it out of the actual."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.read.controlling import RANKED
from onrecord.read.own import form_of, is_backshifted, is_finite, is_infinitive, is_negation, modal_of
from onrecord.read.trees import support_verb

CARRIES = frozenset(
    ("xcomp", "dobj", "pcomp", "acl", "ccomp", "oprd", "conj", "pobj", "prep", "nsubj", "nsubjpass", "acomp")
)
PRESUPPOSED = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
HAPPENING = frozenset(("happen", "occur", "begin", "start", "take"))
WANTING = frozenset(
    "advocate ask avert avoid ban block cancel delay demand desire foil forbid postpone prevent propose recommend "
    "request seek suggest thwart threaten urge want wish".split()
)
"""Verbs whose object is not known to be, even where it is definite: "demanded *the release*"."""
CALLING = frozenset("appeal ask beg call demand hope lobby petition plead press push vote wish".split())
"""Words whose "for" says the same: "called for *the release*", "a call for *the release*"."""
REACTING = frozenset(
    "answer apologise apologize arrest avenge blame charge commemorate condemn convict criticise criticize decry "
    "denounce deplore describe discuss document end examine halt investigate jail lament mark mourn praise probe "
    "prosecute protest punish recall regret remember report retaliate review sentence survive thank try welcome".split()
)
"""Verbs whose object there is already, whatever becomes of the verb: "will condemn *attacks*"."""
MEASURES = frozenset(
    "act bout campaign couple day dozen form hour hundred kind lot number outbreak prospect round series sort spate "
    "start string thousand type wave week year".split()
)
"""Nouns that only say how much there is of what follows: "a *wave* of attacks"."""
BACKWARD = frozenset(("of", "in", "from", "after", "over", "about", "behind", "during", "since", "by"))
"""Prepositions that tie a noun to a deed that there has been: "victims *of* attacks"."""
ADJUNCTS = frozenset(("after", "since", "following", "despite", "amid", "over", "because", "given", "during", "before"))
"""Prepositions that tie a deed to another one, whatever becomes of that one."""
AWAITED = frozenset(("once", "when", "after"))
UNTIL = frozenset(("until", "till", "before"))
PREVENTING = frozenset("avert avoid deter halt prevent stop".split())
"""Verbs whose failure leaves their object as it is: "failed to prevent *attacks*"."""
TRYING = frozenset("attempt seek strive struggle try".split())
HAD = frozenset(("had", "has", "have", "'ve", "'d"))
RENEWING = frozenset("renew reopen restart revive".split())


def climb(token: Token, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and its head, from the trigger up, as long as the link lets modality pass down."""
    while token.head != token and may_carry(token) and not is_past(token):
        above = token.head
        if token.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and is_presupposed(token):
            yield from _wanted(token)
            return
        if token.dep_ == "nsubj" and not is_told_of_subject(above, lexicon):
            return
        if is_settled(token, lexicon) or is_means(token):
            return
        yield token, above
        if ends_climb(token):
            return
        token = above


def ends_climb(token: Token) -> bool:
    """Whether a word stands in a clause of its own, told by what is above it; one joined to such a clause does too."""
    if token.dep_ == "conj" and is_finite(token.head):
        return False
    return token.dep_ in ("ccomp", "acl", "advcl", "conj") and is_finite(token)


def may_carry(token: Token) -> bool:
    """Whether modality passes along the relation by which a word hangs at all."""
    if token.dep_ in ("advcl", "relcl"):
        surprising = any(c.lower_ == "only" for c in token.lefts)
        return (is_infinitive(token) and not surprising) or is_awaited(token)
    if token.dep_ == "attr":
        ranked = any(t.lower_ in RANKED for t in (token, *token.children))
        return ranked and any(c.dep_ in ("acl", "relcl") and is_infinitive(c) for c in token.children)
    return token.dep_ in CARRIES


def _wanted(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The links from a definite noun to the verb that says that it is wanted or undone."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in CALLING:
        yield noun.head, noun.head.head
    elif noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in WANTING:
        yield noun, noun.head


def is_told_of_subject(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says of its subject that it takes place, or only would: "talks *began*", "a blockade *would* ruin
    them"."""
    supposed = any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children) and not is_backshifted(verb)
    if supposed or verb.lemma_.lower() in HAPPENING:
        return True
    return verb.lemma_ == "be" and any(True for c in verb.children if c.dep_ == "acomp" for _ in modal_of(c, lexicon))


def is_settled(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word hangs so that it has taken place, whatever is said of those above it."""
    above = token.head
    lemma = above.lemma_.lower()
    if token.dep_ in ("dobj", "nsubjpass", "prep") and lemma in REACTING and above.pos_ == "VERB":
        return form_of(token) != "infinitive"
    if token.dep_ in ("dobj", "xcomp") and lemma in PREVENTING:
        failed = above.dep_ == "xcomp" and above.head.lemma_.lower() in ("fail", "refuse", "neglect")
        return failed or any(is_negation(c) for c in above.children)
    if token.dep_ != "prep":
        return False
    below = next((c for c in token.children if c.dep_ in ("pobj", "pcomp")), None)
    if below is None:
        return False
    known = any(True for _ in modal_of(above, lexicon, form_of(below)))
    if above.pos_ in ("NOUN", "PROPN"):
        return below.dep_ == "pobj" and token.lower_ in BACKWARD and not known and lemma not in MEASURES
    if opens_past(token):
        return below.dep_ == "pobj"
    if token.lower_ in ADJUNCTS:
        return below.dep_ == "pobj" or is_finite(below) or above.tag_ in ("VBD", "VBN")
    return token.lower_ == "for" and below.dep_ == "pcomp" and not known


def opens_past(token: Token) -> bool:
    """Whether a phrase stands before a verb of the past and says when that was: "*on* a visit there he was asked"."""
    verb = token.head
    if token.lower_ not in ("on", "during") or token.i > verb.i or verb.tag_ not in ("VBD", "VBN"):
        return False
    return not any(c.tag_ == "MD" for c in verb.children)


def is_means(by: Token) -> bool:
    """Whether a word opens what was done, whatever came of the attempt that it served: "tried to calm the crowd *by*
    freeing two men"; not "will try to", "hoped to"."""
    above = by.head
    if by.dep_ != "prep" or by.lower_ != "by" or not any(c.dep_ == "pcomp" for c in by.children):
        return False
    tried = above.head
    open = any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ not in HAD) for c in tried.children)
    return above.dep_ == "xcomp" and tried.lemma_.lower() in TRYING and tried.tag_ in ("VBD", "VBN") and not open


def is_awaited(clause: Token) -> bool:
    """Whether a clause in the present tells what another waits for: "will leave once the rebels *surrender*"."""
    if clause.dep_ != "advcl" or clause.tag_ not in ("VBZ", "VBP"):
        return False
    opened = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    to_come = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "shall") for c in clause.head.children)
    return not opened.isdisjoint(UNTIL) or (to_come and not opened.isdisjoint(AWAITED))


def is_past(participle: Token) -> bool:
    """Whether a participle tells of a noun what was done already: "will free the men *held* since May"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN":
        return False
    dated = any(t.ent_type_ == "DATE" for c in participle.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree)
    return dated or any(c.dep_ == "det" and c.lower_ in PRESUPPOSED for c in participle.head.children)


def is_presupposed(noun: Token) -> bool:
    """Whether a noun is spoken of as known: definite, and no support verb's object."""
    definite = any(c.dep_ in ("det", "poss") and (c.dep_ == "poss" or c.lower_ in PRESUPPOSED) for c in noun.children)
    renewed = noun.dep_ == "dobj" and noun.head.lemma_.lower() in RENEWING
    return definite and not renewed and support_verb(noun) is None
