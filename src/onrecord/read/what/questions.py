"""What the event model is asked of a report and what it answers: of pairs of parties, and of whole sentences.

Sentences of which the rules tell nothing don't reach it if they have no word that could tell an event or no party, or
if what the encoder saw of them leaves no doubt.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Extent, Kind
from onrecord.models.events import ANYBODY, Answer, Parties, Question
from onrecord.models.load import Look
from onrecord.read.parse import Parsed
from onrecord.read.spans import noun_of
from onrecord.read.what.events import Told
from onrecord.read.who.cast import Cast

MOST = 8
"""Entities of a sentence that are paired, the first in the text."""
WITHIN = frozenset("in at near outside inside across around along within".split())
"""Prepositions that make a place the scene of what is told."""
BEFORE = frozenset(("compound", "amod", "nmod", "poss"))
"""Relations to a noun of what stands in its phrase before it."""
WHEN = frozenset(("DATE", "TIME"))
COMMENTS = frozenset((Act.STATEMENT, Act.BELIEF, Act.CLAIM, Act.ESTIMATE, Act.QUESTION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An entity as it is first named in a sentence: its id, where, and the noun of that."""

    id: str
    at: Extent
    noun: Token | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What the model says of an actor and a recipient (ids of entities, and the nouns by which they are named), the
    word off which it was read, and the others off which it may have been, likeliest first. `sentence`: its first
    token."""

    actor: str
    recipient: str
    actor_noun: Token | None
    recipient_noun: Token | None
    trigger: Token
    others: tuple[Token, ...]
    answer: Answer
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the model says of one party whoever the other may be: what it does (`acts`), or what is done to it."""

    party: str
    noun: Token | None
    acts: bool
    trigger: Token
    others: tuple[Token, ...]
    answer: Answer
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that the model says of a report. `silent`: by the first token of a sentence, the chance (0 to 1) that it
    tells of no event."""

    pairs: tuple[Pair, ...]
    parts: tuple[Part, ...]
    silent: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about a sentence, with its pairs of parties, its parties each on either side, and the tokens of its
    triggers."""

    sentence: Span
    pairs: tuple[tuple[Party, Party], ...]
    parts: tuple[tuple[Party, bool], ...]
    triggers: tuple[Token, ...]
    question: Question


def ask(parsed: Parsed, cast: Cast, lexicon: Lexicon, look: Look, told: Sequence[Told]) -> Answers:
    """What the model says of all pairs of entities that stand in one sentence, and of the sentences."""
    telling = {one.trigger.sent.start for one in told}
    open = (a for s in parsed.doc.sents if (a := question(s, cast, lexicon, telling)) is not None)
    asked = [a for a in open if a.sentence.start in telling or look.may_tell(a.question.sentence)]
    answered = list(zip(asked, look.answer([a.question for a in asked]), strict=True))
    return Answers(
        pairs=tuple(p for one, answers in answered for p in pairs_of(one, answers)),
        parts=tuple(p for one, answers in answered for p in parts_of(one, answers[len(one.pairs) :])),
        silent={one.sentence.start: answers[-1].none for one, answers in answered if answers[-1] is not None},
    )


def pairs_of(one: Asked, answers: Sequence[Answer | None]) -> Iterator[Pair]:
    """The answers for the pairs of a question."""
    for (actor, recipient), answer in zip(one.pairs, answers, strict=False):
        if answer is not None:
            trigger, *others = (one.triggers[n] for n in answer.triggers)
            yield Pair(
                actor=actor.id,
                recipient=recipient.id,
                actor_noun=actor.noun,
                recipient_noun=recipient.noun,
                trigger=trigger,
                others=tuple(others),
                answer=answer,
                sentence=one.sentence.start,
            )


def parts_of(one: Asked, answers: Sequence[Answer | None]) -> Iterator[Part]:
    """The answers for the single parties of a question."""
    for (party, acts), answer in zip(one.parts, answers, strict=False):
        if answer is not None:
            trigger, *others = (one.triggers[n] for n in answer.triggers)
            yield Part(
                party=party.id,
                noun=party.noun,
                acts=acts,
                trigger=trigger,
                others=tuple(others),
                answer=answer,
                sentence=one.sentence.start,
            )


def question(sentence: Span, cast: Cast, lexicon: Lexicon, telling: Collection[int]) -> Asked | None:
    """What to ask of a sentence: its pairs if there is a word that may tell of them, and last of it as a whole. None
    where there is nothing to ask. `telling`: the first tokens of sentences of which the rules tell something."""
    standing = parties_in(sentence, cast)[:MOST]
    triggers = tuple(t for t in sentence if may_tell(t, cast, lexicon)) if standing else ()
    if not triggers and sentence.start not in telling:
        return None
    asked = standing if triggers else []
    paired = tuple((a, b) for a in asked for b in asked if a is not b and not is_one_name(a, b))
    parts = tuple((party, acts) for party in asked for acts in (True, False))
    alone: list[Parties] = [(party.at, None) if acts else (None, party.at) for party, acts in parts]
    pairs: list[Parties] = [(a.at, b.at) for a, b in paired]
    return Asked(
        sentence=sentence,
        pairs=paired,
        parts=parts,
        triggers=triggers,
        question=Question(
            sentence=Extent(sentence.start_char, sentence.end_char),
            pairs=(*pairs, *alone, ANYBODY),
            triggers=tuple(Extent(t.idx, t.idx + len(t.text)) for t in triggers),
        ),
    )


def parties_in(sentence: Span, cast: Cast) -> list[Party]:
    """The entities of a sentence where each is first mentioned, in that order."""
    standing: dict[str, Party] = {}
    for mention, id in cast.beginning_in(Extent(sentence.start_char, sentence.end_char)):
        at = mention.named
        if id not in standing and at.end <= sentence.end_char:
            party = Party(id=id, at=at, noun=noun_of(sentence.doc, at))
            if not (is_scene(party, cast) or (party.noun is not None and cast.all_at(party.noun))):
                standing[id] = party
    return list(standing.values())


def is_one_name(a: Party, b: Party) -> bool:
    """Whether one party stands in the name or title of the other: "*US* Vice President Ann Hall"."""
    return a.at.overlaps(b.at) or is_in_title(a.noun, b.noun) or is_in_title(b.noun, a.noun)


def is_in_title(noun: Token | None, name: Token | None) -> bool:
    """Whether a noun goes before a name of its own phrase, right up to it."""
    if noun is None or name is None or name.pos_ != "PROPN":
        return False
    here = noun
    while here.dep_ in BEFORE and here.head.i > here.i and here.head != name:
        here = here.head
    return here.dep_ in BEFORE and here.head == name


def is_scene(party: Party, cast: Cast) -> bool:
    """Whether a place is only where things happen ("met in Lima"), and none to whom they do."""
    noun = party.noun
    if noun is None or cast.entity(party.id).kind is not Kind.PLACE:
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in WITHIN


def may_tell(token: Token, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether a word may be the one that tells an event: a verb, or a noun that the lexicon has, but no comment's, nor
    one that only tells when ("last *week*")."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass") and not is_comment(token, lexicon)
    if token.pos_ != "NOUN" or cast.at(token) is not None or token.ent_type_ in WHEN:
        return False
    return token.lemma_.lower() in lexicon.events


def is_comment(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a word only says that something was said: a comment is no event in PLOVER."""
    return any(entry.act in COMMENTS for entry in lexicon.cues.get(trigger.lemma_.lower(), ()))
