"""Who is one person across reports, and which namesakes stay two."""

from dataclasses import dataclass
from typing import Any

import pytest

from factories import Report, as_of
from onrecord.record import Record
from onrecord.record.judgements import Item
from onrecord.views import Dossier, as_dossiers


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a report says of somebody."""

    name: str = "Bashir Hamdoun"
    on: str = "2025-03-18"
    country: str | None = None
    title: str | None = None
    sector: tuple[str, ...] = ()
    father: str | None = None
    beside: tuple[str, ...] = ()

    def report(self, id: str) -> Report:
        words = (self.name, self.title or "officer", self.father or "nobody", "father", *self.beside)
        report = Report(id=id, text=". ".join(words), published=self.on)
        person = report.entity(self.name, country=self.country, sector=self.sector)
        if self.title:
            report.office(person, self.title, country=self.country)
        if self.father:
            report.kin(report.entity(self.father), "father", person)
        for name in self.beside:
            report.entity(name)
        return report


ONE = {
    "the same name and office": (Told(title="envoy", country="SDN"), Told(title="envoy")),
    "another transcription, the same office": (
        Told(name="Yusuf Abdelghani", title="envoy"),
        Told(name="Youssef Abdel Ghani", title="special envoy"),
    ),
    "a middle name left out, the same country": (
        Told(country="SDN"),
        Told(name="Bashir al-Tayeb Hamdoun", country="SDN"),
    ),
    "a rare name and nothing else": (Told(), Told()),
    "another office of the same state later": (
        Told(country="SDN", title="envoy", sector=("GOV",)),
        Told(country="SDN", title="foreign minister", sector=("GOV",), on="2026-03-18"),
    ),
    "a surname alone with country and office": (
        Told(country="SDN", title="governor"),
        Told(name="Hamdoun", country="SDN", title="governor"),
    ),
    "other offices at one time, but the same father": (
        Told(country="SDN", title="governor", father="Idris Hamdoun"),
        Told(country="SDN", title="envoy", father="Idriss Hamdoun"),
    ),
    "a rare name, an office in one only": (Told(title="governor"), Told()),
    "a common name, an office in one only, the same people beside": (
        Told(name="John Smith", title="mayor", beside=("Ada Quispe", "Omar Dafalla")),
        Told(name="John Smith", beside=("Ada Quispe", "Omar Dafalla")),
    ),
    "a particle of the name left out": (
        Told(name="Bashir al-Hamdoun", country="SDN", title="envoy"),
        Told(country="SDN", title="envoy"),
    ),
    "accents, hyphens and case": (
        Told(name="José-María Ñáñez", title="consul"),
        Told(name="Jose Maria NANEZ", title="consul"),
    ),
}
TWO = {
    "other countries": (Told(country="SDN"), Told(country="TCD")),
    "other offices at one time and other walks of life": (
        Told(title="police spokesman", sector=("COP",)),
        Told(title="agriculture minister", sector=("GOV",)),
    ),
    "other fathers": (Told(father="Idris Saleh"), Told(father="Omar Dafalla")),
    "a surname alone and nothing else": (Told(country="SDN"), Told(name="Hamdoun")),
    "a common name, an office in one only": (
        Told(name="John Smith", title="mayor"),
        Told(name="John Smith"),
    ),
    "a common name in two offices": (
        Told(name="John Smith", title="mayor"),
        Told(name="John Smith", title="coach"),
    ),
}


def dossiers(record: Record, name: str, *told: Told) -> tuple[Dossier, ...]:
    for n, one in enumerate(told):
        record.add(*one.report(f"r{n}").made())
    return as_dossiers(record.who(name))


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_one_person(record: Record, told: tuple[Told, Told]) -> None:
    (found,) = dossiers(record, told[0].name, *told)
    assert [key[0] for key in found.entities] == ["r0", "r1"]
    assert found.links == () or found.links[0].score >= 0.5


@pytest.mark.parametrize("told", TWO.values(), ids=TWO)
def test_two_namesakes(record: Record, told: tuple[Told, Told]) -> None:
    found = dossiers(record, told[0].name.split()[-1], *told)
    assert sorted(key[0] for dossier in found for key in dossier.entities) == ["r0", "r1"]
    assert len(found) == 2
    assert found[0].apart[0].score < 0.5
    assert found[0].apart[0].reasons


@pytest.mark.parametrize("name", ["Idris Hamdoun", "Hamdoun Bashir", "Bashir Hamdan Saleh"])
def test_names_that_cannot_be_of_one_person_are_not_compared(record: Record, name: str) -> None:
    same = {"country": "SDN", "title": "envoy"}
    found = dossiers(record, "Bashir Hamdoun", Told(**same), Told(name=name, **same))  # type: ignore[arg-type]
    assert [[key[0] for key in dossier.entities] for dossier in found] == [["r0"]]
    assert found[0].apart == ()


def test_two_of_one_name_in_one_report_stay_two(record: Record) -> None:
    report = Report(text="Bashir Hamdoun and his cousin Bashir Hamdoun met.")
    for _ in range(2):
        report.entity("Bashir Hamdoun", country="SDN")
    record.add(*report.made())
    assert len(as_dossiers(record.who("Bashir Hamdoun"))) == 2


def test_the_order_of_reports_changes_nothing(record: Record) -> None:
    told = [*TWO["other countries"], *ONE["a surname alone with country and office"]]
    found = dossiers(record, "Hamdoun", *told)
    for n, one in reversed(list(enumerate(told))):
        record.add(*as_of(one.report(f"r{n}"), "another").made())
    assert [d.entities for d in as_dossiers(record.who("Hamdoun"))] == [d.entities for d in found]


def judge(record: Record, one: str, other: str, **more: Any) -> int:
    items = (Item(document=id, entity="n0") for id in (one, other))
    return record.judge(*items, author="Ada", **more).key


def test_a_judgement_parts_and_outlives_a_recoding_until_it_is_withdrawn(record: Record) -> None:
    same = Told(country="SDN", title="envoy")
    assert len(dossiers(record, "Bashir Hamdoun", same, same, same)) == 1
    made = judge(record, "r0", "r2", same=False)
    assert len(as_dossiers(record.who("Bashir Hamdoun"))) == 2
    record.add(*as_of(same.report("r2"), "another").made())
    found = as_dossiers(record.who("Bashir Hamdoun"))
    assert len(found) == 2
    assert "judged not the same by Ada" in {reason.says for d in found for link in d.apart for reason in link.reasons}
    record.withdraw(made, author="Ada")
    assert len(as_dossiers(record.who("Bashir Hamdoun"))) == 1


def test_a_judgement_joins_what_no_name_does(record: Record) -> None:
    found = dossiers(record, "Abu Tira", Told(name="Abu Tira"), Told(), Told(name="Omar Dafalla"))
    assert [d.names for d in found] == [("Abu Tira",)]
    judge(record, "r0", "r1", same=True)
    for name in ("Abu Tira", "Bashir Hamdoun"):
        (one,) = as_dossiers(record.who(name))
        assert sorted(one.names) == ["Abu Tira", "Bashir Hamdoun"]
        assert [reason.says for link in one.links for reason in link.reasons] == ["judged the same by Ada"]


def test_offices_come_with_their_first_and_last_report(record: Record) -> None:
    told = [Told(country="SDN", title="envoy", on=f"2025-0{month}-01") for month in (3, 1, 2)]
    (found,) = dossiers(record, "Bashir Hamdoun", *told)
    (office,) = found.offices
    assert (office.title, office.first, office.last, len(office.reports)) == ("envoy", "2025-01-01", "2025-03-01", 3)


HOLDERS = {
    "the same office at one time": (Told(name="Omar Dafalla", country="SDN", title="Minister of Foreign Affairs"), 1),
    "another spelling of the name": (Told(name="Basheer Hamdoun", country="SDN", title="foreign minister"), 0),
    "another state's": (Told(name="Omar Dafalla", country="TCD", title="foreign minister"), 0),
    "an office of which there are many": (Told(name="Omar Dafalla", country="SDN", title="envoy"), 0),
    "long after": (Told(name="Omar Dafalla", country="SDN", title="foreign minister", on="2026-01-01"), 0),
}


@pytest.mark.parametrize(("other", "count"), HOLDERS.values(), ids=HOLDERS)
def test_two_holders_of_one_office_at_one_time_contradict_each_other(record: Record, other: Told, count: int) -> None:
    told = [
        Told(country="SDN", title=title, on=f"2025-0{n}-18") for title in ("foreign minister", "envoy") for n in (3, 4)
    ]
    found = dossiers(record, "Bashir Hamdoun", *told, other)
    assert [c.holder for d in found for c in d.contradictions] == [other.name] * count
