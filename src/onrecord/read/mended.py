"""The parse where the parser is known to go wrong, put right."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from onrecord.read.commas import (
    BEFORE_NOUN,
    with_aliases,
    with_main_verbs,
    with_names,
    with_own_subjects,
    with_rows_of_clauses,
    with_rows_of_verbs,
    with_tellers,
)

PARTS = frozenset(("nsubj", "nsubjpass"))
"""Parts of a clause of which it has one."""
LOOKED_AT = ("nsubj", "nsubjpass", "ccomp", "relcl", "conj", "dobj", "appos", "npadvmod", "amod", "ROOT")
ALIAS = "alias"
NOUNS = frozenset(("NOUN", "PROPN"))
PAST = frozenset(("VBD", "VBN"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
WORDLESS = frozenset(
    "apologise apologize appeal complain demonstrate insist march protest react respond tweet vow".split()
)
"""Verbs without an object, whose participle stands behind no noun."""
INFORMING = frozenset("tell inform remind assure warn notify".split())
"""Verbs with somebody as object to whom something is said."""
CALLING = frozenset(("for", "on", "upon"))
"""What makes "call" one of them; "a man *called* Omar" is none."""
LABELLING = frozenset("brand call deem label term".split())
"""Verbs that say what their object is called."""
DENYING = frozenset("contest deny dispute reject refute".split())
"""Verbs of saying that something is not so, of which no name is the object."""
RECEIVED = frozenset("give award offer grant send hand pay show tell promise teach lend owe name dub ask call".split())
"""Verbs whose participle stands behind a noun and may have an object: "an actress *given* a prize"."""


def mended(doc: Doc) -> Doc:
    """The same doc, with its titles and the verbs of its sentences in their places."""
    by: dict[str, list[Token]] = {dep: [] for dep in LOOKED_AT}
    aliases = []
    for token in doc:
        by.get(token.dep_, []).append(token)
        if token.lower_ == ALIAS:
            aliases.append(token)
    with_aliases(aliases)
    with_titles(by["nsubj"] + by["nsubjpass"])
    with_names_at_once(by["appos"])
    part_clauses(by["ccomp"])
    with_tellers(by["ccomp"])
    with_rows_of_clauses(by["ccomp"])
    with_rows_of_verbs(by["appos"] + by["dobj"])
    with_own_subjects(by["conj"])
    with_main_verbs(by["conj"])
    with_names(by["npadvmod"] + by["amod"])
    with_adjuncts(by["relcl"])
    with_predicates(by["relcl"])
    of_whole_sentences(by["relcl"])
    for noun in [*by["ROOT"], *(t for t in by["nsubj"] if is_second(t))]:
        verb = verb_of(noun)
        if verb is not None:
            take_over(verb, noun)
    return doc


def with_titles(subjects: Iterable[Token]) -> None:
    """Makes a noun and the name right behind it one phrase where the parser has them both as the same part of one verb:
    "Sudan's army *chief Idris Omar* arrived"."""
    for title in subjects:
        if title.pos_ != "NOUN" or title.i + 1 == len(title.doc) or title.nbor().pos_ != "PROPN":
            continue
        name = next((c for c in title.head.children if c.left_edge.i == title.i + 1), None)
        if name is not None and name.pos_ == "PROPN" and name.dep_ == title.dep_:
            title.dep_ = "compound"
            title.head = name


def with_names_at_once(names: Iterable[Token]) -> None:
    """Makes a name the head of the bare title right before it, where the parser hangs it on that: "rebel *chief Idris
    Omar*, 60, fled"; not "his brother Idris"."""
    for name in names:
        title = name.head
        if name.pos_ != "PROPN" or title.tag_ != "NN" or name.left_edge.i != title.i + 1:
            continue
        if any(c.dep_ in ("det", "poss", "prep") for c in title.children):
            continue
        others = [c for c in title.children if c != name and c.dep_ not in (*BEFORE_NOUN, "nummod")]
        name.dep_, name.head = title.dep_, title.head if title.head != title else name
        title.dep_, title.head = "compound", name
        for child in others:
            child.head = name


def part_clauses(clauses: Iterable[Token]) -> None:
    """Puts beside a verb the clause that stands before it with a semicolon, or in a headline with a comma, and that
    nobody says by it: "Gunmen *kill* nine, army blames rebels"; not "Gunmen kill nine, army tells reporters"."""
    for clause in clauses:
        over = clause.head
        if clause.i > over.i or over.lemma_.lower() in INFORMING:
            continue
        subject = next((c for c in over.lefts if c.dep_ == "nsubj"), None)
        splits = subject is not None and subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text == ","
        own = {c.dep_ for c in clause.children} & PARTS and any(c.dep_ == "dobj" for c in over.rights)
        apart = any(t.text == ";" for t in clause.doc[clause.i : over.i])
        if (splits and own and subject is not None and clause.i < subject.i) or apart:
            clause.dep_ = "parataxis"


