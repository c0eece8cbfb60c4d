"""Pauses between questions to one host, and what a robots.txt may ask for."""

import pytest

from onrecord.feeds.visits import Visits
from onrecord.ingest import Options
from pages import send, serve

TEXT = send(b"Text.", Content_Type="text/plain")


@pytest.mark.parametrize(
    ("robots", "pauses"),
    [
        (b"", [2.0, 2.0]),
        (b"User-agent: *\nCrawl-delay: 9\n", [9.0, 9.0]),
        (b"User-agent: *\nCrawl-delay: 9999\n", [60.0, 60.0]),
    ],
)
def test_one_host_is_asked_with_pauses(robots, pauses):
    slept = []
    visits = Visits(Options(allow_private=True), clock=lambda: 100.0, sleep=slept.append)
    with serve({"/robots.txt": send(robots, Content_Type="text/plain"), "/a": TEXT, "/b": TEXT}) as site:
        for path in ("/a", "/b"):
            visits.ask(f"{site}{path}", accept="text/plain")
    assert slept == pauses


def test_another_host_is_asked_at_once():
    slept = []
    visits = Visits(Options(allow_private=True), clock=lambda: 100.0, sleep=slept.append, pause=5.0)
    with serve({"/a": TEXT}) as one, serve({"/a": TEXT}) as other:
        visits.ask(f"{one}/a", accept="text/plain")
        visits.ask(f"{other}/a", accept="text/plain")
    assert slept == [5.0, 5.0]


def test_a_host_without_robots_txt_allows_all():
    visits = Visits(Options(allow_private=True), pause=0)
    with serve({"/a": TEXT}) as site:
        assert visits.ask(f"{site}/a", accept="text/plain").status == 200
