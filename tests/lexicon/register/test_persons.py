"""Persons of the register, found by a part of their name."""

import pytest

from onrecord.lexicon.register.persons import Persons
from onrecord.lexicon.register.table import PersonRow

ROWS = [
    ("KEN", "Amina Otieno", "Amina Wanjiru Otieno|Otieno wa Kisumu"),
    ("PER", "General Luis Ótieno", ""),
    ("KEN", "José Barra Jr.", ""),
    ("BOL", "José Barra", ""),
    ("PER", "Jose Barra", "Pepe Luna"),
]


@pytest.fixture(scope="module")
def persons() -> Persons:
    return Persons(PersonRow(code, "state", "president", name, "2001", "", others) for code, name, others in ROWS)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Otieno", ["ken:amina-otieno", "per:general-luis-otieno"]),
        ("AMINA", ["ken:amina-otieno"]),
        ("Kisumu", ["ken:amina-otieno"]),
        ("Luis", ["per:general-luis-otieno"]),
        ("Barra", ["ken:jose-barra-jr", "bol:jose-barra", "per:jose-barra"]),
        ("Luna", ["per:jose-barra"]),
        ("Pepe", ["per:jose-barra"]),
        ("Wanjiru", []),
        ("General", []),
        ("Jr.", []),
        ("wa", []),
    ],
)
def test_a_surname_finds_all_whose_names_end_or_begin_with_it_in_the_order_of_the_rows(persons, word, found):
    assert [person.id for person in persons.surnamed(word)] == found
