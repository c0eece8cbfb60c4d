"""Incidents don't depend on the order in which reports came, and a person's word stands above the machine's."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factories import Report, day
from onrecord.link import linking
from onrecord.link.linking import decide_again, link_new, link_reports, relink
from onrecord.model import Kind
from onrecord.record import Record
from onrecord.record.judgements import Item

WORDS = "Kenyan gunners shelled {place} on the Omo plain, killing {killed} herders, the village chief said."
OTHER_WORDS = (
    "In {place} the grain burned: Kenyan gunners shelled the mill and {killed} herders died, the village chief said."
)


def shelling(id: str, place: str, on: str, killed: int, words: str = WORDS) -> Report:
    """Kenyan guns on a village."""
    text = words.format(place=place, killed=killed)
    report = Report(id=id, text=text, published=on, title=f"Guns at {place}")
    kenya = report.entity("Kenyan gunners", Kind.BODY, "KEN")
    chief = report.entity("the village chief")
    said = report.said(text.rsplit(",", 1)[0], cue="said", source=chief, source_words="the village chief")
    report.event(
        text,
        "ASSAULT",
        trigger="shelled",
        actor=(kenya,),
        date=day(on),
        place=report.place(place, "ETH"),
        attribution=said,
        figures=(report.figure(f"{killed} herders", "killed", killed, killed, said),),
    )
    return report


REPORTS = [
    shelling("r1", "Todenyang", "2025-03-03", 4),
    shelling("r2", "Todenyang", "2025-03-03", 4),
    shelling("r3", "Todenyang", "2025-03-09", 9),
    shelling("r4", "Kibish", "2025-03-03", 2, OTHER_WORDS),
    shelling("r5", "Todenyang", "2025-03-09", 11),
]
INCIDENTS = {"r1": {"r1", "r2"}, "r2": {"r1", "r2"}, "r3": {"r3", "r5"}, "r4": {"r4"}, "r5": {"r3", "r5"}}


def incidents(record: Record) -> Mapping[str, set[str]]:
    found = [{report.document.id for report in incident.reports} for incident in record.all_incidents()]
    return {document: members for members in found for document in members}


@pytest.fixture(params=["path", "address"])
def record(request: pytest.FixtureRequest) -> Iterator[Record]:
    """An empty record, in a file and in PostgreSQL."""
    with Record(request.getfixturevalue(request.param)) as opened:
        yield opened


@pytest.fixture
def linked(record: Record) -> Record:
    record.add_all(report.made() for report in REPORTS)
    assert record.unlinked() == len(REPORTS)
    assert link_new(record) == len(REPORTS)
    return record


def test_one_place_on_two_days_is_two_incidents_and_two_places_on_one_day_are(linked: Record) -> None:
    assert incidents(linked) == INCIDENTS
    assert linked.unlinked() == 0


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_one_by_one_in_any_order_gives_the_same(tmp_path: Path, linked: Record, order: tuple[int, ...]) -> None:
    with Record(tmp_path / "other.db") as other:
        for n in order:
            other.add(*REPORTS[n].made())
            link_reports(other, [REPORTS[n].id])
        ids = [sorted(incident.id for incident in record.all_incidents()) for record in (linked, other)]
        assert incidents(other) == INCIDENTS
        assert ids[0] == ids[1]


def test_relinking_gives_the_same(linked: Record) -> None:
    before = list(linked.all_incidents())
    assert relink(linked) == len(REPORTS)
    assert list(linked.all_incidents()) == before


def test_a_report_read_again_is_linked_again(linked: Record) -> None:
    linked.add(*shelling("r2", "Kibish", "2025-03-03", 2, OTHER_WORDS).made())
    assert linked.unlinked() > 0
    link_new(linked)
    assert incidents(linked)["r4"] == {"r2", "r4"}
    assert incidents(linked)["r1"] == {"r1"}


def test_a_persons_word_joins_and_parts_and_is_withdrawn_but_kept(linked: Record) -> None:
    together = linked.judge(Item(document="r4"), Item(document="r1"), same=True, author="A. Reader")
    apart = linked.judge(Item(document="r3"), Item(document="r5"), same=False, author="A. Reader", reason="two days")
    decide_again(linked, ["r1", "r3", "r4", "r5"])
    assert incidents(linked)["r4"] >= {"r1", "r4"}
    assert incidents(linked)["r3"] == {"r3"}
    relink(linked)
    assert incidents(linked)["r3"] == {"r3"}
    for made in (together, apart):
        linked.withdraw(made.key, author="B. Reader")
    decide_again(linked, ["r1", "r3", "r4", "r5"])
    assert incidents(linked) == INCIDENTS
    assert [made.withdrawn_by for made in linked.judgements()] == ["B. Reader", "B. Reader"]


def test_a_judgement_outlives_a_recoding(linked: Record) -> None:
    linked.judge(Item(document="r3"), Item(document="r5"), same=False, author="A. Reader")
    linked.add(*shelling("r5", "Todenyang", "2025-03-09", 12).made())
    link_new(linked)
    assert incidents(linked)["r3"] == {"r3"}


def test_a_neighbourhood_that_is_too_large_is_cut_the_same_way(linked: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "MANY", 1)
    relink(linked)
    assert set(incidents(linked)) == set(INCIDENTS)
