"""Currencies by sign and name."""

from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.currencies import SHARED, currencies, read_currencies


def test_every_code_is_of_three_letters() -> None:
    codes = {*currencies().signs.values(), *currencies().names.values()}
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_a_name_that_several_bear_is_none_s() -> None:
    assert not {*SHARED} & currencies().names.keys()
    assert {*SHARED} <= currencies().nouns


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ("- {id: AAA, signs: [$], names: [crown]}\n- {id: BBB, signs: [$], names: [mark]}", "BBB: '$' stands twice"),
        ("- {id: AAA, signs: [$], names: [Crown]}", "AAA: 'Crown' is not in small letters"),
        ("- {id: AAA, signs: [$]}", "AAA: names is missing"),
    ],
)
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, entries: str, problem: str) -> None:
    file = tmp_path / "currencies.yaml"
    file.write_text(entries, encoding="utf-8")
    with pytest.raises(LexiconError, match="currencies") as caught:
        read_currencies(file)
    assert caught.value.problems == (f"currencies.yaml: {problem}",)
