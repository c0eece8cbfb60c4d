"""The words of a noun phrase: which belong to a noun or a name, and which begin something else."""

from spacy.tokens import Doc, Token

from onrecord.model import Extent
from onrecord.read.controlling import BLAMING

CUT = frozenset(("relcl", "acl", "appos", "advcl", "parataxis", "dep", "ccomp", "cc", "conj", "preconj"))
WHEN = frozenset("now then once also currently formerly later".split())
CHARGING = BLAMING | frozenset("inform warn remind assure notify deprive strip rob rid cure".split())
"""Verbs with an "of" of their own: "accused two diplomats *of* spying"."""
PURPOSES = frozenset(
    "consultation talk discussion questioning interrogation treatment trial treason espionage spying murder corruption "
    "help".split()
)
"""What after "for" says why something is done to somebody, and not what he is for: "recalled its envoy for talks"."""
BEFORE = frozenset(("det", "poss", "amod", "compound", "nmod", "nummod", "predet"))
"""Relations by which a word before a name belongs to its phrase."""


def whole_name(doc: Doc, lead: int, start: int, end: int) -> Extent:
    """The phrase that a name at tokens `start` to `end` (exclusive) stands in: its article and what else stands before
    it, its titles from `lead` on ("the former envoy Ana Quispe"); nothing after the name."""
    first = lead
    for child in (c for token in doc[lead:end] for c in token.children if c.i < lead):
        edge = child.left_edge.i
        if child.dep_ in BEFORE and edge < first and not any(is_gap(t) for t in doc[edge:first]):
            first = edge
    return Extent(doc[first].idx, doc[end - 1].idx + len(doc[end - 1].text))


def phrase_of(head: Token, start: int, end: int) -> tuple[Token, ...]:
    """The noun phrase of a noun at tokens `start` to `end` without clauses, appositions and what is coordinated."""
    found = {head, *head.doc[start:end]}
    stack = [c for c in head.children if keeps(c, head)]
    while stack:
        here = stack.pop()
        found.add(here)
        stack.extend(c for c in here.children if c.dep_ not in CUT - {"cc", "conj"} and not is_gap(c) and not apart(c))
    tokens = sorted(found, key=lambda t: t.i)
    while tokens[-1] != head and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    while tokens[0] != head and begins_early(tokens[0]):
        tokens.pop(0)
    return run_around(tokens, head)


def keeps(child: Token, head: Token) -> bool:
    """Whether a child belongs to the noun phrase in the narrow sense."""
    if child.dep_ in CUT or is_gap(child) or is_whole(child, head):
        return False
    if child.dep_ == "prep" and child.i > head.i:
        if completes_verb(child, head):
            return False
        return all(c.ent_type_ not in ("DATE", "TIME") for c in child.children) and child.lower_ in (
            "of",
            "for",
            "to",
            "in",
            "from",
        )
    return child.dep_ not in ("case", "punct", "advmod") or child.i < head.i


def is_whole(child: Token, head: Token) -> bool:
    """Whether a word before a noun says whose part those are: "*among* them four soldiers", "*most* of them women"."""
    return child.i < head.i and child.dep_ in ("prep", "nsubj")


def completes_verb(preposition: Token, noun: Token) -> bool:
    """Whether a preposition after an object says more of what is done than of whom: of what one is accused ("accused by
    the opposition *of* weakness" too), for what one is recalled."""
    if any(c.dep_ == "pcomp" for c in preposition.children):
        return True
    agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    verb = noun.head.head if agent else noun.head
    if not agent and noun.dep_ not in ("dobj", "nsubjpass", "dative"):
        return False
    if preposition.lower_ == "of":
        return verb.lemma_.lower() in CHARGING and not any(c.pos_ == "PROPN" for c in preposition.children)
    return preposition.lower_ == "for" and any(c.lemma_.lower() in PURPOSES for c in preposition.children)


def apart(token: Token) -> bool:
    """Whether what is coordinated within a phrase begins anew: "of X and the minister"."""
    if token.dep_ == "cc":
        return any(apart(c) for c in token.head.children if c.dep_ == "conj")
    return token.dep_ == "conj" and any(c.dep_ in ("det", "poss") for c in token.children)


def begins_early(token: Token) -> bool:
    """Whether a word before a phrase is none of it: a comma, a preposition, "now" in "now an opposition lawmaker",
    "dead" in "shot dead two men", and the day in "arrested on Sunday two men"."""
    if token.ent_type_ == "DATE" and token.i > 0 and token.nbor(-1).lower_ == "on":
        return True
    if token.lower_ == "dead" and token.i > 0 and token.nbor(-1).lemma_.lower() == "shoot":
        return True
    return token.is_punct or token.is_space or token.dep_ == "prep" or token.lower_ in WHEN


def is_gap(token: Token) -> bool:
    return token.is_space or token.text in (",", ";", ":", "--", "(", ")", '"')


def run_around(tokens: list[Token], head: Token) -> tuple[Token, ...]:
    """The tokens around the head that no foreign words interrupt."""
    at = tokens.index(head)
    first = last = at
    while first > 0 and tokens[first].i - tokens[first - 1].i == 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i - tokens[last].i == 1:
        last += 1
    while last > at and tokens[last].dep_ in ("prep", "case", "det", "punct"):
        last -= 1
    while first < at and tokens[first].is_punct:
        first += 1
    return tuple(tokens[first : last + 1])
