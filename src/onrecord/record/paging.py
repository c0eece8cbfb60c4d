"""A page of an answer: so many items, after so many. What is asked for all at once is asked for without one."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """At most `limit` items, the first `offset` of them passed over."""

    limit: int = 50
    offset: int = 0


FIRST = Page()
"""The first page."""


def cut(query: Select[Any], page: Page | None) -> Select[Any]:
    """The query for one page of its rows, or for all."""
    return query if page is None else query.limit(page.limit).offset(page.offset)
