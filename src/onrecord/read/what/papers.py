"""What speaks for whoever put it out: the Ruiz of "Ruiz released a *statement* that accused Peru"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.read.trees import logical_subject

PAPERS = frozenset(
    "ad advert advertisement article bill blog clip commercial communique communiqué cover declaration document "
    "editorial email e-mail flyer leaflet letter manifesto measure memo message motion note op-ed petition poster "
    "post press-release proclamation release report resolution song speech spot statement telegram tweet video".split()
)
"""Nouns for what is written, sent or shown."""
ISSUING = frozenset(
    "adopt air approve broadcast buy circulate deliver distribute draft file film finance fund give hold introduce "
    "issue launch make mail pass pen post print produce publish put read release run send share show sign sponsor "
    "start submit table tweet unveil upload write".split()
)
"""Verbs by which a paper becomes the word of their subject."""


def issuers(paper: Token) -> Iterator[Token]:
    """Who put out what a noun names, as the verb over it says; nobody where the noun says whose it is."""
    if paper.lemma_.lower() not in PAPERS or any(c.dep_ == "poss" or c.lower_ == "by" for c in paper.children):
        return
    verb = paper.head
    if paper.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in ISSUING:
        yield from logical_subject(verb)
