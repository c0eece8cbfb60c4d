"""One report from wherever a user points, as it is, or one clear line."""

import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest import Options, load, load_rows
from onrecord.model import Basis
from pages import FIRST, TEXT, TITLE, ld, page, send, serve

HEAD = ld({"@type": "NewsArticle", "datePublished": "2025-03-18T23:30:00-05:00", "publisher": {"name": "Example Wire"}})


@contextmanager
def kept(content: bytes) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder), "a.html", content)


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_source_keeps_a_text_file_as_it_is(tmp_path: Path) -> None:
    text = f"{TITLE}\r\n\r\n  {FIRST}\n"
    document = load(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode()))
    assert document.text == text
    assert (document.title, document.url, document.date, document.language) == (None, None, None, "en")
    assert document.date_basis is Basis.UNKNOWN


def test_source_reads_a_page_with_what_it_says_of_itself(tmp_path: Path) -> None:
    document = load(write(tmp_path, "a.HTM", page(head=HEAD)))
    assert (document.text, document.title, document.publisher) == (TEXT, TITLE, "Example Wire")
    assert (document.date, document.date_basis) == ("2025-03-18T23:30:00-05:00", Basis.METADATA)


def test_source_lets_the_user_win_over_the_page(tmp_path: Path) -> None:
    options = Options(date="2025-03-17", title="The Lake", publisher="A Paper")
    document = load(write(tmp_path, "a.html", page(head=HEAD)), options)
    assert (document.title, document.publisher) == ("The Lake", "A Paper")
    assert (document.date, document.date_basis) == ("2025-03-17", Basis.GIVEN)
    assert document.text == TEXT


def test_source_reads_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    html = page(head="<meta charset=iso-8859-2>", body=f"<p>{FIRST} Łukasz Żak was there too.</p>" * 2)
    assert "Łukasz Żak was there too." in load(write(tmp_path, "a.html", html.encode("iso-8859-2"))).text


def test_source_shows_markup_of_a_text_file_as_text(tmp_path: Path) -> None:
    assert load(write(tmp_path, "a.txt", page())).text == page()


@pytest.mark.parametrize(("content", "text"), [(page(), TEXT), (TEXT, TEXT)])
def test_source_tells_page_from_text_on_standard_input(
    content: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert load("-").text == text


def test_source_reads_an_address_and_calls_the_report_by_it() -> None:
    answers = {
        "/a": send(b"", status=302, Location="/b"),
        "/b": send(page(head=HEAD).encode(), Content_Type="text/html"),
    }
    with serve(answers) as site:
        document = load(f"{site}/a", Options(allow_private=True))
        assert document.id == document.url == f"{site}/b"
    assert document.text == TEXT


def test_source_reads_plain_text_from_an_address() -> None:
    with serve({"/a": send(TEXT.encode("cp1252"), Content_Type="text/plain; charset=windows-1252")}) as site:
        assert load(f"{site}/a", Options(allow_private=True)).text == TEXT


def test_source_calls_the_same_text_by_the_same_id(tmp_path: Path) -> None:
    one, two = (load(write(tmp_path, name, TEXT)) for name in ("a.txt", "b.txt"))
    assert one.id == two.id != load(write(tmp_path, "c.txt", TEXT + "\n")).id


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", "", "is empty"),
        ("blank.txt", "\ufeff \n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "is an image, not text"),
        ("letter.docx", b"PK\x03\x04", "is a ZIP archive or an office document, not text"),
        ("word.txt", "a" * 1_048_576, "has 1,048,576 characters; onrecord reads up to 1,000,000 a report"),
        ("large.txt", "a" * 10_000_001, "is larger than 10,000,000 bytes"),
        ("menu.html", "<html><nav><a href='/'>Home</a></nav></html>", "no article found in it"),
        ("deutsch.txt", "Der Minister hat am Montag nicht mit der Presse und auch nicht mit dem Rat über das Abkommen "
         "gesprochen, und die Lage ist ernst.", "is written in German, not English; onrecord reads English"),
    ],
)  # fmt: skip
def test_source_refuses_by_name(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(InputError) as refusal:
        load(path)
    assert str(refusal.value) == f"{path}: {reason}"


def test_source_names_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        load(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="is a folder"):
        load(str(tmp_path))
    with pytest.raises(InputError, match="could not be opened"):
        load("a\0b.txt")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["", "<html><body><p>", '<script type="application/ld+json">{"@type":"Article",']),
)
def test_source_reads_or_refuses_any_bytes(content: bytes, start: str) -> None:
    with kept(start.encode() + content) as path:
        (row,) = load_rows(path)
    assert len(str(row).splitlines()) == 1 if isinstance(row, InputError) else row.text.strip()


def test_source_options_refuse_a_date_that_is_none() -> None:
    with pytest.raises(InputError, match="--date: '18 March' is no date; write it as 2025-03-18"):
        Options(date="18 March")
