"""One report, from wherever a user points: a file, standard input or an address."""

import sys
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.ingest.admit import admit
from onrecord.ingest.decode import decode
from onrecord.ingest.mail import MAIL_SUFFIXES, read_mail
from onrecord.ingest.options import Options
from onrecord.ingest.page import Page, declared_charset, is_page, read_page
from onrecord.ingest.stores import as_path, is_address
from onrecord.model import Basis, Document

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
TEXT_SUFFIXES = frozenset((".txt", ".text"))


def load(source: str, options: Options | None = None, *, id: str | None = None) -> Document:
    """The report that `source` names: the path of a text, HTML or e-mail file, `-` for standard input, an address.

    A text file's characters are kept as they are, line ends too. Raises InputError for what can't be read.
    """
    options = options or Options()
    if is_address(source):
        from onrecord.ingest.fetch import fetch  # here, since a file needs no network

        answer = fetch(source, options)
        return _document(source, answer.body, options, html=answer.is_page, charset=answer.charset, url=answer.url)
    if source == "-":
        return _document(source, _limited(sys.stdin.buffer, source, options.max_bytes), options, id=id)
    suffix = Path(source).suffix.lower()
    if suffix in MAIL_SUFFIXES:
        return _report(source, read_mail(_file(source, options.max_bytes), source), options, id=id)
    html = True if suffix in PAGE_SUFFIXES else False if suffix in TEXT_SUFFIXES else None
    return _document(source, _file(source, options.max_bytes), options, html=html, id=id)


def _document(
    source: str,
    data: bytes,
    options: Options,
    *,
    html: bool | None = None,
    charset: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Document:
    declared = charset or (None if html is False else declared_charset(data))
    return as_report(source, decode(data, source, declared=declared), options, html=html, url=url, id=id)


def as_report(
    source: str, text: str, options: Options, *, html: bool | None = None, url: str | None = None, id: str | None = None
) -> Document:
    """The report that a text is, or that a page holds; whether it is a page is looked at where `html` is None.

    Raises InputError for what is no report in English.
    """
    page = read_page(text, source) if html or (html is None and is_page(text)) else Page(text=text)
    return _report(source, page, options, url=url, id=id)


def _report(source: str, page: Page, options: Options, *, url: str | None = None, id: str | None = None) -> Document:
    date = options.date or page.date
    return Document.from_text(
        page.text,
        id=id,
        title=options.title or page.title,
        url=url or page.url,
        publisher=options.publisher or page.publisher,
        language=admit(source, page.text),
        date=date,
        date_basis=Basis.UNKNOWN if date is None else Basis.GIVEN if options.date else Basis.METADATA,
    )


def _file(path: str, max_bytes: int) -> bytes:
    try:
        with as_path(path).open("rb") as file:
            return _limited(file, path, max_bytes)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file") from error
    except IsADirectoryError as error:
        raise InputError(path, "is a folder; `onrecord code` and `onrecord add` take folders") from error
    except (OSError, ValueError) as error:
        raise InputError(path, f"could not be opened: {getattr(error, 'strerror', None) or error}") from error


def _limited(file: BinaryIO, source: str, max_bytes: int) -> bytes:
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(source, f"is larger than {max_bytes:,} bytes")
    return data
