"""Whose word a text is: who writes, signs, sends or publishes what urges, warns or accuses."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.read.trees import logical_subject

TEXTS = frozenset(
    "ad advert advertisement appeal article banner billboard cable communique complaint declaration decree directive "
    "document edict editorial email essay fatwa letter manifesto memo memorandum message motion note op-ed order "
    "pamphlet paper petition poster proclamation report resolution speech statement study text tweet video".split()
)
"""What is written or recorded by somebody, whose word it then is."""
ISSUING = frozenset(
    "address adopt air approve author broadcast circulate compose deliver dispatch draft file issue launch mail make "
    "pass pen post publish read record release send sign submit tweet write".split()
)
"""Verbs whose subject answers for the text that is their object."""


def authors(text: Token) -> Iterator[Token]:
    """Who answers for a text: the subject of the verb that issues it, or of the verb that is said in it.

    "The mayors sent a *letter* urging her to wait", "Lund said in a *letter* urging her to wait": the mayors, Lund.
    """
    if text.lemma_.lower() not in TEXTS:
        return
    over = text.head
    if text.dep_ in ("dobj", "nsubjpass") and over.lemma_.lower() in ISSUING:
        yield from logical_subject(over)
    elif text.dep_ == "pobj" and over.lower_ == "in" and over.head.pos_ == "VERB":
        yield from logical_subject(over.head)
