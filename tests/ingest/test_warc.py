"""Web archives: HTML answers through the page door, everything else stepped over, damage named by record."""

import gzip
import sys
from pathlib import Path

import pytest

from onrecord.ingest import load_rows, place_rows
from onrecord.ingest.captured import Captured
from onrecord.model import Document
from pages import page

HTML = "text/html; charset=utf-8"


def record(name: str, body: str, kind: str = HTML, status: str = "200 OK", type: str = "response") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Target-URI: https://example.org/{name}\r\nContent-Type: application/http; msgtype={type}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def told(path: Path) -> list[str]:
    return [
        row.id if isinstance(row, Document) else f"{Path(row.source).name}: {row.reason}" for row in load_rows(path)
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive_are_reports(tmp_path: Path, packed: bool) -> None:
    records = [
        record("one", page()),
        record("asked", "GET / HTTP/1.1", type="request"),
        record("picture", "x", kind="image/png"),
        record("gone", page(), status="404 Not Found"),
        record("bare", "<html><body>Home</body></html>"),
        record("two", page()),
    ]
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    assert told(path) == ["urn:uuid:one", f"{path.name}: record 4: no article found in it", "urn:uuid:two"]
    first = next(load_rows(path))
    assert isinstance(first, Document)
    assert first.url == "https://example.org/one"


def test_pages_stay_closed_until_they_are_wanted(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("one", page()))
    (placed,) = place_rows(path)
    assert isinstance(placed.row, Captured)
    assert isinstance(placed.opened(), Document)


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_that_is_cut_off_is_named(tmp_path: Path, packed: bool) -> None:
    records = [record("one", page()), record("two", page())]
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records)[:-60])
    first, second = told(path)
    assert first == "urn:uuid:one"
    assert second.startswith("crawl.warc: record 2: is cut off")


def test_a_damaged_archive_says_after_what(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    whole = [gzip.compress(record(name, page())) for name in ("one", "two")]
    path.write_bytes(whole[0] + whole[1][:80] + b"\xff" * 40 + whole[1][120:])
    *_, last = told(path)
    assert "crawl.warc.gz: is damaged after response" in last


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("one", page()))
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert told(path) == ["crawl.warc: is a WARC file; `pip install onrecord[corpora]` makes onrecord read those"]


def test_without_the_extra_each_page_of_an_archive_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("one", page()) + record("two", page()))
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    reason = "is an HTML page; `pip install onrecord[pages]` makes onrecord read those"
    assert told(path) == [f"crawl.warc: record {number}: {reason}" for number in (1, 2)]
