"""Deaths by incident with low, best and high estimates, in the columns that UCDP's georeferenced data has for them.

A row is an incident and a people of whom deaths are told (`deaths_of`, empty where none is named). How `best` is chosen
is told in docs/independence.md; `told` holds every number with its teller, so nothing is hidden behind one.
"""

from collections.abc import Callable, Iterable

from onrecord.export import wording
from onrecord.export.cells import Cell, as_csv
from onrecord.export.formats.pieces import Pieces
from onrecord.export.tables.table import listed
from onrecord.views import Count, Incident

COLUMNS: tuple[tuple[str, Callable[[Incident, Count], Cell]], ...] = (
    ("id", lambda incident, _: incident.id),
    ("year", lambda incident, _: (incident.since or incident.until or "")[:4]),
    ("date_start", lambda incident, _: incident.since),
    ("date_end", lambda incident, _: incident.until),
    ("type", lambda incident, _: incident.type),
    ("side_a", lambda incident, _: listed(incident.actors)),
    ("side_b", lambda incident, _: listed(incident.recipients)),
    ("where_description", lambda incident, _: incident.place),
    ("country", lambda incident, _: incident.country),
    ("number_of_sources", lambda incident, _: len(incident.outlets)),
    ("number_of_origins", lambda incident, _: len(incident.origins)),
    ("source_article", lambda incident, _: listed(report.id for report in incident.reports)),
    ("source_office", lambda incident, _: listed(incident.outlets)),
    ("deaths_of", lambda _, count: count.whose),
    ("low", lambda _, count: count.low),
    ("best", lambda _, count: count.best),
    ("high", lambda _, count: count.high),
    ("told", lambda _, count: _told(count)),
    ("denied_by", lambda incident, _: listed(incident.denied_by)),
)


def pieces(incidents: Iterable[Incident]) -> Pieces:
    """The table as CSV: incidents of which anybody tells how many were killed."""
    yield as_csv(tuple(name for name, _ in COLUMNS))
    for incident in incidents:
        for count in (count for count in incident.figures if count.what == "killed" and not count.since):
            yield as_csv(tuple(get(incident, count) for _, get in COLUMNS))
    return None


def _told(count: Count) -> str:
    """ "12 killed, by the ministry of defence (report-1); …" """
    return listed(
        f"{wording.count(f.figure.what, f.figure.low, f.figure.high)}, "
        f"by {f.figure.voices[-1].name or 'somebody'} ({f.document.id})"
        for f in count.told
    )