def with_adjuncts(clauses: Iterable[Token]) -> None:
    """Gives the relative clause of a subject what ends it between commas: "Fiji, which jailed its head, Ali Diop, *in
    2021*, urged Chad"."""
    for clause in clauses:
        if clause.head.dep_ != "nsubj":
            continue
        verb = clause.head.head
        for adjunct in [c for c in (*verb.lefts, *clause.head.rights) if c.dep_ == "prep" and c.i > clause.i]:
            ends = adjunct.right_edge.nbor()
            if adjunct.nbor(-1).text == "," == ends.text and ends.i < verb.i:
                adjunct.head = clause


def with_predicates(clauses: Iterable[Token]) -> None:
    """Makes of the second object of a relative clause what the first is called: "a charge that Chad called *a lie*"."""
    for clause in clauses:
        objects = [c for c in clause.children if c.dep_ == "dobj"]
        if clause.lemma_.lower() in LABELLING and len(objects) == 2 and objects[0].i < clause.i < objects[1].i:
            objects[1].dep_ = "oprd"


def of_whole_sentences(clauses: Iterable[Token]) -> None:
    """Hangs on the verb of a sentence the clause that denies all of it, not the name with which that ends: "accused
    troops of looting in Bria, *which* Chad denies"."""
    for clause in clauses:
        name = clause.head
        which = any(c.dep_ == "dobj" and c.lower_ == "which" for c in clause.children)
        if not which or clause.lemma_.lower() not in DENYING or name.pos_ != "PROPN":
            continue
        verb = next((a for a in reversed(list(name.ancestors)) if a.pos_ == "VERB"), None)
        if verb is not None:
            clause.dep_, clause.head = "parataxis", verb


def is_second(noun: Token) -> bool:
    """Whether the verb over a noun has another subject, behind a comma: "*Gunmen* on motorcycles killed nine, the army
    said"."""
    others = (c.left_edge for c in noun.head.children if c.dep_ == "nsubj" and c.i > noun.i)
    return any(first.nbor(-1).text == "," for first in others)


def verb_of(noun: Token) -> Token | None:
    """The verb of a sentence of which the parser has made a noun with a participle: "A UN report *called* for talks".

    Only where nothing else is its verb, and where a participle could not stand there: it has an object or an auxiliary
    of its own, or is of a verb that takes none. "Protesters arrested in Minsk" stays what it is.
    """
    if noun.pos_ not in NOUNS or any(c.tag_ in FINITE and c.dep_ != "acl" for c in noun.children):
        return None
    verbs = [c for n in nouns_behind(noun) for c in n.children if c.dep_ == "acl" and c.i > n.i and c.tag_ in PAST]
    if len(verbs) != 1 or any(c.dep_ in ("mark", "agent", "nsubj", "nsubjpass") for c in verbs[0].children):
        return None
    return verbs[0] if is_finite(verbs[0]) else None


def nouns_behind(noun: Token) -> Iterator[Token]:
    """A noun and those with which what is said of it by a preposition or participle ends: "gunmen on *motorcycles*"."""
    yield noun
    for child in noun.rights:
        if child.dep_ in ("prep", "pobj", "dobj") or (child.dep_ == "acl" and child.tag_ == "VBG"):
            yield from (n for n in nouns_behind(child) if n.pos_ in NOUNS)


def is_finite(verb: Token) -> bool:
    """Whether a past verb can be no participle behind a noun."""
    parts, lemma = {c.dep_ for c in verb.children}, verb.lemma_.lower()
    if "aux" in parts:
        return "auxpass" not in parts
    if lemma == "call":
        return any(c.lower_ in CALLING for c in verb.children)
    return lemma in WORDLESS or ("dobj" in parts and lemma not in RECEIVED)


def take_over(verb: Token, noun: Token) -> None:
    """Puts a verb in the place of the noun that is its subject, as the root of a sentence or as what somebody says."""
    over = noun.head
    is_root = over == noun
    later = [
        c for c in noun.children if c != verb and (c.i > verb.i or c.dep_ in ("punct", "nsubj", "advmod", "npadvmod"))
    ]
    verb.dep_, verb.head = ("ROOT", verb) if is_root else ("ccomp", over)
    noun.dep_, noun.head = "nsubj", verb
    for child in later:
        child.head = verb
