"""A match as it is told: who says it or which outlet, the words, the report, and where its page is."""

from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.export import wording
from onrecord.export.plain import one_line
from onrecord.record.rows import HitRow
from onrecord.views.voices import outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One match. `published` is an ISO date, `address` that of the report's page at the words' side note."""

    title: str
    words: str
    report: str
    headline: str
    outlet: str
    published: str | None
    attribution: str | None
    address: str


def as_notice(hit: HitRow, site: str) -> Notice:
    """The match, with an address below `site`."""
    document = hit.document
    said = (
        f"{one_line(hit.source or 'somebody')} {wording.ACTS[hit.act]}"
        if hit.act
        else wording.brought_by(outlet(document))
    )
    mark = f"#{hit.attribution}" if hit.attribution else ""
    return Notice(
        title=said,
        words=one_line(hit.words),
        report=document.id,
        headline=wording.titled(document.title, document.url, document.id),
        outlet=wording.brought_by(outlet(document)),
        published=document.published,
        attribution=hit.attribution,
        address=f"{site.rstrip('/')}/report?{urlencode({'id': document.id})}{mark}",
    )
