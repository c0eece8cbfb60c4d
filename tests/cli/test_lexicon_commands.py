"""`onrecord lexicon`: on the real reader for what entries do, on files of our own for what is wrong in them."""

import shutil
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.lexicon.load import packaged


def test_check_finds_nothing_wrong_in_what_ships(onrecord):
    ran = onrecord("lexicon", "check")
    assert (ran.code, ran.out, ran.err) == (0, "nothing is wrong in the lexicon\n", "")


def test_check_names_what_is_wrong_in_a_folder(onrecord, tmp_path):
    copy = Path(shutil.copytree(str(packaged()), tmp_path / "mine"))
    file = min(copy.glob("cues/*.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "- id: cue.mine\n  lema: [deny]\n", encoding="utf-8")
    ran = onrecord("lexicon", "check", "mine")
    assert (ran.code, ran.out) == (1, "")
    assert file.name in ran.err
    assert "lema" in ran.err


def test_check_tells_a_folder_that_is_no_lexicon_in_one_line(onrecord, tmp_path):
    ran = onrecord("lexicon", "check", str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


def test_lexicon_alone_is_a_wrong_call(onrecord):
    ran = onrecord("lexicon")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


@pytest.mark.slow
def test_try_shows_what_fired_and_explain_what_did_not(capsys):
    assert run(["lexicon", "try", "The army denied the claim."]) == 0
    assert "cue.deny: denial: " in capsys.readouterr().out
    assert run(["lexicon", "explain", "He was denied entry."]) == 0
    assert "cue.deny on “denied” did not fire: " in capsys.readouterr().out
