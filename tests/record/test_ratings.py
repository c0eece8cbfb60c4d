"""Three kinds of trust stand side by side: a person's in a source, and in an item, and the machine's in its reading."""

from dataclasses import replace

import pytest

from factories import as_of, border_strike
from onrecord.errors import RecordError
from onrecord.record import Record
from onrecord.views import as_incidents, as_ledger, as_timeline

WHY = {"author": "A. Reader", "reason": "has been wrong before"}


@pytest.fixture
def kept(record: Record) -> Record:
    record.add(*border_strike().made())
    return record


def grades(record: Record) -> list[str | None]:
    """Of the chain of the event's voices, from the outlet inwards."""
    (entry,) = as_timeline(record.timeline("KEN"))
    return [voice.reliability and voice.reliability.grade for voice in entry.voices]


def test_a_source_is_rated_by_name_wherever_it_speaks(kept: Record) -> None:
    assert grades(kept) == [None, None]
    kept.rate_source("Example Post", reliability="B", **WHY)
    kept.rate_source("The Ministry of Defence", reliability="D", **WHY)
    assert grades(kept) == ["B", "D"]
    claim = next(c for c in as_ledger(kept.claims()) if c.id == "a0")
    assert [v.reliability and v.reliability.grade for v in claim.voices] == ["B", "D"]


def test_a_source_rated_anew_has_its_last_grade_and_all_are_kept(kept: Record) -> None:
    kept.rate_source("The Example Post", reliability="B", **WHY)
    kept.rate_source("the example post", reliability="F", author="B. Reader", reason="sold")
    assert grades(kept)[0] == "F"
    assert [(r.grade.grade, r.grade.author, r.grade.reason) for r in kept.ratings()] == [
        ("B", "A. Reader", "has been wrong before"),
        ("F", "B. Reader", "sold"),
    ]


def test_an_item_is_rated_by_itself_and_nothing_else_changes(kept: Record) -> None:
    (before,) = as_timeline(kept.timeline("KEN"))
    kept.rate_item("report-1", "e0", credibility="4", **WHY)
    kept.rate_item("report-1", "a0", credibility="2", **WHY)
    (entry,) = as_timeline(kept.timeline("KEN"))
    assert entry.credibility is not None
    assert (entry.credibility.grade, entry.credibility.reason) == ("4", "has been wrong before")
    assert (entry.confidence, entry.voices, entry.evidence) == (before.confidence, before.voices, before.evidence)
    assert {c.id: c.credibility and c.credibility.grade for c in as_ledger(kept.claims())}["a0"] == "2"


@pytest.mark.parametrize(
    ("type", "found"),
    [("ASSAULT", "4"), ("COERCE", None)],
)
def test_a_rating_outlives_a_recoding_where_the_item_is_still_read(kept: Record, type: str, found: str | None) -> None:
    kept.rate_item("report-1", "e0", credibility="4", **WHY)
    document, reading = as_of(border_strike(), "lexicon-2").made()
    events = tuple(replace(event, id="v-other", type=type) for event in reading.events)
    kept.add(document, replace(reading, events=events))
    (entry,) = as_timeline(kept.timeline("KEN"))
    assert entry.event == "v-other"
    assert (entry.credibility and entry.credibility.grade) == found


def test_an_incident_shows_the_ratings_of_its_events_and_outlets(kept: Record) -> None:
    from onrecord.link.linking import link_new

    link_new(kept)
    kept.rate_item("report-1", "e0", credibility="4", **WHY)
    kept.rate_source("The Example Post", reliability="C", **WHY)
    (incident,) = as_incidents(kept.incidents())
    assert [grade.grade for grade in incident.credibility] == ["4"]
    assert [r.reliability and r.reliability.grade for r in incident.reports] == ["C"]


@pytest.mark.parametrize("grade", ["", "G", "1", "AB", "b"])
def test_reliability_goes_from_a_to_f(kept: Record, grade: str) -> None:
    with pytest.raises(RecordError, match="no reliability; it goes from A to F"):
        kept.rate_source("The Example Post", reliability=grade, **WHY)
    assert kept.ratings() == ()


@pytest.mark.parametrize("grade", ["", "0", "7", "A", "12"])
def test_credibility_goes_from_1_to_6(kept: Record, grade: str) -> None:
    with pytest.raises(RecordError, match="no credibility; it goes from 1 to 6"):
        kept.rate_item("report-1", "e0", credibility=grade, **WHY)


def test_what_is_not_there_cannot_be_rated(kept: Record) -> None:
    with pytest.raises(RecordError, match="holds no event or attribution e7"):
        kept.rate_item("report-1", "e7", credibility="1", **WHY)
    with pytest.raises(RecordError, match="a source has a name"):
        kept.rate_source("  ", reliability="A", **WHY)
