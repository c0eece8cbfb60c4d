"""The record as it was at a time, or as the machine coded it: temporary views named like the tables.

Both databases look for a name among a connection's temporary tables first. So every query, unchanged, reads the views
for the length of its transaction. They let through what is the same in this sight; of the documents that are not, what
was kept then is projected again, so a look costs what changed since, not what the record holds; where nothing did, the
projections are seen as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    MetaData,
    Select,
    Table,
    and_,
    case,
    exists,
    false,
    insert,
    null,
    or_,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.sql.selectable import SelectBase

from onrecord.record import decided_schema, link_schema, schema
from onrecord.record.columns import METADATA
from onrecord.record.current import current
from onrecord.record.then_tables import changed_table, fill_then, then_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`until`: the last moment of which anything is seen (`clock.moment`); `as_coded`: without corrections."""

    until: str | None = None
    as_coded: bool = False


def look(connection: Connection, sight: Sight) -> None:
    """Makes the rest of the transaction see the record so."""
    home = _home(connection.dialect.default_schema_name or "main")
    for table, query in _truths(home, sight).items():
        _view(connection, table, query)
    changed = changed_table()
    changed.create(connection, checkfirst=False)
    connection.execute(insert(changed).from_select(["document"], _changed(home, sight)))
    if connection.scalar(select(changed.c.document).limit(1)) is None:
        if sight.as_coded:
            _view(connection, link_schema.told_event, _told(home, link_schema.told_event, sight.until))
        return
    fill_then(connection, current(connection, schema.document.c.key.in_(select(changed.c.document))))
    for table in schema.PROJECTIONS:
        _view(connection, table, union_all(_unchanged(home[table.name]), select(then_table(table))))
    if sight.as_coded:
        _view(connection, link_schema.told_event, _told_as_coded(home, sight))


@cache
def _home(name: str) -> Mapping[str, Table]:
    """The tables under the name of the database's own schema, which no view of ours can hide."""
    tables = MetaData()
    return {table.name: table.to_metadata(tables, schema=name) for table in METADATA.sorted_tables}


def _view(connection: Connection, table: Table, query: SelectBase) -> None:
    words = query.compile(connection, compile_kwargs={"literal_binds": True})
    connection.exec_driver_sql(f"CREATE TEMPORARY VIEW {table.name} AS {words}")


def _truths(home: Mapping[str, Table], sight: Sight) -> Mapping[Table, SelectBase]:
    """What was read, told and decided, as far as it is seen."""
    correction = home["correction"]
    seen: dict[Table, SelectBase] = {}
    if sight.as_coded:
        seen[decided_schema.correction] = select(correction).where(false())
    if sight.until is None:
        return seen
    seen[schema.document] = _documents(home, sight.until)
    seen[schema.version] = select(home["version"]).where(home["version"].c.withdrawn_at <= sight.until)
    seen[schema.reading] = _not_yet_withdrawn(home["reading"], home["reading"].c.recorded_at, sight.until)
    seen[link_schema.judgement] = _not_yet_withdrawn(home["judgement"], home["judgement"].c.at, sight.until)
    seen[decided_schema.rating] = select(home["rating"]).where(home["rating"].c.at <= sight.until)
    seen.setdefault(decided_schema.correction, select(correction).where(correction.c.at <= sight.until))
    told = [table for table in link_schema.PAST if not (sight.as_coded and table is link_schema.told_event)]
    return seen | {table: _told(home, table, sight.until) for table in told}


def _documents(home: Mapping[str, Table], until: str) -> SelectBase:
    document, version = home["document"], home["version"]
    then = (version.c.document.label("key") if c.name == "key" else version.c[c.name] for c in document.c)
    return union_all(
        select(document).where(document.c.recorded_at <= until),
        select(*then).where(_between(version, until)),
    )


def _told(home: Mapping[str, Table], table: Table, until: str | None) -> SelectBase:
    """Tellings as they were, or as they are."""
    now, past = home[table.name], home[link_schema.PAST[table].name]
    if until is None:
        return select(now)
    return union_all(
        select(now).where(now.c.recorded_at <= until),
        select(*(past.c[c.name] for c in now.c)).where(_between(past, until)),
    )


def _told_as_coded(home: Mapping[str, Table], sight: Sight) -> SelectBase:
    """What people rejected is told with what its report mainly tells of; what they added is not told."""
    then, kept = then_table(schema.event), home["event"]
    told = _told(home, link_schema.told_event, sight.until).subquery()
    tellings = _told(home, link_schema.telling, sight.until).subquery()
    missing = and_(
        ~exists().where(kept.c.document == then.c.document, kept.c.id == then.c.id),
        ~exists().where(told.c.document == then.c.document, told.c.event == then.c.id),
    )
    main = and_(tellings.c.document == then.c.document, tellings.c.main)
    rejected = select(then.c.document, then.c.id, tellings.c.incident, tellings.c.recorded_at).join(tellings, main)
    return union_all(select(told), rejected.where(missing))


def _between(table: FromClause, until: str) -> ColumnElement[bool]:
    return and_(table.c.recorded_at <= until, table.c.withdrawn_at > until)


def _not_yet_withdrawn(table: Table, since: ColumnElement[str], until: str) -> Select[tuple[object, ...]]:
    """Rows that were there; what was withdrawn only later is not withdrawn."""
    later = table.c.withdrawn_at > until
    columns = (case((later, null()), else_=c).label(c.name) if c.name.startswith("withdrawn") else c for c in table.c)
    return select(*columns).where(since <= until)


def _changed(home: Mapping[str, Table], sight: Sight) -> SelectBase:
    """Documents that came, changed, were coded or corrected later; or corrected at all where no correction counts."""
    d, r, c = home["document"].c, home["reading"].c, home["correction"].c
    later = [] if sight.until is None else [c.at > sight.until]
    corrected = or_(*later, true() if sight.as_coded else false())
    queries = [select(d.key).where(d.id.in_(select(c.document).where(corrected)))]
    if sight.until is not None:
        queries.append(select(d.key).where(d.recorded_at > sight.until))
        queries.append(select(r.document).where(r.recorded_at > sight.until))
    return union(*queries)


def _unchanged(table: Table) -> Select[tuple[object, ...]]:
    return select(table).where(table.c.document.not_in(select(changed_table().c.document)))
