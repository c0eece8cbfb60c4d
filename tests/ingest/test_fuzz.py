"""Whatever bytes come in, what goes out is a report or one line that says why there is none.

`ONRECORD_FUZZ=5000 pytest tests/ingest/test_fuzz.py` tries so many of each kind, others each time.
"""

import gzip
import io
import json
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzzing import damaged, found, fuzz
from onrecord.errors import InputError
from onrecord.ingest import Options, load_rows
from onrecord.ingest.decode import decode
from onrecord.ingest.mail import read_mail
from onrecord.ingest.source import as_report
from onrecord.model import Document

TEXT = "The minister of Norland met the envoy of Sudmark in the capital on Monday to talk about the border. " * 3
TAGS = "html head title body article p div script style meta time table svg math template noscript a b".split()
PIECES = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *(f"</{tag}>" for tag in TAGS),
        *(TEXT, "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "\0", "&#x110000;", "&amp", "\ud800", "\u202e"),
        *('<script type="application/ld+json">', '{"@type": "NewsArticle", "headline": [['),
        *('"datePublished": "2025-13-77"}', '<meta property="og:title" content="', '">', "<p " + "a=b " * 50),
    ]
)
FIELDS = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats()),
    *(st.text(max_size=30), st.just(TEXT), st.just([])),
)


def rows_of(file: Path, content: bytes) -> list[Document | InputError]:
    file.write_bytes(content)
    rows = list(load_rows(file, Options()))
    assert all(isinstance(row, Document | InputError) for row in rows)
    assert not any("\n" in str(row) for row in rows if isinstance(row, InputError))
    return rows


def parquet_file() -> bytes:
    written = io.BytesIO()
    table = arrow.table({"id": [f"r{i}" for i in range(50)], "text": [TEXT] * 50, "date": ["2025-03-18"] * 50})
    parquet.write_table(table, written, row_group_size=20)
    return written.getvalue()


def warc_file() -> bytes:
    body = f"<html><head><title>Talks</title></head><body><article><p>{TEXT}</p></article></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: https://example.org/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    return b"".join(head % (i, len(http)) + http + b"\r\n\r\n" for i in range(4))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@fuzz
@given(st.one_of(st.binary(max_size=400), damaged(TEXT.encode("utf-16"))), st.one_of(st.none(), st.text(max_size=12)))
def test_bytes_are_text_or_refused(data: bytes, declared: str | None) -> None:
    assert isinstance(found(lambda: decode(data, "in.txt", declared=declared)), str)


@fuzz
@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=60).map("".join))
def test_a_page_is_a_report_or_refused(page: str) -> None:
    report = found(lambda: as_report("in.html", page, Options(), html=True))
    assert report.startswith("refused: in.html: ") if isinstance(report, str) else report.text.strip()


@fuzz
@given(
    data=st.lists(st.one_of(st.binary(max_size=80), st.just(b'{"text": "'), st.just(b'"}')), max_size=8).map(b"\n".join)
)
def test_lines_are_reports_or_refused(folder: Path, data: bytes) -> None:
    rows_of(folder / "in.jsonl", data)


@fuzz
@given(row=st.dictionaries(st.sampled_from("id text title url publisher language date x".split()), FIELDS))
def test_fields_of_any_type_are_read_or_refused(folder: Path, row: dict[str, object]) -> None:
    assert len(rows_of(folder / "in.jsonl", json.dumps(row).encode())) == 1


@fuzz
@given(data=st.one_of(st.binary(max_size=200), damaged(f'id,text\na,"{TEXT}"\nb,"{TEXT}"\n'.encode())))
def test_a_table_of_text_is_read_or_refused(folder: Path, data: bytes) -> None:
    rows_of(folder / "in.csv", data)
    rows_of(folder / "in.tsv", data)


@fuzz
@given(data=st.one_of(st.binary(max_size=200), damaged(parquet_file())))
def test_a_damaged_parquet_file_is_read_or_refused(folder: Path, data: bytes) -> None:
    rows_of(folder / "in.parquet", data)


@fuzz
@given(data=damaged(warc_file()), packed=st.booleans(), cut=st.integers(0, 40))
def test_a_damaged_web_archive_is_read_or_refused(folder: Path, data: bytes, packed: bool, cut: int) -> None:
    if packed:
        rows_of(folder / "in.warc.gz", gzip.compress(data)[: -cut or None])
    else:
        rows_of(folder / "in.warc", data)


MAIL = (
    "From: Lake Wire <desk@wire.example>\r\nSubject: =?utf-8?q?Talks_=C3=A9nd?=\r\n"
    "Date: Tue, 18 Mar 2025 21:30:00 +0300\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
    f"--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{TEXT}=\r\n"
    f"--b\r\nContent-Type: text/html\r\n\r\n<p>{TEXT}</p>\r\n--b--\r\n"
)


@fuzz
@given(data=st.one_of(st.binary(max_size=200), damaged(MAIL.encode()), damaged(MAIL.replace("plain", "html").encode())))
def test_a_damaged_mail_is_read_or_refused(data: bytes) -> None:
    report = found(lambda: read_mail(data, "in.eml"))
    assert report.startswith("refused: in.eml: ") if isinstance(report, str) else isinstance(report.text, str)
