"""Who holds or held which office, the same office told by several reports once."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Kind
from onrecord.record.page_rows import HolderRow
from onrecord.record.rows import DocumentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office and its holder, each by name, and the reports that say just this of it."""

    holder: str
    kind: Kind
    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    appointed_by: str | None
    reports: tuple[DocumentRow, ...]


def as_tenures(rows: Iterable[HolderRow]) -> tuple[Tenure, ...]:
    """The offices in the order in which they are first told."""
    told: dict[tuple[object, ...], list[HolderRow]] = {}
    for row in rows:
        key = (row.holder, row.title.casefold(), row.body, row.country, row.since, row.until, row.appointed_by)
        told.setdefault(key, []).append(row)
    return tuple(_tenure(same) for same in told.values())


def _tenure(rows: list[HolderRow]) -> Tenure:
    first = rows[0]
    return Tenure(
        holder=first.holder,
        kind=first.kind,
        title=first.title,
        body=first.body,
        country=first.country,
        since=first.since,
        until=first.until,
        appointed_by=first.appointed_by,
        reports=tuple({row.document.id: row.document for row in rows}.values()),
    )
