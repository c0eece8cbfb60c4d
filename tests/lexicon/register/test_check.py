"""What contradicts itself in a register of one's own."""

from pathlib import Path

import pytest

from onrecord.lexicon.register.check import check_own
from onrecord.lexicon.register.table import GROUPS, PERSONS

GROUPS_HEAD = "# Source: invented.\n# " + "\t".join(GROUPS) + "\n"
PERSONS_HEAD = "# Source: invented.\n# " + "\t".join(PERSONS) + "\n"


def problems(folder: Path, head: str, *lines: str) -> list[str]:
    (folder / "mine.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return check_own(folder)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a\tDunsany Front\t\t\tKEN", "b\tLake Front\tDunsany Front\t\tKEN"], "'dunsany front' is a name of"),
        (["a\tDunsany Front\t\tDF\tKEN", "b\tDelta Group\t\tDF\tKEN"], "'DF' is a name of"),
        (["a\tDunsany Front\t\t\tKEN", "a\tLake Front\t\t\tKEN"], "the id a is that of"),
        (["a\tDunsany Front\t\t\tXXX"], "'XXX' is no country's code"),
        (["a\tTaliban\t\t\tPER\tPTY"], "'Taliban' is AFG REB"),
        (["a\tTaliban\t\t\tAFG\tJRN"], "'Taliban' is AFG REB"),
    ],
)
def test_groups_that_contradict(tmp_path: Path, lines: list[str], said: str) -> None:
    (problem,) = problems(tmp_path, GROUPS_HEAD, *lines)
    assert said in problem
    assert problem.startswith("mine.tsv line ")


@pytest.mark.parametrize(
    "lines",
    [
        ["a\tDunsany Front\t\t\tKEN", "b\tDunsany Front\t\t\tUGA"],
        ["a\tDunsany Front\t\t\tKEN\t\t\t\t1990..1995", "b\tDunsany Front\t\t\tKEN\t\t\t\t1995.."],
        ["a\tDunsany Front\t\tDF\tKEN", "b\tDelta Group\tDf\t\tKEN"],
        ["a\tTaliban\t\t\tAFG\tREB"],
    ],
)
def test_groups_that_a_text_can_tell_apart(tmp_path: Path, lines: list[str]) -> None:
    assert problems(tmp_path, GROUPS_HEAD, *lines) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["KEN\tstate\tpresident\tA B\t2001\t2005", "KEN\tstate\tpresident\tC D\t2003\t2008"],
            "in the office state of KEN",
        ),
        (["KEN\tstate\tpresident\tA B\t2001\t2005", "KEN\tstate\tpresident\tA B\t2004"], "the same name"),
    ],
)
def test_terms_that_contradict(tmp_path: Path, lines: list[str], said: str) -> None:
    (problem,) = problems(tmp_path, PERSONS_HEAD, *lines)
    assert said in problem


@pytest.mark.parametrize(
    "lines",
    [
        ["KEN\tstate\tpresident\tA B\t2001\t2005", "KEN\tstate\tpresident\tC D\t2005\t2008"],
        ["KEN\tstate\tpresident\tA B\t2001\t2005", "KEN\tstate\tacting president\tC D\t2004\t2004"],
        ["KEN\tstate\tpresident\tA B\t2001\t2005", "UGA\tstate\tpresident\tC D\t2001\t2005"],
    ],
)
def test_terms_that_follow_each_other(tmp_path: Path, lines: list[str]) -> None:
    assert problems(tmp_path, PERSONS_HEAD, *lines) == []


def test_a_file_says_where_it_comes_from(tmp_path: Path) -> None:
    head = "# onrecord.register/1\n\n# " + "\t".join(GROUPS) + "\n"
    (problem,) = problems(tmp_path, head, "a\tDunsany Front")
    assert "a note is wanted" in problem
