"""Through whose mouths something came to the reader."""

from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from onrecord.model import Act, Extent
from onrecord.record.rows import DocumentRow, FigureRow, Grade, Sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a chain. `name` is absent where the report does not say who; `act` where it is the outlet itself;
    `reliability` where nobody rated it."""

    name: str | None
    country: str | None = None
    act: Act | None = None
    channel: str | None = None
    reliability: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A number of people or things and on whose word it stands. `high` is absent for "at least"; `currency` is the
    ISO 4217 code of a sum of money."""

    what: str
    low: int | None
    high: int | None
    voices: tuple[Voice, ...]
    extent: Extent | None
    currency: str | None = None


def voices_of(document: DocumentRow, attribution: str | None, sayings: Sayings) -> tuple[Voice, ...]:
    """The outlet, whom it quotes, whom those quote, and so on to the one whose word it is."""
    inwards: list[Voice] = []
    saying = sayings.get((document.id, attribution)) if attribution else None
    while saying:
        inwards.append(
            Voice(
                name=saying.source,
                country=saying.country,
                act=saying.act,
                channel=saying.channel,
                reliability=saying.reliability,
            )
        )
        saying = sayings.get((document.id, saying.within)) if saying.within else None
    return (Voice(name=outlet(document), reliability=document.reliability), *reversed(inwards))


def outlet(document: DocumentRow) -> str:
    """Who brings the report: its publisher, else the host of its address, else its id, of a path the file's name."""
    return document.publisher or urlsplit(document.url or "").hostname or PurePath(document.id).name or document.id


def told(figure: FigureRow, document: DocumentRow, sayings: Sayings) -> ToldFigure:
    """The figure with its chain."""
    return ToldFigure(
        what=figure.what,
        low=figure.low,
        high=figure.high,
        voices=voices_of(document, figure.attribution, sayings),
        extent=figure.extent,
        currency=figure.currency,
    )
