"""Whom a name may mean."""

import pytest

from factories import Report
from onrecord.model import Kind
from onrecord.record import Record


@pytest.fixture
def people(record: Record) -> Record:
    report = Report(text="Sara Alemu met Otis Alemu of Kenya and the Alemu Trust (AT). Mr Otis left.")
    report.entity("Sara Alemu")
    report.entity("Otis Alemu", names=("Otis",))
    report.entity("Kenya", Kind.STATE, "KEN")
    report.entity("the Alemu Trust", Kind.BODY, "KEN", names=("AT",))
    record.add(*report.made())
    return record


MEANT = [
    ("Sara Alemu", ["Sara Alemu"]),
    ("sara ALEMU", ["Sara Alemu"]),
    ("Alemu", ["Sara Alemu", "Otis Alemu"]),
    ("Otis", ["Otis Alemu"]),
    ("Alemu Trust", ["the Alemu Trust"]),
    ("AT", ["the Alemu Trust"]),
    ("Trust", []),
    ("KEN", ["Kenya"]),
    ("Kenya", ["Kenya"]),
    ("Sara", []),
    ("Ada Alemu", []),
    ("", []),
    ("Sara Alemu' --", ["Sara Alemu"]),
    ("%alemu%", ["Sara Alemu", "Otis Alemu"]),
    ("_ara Alemu", []),
]


@pytest.mark.parametrize(("name", "found"), MEANT)
def test_whom_a_name_may_mean(people: Record, name: str, found: list[str]) -> None:
    assert [entity.name for entity in people.who(name).entities] == found


@pytest.mark.parametrize("name", ["He", "he", " HE "])
def test_a_pronoun_names_nobody(record: Record, name: str) -> None:
    report = Report(text="He met Hela Ndiaye in Dakar.")
    report.entity("He")
    report.entity("Hela Ndiaye")
    record.add(*report.made())
    assert not record.who(name).entities
    assert record.who("Hela Ndiaye").entities


def test_names_used_come_with_each(people: Record) -> None:
    assert people.who("Otis").entities[0].names == ("Otis Alemu", "Otis")
