"""Names that other scripts lend to English are one name in all their spellings."""

from itertools import combinations
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.spellings import in_one_spelling, read_spellings, spellings
from onrecord.read.who.likeness import one_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Karimov", "Muhammad Karimov"),
        ("Mohamed Ould Salim", "MOHAMMED Ould Saleem"),
        ("Omar el-Jabir", "Umar al-Jaber"),
        ("Sergéi Tomov", "Serhiy Tomov"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert in_one_spelling(one) == in_one_spelling(other)
    assert one_person(in_one_spelling(one), in_one_spelling(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Karimov", "Hussein Karimov"),
        ("Mohammed Karimov", "Mahmoud Karimov"),
        ("Maria Tomov", "Mario Tomov"),
        ("Mohammed Karimov", "Mohammed Salim"),
    ],
)
def test_names_that_only_resemble_each_other_stay_two(one: str, other: str) -> None:
    assert not one_person(in_one_spelling(one), in_one_spelling(other))


def test_every_spelling_that_ships_leads_to_one() -> None:
    by_name: dict[str, list[str]] = {}
    for word, name in spellings().items():
        by_name.setdefault(name, []).append(word)
    assert len(by_name) >= 60
    for words in by_name.values():
        assert len(words) >= 2
        for one, other in combinations(words, 2):
            assert in_one_spelling(f"{one} Karimov") == in_one_spelling(f"{other} Karimov")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {id: a, words: [omar, umar]}\n- {id: b, words: [umar]}", "b: 'umar' stands twice"),
        ("- {id: a, words: [Omar]}", "a: 'Omar' is not one lower-case word"),
        ("- {id: a, words: [abu bakr]}", "a: 'abu bakr' is not one lower-case word"),
    ],
)
def test_a_file_of_spellings_that_contradicts_itself_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "spellings.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        read_spellings(file)
