"""An e-mail file to the report in it: its text part, or else its HTML part; attachments are not looked at."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from onrecord.errors import InputError
from onrecord.ingest.dates import as_iso
from onrecord.ingest.decode import binary_kind
from onrecord.ingest.extras import library
from onrecord.ingest.page import Page, read_page

MAIL_SUFFIXES = frozenset((".eml",))


def read_mail(data: bytes, source: str) -> Page:
    """The report that an e-mail is. Subject, From and Date are its title, publisher and date.

    Raises InputError where it has neither a text nor an HTML part.
    """
    if kind := binary_kind(data):
        raise InputError(source, f"is {kind}, not an e-mail")
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        if not isinstance(message, EmailMessage) or not isinstance(body, EmailMessage):
            raise InputError(source, "is an e-mail without text")
        content = str(body.get_content())
        subject, sender, date = (_header(message, name) for name in ("subject", "from", "date"))
    except (MessageError, LookupError, ValueError, TypeError) as error:
        raise InputError(source, f"is no e-mail that can be read ({' '.join(str(error).split())})") from error
    text = _from_html(content, source) if body.get_content_subtype() == "html" else content
    name, address = parseaddr(sender or "")
    return Page(
        text=text.replace("\r\n", "\n").strip("\n"),
        title=subject,
        publisher=name or address or None,
        date=as_iso(date) if date else None,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _from_html(html: str, source: str) -> str:
    """The article in it; a message that is laid out in tables has none that can be told, so all its text."""
    pages = library("trafilatura", source, kind="an e-mail in HTML", extra="pages")
    try:
        return read_page(html, source).text
    except InputError:
        return str(pages.html2txt(html))
