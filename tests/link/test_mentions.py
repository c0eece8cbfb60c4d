"""A report that mainly tells of one incident and mentions another names that one too."""

from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path

import pytest

from factories import Report, day
from onrecord.link.linking import link_new, relink
from onrecord.model import Act, Kind, Modality
from onrecord.record import Record
from onrecord.record.judgements import Item
from onrecord.views import as_incident

TUESDAY, THURSDAY, FRIDAY = "2025-03-04", "2025-03-06", "2025-03-07"
CODES = {"Kenya": "KEN", "Ethiopia": "ETH", "Sudan": "SDN"}


class Deed:
    """One side's guns on a town of the other, as a sentence and as an event."""

    def __init__(self, town: str | None, on: str, by: str = "Kenya", of: str = "Ethiopia", **more: object) -> None:
        self.town, self.on, self.by, self.of, self.more = town, on, by, of, more
        self.sentence = f"On {on} {by} shelled {town or 'a town'} in {of}."

    def put(self, report: Report) -> None:
        sides = [
            next((e.id for e in report.entities if e.name == name), None)
            or report.entity(name, Kind.STATE, CODES[name])
            for name in (self.by, self.of)
        ]
        place = report.place(self.town, CODES[self.of]) if self.town else None
        report.event(
            self.sentence,
            "ASSAULT",
            trigger=f"shelled {self.town or 'a town'}",
            actor=(sides[0],),
            recipient=(sides[1],),
            place=place,
            date=day(self.on),
            **self.more,  # type: ignore[arg-type]
        )


def told(id: str, words: str, *deeds: Deed) -> Report:
    report = Report(id=id, published="2025-03-08", text=" ".join((words, *(deed.sentence for deed in deeds))))
    for deed in deeds:
        deed.put(report)
    return report


TODENYANG = Deed("Todenyang", TUESDAY)
TODENYANG_WORDS = (
    "Herders fled across the Omo. Fishermen counted burned boats, torn nets and drowned goats, and a nurse bandaged "
    "elders under acacias while vultures circled above the lagoon and its flooded jetty."
)
KIBISH = Deed("Kibish", FRIDAY)
KIBISH_WORDS = (
    "The grain mill stood in flames. Lorries laden with flour queued beside a pontoon bridge, bakers cursed, merchants "
    "shuttered their kiosks, and the railway's telegraphist hammered out warnings to the depot and the brewery."
)


def linked(record: Record, *reports: Report) -> Mapping[str, tuple[set[str], set[str]]]:
    """By the least report of each incident: those that mainly tell of it, and those that do beside another."""
    record.add_all(report.made() for report in reports)
    link_new(record)
    found = map(as_incident, record.all_incidents())
    return {min(d.id for d in i.reports): ({d.id for d in i.reports}, {d.id for d in i.also}) for i in found}


def apart(record: Record, one: str, *others: str) -> None:
    """What the linker may think of the words of reports this short is not what is tested."""
    for other in others:
        record.judge(Item(document=one), Item(document=other), same=False, author="A. Reader")


@pytest.fixture(params=["path", "address"])
def record(request: pytest.FixtureRequest) -> Iterator[Record]:
    """An empty record, in a file and in PostgreSQL, in which report 2 is of another incident than 1 and 3."""
    with Record(request.getfixturevalue(request.param)) as opened:
        apart(opened, "2", "1", "3")
        yield opened


def test_a_mention_stands_beside_the_main_incident(record: Record) -> None:
    earlier = told("1", TODENYANG_WORDS, TODENYANG)
    later = told("2", KIBISH_WORDS, KIBISH, TODENYANG)
    assert linked(record, earlier, later) == {"1": ({"1"}, {"2"}), "2": ({"2"}, set())}
    incident = next(i for i in map(as_incident, record.all_incidents()) if i.also)
    assert [document for document, _ in incident.events] == ["1", "2"]
    assert set(incident.outlets) == {"The Example Post"}


@pytest.mark.parametrize(
    ("mention", "why"),
    [
        (Deed("Todenyang", FRIDAY), "another day"),
        (Deed("Namuruputh", TUESDAY), "another place"),
        (Deed("Todenyang", TUESDAY, by="Sudan"), "another party"),
        (Deed("Todenyang", TUESDAY, modality=Modality.FUTURE), "not done yet"),
    ],
)
def test_what_differs_is_no_mention(record: Record, mention: Deed, why: str) -> None:
    reports = told("1", TODENYANG_WORDS, TODENYANG), told("2", KIBISH_WORDS, KIBISH, mention)
    assert linked(record, *reports)["1"] == ({"1"}, set()), why


def test_what_a_report_tells_first_is_no_mention(record: Record) -> None:
    """Two reports of one deed that the linker keeps apart do not mention each other."""
    reports = told("1", TODENYANG_WORDS, TODENYANG), told("2", KIBISH_WORDS, TODENYANG)
    assert all(not also for _, also in linked(record, *reports).values())


def test_a_mention_without_a_place_must_fit_one_incident(record: Record) -> None:
    apart(record, "1", "3")
    nowhere = told("2", KIBISH_WORDS, KIBISH, Deed(None, TUESDAY))
    one = told("1", TODENYANG_WORDS, TODENYANG)
    other = told(
        "2", "Fishing boats lay on the shore of the lake, their nets cut by soldiers.", Deed("Lokitaung", TUESDAY)
    )
    assert linked(record, one, nowhere)["1"] == ({"1"}, {"2"})
    assert all(not also for _, also in linked(record, other).values())


def test_the_order_of_coming_changes_nothing(tmp_path: Path) -> None:
    reports = [
        told("1", TODENYANG_WORDS, TODENYANG),
        told("2", KIBISH_WORDS, KIBISH, TODENYANG),
        told("3", TODENYANG_WORDS, TODENYANG),
    ]
    wanted = {"1": ({"1", "3"}, {"2"}), "2": ({"2"}, set())}
    for n, order in enumerate(permutations(reports)):
        with Record(tmp_path / f"{n}.db") as record:
            apart(record, "2", "1", "3")
            for report in order:
                found = linked(record, report)
            assert found == wanted
            relink(record)
            assert linked(record) == wanted


@pytest.mark.parametrize(
    ("day", "own"),
    [(THURSDAY, 2), (TUESDAY, 1)],
    ids=["of its report's own incident", "only recalled"],
)
def test_a_report_read_otherwise_is_mentioned_no_more(record: Record, day: str, own: int) -> None:
    earlier = Deed("Todenyang", day)
    linked(record, told("1", TODENYANG_WORDS, earlier), told("2", KIBISH_WORDS, KIBISH, earlier))
    changed = told("1", TODENYANG_WORDS, Deed("Namuruputh", day))
    assert linked(record, changed) == {"1": ({"1"}, set()), "2": ({"2"}, set())}
    (mine,) = (i for i in record.all_incidents() if i.reports[0].document.id == "2")
    assert len(mine.events) == own


def test_of_a_mentioning_report_only_the_word_for_its_event_is_told(record: Record) -> None:
    report = told("2", "The mill burned, a miller said.", KIBISH)
    report.text += " " + TODENYANG.sentence
    report.said("The mill burned", cue="said", act=Act.CLAIM)
    TODENYANG.put(report)
    linked(record, told("1", TODENYANG_WORDS, TODENYANG), report)
    incident = next(i for i in record.all_incidents() if len(i.reports) == 2)
    assert not [key for key in incident.sayings if key[0] == "2"]
