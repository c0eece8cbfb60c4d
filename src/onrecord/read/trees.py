"""Walking a dependency tree: the lexicons' paths, phrases, clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.lexicon.paths import PERSON, SUPPORT_VERBS, Step, parse_path
from onrecord.model import Extent
from onrecord.read.controlling import controlling_object, is_called_for, is_purpose
from onrecord.read.intents import intender, owner_of_doing
from onrecord.read.late_objects import behind_day, is_told_late
from onrecord.read.lost_subjects import named_at_root
from onrecord.read.relative_clauses import RELATIVES, lacks_object, told_of

PASSING = frozenset("conj advcl xcomp aux auxpass dep pcomp prep".split())
"""Relations to a higher verb or preposition whose subject may be shared."""
WHERETO = frozenset("at from in into on to".split())
"""Prepositions between a passive verb and a noun on which the parser may hang the verb's agent."""
MULTITUDES = frozenset(
    "barrage dozen hundred lot multitude number pair rash round score series spate string thousand wave".split()
)
"""Nouns that only say how many of what stands behind their "of" there are: "*hundreds* of raids"."""
PARTICLES = frozenset(("away", "back", "down", "off", "out", "up"))
"""Adverbs that the parser does not always take for the particles that they are ("stepped down")."""


def walk(token: Token, path: str) -> tuple[Token, ...]:
    """The tokens that `path` (see `lexicon.paths`) leads to from `token`, in text order."""
    reached = [token]
    for step in parse_path(path):
        reached = [there for here in reached for there in _take(here, step)]
    return tuple(reached)


def _take(token: Token, step: Step) -> Iterator[Token]:
    if step.up:
        if token.dep_ == step.dep and _is_meant(token.head, step):
            yield token.head
        return
    yield from (there for there in _reach(token, step.dep) if _is_meant(there, step))


def _is_meant(there: Token, step: Step) -> bool:
    """Whether a step may lead to a word: any, one of its lemmas, or a person's name."""
    return not step.lemmas or there.lemma_.lower() in step.lemmas or (step.person and there.ent_type_ == PERSON)


def _reach(token: Token, name: str) -> Iterator[Token]:
    if name == "lsubj":
        yield from logical_subject(token)
    elif name == "lobj":
        yield from logical_object(token)
    elif name == "premod":
        yield from (c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i)
    elif name == "gsubj":
        verb = support_verb(token)
        if verb is not None:
            yield from logical_subject(verb)
    elif name == "prep":
        yield from (c for c in token.children if c.dep_ == name or (c.dep_ == "dative" and is_preposition(c)))
    elif name == "dative":
        yield from (c for c in token.children if c.dep_ == name and not is_preposition(c))
    elif name == "prt":
        yield from (c for c in token.children if c.dep_ == name or (c.dep_ == "advmod" and c.lower_ in PARTICLES))
    else:
        yield from (c for c in token.children if c.dep_ == name)


def is_preposition(token: Token) -> bool:
    """Whether a token is a preposition, also where the parser calls it a dative ("sent food to Chad")."""
    return token.tag_ in ("IN", "TO", "RP")


def logical_subject(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: the subject of an active verb, the agent of a passive one."""
    if is_passive(verb):
        yield from (c for by in _agents(verb) for c in by.children if c.dep_ == "pobj")
    else:
        who = subject(verb)
        if who is not None:
            yield who


def _agents(verb: Token) -> list[Token]:
    """The "by" of a passive verb; where it has none of its own, the one that the parser hung on the noun before it
    ("sentenced to *death by* the court")."""
    own = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    nouns = (n for p in verb.children if p.dep_ == "prep" and p.lower_ in WHERETO for n in p.children)
    return own or [c for n in nouns if n.dep_ == "pobj" for c in n.children if c.lower_ == "by" and c.dep_ == "prep"]


def logical_object(verb: Token) -> Iterator[Token]:
    """Whom or what it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        who = verb.head if verb.dep_ == "acl" else subject(verb)
        if who is not None:
            yield who
    else:
        objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and not is_preposition(c)]
        objects = behind_day(verb) or objects
        yield from (verb.head if c.lower_ in RELATIVES and verb.dep_ == "relcl" else c for c in objects)
        if not objects and lacks_object(verb):
            yield verb.head


def support_verb(noun: Token) -> Token | None:
    """The verb that says only that somebody did what the noun names ("launched a raid", "raids were launched", "carried
    out a series of raids")."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in MULTITUDES:
        return support_verb(noun.head.head)
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in SUPPORT_VERBS:
        return noun.head
    return None


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and those coordinated with it: A, B and C; in headlines "A, B" too."""
    if token.dep_ == "conj":
        return (token, *_later(token))
    return tuple(sorted((*_listed(token), token, *token.conjuncts), key=lambda t: t.i))


