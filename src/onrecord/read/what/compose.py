"""One event out of its tellings: type, parties, evidence, and the figures that belong to it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import EventType
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Entity, Event, Evidence, Extent, Figure, Kind, Modality, make_id
from onrecord.read.confidence import sure_beside, sure_of_event, sure_of_typed
from onrecord.read.parse import Parsed
from onrecord.read.what.contexts import find_contexts
from onrecord.read.what.events import Told
from onrecord.read.what.figures import Count
from onrecord.read.what.numbers import is_numeral
from onrecord.read.what.sameness import Settled
from onrecord.read.who.cast import Cast
from onrecord.read.word.claims import find_evidence

COUNTED = {
    "arrested": ("COERCE",),
    "killed": ("ASSAULT",),
    "injured": ("ASSAULT",),
    "casualties": ("ASSAULT",),
    "troops": ("MOBILIZE", "RETREAT", "AID", "COOPERATE"),
    "money": ("AID", "AGREE", "COOPERATE", "SUPPORT", "SANCTION"),
}
CASUALTIES = ("killed", "injured", "casualties")
FIGURES_REACH = 3
KNOWN = (Evidence.REPORTED, Evidence.ATTRIBUTED, Evidence.CLAIMED, Evidence.DISPUTED, Evidence.DENIED)


def as_event(
    parsed: Parsed,
    cast: Cast,
    group: Sequence[Settled],
    lexicon: Lexicon,
    attributions: Mapping[str, Attribution],
    figures: tuple[Figure, ...],
    beside: bool,
) -> Event:
    """The event that a group of tellings makes. `beside`: whether a model could have spoken of it too."""
    telling = below_headline(group, parsed)
    first = telling[0]
    type = type_of(first, cast, lexicon, attributions)
    mode = tuple(m for m in dict.fromkeys(m for s in group for m in s.told.mode) if m in type.modes)
    actor, recipient = parties_of(group, cast)
    trigger = tuple(Extent(s.told.trigger.idx, s.told.trigger.idx + len(s.told.trigger.text)) for s in group)
    evidence, attribution = weigh(telling)
    when = next((s.when for s in group if s.when.basis == "stated"), first.when)
    place = next((s.place for s in group if s.place is not None), None)
    made = Event(
        id=make_id("v", parsed.document.id, trigger[:1], type.id),
        type=type.id,
        mode=mode,
        context=find_contexts(first.told.trigger, lexicon),
        quad=type.quad,
        intensity=type.intensity(mode),
        actor=actor,
        recipient=recipient,
        trigger=trigger,
        sentence=sentence_extent(first.told),
        date=when,
        place=place.id if place else None,
        modality=first.told.modality,
        evidence=evidence,
        attribution=attribution,
        figures=figures,
        rule=first.told.rule,
    )
    chances = [s.told.confidence for s in group if s.told.confidence is not None]
    unseen = sure_beside if beside else sure_of_event
    sure = sure_of_typed(made, max(chances), lexicon) if chances else unseen(made, lexicon)
    return replace(made, confidence=round(sure, 2))


def type_of(settled: Settled, cast: Cast, lexicon: Lexicon, attributions: Mapping[str, Attribution]) -> EventType:
    """The PLOVER type of a telling. What is still to come takes its type's own (`future` in plover.yaml): announced
    talks are an AGREE, an announced attack is a THREATEN, but only by the word of him who would do it."""
    type = lexicon.types[settled.told.type]
    if settled.told.modality is not Modality.FUTURE or type.future is None:
        return type
    told = attributions.get(settled.attribution or "")
    if type.future == "THREATEN" and told is not None and not is_own_word(settled.told, told, cast):
        return type
    return lexicon.types[type.future]


def is_own_word(told: Told, attribution: Attribution, cast: Cast) -> bool:
    """Whether who tells of a deed is who does it, or one of his side."""
    if attribution.source.entity is None:
        return False
    speaker = cast.entity(attribution.source.entity)
    actors = [cast.entity(i) for i in told.actor]
    return any(a.id == speaker.id or (a.country is not None and a.country == speaker.country) for a in actors)


def parties_of(group: Sequence[Settled], cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of all tellings. Where one telling has all parties as actors (a meeting), all are.

    The place where it happened ("fired on a bus in Goma") stands in a party's stead only where no party is told.
    """
    actor = tuple(dict.fromkeys(p for s in group for p in s.told.actor))
    recipient = tuple(dict.fromkeys(p for s in group for p in s.told.recipient if p not in actor))
    if any(len(s.told.actor) > 1 and not s.told.recipient for s in group):
        return (*actor, *(p for p in recipient if cast.entity(p).kind is not Kind.PLACE)), ()
    scenes = {s.place.name for s in group if s.place is not None}
    return actor, tuple(p for p in recipient if not is_scene(cast.entity(p), scenes)) or recipient


