"""The codings of a record: which editions of the reader have read its reports, and what each read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, distinct, func, select

from onrecord.errors import RecordError
from onrecord.model import Edition, Reading, reading_from_json
from onrecord.record import schema
from onrecord.record.current import LIVE

R = schema.reading.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that one edition read. `number` counts editions as they came, from 1; `current` are the reports whose reading
    of this edition stands. `recorded_at` is when it read first, empty where times were not kept yet."""

    number: int
    version: str
    lexicon: str
    model: str
    reports: int
    current: int
    recorded_at: str

    @property
    def edition(self) -> Edition:
        return Edition(version=self.version, lexicon=self.lexicon, model=self.model)


def all_codings(connection: Connection) -> tuple[Coding, ...]:
    """Every coding, the first first."""
    standing = func.count(case((LIVE, R.key)))
    query = (
        select(R.version, R.lexicon, R.model, func.count(distinct(R.document)), standing, func.min(R.recorded_at))
        .group_by(R.version, R.lexicon, R.model)
        .order_by(func.min(R.key))
    )
    return tuple(
        Coding(number=n, version=v, lexicon=x, model=m, reports=reports, current=current, recorded_at=at)
        for n, (v, x, m, reports, current, at) in enumerate(connection.execute(query), start=1)
    )


def find_coding(connection: Connection, named: str) -> Coding:
    """The coding of a number, or the last one of a version. Raises RecordError where there is none."""
    codings = all_codings(connection)
    for coding in reversed(codings):
        if named in (str(coding.number), coding.version):
            return coding
    known = ", ".join(f"{c.number} ({c.version})" for c in codings) or "none"
    raise RecordError(f"no coding is called {named}; `onrecord codings` lists them: {known}")


def read_by(connection: Connection, coding: Coding) -> Iterator[Reading]:
    """The last reading that a coding made of each report, corrections left out, in the order of the reports."""
    d = schema.document.c
    latest = _of(coding).with_only_columns(func.max(R.key)).group_by(R.document)
    query = select(R.key).join_from(schema.reading, schema.document, d.key == R.document).where(R.key.in_(latest))
    for key in connection.scalars(query.order_by(d.id)).all():
        yield reading_from_json(connection.execute(select(R.json).where(R.key == key)).scalar_one())


def unread_by(connection: Connection, edition: Edition) -> tuple[str, ...]:
    """The reports, by id, whose current reading is of another edition."""
    d = schema.document.c
    same = [R[name] == getattr(edition, name) for name in ("version", "lexicon", "model")]
    done = select(R.document).where(LIVE, *same)
    return tuple(connection.scalars(select(d.id).where(d.key.not_in(done)).order_by(d.key)))


def _of(coding: Coding) -> Select[Any]:
    same = [R[name] == getattr(coding, name) for name in ("version", "lexicon", "model")]
    return select(schema.reading).where(*same)
