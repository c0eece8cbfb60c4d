"""Whom a verb above another makes the doer of the lower one: its object, where that and not its subject does it."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.read.relative_clauses import RELATIVES

SUBJECT_CONTROL = frozenset(
    "promise threaten vow pledge offer use take phone telephone ring contact meet visit".split()
)
"""Verbs with an object whose subject does what the infinitive says ("promised Kenya to help", "met her to talk")."""
VOICING = frozenset(
    "apologise apologize brief complain congratulate convey discuss express offer reassure thank voice wish".split()
)
"""What is done by calling somebody up: "called the king *to thank* him", but "called the minister to testify"."""
BLAMING = frozenset("accuse suspect convict acquit absolve".split())
"""Verbs whose object is said to do what stands behind "of"; the parser may hang that on the object."""
PETITIONING = frozenset("bind challenge command commit direct oblige lobby petition press push sue".split())
"""Verbs whose object is asked to do what the infinitive says, though the parser may take it for why they are done."""
ASKING_FOR = frozenset("appeal ask beg call campaign lobby petition plead press push wait".split())
"""Verbs with "for" and those who are to do what the infinitive says ("called for *the court* to convict him")."""
RANKED = frozenset(("first", "second", "third", "last", "latest", "only", "next"))
"""Words by which an infinitive is said of its noun: "the first country *to recognise* it"."""


def controlling_object(lower: Token) -> Token | None:
    """The object of the verb above, where that does what a lower verb (or the preposition over its gerund) says."""
    higher = lower.head
    if lower.dep_ in ("xcomp", "advcl") and is_infinitive(lower):
        called_up = higher.lemma_.lower() == "call" and lower.lemma_.lower() in VOICING
        own = higher.lemma_.lower() in SUBJECT_CONTROL or (called_up and not asks(higher))
        if own or (lower.dep_ == "advcl" and not asks(higher)):
            return None
        return next((t for t in asked(higher) if t.i < lower.i), None)
    relative = higher.dep_ == "relcl"
    objects = (higher.head if relative and c.lower_ in RELATIVES else c for c in higher.children if c.dep_ == "dobj")
    if lower.dep_ == "advcl" and lower.tag_ == "VBG" and blames_before(higher, lower):
        return next(objects, None)
    if lower.dep_ == "prep" and lower.lower_ == "of" and is_blamed(higher):
        return higher
    if lower.dep_ == "prep" and lower.lower_ in ("of", "for", "from", "into"):
        return next(objects, None)
    return None


def asked(verb: Token) -> Iterator[Token]:
    """Those whom a verb asks: its object, those *on* whom it calls, or *for* whom it asks that they do something. The
    parser may take the "on" of "called *on* Chad to talk" for a particle."""
    yield from (c for c in verb.children if c.dep_ == "dobj")
    on = [c for c in verb.children if c.dep_ in ("prep", "prt") and c.lower_ in ("on", "upon")]
    behind = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for"] if asks_for(verb) else []
    yield from (t for word in (*on, *behind) for t in word.children if t.dep_ == "pobj")


def asks(verb: Token) -> bool:
    """Whether a verb asks somebody on whom it calls, or whom it petitions."""
    called = (c.lower_ in ("on", "upon") and c.dep_ in ("prep", "prt") for c in verb.children)
    return verb.lemma_.lower() in PETITIONING or any(called)


def asks_for(verb: Token) -> bool:
    """Whether a verb may ask for somebody to do something."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ASKING_FOR


def is_called_for(noun: Token) -> bool:
    """Whether a noun names those who are called upon to do something: "calls for *a court* to convict him"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and asks_for(noun.head.head)


def is_blamed(noun: Token) -> bool:
    """Whether a noun is the object of a verb that blames, in the active or the passive."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in BLAMING


def blames_before(verb: Token, lower: Token) -> bool:
    """Whether a verb says first what its object did ("accused X of *ramming* it, hurting two")."""
    deeds = (d for p in verb.children if p.lower_ in ("of", "for") for d in p.children if d.dep_ == "pcomp")
    return any(d.i < lower.i for d in deeds)


def is_purpose(clause: Token) -> bool:
    """Whether an infinitive says what a noun is for ("in a position *to confirm*"), and not what the first one did."""
    ranked = any(t.lower_ in RANKED for t in (clause.head, *clause.head.children))
    return is_infinitive(clause) and not ranked


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has a "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
