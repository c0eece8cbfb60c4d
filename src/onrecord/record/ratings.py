"""How far people trust a source and an item: two scales that are never mixed, nor with the machine's confidence.

The scales are those of the Admiralty system (NATO AJP-2.1): the reliability of a source from A (reliable) to E
(unreliable), F where it can't be judged; the credibility of an item from 1 (confirmed) to 5 (improbable), 6 where it
can't be judged. Rows are added, and of two on one thing the later counts. An item that a recoding gave
another id is found again where it stands, as corrections find theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, exists, func, insert, or_, select

from onrecord.errors import RecordError
from onrecord.model import from_json, to_json
from onrecord.record import schema
from onrecord.record.correction import Address, Sort
from onrecord.record.current import scene_of
from onrecord.record.decided_schema import rating
from onrecord.record.names import name_key
from onrecord.record.rows import Grade

R = rating.c

ItemKey = tuple[str, str]
"""A report's id and the id of an event or attribution in it."""


class Scale(StrEnum):
    """What is rated: an outlet or speaker by name, or an event or attribution."""

    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"


RATED = (Sort.EVENT, Sort.ATTRIBUTION)
GRADES = {Scale.RELIABILITY: "ABCDEF", Scale.CREDIBILITY: "123456"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """A person's rating. A source is a `name`; an item is an event or attribution (`item`) of a `document`."""

    number: int
    scale: Scale
    name: str
    document: str
    item: str
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """Those that count: of sources by the key of their name, of items by report and id."""

    sources: Mapping[str, Grade]
    items: Mapping[ItemKey, Grade]

    def of_source(self, name: str | None) -> Grade | None:
        return self.sources.get(name_key(name)) if name and self.sources else None


def rate_source(connection: Connection, name: str, *, grade: str, author: str, reason: str, at: str) -> RatingRow:
    """Adds how reliable a source is, from A to F. Raises RecordError for another grade."""
    key = name_key(name)
    if not key:
        raise RecordError("a source has a name; give that of an outlet or a speaker")
    return _keep(
        connection,
        {"scale": Scale.RELIABILITY, "name": name, "name_key": key, "document": "", "item": ""},
        Grade(grade=grade, author=author, at=at, reason=reason),
    )


def rate_item(
    connection: Connection, document: str, item: str, *, grade: str, author: str, reason: str, at: str
) -> RatingRow:
    """Adds how credible an event or attribution is, from 1 to 6. Raises RecordError for another grade, or no item."""
    scene = scene_of(connection, document)
    target = scene.address(scene.item(item))
    if target.sort not in RATED:
        raise RecordError(f"{document}: an event or an attribution is rated; {item} is neither")
    return _keep(
        connection,
        {
            "scale": Scale.CREDIBILITY,
            "name": "",
            "name_key": "",
            "document": document,
            "item": item,
            "target": to_json(target),
        },
        Grade(grade=grade, author=author, at=at, reason=reason),
    )


def all_ratings(connection: Connection) -> tuple[RatingRow, ...]:
    """Every rating, those that count no more too, in the order of their making."""
    return tuple(_row(dict(row)) for row in connection.execute(select(rating).order_by(R.key)).mappings())


def live_ratings(connection: Connection) -> Ratings:
    """The latest rating of each source and item."""
    sources, items = {}, {}
    for row in connection.execute(_latest()).mappings().all():
        if row["scale"] == Scale.RELIABILITY:
            sources[row["name_key"]] = _grade(row)
        elif item := row["item"] if row["held"] else _moved(connection, row):
            items[row["document"], item] = _grade(row)
    return Ratings(sources=sources, items=items)


@cache
def _latest() -> Select[Any]:
    """Asks for the latest of each source and item; put together once, since a page asks it many times."""
    latest = select(func.max(R.key)).group_by(R.scale, R.name_key, R.document, R.item)
    return select(rating, _held()).where(R.key.in_(latest)).order_by(R.key)


def _held() -> ColumnElement[bool]:
    """Whether the item still has the id by which it was rated."""
    d, v, a = schema.document.c, schema.event.c, schema.attribution.c
    event = exists().where(d.id == R.document, v.document == d.key, v.id == R.item)
    attribution = exists().where(d.id == R.document, a.document == d.key, a.id == R.item)
    return or_(event, attribution).label("held")


def _moved(connection: Connection, row: RowMapping) -> str | None:
    """The id that the item has now; none where it is gone."""
    if not row["target"]:
        return None
    try:
        scene = scene_of(connection, row["document"])
        return scene.id_of(scene.find(from_json(Address, row["target"])))
    except RecordError:
        return None


def _keep(connection: Connection, about: dict[str, Any], grade: Grade) -> RatingRow:
    known = GRADES[Scale(about["scale"])]
    if len(grade.grade) != 1 or grade.grade not in known:
        raise RecordError(f"{grade.grade}: no {about['scale']}; it goes from {known[0]} to {known[-1]}")
    parts = {name: getattr(grade, name) for name in ("grade", "author", "at", "reason")}
    values = {**about, "scale": str(about["scale"]), **parts}
    made = connection.execute(insert(rating).values(values)).inserted_primary_key
    return _row({**values, "key": int(made[0]) if made else 0})


def _row(row: dict[str, Any]) -> RatingRow:
    return RatingRow(
        number=row["key"],
        scale=Scale(row["scale"]),
        name=row["name"],
        document=row["document"],
        item=row["item"],
        grade=_grade(row),
    )


def _grade(row: Any) -> Grade:
    return Grade(grade=row["grade"], author=row["author"], at=row["at"], reason=row["reason"])
