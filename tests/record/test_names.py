"""Names are compared by what a reader sees as the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.names import last_key, name_key, sound_keys

SAME = [
    ("Ōsai-Brandt", "osai brandt"),
    ("the Ministry of Works", "Ministry of Works"),
    ("KENYA", "Kenya"),
    ("Lindqvist’s", "Lindqvist"),
    ("the ministers'", "Ministers"),
    ("Dawit\n Alemu", "Dawit Alemu"),
    ("O'Dowd", "O’Dowd"),
    ("Karim-ul-Haq", "Karim ul Haq"),
]
DIFFERENT = [
    ("Dawit Alemu", "Sara Alemu"),
    ("Theodor", "odor"),
    ("Kenya", "Kenyan"),
    ("Peters", "Peter"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_are_not_the_same(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_white_space_around_a_name_changes_nothing(name: str) -> None:
    key = name_key(name)
    assert name_key(f" {name} ") == key
    assert key == key.strip()


def test_the_last_word_is_the_surname() -> None:
    assert [last_key(key) for key in ("dawit alemu", "alemu", "")] == ["alemu", "alemu", ""]


ALIKE = [
    ("Muhammad", "Mohamed"),
    ("Qadhim", "Ghadim"),
    ("Yousef", "Yusuf"),
    ("Zelinskyy", "Zelinsky"),
    ("Chaikin", "Tchaikin"),
    ("Abdoulaye Husain", "Abdulaye Hussein"),
]
UNLIKE = [("Otieno", "Odinga"), ("Alemu", "Almeida"), ("Kim Song-ho", "Kim Il")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_transcriptions_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound_keys(name_key(one)) == sound_keys(name_key(other))


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound_keys(name_key(one)) != sound_keys(name_key(other))


def test_initials_have_no_sound() -> None:
    assert sound_keys("j otis") == ("ats",)
