"""E-mail files: the text part, or else the HTML part; who sent it, when, about what."""

import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest import load, load_rows
from onrecord.ingest.mail import read_mail
from onrecord.model import Basis, Document
from pages import FIRST, SECOND, TEXT, page

TABLE = f"<html><body><table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table></body></html>"


def mail(text: str | None = TEXT, html: str | None = None, attachment: bytes | None = None, **headers: str) -> bytes:
    """A message with these parts; a header's name is written with underscores."""
    message = EmailMessage()
    told = {
        "Subject": "Envoys meet",
        "From": "Lake Wire <desk@wire.example>",
        "Date": "Tue, 18 Mar 2025 21:30:00 +0300",
    }
    for name, value in (told | headers).items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    if attachment is not None:
        message.add_attachment(attachment, maintype="text", subtype="plain", filename="secret.txt")
    return message.as_bytes()


def test_a_mail_gives_text_subject_sender_and_date() -> None:
    found = read_mail(mail(), "a.eml")
    assert found.text == TEXT
    assert (found.title, found.publisher, found.date) == ("Envoys meet", "Lake Wire", "2025-03-18T21:30:00+03:00")


@pytest.mark.parametrize(
    "data",
    [mail(html="<p>Other</p>"), mail(attachment=b"Attached."), mail(html="<p>Other</p>", attachment=b"Attached.")],
    ids=["two ways", "attachment", "both"],
)
def test_the_text_part_goes_before_others(data: bytes) -> None:
    assert read_mail(data, "a.eml").text == TEXT


def test_a_mail_of_html_alone_gives_its_article() -> None:
    assert read_mail(mail(text=None, html=page()), "a.eml").text == TEXT


def test_a_mail_laid_out_in_a_table_gives_all_its_text() -> None:
    text = read_mail(mail(text=None, html=TABLE), "a.eml").text
    assert FIRST in text
    assert SECOND in text


def test_an_encoded_subject_and_an_address_without_a_name_are_read() -> None:
    found = read_mail(mail(Subject="=?utf-8?q?Vis=C3=A9?=", From="desk@wire.example"), "a.eml")
    assert (found.title, found.publisher) == ("Visé", "desk@wire.example")


def test_a_mail_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(text=TEXT.replace("\n", "\r\n")))
    document = load(str(tmp_path / "a.eml"))
    assert document.text == TEXT
    assert (document.date, document.date_basis) == ("2025-03-18T21:30:00+03:00", Basis.METADATA)


def test_a_folder_may_hold_mails(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail())
    (tmp_path / "b.txt").write_text(TEXT)
    assert [row.title for row in load_rows(tmp_path) if isinstance(row, Document)] == ["Envoys meet", None]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Subject: only a header\n\n",
        mail(text=None, attachment=b"Attached."),
        b"Content-Type: text/plain; charset=no-such\n\nText",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        bytes(range(256)),
    ],
)
def test_what_has_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    with pytest.raises(InputError) as error:
        load(str(tmp_path / "a.eml"))
    assert "\n" not in str(error.value)


def test_without_the_extra_an_html_mail_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"^a\.eml: is an e-mail in HTML; `pip install onrecord\[pages\]`"):
        read_mail(mail(text=None, html=TABLE), "a.eml")
    assert read_mail(mail(), "a.eml").text == TEXT
