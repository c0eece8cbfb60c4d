"""Which claims stand on record, what answers them, and which other figures are told of the same incident."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, union

from onrecord.model import Act, Evidence, Modality
from onrecord.record import link_schema, schema
from onrecord.record.gather import Documents, gather_documents, gather_events, gather_sayings
from onrecord.record.hits import EVENTS, TOLD, WANTED, keep, keep_these
from onrecord.record.newest import Few, newest_page
from onrecord.record.paging import Page
from onrecord.record.parties import Party, as_party, entities_of, is_party
from onrecord.record.rows import ClaimRows, RivalRow, SayingRow

CLAIMING = (Act.CLAIM, Act.ACCUSATION, Act.DENIAL, Act.RESPONSIBILITY, Act.ESTIMATE)
"""Acts that put something forward as true. Any other act is a claim where an event or a figure hangs on it."""
FEW = 16_000
"""Entities of a party up to which all reports that name it are looked through; beyond them the newest are first."""
NONE = ClaimRows(claims=(), sayings={}, events={}, rivals=())
ATTRIBUTION = schema.attribution.c
EVENT, FIGURE = schema.event.alias("own_event"), schema.figure.alias("own_figure")
OTHER_EVENT, OTHER_FIGURE = schema.event.alias("other_event"), schema.figure.alias("other_figure")


def find_claims(
    connection: Connection, *, about: str | None, by: str | None, disputed: bool, page: Page | None = None
) -> ClaimRows:
    """Claims that mention a party (`about`), that it makes (`by`), or that are denied, disputed or rivalled.

    A `page` of them holds the newest, by the dates of their reports. The condition that holds of fewest is asked first.
    """
    a = ATTRIBUTION
    wanted = select(a.document, a.id)
    if by is not None:
        wanted = wanted.where(_made_by(as_party(by)))
    if about is not None:
        wanted = wanted.where(_mentioning(as_party(about)))
    wanted = wanted.where(_claiming())
    if disputed:
        wanted = wanted.where(_disputed())
    few = _few_reports(connection, [as_party(party) for party in (about, by) if party is not None])
    if page is None:
        keep(connection, WANTED, wanted if few is None else wanted.where(a.document.in_(few.reports)))
    else:
        keep_these(connection, WANTED, newest_page(connection, _ordered(wanted), a.document, page, few))
    if not connection.scalar(select(exists(select(WANTED)))):
        return NONE
    return _gather(connection, disputed)


def _ordered(wanted: Select[Any]) -> Select[Any]:
    """The claims, those of the newest reports first."""
    d, a = schema.document.c, ATTRIBUTION
    newest_first = func.coalesce(d.published, "").desc(), a.document.desc(), a.start, a.id
    return wanted.join(schema.document, d.key == a.document).order_by(*newest_first)


def _few_reports(connection: Connection, parties: Sequence[Party]) -> Few | None:
    """The documents that name the rarest of the parties, where these are few enough to look through."""
    rarest: Few | None = None
    for party in parties:
        entities = entities_of(party).subquery()
        some = select(entities).limit(FEW + 1).subquery()
        count = connection.scalar(select(func.count()).select_from(some)) or 0
        if count <= FEW and (rarest is None or count < rarest.count):
            said = select(ATTRIBUTION.document).where(ATTRIBUTION.source_key == party.key)
            rarest = Few(reports=union(select(entities.c[0]), said), count=count)
    return rarest


def _gather(connection: Connection, disputed: bool) -> ClaimRows:
    v, f, other, wanted = EVENT.c, FIGURE.c, OTHER_FIGURE.c, WANTED.c
    on_figure = and_(f.document == wanted.document, f.attribution == wanted.id)
    on_event = and_(v.document == wanted.document, v.attribution == wanted.id)
    resting = select(v.document, v.id).join_from(WANTED, EVENT, on_event)
    counted = select(f.document, f.event).join_from(WANTED, FIGURE, on_figure)
    rivalling = _rivals(other.document, other.event).join(WANTED, on_figure)
    keep(connection, EVENTS, union(resting, counted, rivalling))
    keep(connection, TOLD, _told_with())
    documents = gather_documents(connection, WANTED, EVENTS, TOLD)
    sayings = gather_sayings(connection, documents, WANTED, EVENTS, TOLD)
    claims = [sayings[documents[number].id, name] for number, name in connection.execute(select(WANTED))]
    pairs = _rivals(f.document, f.attribution, f.event, f.n, other.document, other.event, other.n)
    return ClaimRows(
        claims=tuple(sorted(claims, key=_place)),
        sayings=sayings,
        events={(e.document.id, e.id): e for e in gather_events(connection, documents, EVENTS)},
        rivals=_rival_rows(connection, documents, pairs.join(WANTED, on_figure)),
        incidents={documents[number].id: incident for number, incident in connection.execute(select(TOLD))},
        disputed=disputed,
    )


@cache
def _told_with() -> Select[int, str]:
    """The reports of the incidents of which the claims' reports mainly tell, these too, each with its incident."""
    one, other = (link_schema.telling.alias(name) for name in ("one", "other"))
    mine = and_(one.c.document.in_(select(WANTED.c.document)), one.c.main)
    return (
        select(other.c.document, other.c.incident)
        .join_from(one, other, and_(other.c.incident == one.c.incident, other.c.main))
        .where(mine)
    )


