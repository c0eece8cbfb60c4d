"""A reading with people's corrections in it: a pure function of the report, its coding and the corrections."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.errors import RecordError
from onrecord.model import Act, Attribution, Document, Event, Extent, Kin, Office, Quote, Reading, Source, When, make_id
from onrecord.record.amending import amend, type_named
from onrecord.record.correction import Action, Address, CorrectionRow, Sort
from onrecord.record.parts import Part
from onrecord.record.scene import Item, ItemT, Scene
from onrecord.record.unsaying import in_place_of, without

ADDED = 0.0
"""The machine's confidence in what a person added: it read no such thing."""


def corrected(document: Document, coded: Reading, rows: Iterable[CorrectionRow]) -> tuple[Reading, frozenset[int]]:
    """The reading with each correction in it, in their order, and the numbers of those that fit nothing in it."""
    scene, gone = Scene(document=document, coded=coded, reading=coded), set()
    for row in rows:
        try:
            scene = correct(scene, row)
        except RecordError:
            gone.add(row.number)
    return scene.reading, frozenset(gone)


def correct(scene: Scene, row: CorrectionRow) -> Scene:
    """The scene with one more correction. Raises RecordError, in one line, where it fits nothing."""
    if row.target is None:
        raise RecordError(f"{row.document}: a correction needs an item; name an event or attribution")
    if row.action is Action.ADD:
        return _added(scene, row, row.target)
    item = scene.find(row.target)
    if isinstance(item, Office | Kin):
        return _part(scene, item, row)
    if row.action is Action.SPLIT:
        return _amended(scene, _twin(scene, item, row), row)
    if row.action is Action.MERGE:
        if row.other is None:
            raise RecordError(f"{row.document}: a merge needs two items; name the other too")
        return _merged(scene, item, scene.find(row.other), row)
    if row.action is Action.REJECT:
        return scene.drop_event(item.id) if isinstance(item, Event) else without(scene, item)
    return _amended(scene, item, row)


def address_of_words(scene: Scene, sort: Sort, label: str, words: str) -> Address:
    """Where an item is to be added: at those words, in their sentence. Raises RecordError where they don't stand."""
    spot = scene.spot(words)
    sentence = scene.sentence_at(spot)
    words = sentence.of(scene.document.text)
    return Address(sort=sort, item="", label=label, sentence=sentence, trigger=(spot,), words=words)


def _amended(scene: Scene, item: Event | Attribution, row: CorrectionRow) -> Scene:
    scene, changed = amend(scene, item, row.changes)
    return scene.put(_marked(changed, row))


def _marked(item: ItemT, row: CorrectionRow) -> ItemT:
    return replace(item, rule=f"correction.{row.number}")


def _part(scene: Scene, part: Part, row: CorrectionRow) -> Scene:
    """With an office or a tie of kin left out, or with what is set in it."""
    if row.action is Action.REJECT:
        return scene.put_part(part, None)
    if row.action is not Action.EDIT:
        raise RecordError(f"{row.document}: an office or a tie of kin is rejected, edited or added, and no more")
    scene, changed = amend(scene, part, row.changes)
    return scene.put_part(part, _marked(changed, row))


def _added_part(scene: Scene, part: Part, row: CorrectionRow) -> Scene:
    scene, made = amend(scene, part, row.changes)
    if "" in ((made.holder,) if isinstance(made, Office) else (made.person, made.of)):
        raise RecordError(f"{row.document}: an office needs its holder, a tie of kin its person and of; set them too")
    return scene.put_part(None, _marked(made, row))


def _id(scene: Scene, target: Address, row: CorrectionRow) -> str:
    prefix = "v" if target.sort is Sort.EVENT else "a"
    return make_id(prefix, scene.document.id, target.trigger, f"correction {row.number}")


def _twin(scene: Scene, item: Event | Attribution, row: CorrectionRow) -> Event | Attribution:
    """Like the item, but counted apart: its figures stay with the first."""
    target = scene.address(item)
    if isinstance(item, Event):
        return replace(item, id=_id(scene, target, row), figures=())
    return replace(item, id=_id(scene, target, row))


def _added(scene: Scene, row: CorrectionRow, target: Address) -> Scene:
    moved = scene.moved(target)
    if moved is None:
        raise RecordError(f"{row.document}: its text does not say {target.words!r} any more")
    trigger = tuple(Extent(e.start + moved, e.end + moved) for e in target.trigger)
    sentence = Extent(target.sentence.start + moved, target.sentence.end + moved)
    if target.sort is Sort.OFFICE:
        return _added_part(scene, Office(holder="", title=target.label, spans=trigger), row)
    if target.sort is Sort.KIN:
        return _added_part(scene, Kin(person="", relation=target.label, of="", spans=trigger), row)
    id = _id(scene, target, row)
    return _amended(scene, _new(target, id, trigger, sentence), row)


def _new(target: Address, id: str, trigger: tuple[Extent, ...], sentence: Extent) -> Event | Attribution:
    if target.sort is Sort.ATTRIBUTION:
        return Attribution(
            id=id,
            source=Source(),
            cue=(),
            content=trigger,
            quote=Quote.INDIRECT,
            act=Act(target.label),
            confidence=ADDED,
        )
    type = type_named(target.label)
    return Event(
        id=id,
        type=type.id,
        quad=type.quad,
        intensity=type.score,
        trigger=trigger,
        sentence=sentence,
        confidence=ADDED,
    )


def _merged(scene: Scene, item: Item, other: Item, row: CorrectionRow) -> Scene:
    if isinstance(item, Event) and isinstance(other, Event) and item.id != other.id:
        return scene.drop_event(other.id).put(_marked(_with_event(item, other), row))
    if isinstance(item, Attribution) and isinstance(other, Attribution) and item.id != other.id:
        return in_place_of(scene, other, item.id).put(_marked(_with_attribution(item, other), row))
    raise RecordError(f"{row.document}: two events merge, or two attributions; name two different ones of one kind")


def _with_event(one: Event, other: Event) -> Event:
    actor = tuple(dict.fromkeys((*one.actor, *other.actor)))
    recipient = tuple(p for p in dict.fromkeys((*one.recipient, *other.recipient)) if p not in actor)
    return replace(
        one,
        actor=actor,
        recipient=recipient,
        trigger=tuple(dict.fromkeys((*one.trigger, *other.trigger))),
        context=tuple(dict.fromkeys((*one.context, *other.context))),
        date=other.date if one.date == When() else one.date,
        place=one.place or other.place,
        figures=tuple(dict.fromkeys((*one.figures, *other.figures))),
    )


def _with_attribution(one: Attribution, other: Attribution) -> Attribution:
    answers = (a for a in dict.fromkeys((*one.answers, *other.answers)) if a not in (one.id, other.id))
    return replace(
        one,
        cue=tuple(sorted({*one.cue, *other.cue})),
        content=tuple(sorted({*one.content, *other.content})),
        within=other.within if one.within == other.id else one.within,
        answers=tuple(answers),
    )
