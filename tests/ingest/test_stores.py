"""Corpora in a store that fsspec knows are read as those of this machine."""

import json
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest import as_path, load_rows, reaching

TEXT = "The minister of Norland met the envoy of Sudmark in the capital on Monday to talk about the border."


@pytest.fixture
def store(request):
    """An address in memory that no other test has."""
    return f"memory://{request.node.name}"


def written(address: str, content: str) -> str:
    path = as_path(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return address


def seen(address: str) -> list[str]:
    return [str(row) if isinstance(row, InputError) else row.id for row in load_rows(address)]


def test_a_file_of_lines_is_read_line_by_line(store):
    address = written(f"{store}/in.jsonl", json.dumps({"id": "a", "text": TEXT}) + "\n{\n")
    first, second = seen(address)
    assert first == "a"
    assert second.startswith(f"{address}:2: is not JSON")


def test_a_folder_is_read_file_by_file(store):
    for name in ("b/two.txt", "one.txt"):
        written(f"{store}/wire/{name}", TEXT)
    assert seen(f"{store}/wire") == ["wire/b/two.txt", "wire/one.txt"]


def test_a_parquet_file_is_read(store):
    parquet, arrow = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    address = written(f"{store}/in.parquet", "")
    with as_path(address).open("wb") as file:
        parquet.write_table(arrow.table({"id": ["a", "b"], "text": [TEXT, TEXT]}), file)
    assert seen(address) == ["a", "b"]


def test_what_is_not_there_is_named(store):
    (found,) = seen(f"{store}/none.jsonl")
    assert found.startswith(f"{store}/none.jsonl: could not be opened")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://example.org/in.jsonl", "is a web address, which `onrecord read` takes"),
        ("nosuch://bucket/in.jsonl", "the library that fsspec takes for nosuch:// can reach it"),
    ],
)
def test_an_address_that_is_no_store_is_refused_in_one_line(address, reason):
    (found,) = seen(address)
    assert found.startswith(f"{address}: ")
    assert reason in found


def test_a_file_address_is_a_file_of_this_machine(tmp_path):
    assert as_path(f"file://{tmp_path}/a%20b.jsonl") == tmp_path / "a b.jsonl"


def test_what_a_store_raises_names_its_address(store):
    with pytest.raises(InputError, match=r"can't be reached \(KeyError: 'no credentials'\)"), reaching(as_path(store)):
        raise KeyError("no credentials")


def test_what_a_file_raises_stays_what_it_is():
    with pytest.raises(KeyError), reaching(Path("in.jsonl")):
        raise KeyError("a fault of ours")
