"""Given names: which tell a gender, and what is no such file."""

from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.given_names import gender_of, read_given_names


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Rosa Mamani", "f"),
        ("José Otieno", "m"),
        ("Kim Brandt", None),
        ("Rosa", None),
        ("Warsame Peter", None),
        ("", None),
    ],
)
def test_the_first_of_several_names_tells_the_gender(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("{id: given.x, gender: x, words: [ana]}", "neither m nor f"),
        ("{id: given.f, gender: f, words: [Ana]}", "not one lower-case word"),
        ("{id: given.f, gender: f, words: [ana, ana]}", "stands twice"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, entry: str, problem: str) -> None:
    file = tmp_path / "given_names.yaml"
    file.write_text(f"- {entry}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        read_given_names(file)
