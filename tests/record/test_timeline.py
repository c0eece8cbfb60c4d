"""Which events are between two parties."""

from pathlib import Path

import pytest

from factories import Report, day
from onrecord.errors import RecordError
from onrecord.model import Kind, When
from onrecord.record import Record

TEXT = (
    "The army of Kenya shelled the League of Moyale. Ethiopia and Kenya signed a pact. "
    "Kenya and Ethiopia warned Sudan. Peru sent flour. Kenyan minister Ada Obiero accused the League."
)


@pytest.fixture
def record(where: str | Path) -> Record:
    report = Report(text=TEXT)
    army = report.entity("The army of Kenya", Kind.BODY, "KEN")
    league = report.entity("the League of Moyale", Kind.GROUP, names=("the League",))
    ethiopia = report.entity("Ethiopia", Kind.STATE, "ETH")
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    sudan = report.entity("Sudan", Kind.STATE, "SDN")
    peru = report.entity("Peru", Kind.STATE, "PER")
    ada = report.entity("Ada Obiero", Kind.PERSON, "KEN")
    sentences = [s.strip() + "." for s in TEXT.split(".") if s.strip()]
    cases = [
        ("ASSAULT", "shelled", (army,), (league,), day("2025-03-10")),
        ("AGREE", "signed", (ethiopia, kenya), (), day("2025-02-01")),
        ("THREATEN", "warned", (kenya, ethiopia), (sudan,), When(start="2025-01-01", end="2025-01-31", basis="stated")),
        ("AID", "sent", (peru,), (), When(end="2025-03-18", basis="published")),
        ("ACCUSE", "accused", (ada,), (league,), When()),
    ]
    for sentence, (type, trigger, actor, recipient, date) in zip(sentences, cases, strict=True):
        report.event(sentence, type, trigger=trigger, actor=actor, recipient=recipient, date=date)
    record = Record(where)
    record.add(*report.made())
    return record


BETWEEN = [
    (("KEN", None), ["THREATEN", "AGREE", "ASSAULT", "ACCUSE"]),
    (("KEN", "League of Moyale"), ["ASSAULT", "ACCUSE"]),
    (("the league", "kenya"), ["ASSAULT", "ACCUSE"]),
    (("Kenya", "ETH"), ["AGREE"]),
    (("ETH", "SDN"), ["THREATEN"]),
    (("Ada Obiero", None), ["ACCUSE"]),
    (("PER", None), ["AID"]),
    (("KEN", "KEN"), []),
    (("KEN", "PER"), []),
    (("Obi", None), []),
    (("", None), []),
    (("%", "_"), []),
    (("KEN' OR '1'='1", None), []),
]


@pytest.mark.parametrize(("parties", "types"), BETWEEN)
def test_events_of_parties_come_by_date(record: Record, parties: tuple[str, str | None], types: list[str]) -> None:
    with record:
        assert [event.type for event in record.timeline(*parties).events] == types


DATED = [
    ({"since": "2025-02-01"}, ["AGREE", "ASSAULT"]),
    ({"since": "2025-01-31"}, ["THREATEN", "AGREE", "ASSAULT"]),
    ({"until": "2025-01"}, ["THREATEN"]),
    ({"until": "2025-02"}, ["THREATEN", "AGREE"]),
    ({"until": "2025-01-15"}, ["THREATEN"]),
    ({"since": "2025", "until": "2025"}, ["THREATEN", "AGREE", "ASSAULT"]),
    ({"since": "2026"}, []),
    ({"since": "2025-03", "type": "assault"}, ["ASSAULT"]),
    ({"type": "YIELD"}, []),
]


@pytest.mark.parametrize(("bounds", "types"), DATED)
def test_events_that_may_lie_between_two_days(record: Record, bounds: dict[str, str], types: list[str]) -> None:
    with record:
        assert [event.type for event in record.timeline("KEN", **bounds).events] == types


@pytest.mark.parametrize("words", ["yesterday", "2025/03/01", "18 March", "2025-3-1", "2025-03-01T00:00"])
def test_what_is_no_date_is_refused(record: Record, words: str) -> None:
    with record, pytest.raises(RecordError, match="no date; write it as 2025-03-18"):
        record.timeline("KEN", since=words)


def test_an_event_holds_its_sentence_and_its_parties(record: Record) -> None:
    with record:
        event = record.timeline("KEN", type="ASSAULT").events[0]
        assert event.words == "The army of Kenya shelled the League of Moyale."
        assert event.extent.of(record.document("report-1").text) == event.words
        assert [(p.name, p.country, p.kind) for p in event.actors] == [("The army of Kenya", "KEN", Kind.BODY)]
        assert [p.name for p in event.recipients] == ["the League of Moyale"]
