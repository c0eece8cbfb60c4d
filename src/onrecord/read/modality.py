"""Whether what a word tells has happened: actual, future, hypothetical or negated."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Modality
from onrecord.read.trees import support_verb

STRENGTH = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.ACTUAL)
CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
INVERTED = frozenset(("had", "were"))
"""Auxiliaries that make a condition where they stand before their subject."""
QUALIFIERS = {
    **dict.fromkeys(("possible", "potential"), Modality.HYPOTHETICAL),
    **dict.fromkeys(("planned", "future", "upcoming"), Modality.FUTURE),
}
POLITE = frozenset(("like", "wish", "want"))
"""Verbs with which one says politely what one does by saying so."""
SPEECH = frozenset(
    "apologise apologize assure condemn congratulate convey deny emphasise emphasize express extend invite offer "
    "praise reiterate stress thank urge warn".split()
)
"""Verbs of what is done by saying so: "would like to *thank* them"."""
CARRIES = frozenset(
    ("xcomp", "dobj", "pcomp", "acl", "ccomp", "oprd", "conj", "pobj", "prep", "nsubj", "nsubjpass", "acomp")
)
PRESUPPOSED = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))


def find_modality(trigger: Token, lexicon: Lexicon) -> Modality:
    """The strongest reading of all that the trigger stands under, within its sentence.

    Negation outweighs hypothesis, hypothesis the future. A definite noun ("has not condemned the attack") is
    presupposed: what is said of it doesn't undo it.
    """
    found = set(own_modality(trigger, lexicon))
    for below, above in climb(trigger):
        found |= set(passed_down(below, above, lexicon))
    return strongest(found)


def strongest(found: Collection[Modality]) -> Modality:
    """The strongest of several modalities; actual where there is none."""
    return next((m for m in STRENGTH if m in found), Modality.ACTUAL)


def own_modality(token: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What the word's own auxiliaries, negation, conjunction and determiner say."""
    for child in token.children:
        if is_negation(child):
            yield Modality.NEGATED
        elif child.dep_ == "aux" and child.tag_ == "MD":
            backshifted = child.lower_ in ("would", "'d") and is_backshifted(token)
            yield from (Modality.FUTURE,) if backshifted else modal_of(child, lexicon)
        elif opens_condition(child):
            yield Modality.HYPOTHETICAL
        elif child.dep_ == "amod" and child.lower_ in QUALIFIERS:
            yield QUALIFIERS[child.lower_]


def opens_condition(child: Token) -> bool:
    """Whether a verb's child makes a condition of its clause: "if", or "had" and "were" before the subject."""
    if child.dep_ not in ("aux", "auxpass"):
        return child.dep_ == "mark" and child.lower_ in CONDITIONS
    subject = next((c for c in child.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    before = subject is not None and child.i < subject.left_edge.i
    return child.lower_ in INVERTED and before and not child.sent.text.rstrip().endswith("?")


def is_negation(child: Token) -> bool:
    """Whether a word's child says that it was not so: "not", "never", "no soldier"."""
    if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return denies(child)
    if child.dep_ == "advmod":
        return child.lower_ in ("never", "nearly", "almost")
    return child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "cc") and child.lower_ in ("no", "neither"))


def denies(noun: Token) -> bool:
    """Whether a noun says that there was none: "no soldier was killed", "none of the men", "neither Oman nor Peru"."""
    return noun.lower_ in ("none", "nobody") or any(
        c.dep_ in ("det", "preconj", "cc") and c.i < noun.i and c.lower_ in ("no", "neither") for c in noun.children
    )


