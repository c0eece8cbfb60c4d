"""Whom a question about one actor means, and with whom they have to do."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select, tuple_

from onrecord.lexicon.countries import load_countries
from onrecord.model import Kind
from onrecord.record import schema
from onrecord.record.names import PRONOUNS
from onrecord.record.page_rows import Candidate
from onrecord.record.parties import as_party
from onrecord.record.timeline import on_two_sides

ACTING = (Kind.STATE, Kind.BODY, Kind.PERSON, Kind.GROUP)
"""Kinds that act."""
UNIONS = ("EUR", "IGO", "UNO")
"""PLOVER's codes for what has no country: its bodies are named one by one."""

MINE, THEIRS = schema.event_party.alias("mine"), schema.event_party.alias("theirs")
OTHER = schema.entity.alias("other_side")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A candidate. With `bodies` a state stands for its bodies and people too, and so do those with whom it has to do.
    `entities`, by document and id, are those that are meant, where the name alone does not tell them."""

    candidate: Candidate
    bodies: bool = False
    entities: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether a state stands for all that is its."""
        return self.bodies and self.candidate.country is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """What of an actor's events is asked for: with this other side, of this quad (or of both quads of `cooperation` or
    `conflict`), or those in which the actor accuses the other."""

    other: str | None = None
    quad: str | None = None
    accusing: bool = False


def entities_meant(meant: Meant) -> Select[int, str]:
    """Asks for document and id of the entities."""
    e, d, candidate = schema.entity.c, schema.document.c, meant.candidate
    found = select(e.document, e.id)
    if meant.entities:
        return found.join(schema.document, d.key == e.document).where(tuple_(d.id, e.id).in_(sorted(meant.entities)))
    if meant.whole:
        return found.where(e.country == candidate.country)
    return found.where(e.name_key == candidate.key, e.kind == candidate.kind.value)


def dealings(mine: FromClause, dealing: Dealing, whole: bool) -> Select[Any]:
    """Joins the events in which one of `mine` has somebody on the other side, with `MINE`, `THEIRS` and `OTHER`.

    A pair of two states counts the same (`timeline.between`).
    """
    m, t, o, v = MINE.c, THEIRS.c, OTHER.c, schema.event.c
    query = (
        select()
        .select_from(mine)
        .join(MINE, and_(m.document == mine.c.document, m.entity == mine.c.id))
        .join(THEIRS, and_(t.document == m.document, t.event == m.event, t.entity != m.entity))
        .join(OTHER, and_(o.document == t.document, o.id == t.entity))
        .join(schema.event, and_(v.document == m.document, v.id == m.event))
        .where(on_two_sides(MINE, THEIRS), _acts(whole))
    )
    if dealing.other is not None:
        query = query.where(naming(OTHER, whole).in_(sorted({dealing.other, as_party(dealing.other).country or ""})))
    if dealing.quad:
        query = query.where(v.quad.endswith(dealing.quad, autoescape=True))
    return query.where(v.type == "ACCUSE", m.role == "actor", t.role == "recipient") if dealing.accusing else query


def _acts(whole: bool) -> ColumnElement[bool]:
    """That the other acts and is called more than a pronoun, or where states stand for all that is theirs, is a
    state's."""
    called = OTHER.c.name_key.not_in(sorted(PRONOUNS))
    acting = and_(OTHER.c.kind.in_([kind.value for kind in ACTING]), called)
    return or_(acting, OTHER.c.country.is_not(None)) if whole else acting


def naming(entity: FromClause, whole: bool) -> ColumnElement[str]:
    """By what an entity is named: its name, or where states stand for all that is theirs its country's code."""
    name, country = entity.c.name, entity.c.country
    return case((country.in_(UNIONS), name), else_=func.coalesce(country, name)) if whole else name


def as_named(name: str) -> str:
    """A country's name for its code, any other name as it stands."""
    country = load_countries().by_code(name)
    return country.name if country else name


def kind_of(name: str, kind: str) -> Kind:
    """A state for a country's code, else the kind."""
    return Kind.STATE if load_countries().by_code(name) else Kind(kind)
