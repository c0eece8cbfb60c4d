"""Several tellings of one event in one report become one event."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Event, Evidence, Extent, Figure, Kind, Place, Published, Time, When, make_id
from onrecord.model.event import Modality
from onrecord.read.cast import Cast
from onrecord.read.circumstances import find_place, find_when
from onrecord.read.claims import find_evidence
from onrecord.read.events import Told
from onrecord.read.figures import Count
from onrecord.read.parse import Parsed

JOINED = frozenset(("CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "COOPERATE", "AID", "RETREAT", "SANCTION"))
COUNTED = {"arrested": ("COERCE",), "killed": ("ASSAULT",), "injured": ("ASSAULT",)}
KNOWN = (Evidence.REPORTED, Evidence.ATTRIBUTED, Evidence.CLAIMED, Evidence.DISPUTED, Evidence.DENIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A telling with its circumstances."""

    told: Told
    when: When
    place: Place | None
    evidence: Evidence
    attribution: str | None


def settle(
    told: Told,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    published: Published,
) -> Settled:
    """When, where and on whose word a telling stands. Who tells of an own deed claims it."""
    at = Extent(told.trigger.idx, told.trigger.idx + len(told.trigger.text))
    evidence, attribution = find_evidence(at, attributions)
    by = next((a.source.entity for a in attributions if a.id == attribution), None)
    if evidence is Evidence.ATTRIBUTED and told.type == "ASSAULT" and by in told.actor:
        evidence = Evidence.CLAIMED
    outside = [t for t in times if not any(t.extent in e for e in told.content)]
    around = [p for p in places if not any(p.extent in e for e in told.content)]
    return Settled(
        told=told,
        when=find_when(told.trigger, outside, published),
        place=find_place(told.trigger, around),
        evidence=evidence,
        attribution=attribution,
    )


def join(settled: Sequence[Settled], cast: Cast) -> tuple[tuple[Settled, ...], ...]:
    """Groups of tellings that tell of one event, in text order."""
    groups: list[list[Settled]] = []
    for one in settled:
        fitting = [g for g in groups if all(same_event(one, other, cast) for other in g)]
        if fitting:
            fitting[-1].append(one)
        else:
            groups.append([one])
    return tuple(tuple(g) for g in groups)


def same_event(a: Settled, b: Settled, cast: Cast) -> bool:
    """Whether two tellings can be of one event: type, modality, number, parties, days and place all agree."""
    if a.told.type != b.told.type or a.told.type not in JOINED or a.told.modality is not b.told.modality:
        return False
    if is_plural(a.told) != is_plural(b.told):
        return False
    if a.told.type == "CONSULT":
        parties = same_meeting(a.told, b.told, cast)
    else:
        parties = agree(a.told.actor, b.told.actor, cast) and agree(a.told.recipient, b.told.recipient, cast)
        parties = parties and bool(set(all_parties(a.told)) & set(all_parties(b.told)))
    return parties and days_meet(a.when, b.when) and places_meet(a.place, b.place)


def is_plural(told: Told) -> bool:
    """Whether a telling speaks of several events at once ("attacks on the border")."""
    return told.trigger.tag_ == "NNS" and told.trigger.lemma_.lower() != "talk"


def same_meeting(a: Told, b: Told, cast: Cast) -> bool:
    """Whether two tellings of a meeting share a person, or the same countries meet in both."""
    shared = set(all_parties(a)) & set(all_parties(b))
    countries = [{cast.entity(i).country for i in all_parties(t)} - {None} for t in (a, b)]
    return bool(shared) and (not all(countries) or bool(countries[0] & countries[1]))


def all_parties(told: Told) -> tuple[str, ...]:
    """Actors and recipients."""
    return (*told.actor, *told.recipient)


