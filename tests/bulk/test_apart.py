"""A file that is too much for its parser costs its own rows, and not the run."""

import io
import json
from collections.abc import Iterator
from multiprocessing import active_children

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
import stub
from test_resume import Stops, contents, corpus, in_process

from onrecord.bulk import apart
from onrecord.bulk.limits import Limits
from onrecord.errors import InputError
from onrecord.ingest import Options, Placed, place_rows

TEXT = "The minister of Norland met the envoy of Sudmark in the capital on Monday to talk about the border."


def told(path: str) -> list[str]:
    """What comes of each row of a file that `stub.crashing_rows` reads."""
    given = {"places": stub.crashing_rows, "limits": Limits(megabytes=500), "patience": 20.0}
    if "sleeps" in path:
        given["patience"] = 3.0
    rows = apart.rows_apart(path, Options(), **given)
    return [row.row.reason if isinstance(row.row, InputError) else row.row.id for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("dies.parquet", "ends the process that reads it"),
        ("grows.parquet", "takes more than 500 MB of memory"),
        ("raises.parquet", "could not be read (TypeError: no such page in it)"),
        ("sleeps.parquet", "gives no row for 3 seconds"),
    ],
)
def test_what_a_parser_does_to_its_process_is_one_refusal_after_the_rows_before_it(path, reason):
    assert told(path) == ["1", "2", f"{reason} after row 2; what follows is lost"]


@pytest.mark.slow
def test_a_parser_that_is_killed_costs_no_row(tmp_path):
    path = tmp_path / "once.parquet"
    path.touch()
    assert told(str(path)) == ["1", "2", "3"]
    assert not path.exists()


def whole(**columns: object) -> bytes:
    file = io.BytesIO()
    parquet.write_table(arrow.table(columns), file)
    return file.getvalue()


def test_the_rows_are_those_that_the_parser_gives_here(tmp_path):
    path = tmp_path / "in.parquet"
    path.write_bytes(whole(id=["a", "b", "c"], text=[TEXT, "", TEXT]))
    here, there = (list(read(str(path), Options())) for read in (place_rows, apart.rows_of))
    assert [(p.where, str(p.row)) for p in there] == [(p.where, str(p.row)) for p in here]
    assert len(there) == 3


def test_a_reader_who_stops_early_leaves_no_process_behind(tmp_path):
    path = tmp_path / "in.parquet"
    path.write_bytes(whole(id=[str(i) for i in range(5_000)], text=[TEXT] * 5_000))
    rows = apart.rows_of(str(path), Options())
    next(rows)
    rows.close()
    assert active_children() == []


@pytest.mark.slow
def test_a_run_goes_on_past_a_file_that_ends_its_parser_and_when_resumed_gives_the_same_bytes(tmp_path, monkeypatch):
    first, crashing, last = corpus(tmp_path, 20), str(tmp_path / "dies.parquet"), tmp_path / "last.jsonl"
    last.write_text(json.dumps({"id": "last", "text": "They left."}), encoding="utf-8")

    def rows_of(path: str, options: Options) -> Iterator[Placed]:
        places = stub.crashing_rows if path == crashing else place_rows
        return apart.rows_apart(path, options, places=places)

    monkeypatch.setattr("onrecord.bulk.corpus.rows_of", rows_of)
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    in_process(first, whole, more=(crashing, str(last)))
    with pytest.raises(Stops):
        in_process(first, broken, 23, more=(crashing, str(last)))
    in_process(first, broken, more=(crashing, str(last)))
    assert broken.read_bytes() == whole.read_bytes()
    assert [json.loads(line)["document"]["id"] for line in whole.read_bytes().splitlines()][-3:] == ["1", "2", "last"]
    refused = json.loads(contents(whole)["OUT.errors.jsonl"].splitlines()[-1])
    assert refused["reason"] == "ends the process that reads it after row 2; what follows is lost"
