from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.load import packaged
from onrecord.lexicon.times import load_time_words, time_words


def test_the_words_that_ship_load() -> None:
    words = time_words()
    assert words.months["december"] == 12
    assert words.words["at"] == ("at", "by", "on")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("christmas: 12-25", "Christmas: 12-25", "'Christmas' is not lower case"),
        ("months: {january: 1", "months: {january: one", "int is wanted, not 'one'"),
        ("seasons:", "saisons:", "unknown key 'saisons'"),
        ("months: {", "months: {{", "not YAML"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, old: str, new: str, says: str) -> None:
    file = tmp_path / "times.yaml"
    file.write_text((packaged() / "times.yaml").read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load_time_words(file)
