"""A network around one actor: nobody hides anybody, ties are those of the events, nothing is drawn for few."""

from math import hypot

import pytest
from fastapi.testclient import TestClient

from onrecord.model import Kind
from onrecord.record import Record
from onrecord.record.meant import Meant
from onrecord.record.page_rows import TieCount
from onrecord.web.network import draw_network, kind_of, shortened


def tie(one: str, other: str, good: int = 1, bad: int = 0) -> TieCount:
    return TieCount(one=one, other=other, kind=Kind.STATE, cooperation=good, conflict=bad)


@pytest.mark.parametrize(
    ("good", "bad", "kind"),
    [(3, 0, "cooperation"), (2, 1, "both"), (1, 1, "both"), (1, 3, "conflict"), (0, 2, "conflict")],
)
def test_a_tie_is_what_most_of_its_events_are(good: int, bad: int, kind: str) -> None:
    assert kind_of(tie("A", "B", good, bad)) == kind


@pytest.mark.parametrize("others", [3, 5, 12])
def test_nobody_stands_on_anybody(others: int) -> None:
    drawn = draw_network("A", [tie("A", f"B{n}") for n in range(others)])
    spots = [(0.0, 0.0), *((node.x, node.y) for node in drawn.nodes)]
    near = [hypot(a - c, b - d) for n, (a, b) in enumerate(spots) for c, d in spots[n + 1 :]]
    assert min(near) > 40
    assert len(drawn.edges) == others


def test_ties_between_others_are_drawn_and_those_of_strangers_are_not() -> None:
    drawn = draw_network("A", [*(tie("A", other) for other in "BCE"), tie("B", "C", 0, 4), tie("C", "D")])
    assert [edge.kind for edge in drawn.edges] == ["cooperation"] * 3 + ["conflict"]
    assert drawn.edges[3].width > drawn.edges[0].width


@pytest.mark.parametrize("others", ["", "B", "BC"])
def test_for_few_nothing_is_drawn(others: str) -> None:
    assert draw_network("A", [tie("A", other) for other in others]) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kenya", "Kenya"),
        ("Eastern Front", "Eastern Front"),
        ("Eastern Justice Front", "Eastern…"),
        ("About 2,300 people", "About 2,300…"),
        ("Nagornokarabakh", "Nagornokaraba…"),
    ],
)
def test_a_name_is_cut_between_words_where_it_can_be(name: str, words: str) -> None:
    assert shortened(name, 13) == words


def test_ties_are_counted_by_event(two_reports: Record) -> None:
    (kenya,) = two_reports.candidates("Kenya", Kind.STATE)
    assert two_reports.actor(Meant(candidate=kenya)).ties == (
        TieCount(one="Kenya", other="a camp", kind=Kind.GROUP, cooperation=0, conflict=2),
    )


def test_actor_page_has_a_table_of_ties(client: TestClient) -> None:
    page = client.get("/actor?name=Kenya&kind=state&alone=true").text
    assert "<figure" not in page
    assert 'href="/actor?name=a+camp&amp;kind=group">a camp</a></th>' in page


def test_states_with_all_that_is_theirs_meet_states(client: TestClient, two_reports: Record) -> None:
    (kenya,) = two_reports.candidates("Kenya", Kind.STATE)
    assert two_reports.actor(Meant(candidate=kenya, bodies=True)).ties == (
        TieCount(one="Kenya", other="Ethiopia", kind=Kind.STATE, cooperation=0, conflict=2),
    )
