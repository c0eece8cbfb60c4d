"""Every version of a report that came in, the present one last."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, literal, null, or_, select, union_all

from onrecord.record import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A report as it came in once. `number` counts from 1.

    `recorded_at` is empty where the record did not keep times yet; `withdrawn_at` is absent for what still stands.
    """

    number: int
    id: str
    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str
    recorded_at: str
    withdrawn_at: str | None


def find_versions(connection: Connection, report: str) -> tuple[VersionRow, ...]:
    """All versions of the documents of this id or, where there are none, of this address, as they were recorded."""
    d = schema.document.c
    keys = connection.scalars(select(d.key).where(d.id == report)).all()
    if not keys:
        v = schema.version.c
        once = select(v.document).where(v.url == report)
        keys = connection.scalars(select(d.key).where(or_(d.url == report, d.key.in_(once)))).all()
    rows = connection.execute(_all_of(list(keys))).mappings()
    return tuple(VersionRow(number=n, **row) for n, row in enumerate(rows, start=1))


def _all_of(keys: list[int]) -> Select[Any]:
    same = [name for name in VersionRow.__dataclass_fields__ if name not in ("number", "withdrawn_at")]
    d, v = schema.document.c, schema.version.c
    former = select(*(v[name] for name in same), v.withdrawn_at, literal(0).label("present"), v.key)
    present = select(*(d[name] for name in same), null().label("withdrawn_at"), literal(1).label("present"), d.key)
    found = union_all(former.where(v.document.in_(keys)), present.where(d.key.in_(keys))).subquery()
    columns = [c for c in found.c if c.name not in ("present", "key")]
    last = func.coalesce(found.c.withdrawn_at, "9999")
    return select(*columns).order_by(found.c.recorded_at, last, found.c.present, found.c.key)
