"""What waits for review, decisions on it, who made them, and how they are undone."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from factories import border_strike
from onrecord.record import Record
from onrecord.record.correction import Action, Correction
from onrecord.record.paging import Page


def token(client: TestClient) -> str:
    return re.search(r'name="token" value="(\w+)"', client.get("/paste").text)[1]


def send(client: TestClient, call: str, **form: str) -> str:
    page = client.post(f"/review/{call}", data={"token": token(client), **form})
    assert page.status_code == 200
    return page.text


def test_the_queue_holds_what_nobody_decided(client: TestClient, record: Record) -> None:
    assert "2 events on which nobody has decided" in client.get("/review").text
    page = send(client, "decide", report="report-1", item="e0", verdict="accept")
    assert "1 event on which nobody has decided" in page
    assert "<b>local</b> accepted" in page
    assert record.reading("report-1").events


def test_a_second_reader_has_a_queue_of_what_others_decided(client: TestClient, record: Record) -> None:
    assert "second reading" not in client.get("/review").text
    for id in ("report-1", "report-2"):
        record.correct(Correction(action=Action.EDIT, document=id, item="e0", author="B. Reader", reason="ok"))
    assert 'second reading <span class="n">2' in client.get("/review").text
    page = client.get("/review?second=true").text
    assert "2 events as others left them" in page
    assert "B. Reader" not in page
    page = send(client, "decide", report="report-1", item="e0", verdict="accept", back="second")
    assert "1 event as others left it" in page
    assert [e["document"]["id"] for e in client.get("/api/v1/review?second=true").json()["items"]] == ["report-2"]
    record.undo(max(row.number for row in record.corrections()), author="local")
    assert "2 events as others left them" in client.get("/review?second=true").text


def test_what_is_rejected_goes_and_comes_back(client: TestClient, record: Record) -> None:
    page = send(client, "decide", report="report-1", item="e0", verdict="reject")
    assert record.reading("report-1").events == ()
    assert "<b>local</b> rejected" in page
    number = re.search(r'name="number" value="(\d+)"', page)[1]
    page = send(client, "undo", number=number)
    assert record.reading("report-1").events
    assert f"undid decision {number}" in page
    assert "2 events on which nobody has decided" in page


def test_an_edit_sets_only_what_was_written_otherwise(client: TestClient, record: Record) -> None:
    page = client.get("/review/item?report=report-1&id=e0").text
    form = dict(re.findall(r'<input id="f-\w+" name="(\w+)" value="([^"]*)"', page))
    assert form == {"actor": "Kenya", "recipient": "a camp", "date": "2025-03-17", "place": "Moyale"}
    send(client, "edit", report="report-1", item="e0", **{**form, "type": "ASSAULT", "date": "2025-03-16"})
    (correction,) = record.corrections()
    assert [(c.field, c.value) for c in correction.changes] == [("date", "2025-03-16")]
    assert record.reading("report-1").events[0].date.start == "2025-03-16"


def test_an_attribution_can_be_decided_too(client: TestClient, record: Record) -> None:
    assert 'name="act"' in client.get("/review/item?report=report-1&id=a1").text
    send(client, "edit", report="report-1", item="a1", act="statement")
    assert record.reading("report-1").attributions[1].act == "statement"


def test_a_decision_from_a_report_leads_back_to_it(client: TestClient) -> None:
    form = {
        "token": token(client),
        "report": "report-1",
        "item": "e0",
        "verdict": "accept",
        "back": "report",
        "next": "a1",
    }
    answer = client.post("/review/decide", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/report?id=report-1#review-a1"


def test_marked_items_are_shown_before_they_are_decided_and_undone_at_once(client: TestClient, record: Record) -> None:
    chosen = re.findall(r'form="many" name="chosen" value="([^"]+)"', client.get("/review").text)
    form = {"token": token(client), "verdict": "reject", "chosen": chosen}
    preview = client.post("/review/many", data=form).text
    assert "Reject 2 items?" in preview
    assert preview.count("killing 12 people") == 1
    assert record.corrections() == ()
    page = client.post("/review/many", data={**form, "sure": "true"}).text
    assert "2 decided at once" in page
    numbers = re.findall(r'name="number" value="(\d+)"', page.partition("Undo all of them")[0])
    client.post("/review/undo", data={"token": token(client), "number": numbers})
    assert "2 events on which nobody has decided" in client.get("/review").text


def test_marking_nothing_decides_nothing(client: TestClient, record: Record) -> None:
    assert "Waiting" in send(client, "many", verdict="accept")
    assert record.corrections() == ()


def test_where_two_reviewers_differ_is_shown(client: TestClient, record: Record) -> None:
    record.correct(
        Correction(action=Action.EDIT, document="report-1", item="e0", author="A. Reader", reason="as it stands")
    )
    assert "A. Reader</b> accepted it" in client.get("/review/item?report=report-1&id=e0").text
    assert "Where reviewers differ" not in client.get("/review").text
    assert "Where reviewers differ" in send(client, "decide", report="report-1", item="e0", verdict="reject")


@pytest.mark.parametrize(
    ("call", "form", "status"),
    [
        ("decide", {"report": "report-1", "item": "gone", "verdict": "accept"}, 404),
        ("decide", {"report": "unknown", "item": "e0", "verdict": "accept"}, 404),
        ("decide", {"report": "report-1", "item": "e0", "verdict": "perhaps"}, 422),
        ("edit", {"report": "report-1", "item": "e0", "date": "soon"}, 400),
        ("undo", {"number": "99"}, 400),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    client: TestClient, record: Record, call: str, form: dict[str, str], status: int
) -> None:
    answer = client.post(f"/review/{call}", data={"token": token(client), **form})
    assert answer.status_code == status
    assert record.corrections() == ()


def test_the_least_sure_and_weightiest_comes_first(record: Record) -> None:
    for id, confidence, intensity in (("r1", 0.9, -9.0), ("r2", 0.2, -1.0), ("r3", 0.2, -9.0)):
        report = border_strike(id)
        report.events[0] = replace(report.events[0], confidence=confidence, intensity=intensity, figures=())
        record.add(*report.made())
    assert [event.document.id for event in record.queue(Page()).rows.events] == ["r3", "r1", "r2"]
    assert [event.document.id for event in record.queue(Page(limit=1, offset=1)).rows.events] == ["r1"]
