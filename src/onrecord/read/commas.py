"""What stands behind a comma and the parser hangs on the wrong word, put right."""

from collections.abc import Iterable

from spacy.tokens import Token

PARTICIPLES = frozenset(("VBD", "VBN"))
NO_NAMES = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC", "ORDINAL", "CARDINAL", "MONEY"))
"""Kinds of names that say nothing more of the one before them."""
PEOPLE = "NORP"
"""The kind of a word for a country's people."""
BEFORE_NOUN = frozenset(("amod", "compound", "nmod"))
SPLIT = ("appos", "conj")
"""As what the parser hangs who tells on the last thing that is told."""


def with_tellers(clauses: Iterable[Token]) -> None:
    """Gives a verb who tells, where the parser takes that for more of what is told before it: "used live rounds,
    killing two, *a medic* said"; and what is told its own last words: "Two died, *one a boy*, the army said"."""
    for clause in clauses:
        over = clause.head
        if clause.i > over.i:
            continue
        subjects = [c for c in over.lefts if c.dep_ == "nsubj" and c.i > clause.i]
        if not subjects:
            name = split_off(clause, over)
            if name is not None:
                name.dep_, name.head = "nsubj", over
        elif len(subjects) == 2 and all(is_behind_comma(s) for s in subjects):
            subjects[0].dep_, subjects[0].head = "dep", clause


def split_off(clause: Token, over: Token) -> Token | None:
    """The noun phrase between a comma and a verb that hangs under what is told before the verb."""
    before = over.i - 1
    while before > clause.i and over.doc[before].dep_ in ("advmod", "aux", "neg"):
        before -= 1
    here = over.doc[before]
    while here not in (clause, over) and here.head != here:
        if here.dep_ in SPLIT and here.right_edge.i == before and is_behind_comma(here):
            return here if clause.is_ancestor(here) else None
        here = here.head
    return None


def is_behind_comma(token: Token) -> bool:
    """Whether the phrase of a token begins behind a comma."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def with_rows_of_verbs(nouns: Iterable[Token]) -> None:
    """Makes a verb of what the parser takes for a participle before a noun, amid a row of verbs: "had toppled the king,
    *dissolved* parliament and closed the border"."""
    for noun in nouns:
        first, verb = noun.left_edge, noun.head if noun.dep_ == "dobj" else noun.head.head
        if first.dep_ != "amod" or first.head != noun or first.tag_ not in PARTICIPLES or not is_behind_comma(noun):
            continue
        last = next((c for c in verb.rights if c.dep_ == "conj" and c.i > noun.i), None)
        before = any(c.dep_ == "dobj" and c.i < noun.i for c in verb.rights)
        if before and last is not None and last.tag_ in PARTICIPLES and verb.tag_ in PARTICIPLES:
            first.dep_, first.head = "conj", verb
            noun.dep_, noun.head = "dobj", first


def with_rows_of_clauses(clauses: Iterable[Token]) -> None:
    """Coordinates with the first of what somebody says a further verb of it that has no subject of its own: "said that
    they had toppled the king, *dissolved* parliament"."""
    for clause in clauses:
        over = clause.head
        first = next((c for c in over.rights if c.dep_ == "ccomp"), clause)
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "mark", "aux") for c in clause.children)
        if first.i < clause.i and not own and first.tag_ in PARTICIPLES and clause.tag_ in PARTICIPLES:
            clause.dep_, clause.head = "conj", first


def with_own_subjects(verbs: Iterable[Token]) -> None:
    """Gives a coordinated verb the subject that the parser coordinates with the last noun before it: "nine died in Lima
    and *six people* were hurt"."""
    for verb in verbs:
        helps = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
        if helps is None or helps.i == 0 or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
            continue
        noun = helps.nbor(-1)
        while noun.head.i > verb.head.i and noun.head.i < noun.i and noun.dep_ != "conj":
            noun = noun.head
        under = noun.dep_ == "conj" and noun.head.dep_ in ("pobj", "dobj") and verb.head.is_ancestor(noun)
        if under and noun.pos_ in ("NOUN", "PROPN") and noun.right_edge.i == helps.i - 1:
            noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
            noun.head = verb


def with_main_verbs(verbs: Iterable[Token]) -> None:
    """Coordinates with the verb of a sentence what the parser coordinates with the passive of a relative clause on its
    object, or a gerund: "cancelled a trip that was planned for May and *recalled* its envoy", "accused Chad of lying
    and *called* for talks"."""
    for verb in verbs:
        clause = verb.head
        hanging = clause.dep_ == "relcl" or (clause.dep_ == "pcomp" and clause.tag_ == "VBG")
        if not hanging or verb.tag_ != "VBD" or any(c.dep_ == "nsubj" for c in verb.children):
            continue
        passive = any(c.dep_ == "auxpass" for c in clause.children)
        main = next((a for a in clause.ancestors if a.pos_ == "VERB"), None)
        if (
            (passive or clause.dep_ == "pcomp")
            and main is not None
            and main.tag_ == "VBD"
            and any(c.dep_ in ("dobj", "prep", "prt") for c in verb.children)
        ):
            for joining in [c for c in clause.children if c.dep_ == "cc" and c.i < verb.i]:
                joining.head = main
            verb.head = main


def with_names(adjuncts: Iterable[Token]) -> None:
    """Hangs a name between commas on the noun right before it, of which it says who that is: "the trial of a Fijian
    citizen, *Ali Diop*, 34"; and of two peoples before one noun the first on that noun too: "*Thai*, Lao troops"."""
    for name in adjuncts:
        first = name.left_edge
        if name.ent_type_ == PEOPLE:
            join_peoples(name)
        elif name.pos_ == "PROPN" and name.ent_type_ not in NO_NAMES and first.i > 1 and is_behind_comma(name):
            noun = first.nbor(-2)
            if noun.pos_ == "NOUN" and noun.ent_type_ not in NO_NAMES and is_closed(name):
                name.dep_, name.head = "appos", noun


def with_aliases(words: Iterable[Token]) -> None:
    """Puts before its alias the name that the parser hangs under it: "*Pablo Ruiz*, alias "the Fox", fled"."""
    for alias in words:
        name = alias.nbor(-2) if alias.i > 1 and alias.nbor(-1).text == "," else alias
        if name.dep_ == "dep" and name.head == alias and name.pos_ == "PROPN":
            name.dep_, name.head = alias.dep_, alias.head
            alias.dep_, alias.head = "appos", name


def is_closed(name: Token) -> bool:
    """Whether a comma stands right behind a name."""
    return name.i + 1 < len(name.doc) and name.nbor().text == ","


def join_peoples(name: Token) -> None:
    """Hangs a people's word on the noun of the next one's, behind a comma."""
    if name.i + 3 > len(name.doc) - 1 or name.nbor().text != ",":
        return
    other = name.nbor(2)
    if other.ent_type_ == PEOPLE and other.dep_ in BEFORE_NOUN and other.head.i > other.i:
        noun = other.head
        name.dep_, name.head = "amod", noun
        other.dep_, other.head = "conj", name
