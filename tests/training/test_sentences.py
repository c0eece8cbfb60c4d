"""Our own labelled sentences hold to their form, and no two of them are one with words exchanged."""

import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from onrecord.evaluate.labelled import LabelledSentence, as_labelled

TRAINING = Path(__file__).parents[2] / "training"
FILES = sorted((TRAINING / "sentences").rglob("*.jsonl"))
WORD = re.compile(r"\w+")
ALIKE = 0.7
"""Share of the runs of three words that two sentences may have in common."""


def sentences() -> list[LabelledSentence]:
    lines = (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines())
    return [as_labelled(json.loads(line)) for line in lines]


def test_every_file_passes_the_check_that_comes_with_them(capsys: pytest.CaptureFixture[str]) -> None:
    spec = importlib.util.spec_from_file_location("check_sentences", TRAINING / "check_sentences.py")
    assert spec is not None
    assert spec.loader is not None
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    assert check.main(FILES) == 0, capsys.readouterr().out


def test_every_sentence_can_be_evaluated() -> None:
    found = sentences()
    assert len(found) > 1500
    assert len({s.id for s in found}) == len(found)


def test_no_two_sentences_are_nearly_the_same() -> None:
    found = {s.id: runs(s.text) for s in sentences()}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    for id, own in found.items():
        for run in own:
            for other in holders[run]:
                shared[other, id] += 1
            holders[run].append(id)
    alike = [pair for pair, n in shared.items() if n > ALIKE * min(len(found[id]) for id in pair)]
    assert alike == []


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of three words of a text."""
    words = [word.lower() for word in WORD.findall(text)]
    return set(zip(words, words[1:], words[2:], strict=False))
