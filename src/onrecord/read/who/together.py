"""Several spoken of as one: what "they" takes up behind "Kenya and Chad", and who "the two countries" are."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import Form, Kind
from onrecord.read.trees import conjuncts
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

PARTIES = (Kind.PERSON, Kind.STATE, Kind.BODY, Kind.GROUP)
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
STATES = frozenset("country nation state neighbor neighbour capital government side".split())
"""Nouns by which several states are spoken of together."""
HOLDERS = frozenset("leader president minister premier".split())
"""Nouns by which several persons are spoken of together; "the two men" are seldom whom the text named last."""
AGREEING = frozenset("applaud back condemn express offer praise support urge voice welcome".split())
"""Verbs of which several are the subject who are of one mind, and no two sides."""
REACH = 3
"""How many sentences a noun for several looks back for them."""

Row = tuple[Reference, ...]
"""Parties that a text puts in one row, in its order."""


def find_rows(scene: Scene) -> tuple[Row, ...]:
    """The coordinations of two parties or more, each told once, in text order: "Kenya, Chad and the front"."""
    return tuple(row for m in scene.mentions if m.kind in PARTIES and len(row := row_of(scene, m)) > 1)


def row_of(scene: Scene, first: Reference) -> Row:
    """The parties coordinated with one that begins a row; that one alone where any is no party or a person among
    states ("Ukraine and Ana Cruz"), which the parser took for a row."""
    if first.head.dep_ in ("conj", "amod", "compound", "nmod") or scene.mention(first.head) is not first:
        return (first,)
    found = tuple(scene.mention(t) for t in conjuncts(first.head) if t.i >= first.head.i)
    known = tuple(m for m in found if m is not None and m.kind in PARTIES)
    mixed = {Kind.PERSON, Kind.STATE} <= {m.kind for m in known}
    return known if len(known) == len(found) and not mixed else (first,)


def before(rows: Sequence[Row], pronoun: Reference) -> Iterator[Row]:
    """The rows that end before a pronoun and that it does not stand in: not of "Kenya and *its* ally"."""
    for row in rows:
        heads = {m.head for m in row}
        if row[-1].extent.end <= pronoun.start and not heads & {pronoun.head.head, pronoun.head}:
            yield row


def number_of(mention: Reference) -> int:
    """How many a definite noun speaks of: two of "the two sides" and "both sides"; 0 where it doesn't say."""
    if mention.form != Form.NOMINAL or not mention.plural:
        return 0
    told = [NUMBERS[c.lower_] for c in mention.head.lefts if c.lower_ in NUMBERS]
    both = any(c.lower_ == "both" for c in mention.head.lefts)
    return told[0] if len(told) == 1 and (mention.definite or both) else 0


def named_by(scene: Scene, mention: Reference) -> Row:
    """Whom a noun for so many means: exactly as many different ones as were named shortly before, nearest first."""
    many, noun = number_of(mention), mention.lemma.split()[-1]
    if not many or not (noun in STATES or noun in HOLDERS):
        return ()
    kind, key = (Kind.STATE, country) if noun in STATES else (Kind.PERSON, whole)
    earlier = [
        m
        for m in scene.mentions
        if m.kind == kind
        and m.form == Form.NAME
        and m.extent.end <= mention.start
        and not is_over(m.head, mention.head)
    ]
    for reach in range(REACH + 1):
        found = different((m for m in earlier if scene.sentences_between(m.head, mention.head) <= reach), key)
        if noun == "side" and any(m.head.dep_ == "conj" and m.head.head.head.lemma_.lower() in AGREEING for m in found):
            return ()
        if len(found) >= many:
            return found if len(found) == many else ()
    return ()


def is_over(doer: Token, done_to: Token) -> bool:
    """Whether somebody is the subject of the verb that is done to others, or only named to say who that is: "Fiji,
    which borders *Chad*, urged both countries"."""
    clause = next((a for a in doer.ancestors if a.dep_ == "relcl"), None)
    name = clause.head if clause is not None else doer
    return name.dep_ == "nsubj" and name.head.is_ancestor(done_to) and done_to.dep_ in ("dobj", "pobj", "dative")


def country(state: Reference) -> str | None:
    """What tells one state from another."""
    return state.country


def whole(person: Reference) -> str | None:
    """What tells one person from another: the family name."""
    return person.text.split()[-1].lower()


def different(mentions: Iterable[Reference], key: Callable[[Reference], str | None]) -> Row:
    """The first mention of each different one."""
    found: dict[str, Reference] = {}
    for mention in mentions:
        found.setdefault(key(mention) or "", mention)
    return tuple(found.values())