def agree(a: Sequence[str], b: Sequence[str], cast: Cast) -> bool:
    """Whether two lists of parties can mean the same: one is open or of no known country, or they share one."""
    if not a or not b or set(a) & set(b):
        return True
    countries = [{cast.entity(i).country for i in side} - {None} for side in (a, b)]
    return not all(countries) or bool(countries[0] & countries[1])


def days_meet(a: When, b: When) -> bool:
    """Whether two stated intervals are within a day or two of each other, or one is not stated."""
    if a.basis != "stated" or b.basis != "stated" or not (a.start and a.end and b.start and b.end):
        return True
    return a.start[:8] == b.start[:8] or (a.start <= b.end and b.start <= a.end)


def places_meet(a: Place | None, b: Place | None) -> bool:
    """Whether two places can be one: either open, the same country, or the same name."""
    return a is None or b is None or a.country is None or b.country is None or a.country == b.country


def as_event(
    parsed: Parsed,
    cast: Cast,
    group: Sequence[Settled],
    lexicon: Lexicon,
    figures: tuple[Figure, ...],
    context: tuple[str, ...],
) -> Event:
    """The event that a group of tellings makes."""
    first = group[0]
    type = lexicon.types[first.told.type]
    if first.told.modality is Modality.FUTURE and type.future is not None:
        type = lexicon.types[type.future]
    mode = tuple(m for m in dict.fromkeys(m for s in group for m in s.told.mode) if m in type.modes)
    actor, recipient = parties_of(group, cast)
    trigger = tuple(Extent(s.told.trigger.idx, s.told.trigger.idx + len(s.told.trigger.text)) for s in group)
    evidence, attribution = weigh(group)
    when = next((s.when for s in group if s.when.basis == "stated"), first.when)
    place = next((s.place for s in group if s.place is not None), None)
    return Event(
        id=make_id("v", parsed.document.id, trigger[:1], type.id),
        type=type.id,
        mode=mode,
        context=context,
        quad=type.quad,
        intensity=min((type.modes[m] for m in mode), key=lambda v: -abs(v), default=type.score),
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
        confidence=round(max(s.told.confidence for s in group), 2),
        rule=first.told.rule,
    )


def parties_of(group: Sequence[Settled], cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of all tellings. Where one telling has all parties as actors (a meeting), all are; the
    place that another telling gives in a party's stead (a visit to Lima) then is no party."""
    actor = tuple(dict.fromkeys(p for s in group for p in s.told.actor))
    recipient = tuple(dict.fromkeys(p for s in group for p in s.told.recipient if p not in actor))
    if any(len(s.told.actor) > 1 and not s.told.recipient for s in group):
        met = tuple(p for p in recipient if cast.entity(p).kind is not Kind.PLACE)
        return (*actor, *met), ()
    return actor, recipient


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
    counts: Sequence[Count], groups: Sequence[Sequence[Settled]], attributions: Sequence[Attribution]
) -> dict[int, tuple[Figure, ...]]:
    """Figures by the index of the group that they belong to: that of their own word, else the nearest fitting one."""
    figures: dict[int, tuple[Figure, ...]] = {}
    for count in counts:
        at = group_of(count, groups)
        if at is not None:
            _, attribution = find_evidence(count.number.extent, attributions)
            figure = Figure(
                what=count.what,
                low=count.number.low,
                high=count.number.high,
                spans=(count.number.extent,),
                attribution=attribution,
            )
            figures[at] = (*figures.get(at, ()), figure)
    return figures


def group_of(count: Count, groups: Sequence[Sequence[Settled]]) -> int | None:
    """Index of the group that a count belongs to."""
    types = COUNTED.get(count.what, ("ASSAULT", "COERCE"))
    distances = [
        (s.told.trigger.sent != count.word.sent, abs(s.told.trigger.i - count.word.i), i)
        for i, group in enumerate(groups)
        for s in group
        if s.told.type in types and s.told.trigger.i <= count.word.sent.end
    ]
    return min(distances)[2] if distances else None
