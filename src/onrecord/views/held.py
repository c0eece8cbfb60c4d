"""Offices that somebody holds or held, as reports tell them, and who else is told to hold them at one time."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.lexicon.offices import load_sole_offices
from onrecord.record.names import may_be_one, name_key
from onrecord.record.page_rows import HolderRow
from onrecord.record.rows import DocumentRow, OfficeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office and the reports that say so. `since` and `until` are ISO dates; the others are names.

    `first` and `last` are the dates of the first and the last report that tells of it.
    """

    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    appointed_by: str | None
    first: str | None = None
    last: str | None = None
    reports: tuple[DocumentRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Somebody else who is told to hold an office, of which there is one, at a time at which this one holds it."""

    title: str
    country: str | None
    holder: str
    since: str | None
    until: str | None
    reports: tuple[DocumentRow, ...]


def as_offices(rows: Iterable[OfficeRow]) -> tuple[HeldOffice, ...]:
    """Equal offices as one, by the day on which they began, those of no known day last."""
    found: dict[HeldOffice, dict[str, DocumentRow]] = {}
    for o in rows:
        office = HeldOffice(
            title=o.title,
            body=o.body,
            country=o.country,
            since=o.since,
            until=o.until,
            appointed_by=o.appointed_by,
        )
        found.setdefault(office, {})[o.document.id] = o.document
    held = (_told(office, tuple(reports.values())) for office, reports in found.items())
    return tuple(sorted(held, key=lambda o: (o.since or "9999", o.until or "9999", o.title, o.body or "")))


def _told(office: HeldOffice, reports: tuple[DocumentRow, ...]) -> HeldOffice:
    days = [report.published for report in reports if report.published]
    return replace(office, first=min(days, default=None), last=max(days, default=None), reports=reports)


def find_contradictions(
    offices: Iterable[HeldOffice], holders: Collection[HolderRow], names: Collection[str]
) -> tuple[Contradiction, ...]:
    """Others (none of the `names`, as keys) who hold one of the offices at a time at which it is held.

    Where a report tells no day on which a tenure begins or ends, the first and the last report of it stand for it.
    """
    found: dict[tuple[str, str, str], list[HolderRow]] = {}
    for office in offices:
        for holder in _others(office, holders, names):
            rows = found.setdefault((office.title, office.country or "", holder.holder), [])
            if holder not in rows:
                rows.append(holder)
    return tuple(_contradiction(title, rows) for (title, _, _), rows in sorted(found.items()))


def _others(office: HeldOffice, holders: Iterable[HolderRow], names: Collection[str]) -> Iterator[HolderRow]:
    titles = load_sole_offices().get(office.title.casefold(), frozenset())
    since, until = office.since or office.first, office.until or office.last
    for holder in holders:
        first, last = holder.since or holder.document.published, holder.until or holder.document.published
        same = office.country and holder.country == office.country and holder.title.casefold() in titles
        meet = since and until and first and last and first <= until and since <= last
        if same and meet and not any(may_be_one(name_key(holder.holder), name) for name in names):
            yield holder


def _contradiction(title: str, rows: list[HolderRow]) -> Contradiction:
    return Contradiction(
        title=title,
        country=rows[0].country,
        holder=rows[0].holder,
        since=min((row.since for row in rows if row.since), default=None),
        until=max((row.until for row in rows if row.until), default=None),
        reports=tuple({row.document.id: row.document for row in rows}.values()),
    )
