"""Which tellings of a report tell of one event."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Attribution, Evidence, Extent, Form, Kind, Place, Precision, Published, Time
from onrecord.model.event import Modality
from onrecord.read.what.circumstances import find_place, find_when, inside
from onrecord.read.what.events import Told
from onrecord.read.what.retelling import attack_meant, is_of_kind
from onrecord.read.what.sameness import RETOLD, Settled, agree, all_parties, are_same, days_meet, same_event
from onrecord.read.who.cast import Cast
from onrecord.read.word.claims import find_evidence, is_given

HISTORY = "1946"
"""The year before which what happened is no event."""


def settle(
    told: Told,
    text: str,
    times: Sequence[Time],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    published: Published,
) -> Settled:
    """When, where and on whose word a telling stands. Who tells of an own deed claims it.

    `times` and `places` are those of the whole `text`, in its order.
    """
    at = Extent(told.trigger.idx, told.trigger.idx + len(told.trigger.text))
    evidence, attribution = find_evidence(at, attributions)
    saying = next((a for a in attributions if a.id == attribution), None)
    by = saying.source.entity if saying else None
    if evidence is Evidence.DENIED and saying and is_given(told.trigger, saying.content):
        evidence = Evidence.ATTRIBUTED
    if evidence is Evidence.ATTRIBUTED and told.type == "ASSAULT" and by in told.actor:
        evidence = Evidence.CLAIMED
    sentence = told.trigger.sent
    here = Extent(sentence.start_char, sentence.end_char)
    outside = [t for t in inside(here, times) if not any(t.extent in e for e in told.content)]
    around = [p for p in inside(here, places) if not any(p.extent in e for e in told.content)]
    return Settled(
        told=told,
        when=find_when(told.trigger, outside, published, text),
        place=find_place(told.trigger, around),
        evidence=evidence,
        attribution=attribution,
    )


def is_history(settled: Settled) -> bool:
    """Whether a telling is of a deed before HISTORY: a report tells of it, but it is no news between today's states."""
    return settled.when.basis == "stated" and settled.when.end is not None and settled.when.end < HISTORY


def absorb_promised(told: Sequence[Told], lexicon: Lexicon) -> tuple[Told, ...]:
    """The tellings without those that only say what another one agrees to.

    "Agreed to exchange prisoners with Chile" is one AGREE and no future COOPERATE beside it; the party of what is
    agreed to is the party of the agreement. "Promised to raise its presence" is no threat to nobody beside it.
    """
    agreed = {t.trigger.i: t for t in told if t.type == "AGREE"}
    parties: dict[int, tuple[str, ...]] = {}
    kept = []
    for one in told:
        over = next((agreed[a.i] for a in one.trigger.ancestors if a.i in agreed), None)
        agrees = "AGREE" in (one.type, lexicon.types[one.type].future)
        own = over is not None and not one.recipient and set(one.actor) <= set(over.actor)
        agrees = agrees and over is not None and (not one.actor or bool(set(one.actor) & set(all_parties(over))))
        if over is not None and (agrees or own) and one.modality is not Modality.ACTUAL:
            parties[over.trigger.i] = tuple(p for p in (*one.actor, *one.recipient) if p not in over.actor)
        else:
            kept.append(one)
    return tuple(replace(t, recipient=parties.get(t.trigger.i) or t.recipient) for t in kept)


def join(settled: Sequence[Settled], cast: Cast, headline: int = 0) -> tuple[tuple[Settled, ...], ...]:
    """Groups of tellings that tell of one event, in text order. What a headline tells, which ends at character
    `headline`, the report tells again, once, whatever it is."""
    groups: list[list[Settled]] = []
    again: set[int] = set()
    for one in settled:
        fitting = [g for g in groups if all(same_event(one, o, cast) for o in g if o.told.trigger.i not in again)]
        fitting = fitting or [g for g in groups if len(g) == 1 and is_headed(one, g[0], cast, headline)]
        back = [] if fitting else [g for g in groups if is_retold(one, g, cast)]
        if back:
            again.add(one.told.trigger.i)
        if fitting or back:
            (fitting or back)[-1].append(one)
        else:
            groups.append([one])
    return tuple(tuple(g) for g in groups)


def is_headed(one: Settled, first: Settled, cast: Cast, headline: int) -> bool:
    """Whether a headline tells already what a telling of the report does: the same type, by the same, to the same."""
    if not first.told.trigger.idx < headline <= one.told.trigger.idx or one.told.type != first.told.type:
        return False
    same = bool(set(one.told.actor) & set(first.told.actor)) and agree(one.told.recipient, first.told.recipient, cast)
    return same and one.told.modality is first.told.modality


def is_retold(one: Settled, group: Sequence[Settled], cast: Cast) -> bool:
    """Whether a telling points back to the attack of a group: "the blast", with no other doer, day or scene."""
    noun = attack_meant(one.told.trigger)
    told = [s.told for s in group]
    if noun is None or {(t.type, t.modality) for t in (one.told, *told)} != {(RETOLD, Modality.ACTUAL)}:
        return False
    doers = all(are_same(one.told.actor, t.actor, cast) for t in told)
    days = all(days_meet(one.when, s.when, 0) for s in group)
    others = {id for t in told for id in named_persons(t, cast)}
    same = not (own := named_persons(one.told, cast)) or not others or bool(own & others)
    return doers and days and same and scenes_meet(one, group, cast) and is_of_kind(noun, [t.trigger for t in told])


def named_persons(told: Told, cast: Cast) -> set[str]:
    """The persons to whom it was done whom the report knows by name."""
    hit = (cast.entity(id) for id in told.recipient)
    return {e.id for e in hit if e.kind is Kind.PERSON and any(m.form is Form.NAME for m in e.mentions)}


def scenes_meet(one: Settled, group: Sequence[Settled], cast: Cast) -> bool:
    """Whether a telling and a group name no different places, nor different countries, in which it happened."""
    here, there = scenes(one, cast), {c for s in group for c in scenes(s, cast)}
    towns = {s.place.name for s in group if s.place is not None and s.place.precision is not Precision.COUNTRY}
    own = one.place.name if one.place is not None and one.place.precision is not Precision.COUNTRY else None
    return (not here or not there or bool(here & there)) and (own is None or not towns or own in towns)


def scenes(one: Settled, cast: Cast) -> set[str]:
    """The countries that a telling of an attack names as where it was."""
    hit = (cast.entity(id) for id in one.told.recipient)
    named = {e.country for e in hit if e.kind in (Kind.STATE, Kind.PLACE)} | {one.place.country if one.place else None}
    return {country for country in named if country is not None}
