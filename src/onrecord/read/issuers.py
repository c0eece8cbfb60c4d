"""Who issues what is written or broadcast: a statement, an advert, a resolution says only what somebody says by it."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.read.trees import subject, walk

ISSUED = frozenset(
    "ad advert advertisement bill broadcast commercial communique communiqué declaration editorial email flyer leaflet "
    "letter manifesto memo message motion note op-ed petition post press-release report resolution spot statement "
    "tweet video".split()
)
"""What is written or broadcast in somebody's name."""
ISSUING = frozenset(
    "adopt air approve broadcast circulate co-sponsor deliver distribute draft file fund introduce issue launch lodge "
    "make pass post produce publish put read record release run send share sign sponsor submit table upload "
    "write".split()
)
"""What those do by whom it is issued."""


def issuers(noun: Token) -> Iterator[Token]:
    """Those by whom a noun's statement or broadcast is issued, whom its own phrase names first; nobody, if it names no
    such thing: "*Chad's* statement", "a letter *from Chad*", "*Chad* released a statement"."""
    if noun.lemma_.lower() not in ISSUED:
        return
    for path in ("poss", "from", "by", "compound"):
        yield from walk(noun, path)
    verb = issuing_verb(noun)
    issuer = None if verb is None else subject(verb)
    if issuer is not None:
        yield issuer


def issuing_verb(noun: Token) -> Token | None:
    """The verb whose subject issues what a noun names: "*released* a statement", "in a statement, he *called* for"; not
    "criticised a statement"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in ISSUING:
        return noun.head
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.dep_ == "prep"
    return noun.head.head if within and noun.head.head.pos_ == "VERB" else None
