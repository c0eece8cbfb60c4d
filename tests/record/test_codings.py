"""Every coding of a report is kept, and can be told apart and asked for."""

from dataclasses import replace

import pytest

from factories import EDITION, as_of, border_strike
from onrecord.errors import RecordError
from onrecord.record import Record
from onrecord.record.correction import Action, Correction


@pytest.fixture
def twice(record: Record) -> Record:
    """Two reports, the first of which is coded by a second edition too."""
    for report in (border_strike("b"), border_strike("a"), as_of(border_strike("b"), "lexicon-2")):
        record.add(*report.made())
    return record


def test_codings_are_counted_as_they_came(twice: Record) -> None:
    told = [(c.number, c.lexicon, c.reports, c.current) for c in twice.codings()]
    assert told == [(1, "lexicon-1", 2, 1), (2, "lexicon-2", 1, 1)]


def test_a_coding_is_what_the_machine_read_the_last_time(twice: Record) -> None:
    twice.correct(Correction(action=Action.REJECT, document="b", item="e0", author="A. Reader"))
    assert [(r.document.id, len(r.events)) for r in twice.coded_by("1")] == [("a", 1), ("b", 1)]
    assert [r.coder.lexicon for r in twice.coded_by(EDITION.version)] == ["lexicon-2"]


def test_what_another_edition_has_not_read_is_left_to_read(twice: Record) -> None:
    assert twice.unread_by(replace(EDITION, lexicon="lexicon-2")) == ("a",)
    assert twice.unread_by(replace(EDITION, lexicon="lexicon-3")) == ("b", "a")


def test_no_coding_of_that_name(twice: Record) -> None:
    with pytest.raises(RecordError, match="no coding is called 7"):
        list(twice.coded_by("7"))
