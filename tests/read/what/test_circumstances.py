"""When and where it happened, and not when and where it was told; `2024-03-15` is a Friday."""

import pytest

from onrecord.model import Document


def read(reader, text):
    return reader.read(Document.from_text(text, id="d", date="2024-03-15"))


def days_of(reader, text, type):
    return next((e.date.start, e.date.end) for e in read(reader, text).events if e.type == type)


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        ("Rebels attacked a village on Sunday.", "ASSAULT", ("2024-03-10", "2024-03-10")),
        ("The army said on Monday that rebels attacked a village on Sunday.", "ASSAULT", ("2024-03-10", "2024-03-10")),
        ("The army said on Monday that rebels had attacked a village.", "ASSAULT", (None, "2024-03-11")),
        ("Rebels attacked a village, the army said on Monday.", "ASSAULT", (None, "2024-03-11")),
        ("The minister said on Monday that Chad would attack Peru.", "ASSAULT", ("2024-03-11", None)),
        ("On Monday, Peru accused Chad of fraud.", "ACCUSE", ("2024-03-11", "2024-03-11")),
        ("In a March 2 letter, Peru accused Chad of fraud.", "ACCUSE", ("2024-03-02", "2024-03-02")),
        ("Peru urged both sides to respect the November deal.", "REQUEST", (None, "2024-03-15")),
        ("Fiji, which jailed the founder, Ali Diop, in 2021, urged Chad to wait.", "REQUEST", (None, "2024-03-15")),
        ("The minister, who was born in Lima, on Monday urged Chad to wait.", "REQUEST", ("2024-03-11", "2024-03-11")),
    ],
)
def test_a_time_is_of_what_it_stands_with(reader, text, type, days):
    assert days_of(reader, text, type) == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Riga, troops attacked a village.", "Riga"),
        ("In Riga, the minister said that troops had attacked a village.", None),
        ("In Riga, the minister said that troops had attacked a village in Togo.", "Togo"),
        ("Troops attacked a village in Togo, the minister said in Riga.", "Togo"),
    ],
)
def test_where_somebody_tells_of_it_is_not_where_it_happened(reader, text, place):
    reading = read(reader, text)
    (attack,) = (e for e in reading.events if e.type == "ASSAULT")
    assert next((p.name for p in reading.places if p.id == attack.place), None) == place
