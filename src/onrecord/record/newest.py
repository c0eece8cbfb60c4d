"""The newest of much: looked for in the reports that were published last, so that a page costs what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, select
from sqlalchemy.sql.selectable import SelectBase

from onrecord.record import schema
from onrecord.record.paging import Page, cut

LOOKED_AT = 4
"""So many of the newest reports are looked at first for each item of the page that is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Few:
    """The only reports that can hold what is asked for, by number, and about how many they are."""

    reports: SelectBase
    count: int


def newest_page(
    connection: Connection, ordered: Select[Any], report: Column[Any], page: Page, few: Few | None = None
) -> Sequence[Any]:
    """A page of what is asked for, ordered by newest report, the last first; `report` is the number of one.

    It is looked for in the newest reports first, and in ten times as many while that is too few; then in all, or in
    the `few` where these are no more.
    """
    d, asked = schema.document.c, cut(ordered, page)
    count = LOOKED_AT * (page.offset + page.limit)
    while (few is None or count < few.count) and (since := _published_last(connection, count)):
        found = connection.execute(asked.where(report.in_(select(d.key).where(d.published >= since)))).all()
        if len(found) == page.limit:
            return found
        count *= 10
    return connection.execute(asked if few is None else asked.where(report.in_(few.reports))).all()


def _published_last(connection: Connection, count: int) -> str | None:
    """The day on or after which the last `count` reports were published; none where there are not that many."""
    published = schema.document.c.published
    days = select(published).where(published.is_not(None)).order_by(published.desc())
    return connection.scalar(days.limit(1).offset(count))
