import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.placekey import place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kandahār", "Kandahar"),
        ("Khyber-Pakhtunkhwa", "Khyber Pakhtunkhwa"),
        ("St. John’s", "Saint Johns"),
        ("W.Va.", "WVa"),
        ("Łódź", "lodz"),
        ("Ft. Portal", "Fort Portal"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("St", "Saint"), ("East St. Louis", "East Saint Louis"), ("Bern", "Berne")])
def test_names_that_only_look_alike_keep_their_keys(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    key = place_key(name)
    assert place_key(key) == key
