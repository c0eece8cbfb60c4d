"""Which events two parties had with each other."""

import re

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, exists, func, or_, select, tuple_

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.gather import gather_documents, gather_events, gather_sayings
from onrecord.record.hits import WANTED, keep
from onrecord.record.parties import Party, as_party, entities_of, is_party
from onrecord.record.rows import EventRows

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ONE, OTHER, THIRD = (schema.event_party.alias(name) for name in ("one", "other", "third"))
"""Parts in one event. An alias takes longer to make than the question that it stands in takes to be answered."""


def find_events(
    connection: Connection, a: str, b: str | None, *, since: str | None, until: str | None, type: str | None
) -> EventRows:
    """Events that `a` is a party to, on the other side of `b` where `b` is given.

    `since` and `until` (ISO dates, a year or a month will do) keep the events that may lie between them; an event
    without any date then drops out. Raises RecordError for a date of another form.
    """
    keep(connection, WANTED, wanted_events(a, b, since=since, until=until, type=type))
    documents = gather_documents(connection, WANTED)
    return EventRows(
        events=gather_events(connection, documents, WANTED),
        sayings=gather_sayings(connection, documents, WANTED),
    )


def wanted_events(
    a: str | None,
    b: str | None,
    *,
    since: str | None,
    until: str | None,
    type: str | None,
    quad: str | None = None,
    newest: int | None = None,
) -> Select[int, str]:
    """Asks for document and id of what `find_events` finds, or of what of it is of a quad ("conflict" for both of
    its quads) or told by so many of the newest reports. Without `a`, events of everybody."""
    v = schema.event.c
    wanted = select(v.document, v.id)
    if a is not None:
        hits = involving(as_party(a)) if b is None else between(as_party(a), as_party(b))
        if not (since or until or type or quad or newest):
            return hits
        wanted = wanted.where(tuple_(v.document, v.id).in_(hits))
    if since:
        wanted = wanted.where(func.coalesce(v.until, v.since) >= day(since))
    if until:
        wanted = wanted.where(func.coalesce(v.since, v.until) <= last_day(until))
    if type:
        wanted = wanted.where(v.type == type.upper())
    if quad:
        wanted = wanted.where(v.quad.endswith(quad, autoescape=True))
    if newest:
        wanted = wanted.where(v.document.in_(newest_reports(newest)))
    return wanted


def newest_reports(number: int) -> Select[int]:
    """Asks for the keys of so many reports that came last."""
    d = schema.document.c
    return select(d.key).order_by(d.key.desc()).limit(number)


def involving(a: Party) -> Select[int, str]:
    """Document and id of every event that the party has a part in."""
    return _parts(a, ONE).distinct()


def between(a: Party, b: Party) -> Select[int, str]:
    """Document and id of every event that has the two on its two sides.

    In a reciprocal event (no recipient) all parties are actors; else the two must be on different sides.
    """
    one, other = ONE.c, OTHER.c
    if a.country is not None:
        a, b = b, a  # the two sides are alike, and of a name there are fewer
    theirs = other.country == b.country if b.country else is_party(other.document, other.entity, b)
    return (
        _parts(a, ONE)
        .join(OTHER, and_(other.document == one.document, other.event == one.event, theirs))
        .where(one.entity != other.entity, on_two_sides(ONE, OTHER))
        .distinct()
    )


def on_two_sides(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """That two parts in an event are on different sides of it, or that it is reciprocal."""
    third = THIRD.c
    recipients = exists().where(third.document == one.c.document, third.event == one.c.event, third.role == "recipient")
    return or_(one.c.role != other.c.role, ~recipients)


def _parts(party: Party, one: FromClause) -> Select[int, str]:
    """Document and id of the events in which a part, `one`, is the party's."""
    if party.country is not None:
        return select(one.c.document, one.c.event).where(one.c.country == party.country)
    mine = entities_of(party).subquery()
    belongs = and_(one.c.document == mine.c.document, one.c.entity == mine.c.id)
    return select(one.c.document, one.c.event).join_from(mine, one, belongs)


def day(words: str) -> str:
    """The words, if they are an ISO date, month or year. Raises RecordError for anything else."""
    if not DAY.fullmatch(words):
        raise RecordError(f"{words}: no date; write it as 2025-03-18, 2025-03 or 2025")
    return words


def last_day(words: str) -> str:
    """What no day of that date, month or year comes after, as ISO dates are compared."""
    return (day(words) + "-99-99")[:10]
