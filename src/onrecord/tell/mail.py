"""Matches by e-mail, through the SMTP server that the user names."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import unquote, urlsplit

from onrecord.errors import InputError
from onrecord.export.plain import one_line
from onrecord.tell.notice import Notice

SCHEMES = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
"""Plain, with STARTTLS, and TLS from the first byte on, each with its usual port."""
DOMAIN = "onrecord.invalid"
"""Of Message-IDs: mail does not tell the name of the machine that sends it."""
TIMEOUT = 20.0
"""Seconds that a mail server may take for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed in, and from whom. `user` and `password` are absent where it asks for none."""

    scheme: str
    host: str
    port: int
    user: str | None
    password: str | None
    sender: str

    @classmethod
    def at(cls, address: str, *, sender: str, password: str | None = None) -> "MailServer":
        """From `smtp+tls://user@host:587`. Raises InputError for what is no such address, or holds a password."""
        try:
            parts = urlsplit(address)
            port = parts.port or SCHEMES.get(parts.scheme)
        except ValueError as error:
            raise InputError(address, "is no mail server; write it as smtp+tls://user@host:587") from error
        if parts.scheme not in SCHEMES or not parts.hostname or port is None:
            raise InputError(address, "is no mail server; write it as smtp+tls://user@host:587")
        if parts.password:
            raise InputError(parts.hostname, "has a password in its address; give it as ONRECORD_SMTP_PASSWORD")
        user = unquote(parts.username) if parts.username else None
        return cls(scheme=parts.scheme, host=parts.hostname, port=port, user=user, password=password, sender=sender)


def compose(name: str, notices: Sequence[Notice], *, sender: str, to: str) -> EmailMessage:
    """The mail in plain text, to an address that is one (`channels.checked`)."""
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, to
    mail["Date"], mail["Message-ID"] = format_datetime(datetime.now(UTC)), make_msgid(domain=DOMAIN)
    count = f"{len(notices)} new match{'' if len(notices) == 1 else 'es'}"
    mail["Subject"] = f"{one_line(name)}: {count}"
    mail.set_content("\n\n".join(map(_told, notices)) + "\n")
    return mail


def send(mail: EmailMessage, server: MailServer) -> None:
    """Hands the mail in. Raises InputError, naming the server, where it is not taken."""
    try:
        with _connect(server) as connection:
            if server.scheme == "smtp+tls":
                connection.starttls(context=ssl.create_default_context())
            if server.user:
                connection.login(server.user, server.password or "")
            connection.send_message(mail)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise InputError(server.host, f"took no mail: {' '.join(str(error).split())}") from error


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.scheme == "smtps":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)


def _told(notice: Notice) -> str:
    where = " · ".join(filter(None, (notice.headline, notice.outlet, notice.published)))
    return f"{notice.title}: {notice.words}\n{where}\n{notice.address}"
