"""Files of lines that gzip packed are read as they were before, as far as they are whole."""

import gzip
import json
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest import load_rows
from onrecord.ingest.rows import place_rows
from onrecord.model import Document

TEXT = "Kenya accused Sudan of arming the rebels, and the Sudanese minister of defence denied it in Khartoum."
LINES = "".join(json.dumps({"id": str(i), "text": f"{TEXT} {i * 7919}"}) + "\n" for i in range(1000))
TABLES = {".jsonl": LINES, ".ndjson": LINES, ".csv": f"id,text\n1,{TEXT!r}\n", ".tsv": f"id\ttext\n1\t{TEXT}\n"}


def packed(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()))
    return path


@pytest.mark.parametrize("suffix", sorted(TABLES))
def test_a_packed_file_gives_the_rows_of_the_file(tmp_path: Path, suffix: str) -> None:
    plain = tmp_path / f"news{suffix}"
    plain.write_text(TABLES[suffix].replace("'", '"'))
    rows = list(load_rows(packed(tmp_path, f"news{suffix}.gz", plain.read_text())))
    assert rows == list(load_rows(plain))
    assert not any(isinstance(row, InputError) for row in rows)


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda whole: whole[: len(whole) // 2], "Compressed file ended before the end-of-stream marker was reached"),
        (lambda whole: whole[:10] + b"\x07" + whole[11:], "Error -3 while decompressing data: invalid block type"),
        (lambda whole: whole[:-8] + bytes(8), "CRC check failed"),
        (lambda whole: whole + b"more", "Not a gzipped file"),
        (lambda _: LINES.encode(), "Not a gzipped file"),
    ],
    ids=["cut off", "damaged", "of another checksum", "followed by something else", "not packed"],
)
def test_of_a_packed_file_that_is_not_whole_the_rows_before_are_read(tmp_path: Path, harm, reason: str) -> None:
    path = packed(tmp_path, "news.jsonl.gz", LINES)
    path.write_bytes(harm(path.read_bytes()))
    *rows, last = load_rows(path)
    first = rows[:100]
    assert [row.id for row in first if not isinstance(row, InputError)] == [str(i) for i in range(len(first))]
    assert isinstance(last, InputError)
    assert last.reason.startswith(f"is damaged after row {len(rows)} ({reason}")
    assert last.reason.endswith("may be wrong" if reason.startswith("CRC") else "; what follows is lost")


def test_rows_before_a_checksum_that_fails_are_said_to_be_doubtful(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    stored = gzip.compress(LINES.encode(), compresslevel=0)
    path.write_bytes(stored.replace(b"arming the rebels", b"aiding the rebels", 1))
    first, *_, last = load_rows(path)
    assert isinstance(first, Document)
    assert "aiding" in first.text
    assert isinstance(last, InputError)
    assert last.source == str(path)
    assert last.reason.startswith("is damaged after row 1000 (CRC check failed")
    assert last.reason.endswith("; what follows is lost, and what was read of rows 1 to 1000 may be wrong")


def test_how_far_a_packed_file_is_read_is_told_in_its_own_bytes(tmp_path: Path) -> None:
    path = packed(tmp_path, "news.jsonl.gz", LINES)
    behind = [placed.behind for placed in place_rows(path)]
    assert behind == sorted(behind)
    assert behind[-1] == path.stat().st_size


def test_a_web_archive_is_unpacked_by_its_own_reader(tmp_path: Path) -> None:
    (refused,) = load_rows(packed(tmp_path, "news.warc.gz", "no archive"))
    assert isinstance(refused, InputError)
