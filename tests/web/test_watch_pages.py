"""A search is saved from its page; what comes in later is new there and in its feed until somebody has seen it."""

import re

import feedparser
import pytest
from fastapi.testclient import TestClient

from factories import border_strike
from onrecord.record import Record


def save(client: TestClient, **form: str) -> str:
    """The address of the watch that was saved."""
    token = re.search(r'name="token" value="(\w+)"', client.get("/search?q=died").text)[1]
    page = client.post("/watches", data={"token": token, **form})
    assert page.status_code == 200
    return page.url.path


def test_new_matches_are_new_until_they_were_seen(client: TestClient, record: Record) -> None:
    address = save(client, name="Deaths", q="died", email="a.reader@reader.example")
    assert "Nothing new has come in" in client.get(address).text
    record.add(*border_strike("report-3").made())
    page = client.get(address).text
    assert page.count('class="chip is-new"') == 2
    assert "2 new" in client.get("/watches").text
    form = dict(re.findall(r'name="(token|upto)" value="(\w+)"', page))
    assert "Nothing new has come in" in client.post(f"{address}/seen", data=form).text


def test_feed_holds_the_matches(client: TestClient) -> None:
    answer = client.get(save(client, name="Denials", act="denial", party="ETH") + "/feed")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert {entry.title for entry in feedparser.parse(answer.content).entries} == {"Dawit Alemu denies: the report"}


def test_a_watch_leads_back_to_its_search_and_can_be_forgotten(client: TestClient) -> None:
    address = save(client, name="Deaths", q="died", party="KEN")
    page = client.get(address).text
    assert 'href="/search?party=KEN&amp;q=died"' in page
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    assert "No search is saved yet" in client.post(f"{address}/remove", data={"token": token}).text
    assert client.get(address).status_code == 404


def test_a_watch_for_nothing_is_refused(client: TestClient) -> None:
    token = re.search(r'name="token" value="(\w+)"', client.get("/paste").text)[1]
    page = client.post("/watches", data={"token": token, "name": "All"})
    assert (page.status_code, "name one" in page.text) == (400, True)


@pytest.mark.parametrize("channel", [{"webhook": "javascript:alert(1)"}, {"webhook": "ftp://x"}, {"email": "nobody"}])
def test_addresses_that_are_none_are_refused(client: TestClient, channel: dict[str, str]) -> None:
    token = re.search(r'name="token" value="(\w+)"', client.get("/paste").text)[1]
    page = client.post("/watches", data={"token": token, "name": "All", "q": "died", **channel})
    assert page.status_code == 422
    assert "No search is saved yet" in client.get("/watches").text
