"""What shares of the people think, as polls tell, and nobody's deed: "60 percent of Danes support the ban"."""

from spacy.tokens import Token

from onrecord.read.trees import logical_subject, support_verb

OPINIONS = frozenset("ACCUSE AGREE REJECT REQUEST SUPPORT".split())
"""Types of what one may also merely think."""
PER_CENT = frozenset("% percent percentage pct".split())
PARTS = frozenset("fifth half quarter tenth third two-third three-quarter".split())
SHARES = PARTS | frozenset("majority minority most plurality proportion share".split())
ASKED = frozenset("adult caucusgoer elector electorate household respondent voter".split())
"""Those who are polled."""
PEOPLE = ASKED | frozenset(
    "citizen consumer fan man men parent people public resident student taxpayer woman women worker".split()
)
"""Those of whom most think something as the public does: a majority *of them* is no body that votes."""
HOLDING = frozenset("back disapprove favor favour like oppose prefer support want".split())
"""Verbs of what voters hold, in the present."""


def is_polled(trigger: Token) -> bool:
    """Whether a word tells what a share of the people holds, or voters do."""
    verb = trigger if trigger.pos_ == "VERB" else support_verb(trigger)
    if verb is None or verb.lemma_ == "vote":
        return False
    return any(is_share(t) or (is_asked(t) and is_held(verb)) for t in logical_subject(verb))


def is_share(noun: Token) -> bool:
    """Whether a subject is a share: "40 percent", "a 60% majority", "two-thirds", "most voters", "7 in 10"."""
    beside = {t.lemma_.lower() for t in (noun, *noun.children)}
    if not beside.isdisjoint(PER_CENT):
        return True
    of = [t for c in noun.children if c.lower_ in ("of", "in", "among") for t in c.children if c.i > noun.i]
    if noun.like_num:
        return any(c.lower_ in ("in", "of") and any(t.like_num for t in c.children) for c in noun.children)
    if noun.lemma_.lower() in PARTS and any(c.like_num for c in noun.children) and not of:
        return True
    return noun.lemma_.lower() in SHARES and any(t.lemma_.lower() in PEOPLE or t.ent_type_ == "NORP" for t in of)


def is_asked(noun: Token) -> bool:
    """Whether a noun is for those who are polled."""
    return noun.lemma_.lower() in ASKED and noun.tag_ in ("NN", "NNS")


def is_held(verb: Token) -> bool:
    """Whether a verb tells an opinion of the present: "voters *oppose* the tax"."""
    return verb.lemma_.lower() in HOLDING and verb.tag_ in ("VBP", "VBZ")
