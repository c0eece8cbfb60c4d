"""Watches and review over the API: saved, asked, decided, undone; and only by those who may."""

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from factories import border_strike
from onrecord.record import Record

ROOT = "/api/v1"
WATCH = {"name": "Deaths", "q": "died", "party": "KEN"}
ACCEPT = {"report": "report-1", "item": "e0", "verdict": "accept"}
REJECT = {"report": "report-2", "item": "e0", "verdict": "reject", "reason": "a copy"}
EDIT = {"report": "report-1", "item": "e0", "verdict": "edit", "edit": {"date": "2025-03-16"}}


def described(client: TestClient, path: str, method: str, answer: Any, status: str = "200") -> None:
    """Holds an answer against what the document says of it."""
    document = client.get(f"{ROOT}/openapi.json").json()
    content = document["paths"][ROOT + path][method]["responses"][status]["content"]["application/json"]
    jsonschema.validate(answer.json(), {**content["schema"], "components": document["components"]})


def test_a_watch_is_saved_asked_and_forgotten(client: TestClient, record: Record) -> None:
    made = client.post(f"{ROOT}/watches", json=WATCH)
    described(client, "/watches", "post", made, "201")
    one = f"{ROOT}/watches/{made.json()['key']}"
    assert client.get(f"{one}/matches").json()["items"]
    assert client.get(f"{one}/matches?new=true").json()["items"] == []
    record.add(*border_strike("report-3").made())
    fresh = client.get(f"{one}/matches?new=true")
    described(client, "/watches/{key}/matches", "get", fresh)
    assert {hit["document"]["id"] for hit in fresh.json()["items"]} == {"report-3"}
    described(client, "/watches/{key}/seen", "post", client.post(f"{one}/seen"))
    assert client.get(f"{one}/matches?new=true").json()["items"] == []
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"q": "died", "webhook": "javascript:alert(1)"}, 422),
        ({"q": "died", "act": "singing"}, 422),
        ({"q": "died", "since": "yesterday"}, 422),
    ],
)
def test_a_watch_that_is_none_is_refused(client: TestClient, body: dict[str, str], status: int) -> None:
    answer = client.post(f"{ROOT}/watches", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_decisions_are_made_at_once_told_and_undone(client: TestClient) -> None:
    waiting = client.get(f"{ROOT}/review")
    described(client, "/review", "get", waiting)
    made = client.post(f"{ROOT}/decisions", json=[ACCEPT, REJECT])
    described(client, "/decisions", "post", made, "201")
    assert [row["reason"] for row in made.json()["items"]] == ["accepted as it stands", "a copy"]
    assert len(client.get(f"{ROOT}/review").json()["items"]) == len(waiting.json()["items"]) - 2
    told = client.get(f"{ROOT}/decisions").json()["items"]
    assert [(row["action"], row["author"]) for row in told] == [("reject", "local"), ("edit", "local")]
    assert client.post(f"{ROOT}/decisions/{told[0]['number']}/undo").json()["undoes"] == told[0]["number"]
    assert len(client.get(f"{ROOT}/review").json()["items"]) == len(waiting.json()["items"]) - 1


def test_an_edit_sets_what_it_names(client: TestClient) -> None:
    (made,) = client.post(f"{ROOT}/decisions", json=[EDIT]).json()["items"]
    assert made["changes"] == [{"field": "date", "value": "2025-03-16"}]
    (event,) = client.get(f"{ROOT}/reading?id=report-1").json()["events"]
    assert event["date"]["start"] == "2025-03-16"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ([], 422),
        ([{**ACCEPT, "verdict": "maybe"}], 422),
        ([{**ACCEPT, "item": "e9"}], 404),
        ([ACCEPT, {**ACCEPT, "report": "unknown"}], 404),
        ([{**EDIT, "edit": {"type": "SING"}}], 400),
    ],
)
def test_what_can_not_be_decided_decides_nothing(client: TestClient, body: object, status: int) -> None:
    assert client.post(f"{ROOT}/decisions", json=body).status_code == status
    assert client.get(f"{ROOT}/decisions").json()["items"] == []


CORRECTIONS = [
    ({"action": "reject", "item": "e0", "reason": "a copy"}, 0),
    ({"action": "edit", "item": "e0", "changes": [{"field": "figures", "value": "killed 12"}]}, 1),
    ({"action": "split", "item": "e0", "changes": [{"field": "type", "value": "COERCE"}]}, 2),
    ({"action": "add", "words": "struck", "changes": [{"field": "type", "value": "ASSAULT"}]}, 2),
]


@pytest.mark.parametrize(("draft", "events"), CORRECTIONS, ids=lambda given: str(given)[:24])
def test_an_item_is_corrected_by_somebody_and_that_is_undone(
    client: TestClient, draft: dict[str, Any], events: int
) -> None:
    made = client.post(f"{ROOT}/corrections", json={"report": "report-1", **draft})
    described(client, "/corrections", "post", made, "201")
    told = made.json()
    assert (told["action"], told["author"], told["reason"]) == (draft["action"], "local", draft.get("reason"))
    assert told["at"]
    assert len(client.get(f"{ROOT}/reading?id=report-1").json()["events"]) == events
    client.post(f"{ROOT}/decisions/{told['number']}/undo")
    assert len(client.get(f"{ROOT}/reading?id=report-1").json()["events"]) == 1


def test_two_items_are_merged(client: TestClient) -> None:
    client.post(f"{ROOT}/corrections", json={"report": "report-1", "action": "split", "item": "e0"})
    one, other = (event["id"] for event in client.get(f"{ROOT}/reading?id=report-1").json()["events"])
    merge = {"report": "report-1", "action": "merge", "item": one, "other": other}
    assert client.post(f"{ROOT}/corrections", json=merge).json()["other"]["item"] == other
    (left,) = client.get(f"{ROOT}/reading?id=report-1").json()["events"]
    assert left["id"] == one


@pytest.mark.parametrize(
    ("draft", "status"),
    [
        ({"action": "undo", "item": "e0"}, 422),
        ({"action": "edit", "item": "e9", "changes": [{"field": "type", "value": "AID"}]}, 400),
        ({"action": "edit", "item": "e0", "changes": [{"field": "colour", "value": "red"}]}, 400),
        ({"action": "merge", "item": "e0"}, 400),
        ({"action": "reject", "item": "e0", "report": "unknown"}, 404),
    ],
)
def test_what_can_not_be_corrected_corrects_nothing(client: TestClient, draft: dict[str, Any], status: int) -> None:
    assert client.post(f"{ROOT}/corrections", json={"report": "report-1", **draft}).status_code == status
    assert client.get(f"{ROOT}/decisions").json()["items"] == []


@pytest.mark.parametrize(("method", "call"), [("POST", "/watches"), ("POST", "/decisions"), ("DELETE", "/watches/1")])
def test_another_sites_page_changes_nothing(client: TestClient, method: str, call: str) -> None:
    client.post(f"{ROOT}/watches", json=WATCH)
    given = {"headers": {"origin": "https://elsewhere.example"}, "json": WATCH if "watch" in call else [ACCEPT]}
    assert client.request(method, ROOT + call, **given).status_code == 403
    assert len(client.get(f"{ROOT}/watches").json()["items"]) == 1