def _listed(subject: Token) -> Iterator[Token]:
    """The name that a headline puts beside a subject with no more than a comma: "*Peru*, Chile agree to talk"."""
    for other in subject.head.lefts if subject.dep_ == "nsubj" and subject.pos_ == "PROPN" else ():
        named = other.dep_ in ("nsubj", "npadvmod") and other.pos_ == "PROPN"
        first, last = sorted((subject, other), key=lambda t: t.i)
        beside = first.i + 2 == last.left_edge.i and first.nbor(1).text == ","
        if named and beside and other.ent_type_ not in ("DATE", "TIME"):
            yield other


def _later(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _later(child)


def subject(verb: Token) -> Token | None:
    """Who a verb is said of: its own subject, or that of the verb it shares one with.

    "denied it and accused X" shares by coordination, "came, saying so" by adjunction, "agreed to leave" by control; in
    "urged X to leave" and "accused X of leaving" the object of the higher verb leaves. A relative clause is said of its
    noun, and the relative pronoun gives way to it.
    """
    here = verb
    for _ in range(8):
        own = next((c for c in here.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)
        if own is not None:
            above = _clause_head(here)
            relative = own.tag_ in ("WP", "WDT") or own.lower_ in ("who", "which", "that")
            return told_of(above.head, own) if relative and above.dep_ == "relcl" else own
        if here.dep_ in ("acl", "relcl"):
            done = here.tag_ in ("VBG", "VBN") or (here.dep_ == "relcl" and not is_purpose(here))
            return here.head if done or is_called_for(here.head) else named_at_root(here) or intender(here.head)
        gerund = here.dep_ == "pobj" and here.tag_ == "VBG"
        if (not gerund and here.dep_ not in PASSING) or here.head == here:
            return None
        controlled = owner_of_doing(here) or controlling_object(here)
        if controlled is not None:
            return controlled
        here = here.head
    return None


def _clause_head(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def _is_shot_dead(verb: Token) -> bool:
    """Whether a headline leaves out the "was" before "shot dead"."""
    parts = {c.dep_: c.lower_ for c in verb.children}
    dead = "dead" in (parts.get("oprd"), parts.get("acomp"), parts.get("advmod"), parts.get("xcomp"))
    return verb.lower_ == "shot" and dead and "dobj" not in parts and "nsubj" in parts


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive ("was killed", "soldiers killed in", "asked whether he would, he");
    one that shares its auxiliary with another too ("was arrested and *flown* to"); not "*having sent* letters"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or _is_done_by(verb) or _is_shot_dead(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return verb.head.pos_ in ("VERB", "AUX") and is_passive(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBD":  # mistagged: "the minister, *wanted* in France, fled"
        return named_at_root(verb) is None and not any(c.dep_ in ("nsubj", "dobj") for c in verb.children)
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl") or is_told_late(verb):
        return False
    return not any(c.dep_ == "aux" or (c.dep_ == "nsubj" and verb.dep_ == "advcl") for c in verb.children)


def _is_done_by(verb: Token) -> bool:
    """Whether a past verb without an object has an agent: a participle that the parser took for the verb of a clause
    ("the sailors *freed by* Chad are home")."""
    below = {c.dep_ for c in verb.children}
    return verb.tag_ in ("VBD", "VBN") and verb.dep_ != "ROOT" and "agent" in below and "dobj" not in below


def clause(token: Token) -> Token:
    """The verb (or the root) whose clause the token stands in."""
    here = token
    while here.head != here and not (here.pos_ in ("VERB", "AUX") and here.dep_ not in ("aux", "auxpass", "amod")):
        here = here.head
    return here


def ancestors(token: Token) -> Iterator[Token]:
    """The token's head, that one's head, and so on to the root."""
    while token.head != token:
        token = token.head
        yield token


def extent(tokens: tuple[Token, ...] | list[Token]) -> Extent:
    """From the first to the last of the tokens."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Extent(first.idx, last.idx + len(last.text))


def phrase(head: Token, *, without: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of the phrase under `head`, less the branches that hang by a relation in `without`.

    White space and punctuation at its ends are left out.
    """
    words = sorted(_branch(head, without), key=lambda t: t.i)
    start, end = 0, len(words)
    opened = any(t.text == "(" for t in words)
    while end - start > 1 and _thin(words[start]):
        start += 1
    while end - start > 1 and _thin(words[end - 1]) and not (opened and words[end - 1].text == ")"):
        end -= 1
    return tuple(words[start:end])


def _branch(head: Token, without: frozenset[str]) -> Iterator[Token]:
    stack = [head]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(c for c in here.children if c.dep_ not in without)


def _thin(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in ("%", "$"))
