"""An attack spoken of again by a noun alone is the one that was told; another kind, scene or victim is another."""

import pytest

from onrecord.model import Document
from onrecord.read.reader import Reader


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two clinics were bombed in Lima on Monday. The bombings killed 19 people.", 1),
        ("A bombing at a clinic in Lima hurt two. Nurses slept while the bomb exploded, killing 19 people.", 1),
        ("Two Chadian clinics were bombed. The nine Chadians were killed on Monday.", 1),
        ("Two clinics were bombed in Lima. The bombings in Accra killed 19 people.", 2),
        ("Two clinics were bombed in Lima. The shooting of a nurse was filmed.", 2),
        ("Two clinics were bombed in Lima. A blast killed 19 people.", 2),
        ("Gunmen killed Governor Ali Idris. The murder of Senator Omar Haddad was filmed.", 2),
    ],
)
def test_the_attack_told_again_is_one(reader: Reader, text: str, count: int) -> None:
    reading = reader.read(Document.from_text(text, date="2025-05-07"))
    assert len([e for e in reading.events if e.type == "ASSAULT"]) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Police seized a lorry of the Front. Police arrested two Chadians.", 2),
        ("Police arrested two Chadians. The two Chadians were arrested in Lima.", 1),
    ],
)
def test_two_measures_are_two(reader: Reader, text: str, count: int) -> None:
    reading = reader.read(Document.from_text(text, date="2025-05-07"))
    assert len([e for e in reading.events if e.type == "COERCE"]) == count


def test_who_is_included_is_no_other_side_and_what_comes_each_year_no_deed(reader: Reader) -> None:
    included = reader.read(Document.from_text("Ten states, including Peru and Chile, sent troops.", date="2025-05-07"))
    assert [e.recipient for e in included.events] == [()]
    yearly = reader.read(Document.from_text("Monks march each July against Chad.", date="2025-05-07"))
    assert not yearly.events
