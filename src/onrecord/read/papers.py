"""Whose word a paper is: who writes, sends, signs or airs what urges, warns or accuses, and so says it himself."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.read.trees import logical_subject

PAPERS = frozenset(
    "ad advert advertisement appeal article banner bill billboard blog broadcast cable clip commercial communique "
    "communiqué complaint cover declaration decree directive document e-mail edict editorial email essay fatwa flyer "
    "leaflet letter manifesto measure memo memorandum message motion note op-ed order pamphlet paper petition post "
    "poster press-release proclamation release report resolution song speech spot statement study telegram text tweet "
    "video".split()
)
"""Nouns for what is written, sent, shown or aired."""
ISSUING = frozenset(
    "address adopt air approve author broadcast buy circulate co-sponsor compose deliver dispatch distribute draft "
    "file film finance fund give hold introduce issue launch lodge mail make pass pen post print produce publish put "
    "read record release run send share show sign sponsor start submit table tweet unveil upload write".split()
)
"""Verbs by which a paper becomes the word of their subject."""


def issuers(paper: Token) -> Iterator[Token]:
    """Whose word a paper is, as the verb over it says: the subject of one that puts it out, or of what is said in it.
    Nobody where the paper's own phrase names him.

    "The mayors sent a *letter* urging her to wait", "Lund said in a *letter* urging her to wait": the mayors, Lund.
    """
    if paper.lemma_.lower() not in PAPERS or any(c.dep_ == "poss" or c.lower_ == "by" for c in paper.children):
        return
    over = paper.head
    if paper.dep_ in ("dobj", "nsubjpass") and over.lemma_.lower() in ISSUING:
        yield from logical_subject(over)
    elif paper.dep_ == "pobj" and over.lower_ == "in" and over.head.pos_ == "VERB":
        yield from logical_subject(over.head)
