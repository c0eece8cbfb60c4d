"""What the templates say of values: dates, countries, chains of sources, addresses of other pages."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from onrecord.export import wording
from onrecord.export.dates import day, days, is_date
from onrecord.export.plain import one_line
from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.lexicon import load_types
from onrecord.model.amounts import amount
from onrecord.record.rows import DocumentRow, PartyRow
from onrecord.record.search import Sieve
from onrecord.views import Voice
from onrecord.views.voices import ToldFigure, outlet

EXCERPT = 320
"""Characters of a sentence that a list shows; the report has the rest."""
READ = 20 * EXCERPT
"""So much of a longer one is looked at; a sentence of a hostile report may have megabytes."""

GLYPHS = {
    "verbal cooperation": "△",
    "material cooperation": "▲",
    "verbal conflict": "▽",
    "material conflict": "▼",
}
"""Up for cooperation, down for conflict; hollow for words, filled for deeds."""

UNIONS = {"EUR": "European Union", "IGO": "international organisations", "UNO": "United Nations"}
"""PLOVER's codes for what has no country, where they mean one actor or nearly so."""


def country(code: str | None) -> str:
    """The country of a code; the code where there is none."""
    found = load_countries().by_code(code or "")
    return found.name if found else UNIONS.get(code or "", one_line(code or ""))


def chain(voices: Sequence[Voice]) -> str:
    """ "Daily X, from the Interior Ministry, quoting P. Otieno"."""
    return wording.passed_on([wording.brought_by(voice.name or "somebody") for voice in voices])


def types() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """PLOVER's types by quad, each with what it means."""
    kinds = {quad: tuple(t.id for t in load_types().values() if t.quad == quad) for quad in GLYPHS}
    return tuple((quad, tuple((id, wording.TYPES[id]) for id in ids)) for quad, ids in kinds.items())


def names(parties: Iterable[PartyRow]) -> str:
    """Names in one phrase; "somebody" for nobody."""
    found = list(dict.fromkeys(one_line(party.name) for party in parties))
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:]))) or "somebody"


def excerpt(words: str, sought: str = "") -> str:
    """The words on one line; of long ones the part around the first word sought, or the beginning."""
    line = one_line(words if sought else words[:READ])
    if len(line) <= EXCERPT:
        return line
    places = (line.casefold().find(word.casefold()) for word in re.findall(r"\w+", sought))
    start = max(min((at for at in places if at >= 0), default=0) - EXCERPT // 3, 0)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    return ("… " if start else "") + line[start : start + EXCERPT].rstrip() + " …"


def marked(words: str, sought: str) -> tuple[tuple[str, bool], ...]:
    """The words cut where one that is sought begins or ends, each part with whether it is one."""
    stems = [re.escape(word) for word in re.findall(r"\w{2,}", sought)[:20]]
    if not stems:
        return ((words, False),)
    parts = re.split(rf"(\b(?:{'|'.join(stems)})\w*)", words, flags=re.IGNORECASE)
    return tuple((part, bool(i % 2)) for i, part in enumerate(parts) if part)


def figure(told: ToldFigure) -> str:
    """ "12 killed", "at least 12 killed"."""
    return wording.count(told.what, told.low, told.high, told.currency)


def headline(document: DocumentRow) -> str:
    """A report's title, its address or its id."""
    return wording.titled(document.title, document.url, document.id)


def address(path: str, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), /, **more: Any) -> str:
    """The path with those of the values that there are, made safe for an address."""
    given = {name: value for name, value in {**dict(values), **more}.items() if value not in (None, "", False, 0)}
    return path + ("?" + urlencode(given) if given else "")


def conditions(sieve: Sieve) -> tuple[tuple[str, str], ...]:
    """What a sieve lets through only, by name."""
    return tuple((name, str(value)) for name, value in asdict(sieve).items() if value and name != "after")


def report(document: DocumentRow, item: str | None = None) -> str:
    """The address of a report, at one of its items."""
    return address("/report", id=document.id) + (f"#{item}" if item else "")


FILTERS: dict[str, Callable[..., Any]] = {
    "amount": lambda count: amount(count.low, count.high),
    "act": wording.ACTS.__getitem__,
    "address": address,
    "chain": chain,
    "conditions": conditions,
    "country": country,
    "day": day,
    "days": days,
    "excerpt": excerpt,
    "figure": figure,
    "glyph": lambda quad: GLYPHS.get(quad, "·"),
    "headline": headline,
    "is_date": is_date,
    "line": one_line,
    "means": lambda type: wording.TYPES.get(type, ""),
    "marked": marked,
    "modality": wording.MODALITIES.__getitem__,
    "names": names,
    "outlet": lambda document: wording.brought_by(outlet(document)),
    "quad": lambda type: load_types()[type].quad if type in load_types() else "",
    "report": report,
    "whens": lambda basis: wording.WHENS.get(basis, ""),
}
