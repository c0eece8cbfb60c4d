"""What people correct is what is asked, outlives a recoding, and can be undone; the log keeps all of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from factories import Report, as_of, border_strike
from onrecord.errors import RecordError
from onrecord.model import Evidence, Modality, Office
from onrecord.record import Record
from onrecord.record.correction import Action, Change, Correction, Sort, Standing
from onrecord.record.rows import EventRow


@pytest.fixture
def kept(record: Record) -> Record:
    record.add(*border_strike().made())
    return record


def wanted(action: Action, item: str | None = "e0", *changes: str, **more: object) -> Correction:
    """A correction of the border strike; changes are written as on the command line."""
    pairs = (change.partition("=") for change in changes)
    made = tuple(Change(field=field, value=value) for field, _, value in pairs)
    given = {"document": "report-1", "author": "A. Reader", "item": item, "changes": made, **more}
    return Correction(action=action, **given)  # type: ignore[arg-type]


def the_event(record: Record) -> EventRow:
    (event,) = record.timeline("KEN").events
    return event


EDITS = {
    "type=COERCE": lambda e: (e.type, e.quad) == ("COERCE", "material conflict"),
    "type=aid": lambda e: (e.type, e.quad, e.intensity) == ("AID", "material cooperation", 10.0),
    "mode=beat": lambda e: e.mode == ("beat",),
    "date=2025-03-16": lambda e: (e.since, e.until, e.basis) == ("2025-03-16", "2025-03-16", "corrected"),
    "date=2025-02": lambda e: (e.since, e.until) == ("2025-02-01", "2025-02-28"),
    "date=2025-03-16/2025-03-18": lambda e: (e.since, e.until) == ("2025-03-16", "2025-03-18"),
    "date=": lambda e: (e.since, e.basis) == (None, "unknown"),
    "place=": lambda e: e.place is None,
    "place=a camp": lambda e: e.place == "a camp",
    "actor=the ministry of defence": lambda e: [p.name for p in e.actors] == ["the ministry of defence"],
    "actor=KEN; Uganda": lambda e: [p.country for p in e.actors] == ["KEN", "UGA"],
    "recipient=Hospital workers": lambda e: [p.name for p in e.recipients] == ["Hospital workers"],
    "recipient=": lambda e: e.recipients == (),
    "figures=killed 14; killed 3": lambda e: [(f.low, f.attribution) for f in e.figures] == [(14, "a0"), (3, "a2")],
    "figures=killed 12": lambda e: [(f.low, f.attribution) for f in e.figures] == [(12, "a0")],
    "figures=killed 12; killed 3; injured 5-8; arrested 20+": lambda e: (
        [(f.what, f.high) for f in e.figures][2:] == [("injured", 8), ("arrested", None)]
    ),
    "figures=": lambda e: e.figures == (),
    "modality=negated": lambda e: e.modality is Modality.NEGATED,
    "evidence=claimed": lambda e: e.evidence is Evidence.CLAIMED,
}


@pytest.mark.parametrize("change", EDITS)
def test_what_is_edited_is_what_is_asked_and_says_by_which_correction(kept: Record, change: str) -> None:
    row = kept.correct(wanted(Action.EDIT, "e0", change))
    event = the_event(kept)
    assert EDITS[change](event)
    assert event.rule == f"correction.{row.number}"
    assert kept.faults() == ()


WRONG = {
    "type=WAR": "WAR: no PLOVER type; choose one of AGREE",
    "mode=beaten": "beaten: no mode of ASSAULT",
    "colour=red": "colour: no field that can be set here",
    "date=Monday": "Monday: no date",
    "date=2025-02-30": "2025-02-30: no date",
    "date=2025-03/2025-02": "ends before it begins",
    "place=Nairobi": "its text does not say 'Nairobi'",
    "actor=Otis Ndlovu": "its text does not say 'Otis Ndlovu'",
    "modality=maybe": "maybe: no modality",
    "figures=twelve dead": "twelve dead: no figure; write killed 12",
}


@pytest.mark.parametrize("change", WRONG)
def test_what_cannot_be_set_is_refused_in_one_line_and_nothing_is_kept(kept: Record, change: str) -> None:
    before = the_event(kept)
    with pytest.raises(RecordError, match=WRONG[change]) as caught:
        kept.correct(wanted(Action.EDIT, "e0", change))
    assert "\n" not in str(caught.value)
    assert kept.corrections() == ()
    assert the_event(kept) == before


def test_what_is_not_there_cannot_be_corrected(kept: Record) -> None:
    with pytest.raises(RecordError, match="holds no event or attribution e7"):
        kept.correct(wanted(Action.REJECT, "e7"))
    with pytest.raises(RecordError, match="the record holds no such report"):
        kept.correct(wanted(Action.REJECT, document="report-9"))


def test_a_rejected_event_is_nowhere_until_that_is_undone(kept: Record) -> None:
    row = kept.correct(wanted(Action.REJECT, reason="it was a drill"))
    assert kept.timeline("KEN").events == ()
    assert kept.reading("report-1").events == ()
    kept.undo(row.number, author="B. Reader")
    assert the_event(kept).rule == "by-hand"
    assert [(c.action, c.author, c.reason, c.standing) for c in kept.corrections()] == [
        (Action.REJECT, "A. Reader", "it was a drill", Standing.UNDONE),
        (Action.UNDO, "B. Reader", None, Standing.IN_FORCE),
    ]


def test_an_undoing_can_be_undone_and_nothing_twice(kept: Record) -> None:
    row = kept.correct(wanted(Action.REJECT))
    undoing = kept.undo(row.number, author="A. Reader")
    with pytest.raises(RecordError, match="no correction in force has the number 1"):
        kept.undo(row.number, author="A. Reader")
    kept.undo(undoing.number, author="A. Reader")
    assert kept.timeline("KEN").events == ()


def test_a_split_makes_a_second_event_whose_figures_stay_with_the_first(kept: Record) -> None:
    kept.correct(wanted(Action.SPLIT, "e0", "type=COERCE", "recipient=ETH"))
    first, second = sorted(kept.timeline("KEN").events, key=lambda e: e.type)
    assert (first.type, len(first.figures)) == ("ASSAULT", 2)
    assert (second.type, second.figures, [p.country for p in second.recipients]) == ("COERCE", (), ["ETH"])


def test_two_events_merge_into_one(kept: Record) -> None:
    kept.correct(wanted(Action.SPLIT, "e0", "actor=Uganda"))
    second = next(e for e in kept.reading("report-1").events if e.id != "e0")
    kept.correct(wanted(Action.MERGE, "e0", other=second.id))
    assert [p.country for p in the_event(kept).actors] == ["KEN", "UGA"]
    with pytest.raises(RecordError, match="name two different ones"):
        kept.correct(wanted(Action.MERGE, "e0", other="e0"))


def test_an_event_is_added_at_words_of_the_text(kept: Record) -> None:
    words = "counted 17 dead"
    kept.correct(wanted(Action.ADD, None, "type=CONSULT", "actor=ETH", words=words))
    (event,) = kept.timeline("ETH", type="CONSULT").events
    assert event.words == "Hospital workers counted 17 dead."
    assert event.confidence == 0.0
    for missing in ({"words": "counted 99 dead"}, {"words": None}):
        with pytest.raises(RecordError):
            kept.correct(wanted(Action.ADD, None, "type=CONSULT", **missing))


def test_an_attribution_is_given_to_another_source(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, "a0", "source=Hospital workers", "act=estimate"))
    assert [c.words for c in kept.claims(by="Hospital workers").claims] == [
        "Kenya's army struck a camp in Moyale on Monday, killing 12 people"
    ]


def test_a_rejected_denial_leaves_the_claim_standing(kept: Record) -> None:
    kept.correct(wanted(Action.REJECT, "a1"))
    assert the_event(kept).evidence is Evidence.CLAIMED
    assert all(s.answers == () for s in kept.claims().sayings.values())
    assert kept.faults() == ()


def test_a_rejected_claim_leaves_its_event_on_the_word_of_the_report(kept: Record) -> None:
    kept.correct(wanted(Action.REJECT, "a0"))
    event = the_event(kept)
    assert (event.evidence, event.attribution) == (Evidence.REPORTED, None)
    assert kept.faults() == ()


def test_two_attributions_merge_and_what_rested_on_one_rests_on_the_other(kept: Record) -> None:
    kept.correct(wanted(Action.MERGE, "a2", other="a0"))
    event = the_event(kept)
    assert {event.attribution, *(f.attribution for f in event.figures)} == {"a2"}
    assert kept.faults() == ()


def test_an_attribution_is_added(kept: Record) -> None:
    words = "Hospital workers counted 17 dead"
    changes = ("act=claim", "source=Hospital workers")
    kept.correct(wanted(Action.ADD, None, *changes, words=words, sort=Sort.ATTRIBUTION))
    assert [c.words for c in kept.claims(by="Hospital workers").claims] == [words]


SPOKESMAN, NEPHEW = "Dawit Alemu, spokesman", "dawit alemu, nephew of Sara Alemu"


def the_office(record: Record) -> Office:
    (office,) = record.reading("report-1").offices
    return office


OFFICE_EDITS = {
    "title=envoy": lambda o: o.title == "envoy",
    "holder=Sara Alemu": lambda o: o.holder == "n4",
    "body=the ministry of defence": lambda o: o.body == "n1",
    "country=Uganda": lambda o: o.country == "UGA",
    "country=": lambda o: o.country is None,
    "from=2024-03": lambda o: o.since == "2024-03",
    "until=2025-03-01": lambda o: o.until == "2025-03-01",
    "appointed_by=": lambda o: o.appointed_by is None,
}


@pytest.mark.parametrize("change", OFFICE_EDITS)
def test_an_office_is_edited(kept: Record, change: str) -> None:
    row = kept.correct(wanted(Action.EDIT, SPOKESMAN, change))
    office = the_office(kept)
    assert OFFICE_EDITS[change](office)
    assert office.rule == f"correction.{row.number}"
    assert kept.faults() == ()


@pytest.mark.parametrize(
    ("item", "change", "says"),
    [
        (SPOKESMAN, "from=Monday", "Monday: no date"),
        (SPOKESMAN, "country=Otisland", "Otisland: no country"),
        (SPOKESMAN, "relation=uncle", "relation: no field that can be set here"),
        (NEPHEW, "of=Otis Ndlovu", "its text does not say 'Otis Ndlovu'"),
        ("Dawit Alemu, envoy", "title=x", "an office is `NAME, TITLE`"),
    ],
)
def test_what_an_office_or_kin_cannot_be_is_refused(kept: Record, item: str, change: str, says: str) -> None:
    with pytest.raises(RecordError, match=says):
        kept.correct(wanted(Action.EDIT, item, change))
    assert kept.corrections() == ()


def test_kin_is_edited_and_rejected_and_undone(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, NEPHEW, "relation=cousin"))
    (kin,) = kept.reading("report-1").kin
    assert kin.relation == "cousin"
    row = kept.correct(wanted(Action.REJECT, "Dawit Alemu, cousin of Sara Alemu", reason="no kin of hers"))
    assert kept.reading("report-1").kin == ()
    kept.undo(row.number, author="B. Reader")
    assert kept.reading("report-1").kin == (kin,)
    assert kept.faults() == ()


def test_offices_and_kin_are_added_at_words_of_the_text(kept: Record) -> None:
    words = "denied the report"
    kept.correct(wanted(Action.ADD, None, "title=envoy", "holder=Sara Alemu", words=words, sort=Sort.OFFICE))
    kept.correct(wanted(Action.ADD, None, "relation=aunt", "person=Sara Alemu", "of=Alemu", words=words, sort=Sort.KIN))
    reading = kept.reading("report-1")
    assert [(o.title, o.holder) for o in reading.offices] == [("spokesman", "n3"), ("envoy", "n4")]
    assert [(k.relation, k.person, k.of) for k in reading.kin] == [("nephew", "n3", "n4"), ("aunt", "n4", "n3")]
    with pytest.raises(RecordError, match="an office needs its holder"):
        kept.correct(wanted(Action.ADD, None, "title=envoy", words=words, sort=Sort.OFFICE))
    with pytest.raises(RecordError, match="is rejected, edited or added, and no more"):
        kept.correct(wanted(Action.SPLIT, SPOKESMAN))
    assert kept.faults() == ()


def test_what_is_corrected_of_an_office_outlives_a_recoding(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, SPOKESMAN, "title=envoy"))
    recoded = as_of(border_strike(), "lexicon-2")
    recoded.offices = [replace(o, spans=(recoded.find("Ethiopian spokesman"),)) for o in recoded.offices]
    kept.add(*recoded.made())
    assert the_office(kept).title == "envoy"
    assert [c.standing for c in kept.corrections()] == [Standing.IN_FORCE]


def renamed(report: Report) -> Report:
    """The same report whose event has another id and a longer trigger, as another reader might give them."""
    (event,) = report.events
    longer = (report.find("struck a camp"),)
    return replace(report, events=[replace(event, id="e-new", trigger=longer, confidence=0.9)])


def test_a_correction_outlives_a_recoding(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, "e0", "type=COERCE"))
    kept.add(*renamed(as_of(border_strike(), "lexicon-2")).made())
    event = the_event(kept)
    assert (event.id, event.type, event.confidence) == ("e-new", "COERCE", 0.9)
    assert [c.standing for c in kept.corrections()] == [Standing.IN_FORCE]


def test_a_correction_is_found_again_where_the_text_around_it_changed(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, "e0", "type=COERCE"))
    kept.correct(wanted(Action.ADD, None, "type=CONSULT", "actor=KEN", words="denied the report"))
    longer = border_strike()
    moved = Report(text="Update: two words more.\n\n" + longer.text)
    kenya = moved.entity("Kenya", longer.entities[0].kind, "KEN")
    sentence = longer.events[0].sentence.of(longer.text)
    moved.event(sentence, "ASSAULT", trigger="struck", actor=(kenya,))
    kept.add(*moved.made())
    assert sorted(e.type for e in kept.timeline("KEN").events) == ["COERCE", "CONSULT"]
    for event in kept.timeline("KEN").events:
        assert event.extent.of(moved.text).split() == event.words.split()


def test_a_correction_whose_target_is_gone_is_said_and_costs_nothing(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, "e0", "type=COERCE"))
    kept.add(*Report(text="Nothing happened in Moyale.").made())
    assert [c.standing for c in kept.corrections()] == [Standing.GONE]
    kept.add(*border_strike().made())
    assert [c.standing for c in kept.corrections()] == [Standing.IN_FORCE]
    assert the_event(kept).type == "COERCE"


def test_what_is_coded_as_something_else_now_is_not_what_was_corrected(kept: Record) -> None:
    kept.correct(wanted(Action.REJECT))
    recoded = renamed(as_of(border_strike(), "lexicon-2"))
    recoded.events[0] = replace(recoded.events[0], type="CONSULT")
    kept.add(*recoded.made())
    assert the_event(kept).type == "CONSULT"
    assert [c.standing for c in kept.corrections()] == [Standing.GONE]


def test_corrected_tables_are_those_that_are_made_again(kept: Record) -> None:
    kept.correct(wanted(Action.EDIT, "e0", "type=COERCE", "actor=Uganda"))
    before = kept.timeline("UGA")
    kept.rebuild()
    assert kept.timeline("UGA") == before
    assert kept.faults() == ()


def test_corrections_go_with_a_copy_and_go_on_there(tmp_path: Path, address: str) -> None:
    """From a file into PostgreSQL and back into a file."""
    with Record(tmp_path / "one.db") as one, Record(address) as server, Record(tmp_path / "back.db") as back:
        one.add(*border_strike().made())
        one.correct(wanted(Action.EDIT, "e0", "type=COERCE"))
        one.copy_to(server)
        server.copy_to(back)
        assert server.corrections() == back.corrections() == one.corrections()
        assert the_event(server).type == the_event(back).type == "COERCE"
        assert server.correct(wanted(Action.REJECT)).number == 2
