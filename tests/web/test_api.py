"""The API gives what the record holds, in pages, with ETags, as lines, and describes every field of it."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from factories import border_strike
from onrecord.model import reading_from_json
from onrecord.record import Record
from onrecord.web.api.answers import cursor_at, offset_of

ROOT = "/api/v1"
LISTS = ["/reports", "/readings", "/events?a=KEN", "/incidents", "/claims", "/actors?name=Alemu", "/search?q=died"]
OBJECTS = [
    "/counts",
    "/report?id=report-1",
    "/reading?id=report-1",
    "/actor?name=Dawit+Alemu",
    "/search/facets?q=camp",
]


def schema_of(client: TestClient, address: str) -> dict[str, Any]:
    """The schema that the document gives for an answer, with all that it refers to."""
    document = client.get(f"{ROOT}/openapi.json").json()
    answer = document["paths"][ROOT + address.partition("?")[0]]["get"]["responses"]["200"]
    return {**answer["content"]["application/json"]["schema"], "components": document["components"]}


@pytest.mark.parametrize("address", LISTS + OBJECTS)
def test_answers_are_as_described(client: TestClient, address: str) -> None:
    answer = client.get(ROOT + address)
    assert answer.status_code == 200
    jsonschema.validate(answer.json(), schema_of(client, address))


def test_an_incident_is_as_described(client: TestClient) -> None:
    found = client.get(f"{ROOT}/incidents?a=KEN&b=ETH").json()["items"][0]["id"]
    told = client.get(f"{ROOT}/incidents/{found}").json()
    jsonschema.validate(told, schema_of(client, "/incidents/{id}"))
    assert [account["document"]["id"] for account in told["accounts"]] == ["report-1", "report-2"]


@pytest.mark.parametrize("address", LISTS)
def test_lists_hold_something(client: TestClient, address: str) -> None:
    assert client.get(ROOT + address).json()["items"]


def test_reading_is_the_reading(client: TestClient) -> None:
    _, reading = border_strike("report-1", killed=12).made()
    assert reading_from_json(client.get(f"{ROOT}/reading?id=report-1").text) == reading


def test_cursors_lead_through_the_whole_list(client: TestClient, record: Record) -> None:
    for n in range(3, 8):
        record.add(*border_strike(f"report-{n}").made())
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{ROOT}/reports", params={"limit": 3, "cursor": cursor}).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert seen == [f"report-{n}" for n in range(7, 0, -1)]


@pytest.mark.parametrize("address", ["/reports", "/readings", "/events?a=KEN", "/claims", "/search?q=died"])
def test_lines_are_the_list(client: TestClient, address: str) -> None:
    answer = client.get(ROOT + address, headers={"accept": "application/x-ndjson"})
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in answer.text.splitlines()] == client.get(ROOT + address).json()["items"]


@pytest.mark.parametrize("address", LISTS + OBJECTS)
def test_unchanged_answers_are_not_sent_twice(client: TestClient, address: str) -> None:
    etag = client.get(ROOT + address).headers["etag"]
    again = client.get(ROOT + address, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(ROOT + address, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/report?id=unknown", 404),
        ("/reading?id=unknown", 404),
        ("/actor?name=Nobody", 404),
        ("/incidents/i-unknown", 404),
        ("/nothing", 404),
        ("/reports?cursor=zz", 422),
        ("/reports?limit=0", 422),
        ("/events", 422),
        ("/events?a=KEN&since=yesterday", 422),
        ("/search?act=singing", 422),
    ],
)
def test_failures_are_problem_details(client: TestClient, address: str, status: int) -> None:
    answer = client.get(ROOT + address)
    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["detail"]
    assert "\n" not in problem["detail"]


def test_events_are_filtered(client: TestClient) -> None:
    def count(**asked: str) -> int:
        return len(client.get(f"{ROOT}/events", params={"a": "KEN", **asked}).json()["items"])

    assert count() == count(b="ETH") == count(type="assault") == count(since="2025-03-17", until="2025-03-17") == 2
    assert count(type="AID") == count(b="FRA") == count(until="2025-03-16") == 0


def test_search_is_filtered(client: TestClient) -> None:
    def count(**asked: str) -> int:
        return len(client.get(f"{ROOT}/search", params=asked).json()["items"])

    assert count(q="died") > count(q="died", act="statement") > count(q="died", act="denial") == 0
    assert count(act="denial") == count(act="denial", place="moyale", party="ETH") == 2
    assert count(act="denial", place="Nairobi") == count(act="denial", until="2024") == 0
    assert count() == 0


def test_read_keeps_nothing(empty: TestClient) -> None:
    answer = empty.post(
        f"{ROOT}/read", json={"text": "Kenya accused Sudan of arming the rebels.", "date": "2025-03-18"}
    )
    assert "ACCUSE" in [event["type"] for event in answer.json()["events"]]
    assert empty.get(f"{ROOT}/counts").json() == {"reports": 0, "events": 0, "attributions": 0}


@pytest.mark.parametrize("date", ["yesterday", "2025-02-31"])
def test_read_refuses_what_is_no_date(empty: TestClient, date: str) -> None:
    assert empty.post(f"{ROOT}/read", json={"text": "Kenya left.", "date": date}).status_code == 422


def described(schema: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in schema.get("properties", {}).items():
        yield f"{where}.{name}", field


def test_every_field_and_parameter_is_described(client: TestClient) -> None:
    document = client.get(f"{ROOT}/openapi.json").json()
    schemas = document["components"]["schemas"]
    fields = [pair for name, schema in schemas.items() for pair in described(schema, name)]
    calls = [(path, call) for path, methods in document["paths"].items() for call in methods.values()]
    parameters = [(f"{path} {p['name']}", p) for path, call in calls for p in call.get("parameters", [])]
    assert len(fields) > 150
    assert [name for name, told in fields + parameters if not told.get("description")] == []
    assert [path for path, call in calls if not call.get("description")] == []


def test_document_is_valid_openapi_without_loose_ends(client: TestClient) -> None:
    text = client.get(f"{ROOT}/openapi.json").text
    document = json.loads(text)
    assert document["openapi"].startswith("3.")
    referred = {part.partition('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert referred <= set(document["components"]["schemas"])
    assert "#/$defs/" not in text


@pytest.mark.parametrize("offset", [0, 1, 50, 999_999_999])
def test_cursors_come_back(offset: int) -> None:
    assert offset_of(cursor_at(offset)) == offset
