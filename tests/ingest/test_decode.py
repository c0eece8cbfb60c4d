"""Bytes to text: nothing is changed, nothing is guessed where it can be known, and no binary passes for text."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.decode import decode

REPORT = "The minister said the “pact” — signed in Málaga — wouldn’t change the regime at the crossing.\r\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_decode_gives_back_any_text_in_utf8(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_decode_reads_what_offices_save(encoding: str) -> None:
    assert decode(REPORT.encode(encoding), "a.txt") == REPORT


def test_decode_reads_big_endian_text_with_a_mark() -> None:
    assert decode(b"\xfe\xff" + REPORT.encode("utf-16-be"), "a.txt") == REPORT


def test_decode_reads_latin_1() -> None:
    text = "Officials in São Tomé said the café was closed on Monday."
    assert decode(text.encode("latin-1"), "a.txt") == text


def test_decode_keeps_line_ends_apart() -> None:
    assert decode(b"One.\r\nTwo.\rThree.\n", "a.txt") == "One.\r\nTwo.\rThree.\n"


def test_decode_takes_utf8_before_what_a_page_declares() -> None:
    assert decode("Málaga".encode(), "a.html", declared="windows-1252") == "Málaga"


def test_decode_takes_what_a_page_declares_before_what_it_looks_like() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "a.html", declared="iso-8859-2") == "Łódź"


@pytest.mark.parametrize("declared", ["no-such-encoding", "zlib_codec", "rot13", "idna"])
def test_decode_survives_a_declared_encoding_that_is_none(declared: str) -> None:
    assert decode(REPORT.encode("cp1252"), "a.html", declared=declared) == REPORT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"%PDF-1.7 and so on", "is a PDF file, not text"),
        (b"PK\x03\x04word/document.xml", "is a ZIP archive or an office document, not text"),
        (gzip.compress(b"The minister spoke.", mtime=0), "is a gzip file, not text"),
        (b"The minister\x00spoke.", "is binary, not text"),
        (bytes(range(1, 32)) * 9, "is binary, not text"),
        ("Kein Zeichen".encode("utf-16-le"), "is binary, not text"),
        (bytes(range(128, 256)) * 20, "could not be told; save it as UTF-8"),
        (b"\xff\xfe\x00\xd8", "could not be told; save it as UTF-8"),
    ],
)
def test_decode_refuses_by_name(content: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refusal:
        decode(content, "reports/a.txt")
    assert str(refusal.value).startswith("reports/a.txt: ")
    assert str(refusal.value).endswith(reason)