def is_backshifted(verb: Token) -> bool:
    """Whether "would" is only the "will" of reported speech: "said it would send food", with no condition."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    told = head.dep_ in ("ccomp", "acl") and head.head.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS")
    return told and not any(c.dep_ == "advcl" and is_condition(c) for v in {verb, head} for c in v.children)


def is_condition(clause: Token) -> bool:
    """Whether a clause is one on which another hangs: "if", "unless", "should the talks fail"."""
    return any(
        (c.dep_ == "mark" and c.lower_ in CONDITIONS) or (c.dep_ == "aux" and c.lower_ == "should")
        for c in clause.children
    )


def is_refusal(trigger: Token) -> bool:
    """Whether the negation of a deed is a will not to do it: "will not release", "failed to reach an agreement"."""
    verb = support_verb(trigger) or trigger
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail":
        return True
    below = list(verb.children)
    return any(c.dep_ == "neg" for c in below) and any(c.lower_ in ("will", "would", "wo") for c in below)


def modal_of(token: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """The modality that the lexicon gives a word, unless a particle makes another of it: "*set* off protests"."""
    if any(c.dep_ == "prt" for c in token.children):
        return
    for entry in lexicon.modals.get(token.lemma_.lower(), lexicon.modals.get(token.lower_, ())):
        yield entry.modality


def climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and its head, from the trigger up, as long as the link lets modality pass down."""
    while token.head is not token and (token.dep_ in CARRIES or is_scheduled(token)) and not is_past(token):
        if token.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and is_presupposed(token):
            return
        if token.dep_ == "nsubj" and token.head.lemma_.lower() not in ("happen", "occur", "begin", "start", "take"):
            return
        yield token, token.head
        token = token.head


def is_scheduled(verb: Token) -> bool:
    """Whether an infinitive hangs under a passive as if it told why: "is set *to expel* six diplomats"."""
    infinitive = verb.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return infinitive and any(c.dep_ == "auxpass" for c in verb.head.children)


def is_past(participle: Token) -> bool:
    """Whether a participle tells of a noun what was done already: "will free the men *held* since May"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN":
        return False
    dated = any(t.ent_type_ == "DATE" for c in participle.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree)
    return dated or any(c.dep_ == "det" and c.lower_ in PRESUPPOSED for c in participle.head.children)


def is_presupposed(noun: Token) -> bool:
    """Whether a noun is spoken of as known: definite, and no support verb's object."""
    definite = any(c.dep_ in ("det", "poss") and (c.dep_ == "poss" or c.lower_ in PRESUPPOSED) for c in noun.children)
    return definite and support_verb(noun) is None


def passed_down(below: Token, above: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What a head passes to the word under it by the link between them."""
    if is_politely_done(below, above):
        return
    if below.dep_ in ("xcomp", "pcomp", "acl", "oprd", "dobj", "pobj", "prep", "acomp", "advcl"):
        if above.lower_ == "without":
            yield Modality.NEGATED
        if below.dep_ == "xcomp" and above.lemma_ == "be":
            yield Modality.HYPOTHETICAL if above.tag_ == "VBD" else Modality.FUTURE
        if above.dep_ != "prep" and (below.dep_ != "dobj" or support_verb(below) is None):
            yield from (Modality.HYPOTHETICAL if is_bygone(above, m) else m for m in modal_of(above, lexicon))
        if above.pos_ in ("VERB", "AUX"):
            yield from own_modality(above, lexicon)
    elif (below.dep_ == "conj" and shares_auxiliary(below)) or below.dep_ in ("nsubj", "nsubjpass"):
        yield from own_modality(above, lexicon)
    elif below.dep_ == "ccomp" and not is_spliced(below, above):
        supposed = above.dep_ == "advcl" and above.lower_ in INVERTED and bool(above.is_sent_start)
        if supposed or above.lemma_.lower() in ("deny", "doubt") or is_subjunctive(below):
            yield Modality.HYPOTHETICAL


def is_spliced(clause: Token, above: Token) -> bool:
    """Whether a clause only stands before another, set off by a semicolon: "Chad fell; Mali denied it"."""
    return clause.i < above.i and any(t.text == ";" for t in above.doc[clause.i : above.i])


def is_politely_done(below: Token, above: Token) -> bool:
    """Whether who would like to say something says it by that: "I would like to express our thanks"."""
    if below.dep_ != "xcomp" or above.lemma_.lower() not in POLITE or below.lemma_.lower() not in SPEECH:
        return False
    return not any(c.dep_ == "neg" for c in above.children) and above.tag_ in ("VB", "VBP", "VBZ")


def is_bygone(word: Token, modality: Modality) -> bool:
    """Whether a plan is one of the past: "had been due to meet"."""
    around = (*word.children, *word.head.children) if word.dep_ in ("acomp", "oprd") else tuple(word.children)
    return modality is Modality.FUTURE and any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in around)


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause tells what somebody wants: "demanded that Chad release the men"."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.tag_ == "VB" and not helped and any(c.dep_ == "nsubj" for c in verb.children)


def shares_auxiliary(verb: Token) -> bool:
    """Whether a coordinated verb leans on the first one's auxiliary ("will meet and sign")."""
    return verb.tag_ in ("VB", "VBN", "VBG") and not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
