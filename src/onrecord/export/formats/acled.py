"""Violence, protest and what bears on them in the columns of ACLED's files: our own records, never ACLED's data.

Only what happened is there. Types come from `acled.tsv`; another assault is a battle where all whom it hits are armed,
violence against civilians where all are civilians, and of no event type where that is not told. `fatalities` is the
least number of killed that anybody gives, as ACLED counts, and empty where only a greatest is told ("as many as
ten"); `evidence` and `word`, which ACLED lacks, say on whose word.
"""

from collections.abc import Iterator
from datetime import date

from onrecord.export import wording
from onrecord.export.cells import Cell
from onrecord.export.formats.crosswalk import load_crosswalk
from onrecord.export.formats.pieces import Pieces, Readings, as_csv_table, day_of
from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import Table, column, listed, number, whole
from onrecord.model import Entity, Event, Kind, Modality, Precision

STATE = ("GOV", "MIL", "COP", "SPY", "LEG", "JUD")
REBELS = ("REB", "UAF")
MILITIA = ("PRM",)
CIVILIANS = ("CVL", "REF", "JRN", "MED", "EDU", "LAB", "BUS", "AGR", "REL", "NGO", "SOC", "ELI", "OPP")

DISORDERS = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
BATTLE = ("Battles", "Armed clash")
ATTACK = ("Violence against civilians", "Attack")
UNTOLD = (None, "Attack")
EXACT = {Precision.POINT: 1, Precision.CITY: 1, Precision.ADMIN2: 2}


def pieces(readings: Readings) -> Pieces:
    """The table as CSV."""
    return as_csv_table(readings, ACLED)


def types_of(report: Lookup, event: Event) -> tuple[str | None, ...] | None:
    """Event type and sub-event type; None for an event that has no place in this shape."""
    found = load_crosswalk("acled").of(event.type, event.mode)
    return found or (_assault(report, event) if event.type == "ASSAULT" else None)


def interests(entity: Entity, event: Event) -> str | None:
    """What kind of actor it is, in ACLED's words; None where its sectors do not tell."""
    if event.type == "PROTEST" and entity.id in event.actor and not _sector(entity, STATE):
        return "Rioters" if "riot" in event.mode else "Protesters"
    if entity.kind is Kind.STATE or _sector(entity, STATE):
        return "State forces"
    kinds = ((REBELS, "Rebel group"), (MILITIA, "Political militia"), (CIVILIANS, "Civilians"))
    return next((name for sectors, name in kinds if _sector(entity, sectors)), None)


def _events(report: Lookup) -> Iterator[Event]:
    return (
        event
        for event in report.reading.events
        if event.modality is Modality.ACTUAL and day_of(report, event) and types_of(report, event)
    )


def _assault(report: Lookup, event: Event) -> tuple[str | None, ...]:
    hit = report.entities(event.recipient or event.actor[1:])
    kinds = {interests(entity, event) for entity in hit}
    if not kinds or None in kinds:
        return UNTOLD
    return ATTACK if kinds == {"Civilians"} else UNTOLD if "Civilians" in kinds else BATTLE


def _sector(entity: Entity, sectors: tuple[str, ...]) -> bool:
    return bool(entity.sector) and entity.sector[0] in sectors


def _actors(report: Lookup, event: Event, side: int) -> tuple[Entity, ...]:
    """Side 1 acts; side 2 is acted on. Where both sides do it, the first actor is side 1."""
    if event.recipient:
        return report.entities(event.actor if side == 1 else event.recipient)
    return report.entities(event.actor[:1] if side == 1 else event.actor[1:])


def _first(report: Lookup, event: Event, side: int) -> str | None:
    return next((entity.name for entity in _actors(report, event, side)), None)


def _others(report: Lookup, event: Event, side: int) -> str:
    return listed(entity.name for entity in _actors(report, event, side)[1:])


def _interest(report: Lookup, event: Event, side: int) -> str | None:
    return next((interests(entity, event) for entity in _actors(report, event, side)), None)


def _time_precision(_: Lookup, event: Event) -> int:
    """1 to the day, 2 within a week, 3 within a month or less exact."""
    try:
        days = (date.fromisoformat(event.date.end or "") - date.fromisoformat(event.date.start or "")).days
    except ValueError:
        return 3
    return 1 if days == 0 else 2 if days < 7 else 3


def _fatalities(_: Lookup, event: Event) -> int | None:
    killed = [figure for figure in event.figures if figure.what == "killed"]
    numbers = [n for figure in killed for n in (figure.low, figure.high) if n is not None]
    return min(numbers) if any(figure.low is not None for figure in killed) else None


def _place(report: Lookup, event: Event, field: str) -> Cell:
    place = report.place(event.place)
    found: Cell = getattr(place, field) if place else None
    return found


def _geo_precision(report: Lookup, event: Event) -> int | None:
    place = report.place(event.place)
    return EXACT.get(place.precision, 3) if place else None


def _type(report: Lookup, event: Event, n: int) -> str | None:
    return (types_of(report, event) or (None, None))[n]


ACLED = Table(
    name="acled",
    about="an event that happened",
    items=_events,
    columns=(
        column("event_id_cnty", "id of the event", lambda _, e: e.id),
        column("event_date", "its day", day_of),
        column("year", "its year", lambda r, e: (day_of(r, e) or "")[:4]),
        whole("time_precision", "1 day, 2 week, 3 month or less exact", _time_precision),
        column("disorder_type", "ACLED's", lambda r, e: DISORDERS.get(_type(r, e, 0) or "")),
        column("event_type", "ACLED's; empty where it is not told", lambda r, e: _type(r, e, 0)),
        column("sub_event_type", "ACLED's", lambda r, e: _type(r, e, 1)),
        column("actor1", "who acts", lambda r, e: _first(r, e, 1)),
        column("assoc_actor_1", "others on that side", lambda r, e: _others(r, e, 1)),
        column("inter1", "what kind of actor", lambda r, e: _interest(r, e, 1)),
        column("actor2", "who is acted on", lambda r, e: _first(r, e, 2)),
        column("assoc_actor_2", "others on that side", lambda r, e: _others(r, e, 2)),
        column("inter2", "what kind of actor", lambda r, e: _interest(r, e, 2)),
        column("iso3", "country of the place", lambda r, e: _place(r, e, "country")),
        column("admin1", "its province", lambda r, e: _place(r, e, "admin1")),
        column("location", "where", lambda r, e: _place(r, e, "name")),
        number("latitude", "degrees north", lambda r, e: _place(r, e, "lat")),
        number("longitude", "degrees east", lambda r, e: _place(r, e, "lon")),
        whole("geo_precision", "1 town, 2 district, 3 province or less exact", _geo_precision),
        column("source", "who brings the report", lambda r, _: wording.outlet(r)),
        column("notes", "the sentence", lambda r, e: r.words([e.sentence])),
        whole("fatalities", "the least number of killed that is told", _fatalities),
        column("evidence", "reported, attributed, claimed, denied or disputed", lambda _, e: e.evidence.value),
        column("word", "on whose word", wording.word),
    ),
)
