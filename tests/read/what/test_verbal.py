"""Attacks with words, told apart from those with weapons, and who speaks by what is issued in his name."""

import pytest

from onrecord.model import Document


@pytest.fixture(scope="module")
def told(reader):
    def events(text):
        reading = reader.read(Document.from_text(text, date="2025-03-30"))
        name = {e.id: e.name for e in reading.entities}
        return [(v.type, [name[i] for i in v.actor], [name[i] for i in v.recipient]) for v in reading.events]

    return events


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Senator Laura Perez continued her assault on Peter Mensah, who leads the Greens.", "ACCUSE"),
        ("President Laura Perez's attacks on the court went on.", "ACCUSE"),
        ("Laura Perez attacked Peter Mensah on Sunday.", "ACCUSE"),
        ("President Peter Mensah attacked Prime Minister Laura Perez on Sunday.", "ACCUSE"),
        ("Laura Perez's attack on Judge Peter Mensah left nine dead.", "ASSAULT"),
        ("Gunmen loyal to Peter Mensah attacked President Laura Perez.", "ASSAULT"),
        ("Laura Perez attacked Peter Mensah with a knife.", "ASSAULT"),
        ("Laura Perez attacked the fort.", "ASSAULT"),
    ],
)
def test_an_attack_of_one_person_on_another_is_one_with_words(told, text, type):
    assert type in [t for t, *_ in told(text)]
    assert not {"ACCUSE", "ASSAULT"} - {type} & {t for t, *_ in told(text)}


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Norway's guild of nurses published a report that accused Chad of theft.", ["Norway's guild of nurses"]),
        ("A letter from Kenya accused Chad of theft.", ["Kenya"]),
        ("In a statement condemning the junta of Chad, Kenya spoke of theft.", ["Kenya"]),
        ("Kenya was shaken by a report that accused Chad of theft.", []),
    ],
)
def test_who_accuses_by_what_he_issues(told, text, accuser):
    assert ("ACCUSE", accuser) in [(t, actor) for t, actor, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The Kenyan senator will not support the envoy of Chad.", "REJECT"),
        ("The Kenyan senator supports the envoy of Chad.", "SUPPORT"),
    ],
)
def test_who_will_not_support_somebody_rejects_him(told, text, type):
    assert [t for t, *_ in told(text)] == [type]
