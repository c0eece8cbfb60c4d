"""Figures: a row for each number that anybody gives."""

from collections.abc import Iterator

from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import DOCUMENT, Table, column, whole
from onrecord.model import Event, Figure


def _figures(report: Lookup) -> Iterator[tuple[Event, Figure]]:
    return ((event, figure) for event in report.reading.events for figure in event.figures)


def _teller(report: Lookup, told: tuple[Event, Figure]) -> str | None:
    attribution = report.attribution(told[1].attribution)
    return report.speaker(attribution) if attribution else None


FIGURES = Table(
    name="figures",
    about="a number of people or things in an event, as one teller gives it",
    items=_figures,
    columns=(
        DOCUMENT,
        column("event", "id of the event", lambda _, told: told[0].id),
        column("what", "killed, injured, arrested, …", lambda _, told: told[1].what),
        whole("low", "the least number; empty for `up to`", lambda _, told: told[1].low),
        whole("high", "the greatest number; empty for `at least`", lambda _, told: told[1].high),
        column("currency", "ISO 4217 code of a sum of money", lambda _, told: told[1].currency),
        column("teller", "on whose word; empty for the report's own", _teller),
        column("attribution", "id of the attribution by which it is known", lambda _, told: told[1].attribution),
        column("words", "the words that give it", lambda report, told: report.words(told[1].spans)),
    ),
)