def _place(claim: SayingRow) -> tuple[str, str, int, str]:
    start = claim.extent.start if claim.extent else 0
    return claim.document.published or "9999", claim.document.id, start, claim.id


def _rival_rows(connection: Connection, documents: Documents, pairs: Select[Any]) -> tuple[RivalRow, ...]:
    rows = connection.execute(pairs.order_by(*pairs.selected_columns)).all()
    return tuple(
        RivalRow(
            document=documents[own].id,
            claim=claim,
            event=event,
            figure=figure,
            other_document=documents[told].id,
            other_event=other_event,
            other_figure=other_figure,
        )
        for own, claim, event, figure, told, other_event, other_figure in rows
    )


@cache
def _claiming() -> ColumnElement[bool]:
    a, v, f = ATTRIBUTION, schema.event.c, schema.figure.c
    claiming = or_(
        a.act.in_([act.value for act in CLAIMING]),
        exists().where(v.document == a.document, v.attribution == a.id),
        exists().where(f.document == a.document, f.attribution == a.id),
    )
    return and_(a.modality == Modality.ACTUAL.value, claiming)


def _made_by(party: Party) -> ColumnElement[bool]:
    a = ATTRIBUTION
    return or_(is_party(a.document, a.source, party), a.source_key == party.key)


def _mentioning(about: Party) -> ColumnElement[bool]:
    a, m = ATTRIBUTION, schema.mention.c
    named = is_party(m.document, m.entity, about)
    return exists().where(m.document == a.document, m.start >= a.start, m.end <= a.end, named)


@cache
def _disputed() -> ColumnElement[bool]:
    """A denial is not disputed by the event that it denies itself.

    Where another report of the incident tells of a denial, which claims that answers is for the words to say.
    """
    a, w, v, f = ATTRIBUTION, schema.answer.c, schema.event.c, FIGURE.c
    denied = and_(v.evidence == Evidence.DENIED.value, a.act != Act.DENIAL.value)
    doubted = or_(denied, v.evidence == Evidence.DISPUTED.value)
    return or_(
        exists().where(w.document == a.document, w.answers == a.id),
        _denied_elsewhere(),
        exists().where(v.document == a.document, v.attribution == a.id, doubted),
        _rivals(f.n).where(f.document == a.document, f.attribution == a.id).correlate(schema.attribution).exists(),
    )


def _denied_elsewhere() -> ColumnElement[bool]:
    one, other = (link_schema.telling.alias(name) for name in ("mine", "elsewhere"))
    denial = schema.attribution.alias("denial")
    return (
        exists()
        .where(one.c.document == ATTRIBUTION.document, one.c.main)
        .where(other.c.incident == one.c.incident, other.c.main, other.c.document != one.c.document)
        .where(denial.c.document == other.c.document, denial.c.act == Act.DENIAL.value)
        .where(ATTRIBUTION.act != Act.DENIAL.value)
    )


@cache
def _rivals(*columns: ColumnElement[Any]) -> Select[Any]:
    """Pairs of figures on one thing that differ: in one event, or in two of the same type, parties and days."""
    v, f, o, g = EVENT.c, FIGURE.c, OTHER_EVENT.c, OTHER_FIGURE.c
    apart = or_(f.document != g.document, func.coalesce(f.attribution, "") != func.coalesce(g.attribution, ""))
    same_event = and_(v.document == o.document, v.id == o.id)
    same_days = and_(
        func.coalesce(v.since, v.until) <= func.coalesce(o.until, o.since),
        func.coalesce(o.since, o.until) <= func.coalesce(v.until, v.since),
    )
    return (
        select(*columns)
        .select_from(FIGURE)
        .join(EVENT, and_(v.document == f.document, v.id == f.event))
        .join(OTHER_EVENT, and_(o.type == v.type, o.parties == v.parties))
        .join(OTHER_FIGURE, and_(g.document == o.document, g.event == o.id, g.what == f.what))
        .where(g.currency.is_not_distinct_from(f.currency))
        .where(or_(f.low.is_distinct_from(g.low), f.high.is_distinct_from(g.high)), apart)
        .where(or_(same_event, and_(v.parties != ">", same_days)))
    )