def is_scene(party: Entity, scenes: Collection[str]) -> bool:
    """Whether a party is only the place where it happened; a state is more than that."""
    return party.kind is Kind.PLACE and party.name in scenes


def below_headline(group: Sequence[Settled], parsed: Parsed) -> Sequence[Settled]:
    """The tellings of an event in the report itself, if there are any: a headline says in short, and often as if the
    paper had seen it, what stands there on somebody's word."""
    headline = parsed.paragraphs.headline
    end = headline.end if headline is not None else 0
    return [s for s in group if s.told.trigger.idx >= end] or group


def weigh(group: Sequence[Settled]) -> tuple[Evidence, str | None]:
    """On what an event rests: the strongest of its tellings; but a deed that is claimed stays so whatever else is said.

    What a claimant adds of the deed ("our men killed 14") is no second witness.
    """
    best = min(group, key=lambda s: KNOWN.index(s.evidence))
    claim = next((s for s in group if s.evidence is Evidence.CLAIMED), None)
    if best.evidence is Evidence.ATTRIBUTED and claim is not None:
        best = claim
    return best.evidence, best.attribution


def sentence_extent(told: Told) -> Extent:
    """The sentence of a telling, without the white space around it."""
    words = [t for t in told.trigger.sent if not t.is_space]
    return Extent(words[0].idx, words[-1].idx + len(words[-1].text))


def assign_figures(
    counts: Sequence[Count], groups: Sequence[Sequence[Settled]], attributions: Sequence[Attribution], cast: Cast
) -> dict[int, tuple[Figure, ...]]:
    """Figures by the index of the group that they belong to: that of their own word, else the nearest fitting one."""
    figures: dict[int, tuple[Figure, ...]] = {}
    sentences = number_sentences(counts[0].word.doc) if counts else ()
    for count in counts:
        at = group_of(count, groups, sentences, cast)
        if at is not None:
            _, attribution = find_evidence(count.number.extent, attributions)
            figure = Figure(
                what=count.what,
                low=count.number.low,
                high=count.number.high,
                spans=(count.number.extent,),
                attribution=attribution,
                rule=count.rule,
                currency=count.currency,
            )
            figures[at] = (*figures.get(at, ()), figure)
    return figures


def are_of(count: Count, settled: Settled, cast: Cast) -> bool:
    """Whether those of whom a part is counted may be the deed's: nobody knows them, or they are a party of it."""
    ids = {id for t in count.word.subtree if is_whole_of_part(t) and (id := cast.at(t)) is not None}
    return not ids or not ids.isdisjoint((*settled.told.actor, *settled.told.recipient))


def is_whole_of_part(token: Token) -> bool:
    """Whether a pronoun speaks of those of whom a number is a part: "one of *them*"."""
    number = token.head.head
    return token.dep_ == "pobj" and token.tag_ == "PRP" and token.head.lower_ == "of" and is_numeral(number)


def number_sentences(doc: Doc) -> tuple[int, ...]:
    """For each token the number of its sentence."""
    return tuple(accumulate(token.is_sent_start is True for token in doc))


def group_of(count: Count, groups: Sequence[Sequence[Settled]], sentences: Sequence[int], cast: Cast) -> int | None:
    """Index of the group that a count belongs to: an event of its own sentence, or, of the dead and injured, the last
    assault told before it within FIGURES_REACH sentences ("Seven people died"), if no other people are counted ("the
    mission took in six wounded. One of *them* died"). `sentences` has the number of each token's."""
    types = COUNTED.get(count.what, ("ASSAULT", "COERCE"))
    reach = FIGURES_REACH if count.what in CASUALTIES else 0
    distances = []
    for i, group in enumerate(groups):
        for s in group:
            apart = sentences[count.word.i] - sentences[s.told.trigger.i]
            if s.told.type in types and 0 <= apart <= reach and (not apart or are_of(count, s, cast)):
                distances.append((apart, abs(s.told.trigger.i - count.word.i), i))
    return min(distances)[2] if distances else None
