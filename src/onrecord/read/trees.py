"""Walking a dependency tree: the lexicons' paths, phrases, clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.lexicon.paths import PERSON, SUPPORT_VERBS, Step, parse_path
from onrecord.model import Extent
from onrecord.read.intents import intender
from onrecord.read.late_objects import behind_day, is_told_late
from onrecord.read.relative_clauses import RELATIVES, described, lacks_object

SUBJECT_CONTROL = frozenset("promise threaten vow pledge offer use take".split())
"""Verbs with an object whose subject does what the infinitive says ("promised Kenya to help")."""

BLAMING = frozenset("accuse suspect convict acquit absolve".split())
"""Verbs whose object is said to do what stands behind "of"; the parser may hang that on the object."""

ASKING_FOR = frozenset("appeal ask beg call campaign lobby petition plead press push wait".split())
"""Verbs with "for" and those who are to do what the infinitive says ("called for *the court* to convict him")."""

RANKED = frozenset(("first", "second", "third", "last", "latest", "only", "next"))
"""Words by which an infinitive is said of its noun: "the first country *to recognise* it"."""

PASSING = frozenset("conj advcl xcomp aux auxpass dep pcomp prep".split())
"""Relations to a higher verb or preposition whose subject may be shared."""


WHERETO = frozenset("at from in into on to".split())
"""Prepositions between a passive verb and a noun on which the parser may hang the verb's agent."""
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
    """The verb that says only that somebody did what the noun names ("launched a raid", "raids were launched")."""
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
            return described(above.head, own) if relative and above.dep_ == "relcl" else own
        if here.dep_ in ("acl", "relcl"):
            done = here.tag_ in ("VBG", "VBN") or (here.dep_ == "relcl" and not _is_purpose(here))
            return here.head if done or _is_called_for(here.head) else intender(here.head)
        gerund = here.dep_ == "pobj" and here.tag_ == "VBG"
        if (not gerund and here.dep_ not in PASSING) or here.head == here:
            return None
        controlled = _object_control(here)
        if controlled is not None:
            return controlled
        here = here.head
    return None


def _is_called_for(noun: Token) -> bool:
    """Whether a noun names those who are called upon to do something: "calls for *a court* to convict him"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and _asks_for(noun.head.head)


def _asks_for(verb: Token) -> bool:
    """Whether a verb may ask for somebody to do something."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ASKING_FOR


def _is_purpose(clause: Token) -> bool:
    """Whether an infinitive says what a noun is for ("in a position *to confirm*"), and not what the first one did."""
    above = clause.head
    ranked = any(t.lower_ in RANKED for t in (above, *above.children))
    return not ranked and any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _object_control(lower: Token) -> Token | None:
    """The object of the higher verb, where that and not its subject does what the lower verb says."""
    higher = lower.head
    if lower.dep_ in ("xcomp", "advcl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in lower.children):
        if higher.lemma_.lower() in SUBJECT_CONTROL or (lower.dep_ == "advcl" and not _asks(higher)):
            return None
        asked = ("dobj", "prep:on|upon>pobj", "prep:for>pobj") if _asks_for(higher) else ("dobj", "prep:on|upon>pobj")
        return next((t for path in asked for t in walk(higher, path) if t.i < lower.i), None)
    if lower.dep_ == "advcl" and lower.tag_ == "VBG" and _blames_before(higher, lower):
        return next(iter(walk(higher, "dobj")), None)
    if lower.dep_ == "prep" and lower.lower_ == "of" and _is_blamed(higher):
        return higher
    if lower.dep_ == "prep" and lower.lower_ in ("of", "for", "from", "into"):
        return next((c for c in higher.children if c.dep_ == "dobj"), None)
    return None


def _is_blamed(noun: Token) -> bool:
    """Whether a noun is the object of a verb that blames, in the active or the passive."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in BLAMING


def _blames_before(verb: Token, lower: Token) -> bool:
    """Whether a verb says first what its object did ("accused X of *ramming* it, hurting two")."""
    deeds = (d for p in verb.children if p.lower_ in ("of", "for") for d in p.children if d.dep_ == "pcomp")
    return any(d.i < lower.i for d in deeds)


def _asks(verb: Token) -> bool:
    """Whether a verb asks somebody on whom it calls."""
    return any(c.dep_ == "prep" and c.lower_ in ("on", "upon") for c in verb.children)


def _clause_head(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive ("was killed", "soldiers killed in", "asked whether he would, he");
    one that shares its auxiliary with another too ("was arrested and *flown* to"); not "*having sent* letters"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return verb.head.pos_ in ("VERB", "AUX") and is_passive(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBD":  # mistagged: "the minister, *wanted* in France, fled"
        return not any(c.dep_ in ("nsubj", "dobj") for c in verb.children)
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl") or is_told_late(verb):
        return False
    return not any(c.dep_ == "aux" or (c.dep_ == "nsubj" and verb.dep_ == "advcl") for c in verb.children)


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
