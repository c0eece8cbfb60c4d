"""A report as it came in, before it is read, and what is known of its date."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.extent import Extent


class Basis(StrEnum):
    """What a report's date rests on."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. All offsets in its Reading count the characters of `text` exactly as it stands here.

    `date` is an ISO date that somebody gave or that the page's metadata hold (`date_basis` says which).
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    date: str | None = None
    date_basis: Basis = Basis.GIVEN

    @staticmethod
    def from_text(
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        language: str | None = None,
        date: str | None = None,
        date_basis: Basis = Basis.GIVEN,
    ) -> "Document":
        """A document whose id, where none is given, is its address or else a digest of its text."""
        return Document(
            id=id or url or digest(text)[:16],
            text=text,
            title=title,
            url=url,
            publisher=publisher,
            language=language,
            date=date,
            date_basis=date_basis,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The date of the report (ISO), what it rests on, the words that say so, and those that speak against it."""

    value: str | None = None
    basis: Basis = Basis.UNKNOWN
    spans: tuple[Extent, ...] = ()
    confidence: float = 0.0
    against: tuple[Extent, ...] = ()


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits. Lone surrogates are kept apart, not refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
