"""Files of the register: what a line gives, and what is said of one that gives nothing."""

from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.register.load import load_register
from onrecord.lexicon.register.table import GROUPS, PERSONS, as_line, read_table, write_table

GROUPS_HEAD = "# onrecord.register/1\n# Source: invented.\n# " + "\t".join(GROUPS) + "\n"
PERSONS_HEAD = "# Source: invented.\n# " + "\t".join(PERSONS) + "\n"
LINES = [
    "ldf\tLake Dunsany Front\tDunsany Front|Lake Front\tLDF\tKEN\tREB PTY\tgroup\tGOV 2001..2003-05-06\t1990..2010",
    "post\tDunsany Post",
]


def written(folder: Path, text: str) -> Path:
    file = folder / "mine.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_line_is_a_group_and_back(tmp_path: Path) -> None:
    lines = read_table(written(tmp_path, GROUPS_HEAD + "\n".join(LINES) + "\n"))
    assert [as_line(line.entry) for line in lines if line.entry] == LINES


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("ldf", "an id and a name are wanted"),
        ("ldf\tFront\t\t\tKEN\tXYZ", "'XYZ' is no sector of PLOVER's"),
        ("ldf\tFront\t\t\tKEN\tREB\tplace", "kind 'place' is neither body nor group"),
        ("ldf\tFront\t\t\tKEN\tREB\t\tGOV 2005..2001", "it ends in 2001, before it begins in 2005"),
        ("ldf\tFront\t\t\tKEN\tREB\t\t\t2001", "'2001' is no span of time such as 1991..2008"),
        ("ldf\tFront" + "\tx" * 8, "10 cells where 9 are the most"),
    ],
)
def test_a_line_that_is_wrong_says_why(tmp_path: Path, line: str, problem: str) -> None:
    file = written(tmp_path, GROUPS_HEAD + LINES[1] + "\n" + line + "\n")
    good, bad = read_table(file)
    assert good.entry is not None
    assert (bad.number, bad.entry, bad.problem) == (5, None, problem)
    with pytest.raises(LexiconError, match=r"mine\.tsv line 5: "):
        load_register(own=file)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("KEN\tstate\tpresident\tA B\t2005-02-30", "'2005-02-30' is no date such as 2009, 2009-03 or 2009-03-18"),
        ("KEN\t\tpresident\tA B", "a role is wanted: state, government, foreign or sectors"),
        ("KEN\tking\tking\tA B", "'king' is no sector of PLOVER's"),
        ("\tstate\tpresident\tA B", "a country and a name are wanted"),
    ],
)
def test_a_time_in_office_that_is_wrong_says_why(tmp_path: Path, line: str, problem: str) -> None:
    assert [found.problem for found in read_table(written(tmp_path, PERSONS_HEAD + line))] == [problem]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no register, or damaged"),
        ("some\twords\n", "no register, or damaged"),
        (GROUPS_HEAD.replace("/1", "/7"), "a register of version 7 where 1 is wanted"),
    ],
)
def test_what_is_no_register_is_named_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason) as error:
        read_table(written(tmp_path, text))
    assert "\n" not in str(error.value)


def test_damaged_bytes_are_named_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_bytes(b"# \xff\xfe")
    with pytest.raises(LexiconError, match=r"mine\.tsv: damaged: "):
        load_register(own=file)


def test_a_folder_without_files_is_no_register(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(LexiconError, match="no register: "):
            load_register(own=place)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    entries = [line.entry for line in read_table(written(tmp_path, GROUPS_HEAD + "\n".join(LINES))) if line.entry]
    write_table(tmp_path / "again.tsv", ("Source: mine.",), entries)
    assert [line.entry for line in read_table(tmp_path / "again.tsv")] == entries
    assert load_register(own=tmp_path / "again.tsv").groups[:2] == tuple(entries)
