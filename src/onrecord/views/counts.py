"""Each number that the reports of an incident give: with its teller, and the least, the best and the greatest told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date

from onrecord.link.origins import Origin
from onrecord.record.rows import DocumentRow, EventRow, IncidentRows
from onrecord.views.voices import ToldFigure, told

SPAN = 2
"""Days between the first and the last of what a number sums up, from which it may be that of several incidents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFigure:
    """A number as one report tells it. `origins` are those that the report rests on."""

    figure: ToldFigure
    published: str | None
    document: DocumentRow
    event: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """All that is told of one thing counted (killed, injured, …) of one people (`whose`, absent where none is named),
    or of money in one `currency`.

    `low` and `high` are the least and the greatest number told; `best` is the one that most independent origins give,
    of equals the greatest one told last. "As many as ten" bounds the number and does not estimate it: it is a `high`
    alone, and where nothing else is told `low` and `best` are absent. A view over `told`, never in place of it. `since`
    is the first day of a sum over several days, told beside the incident's own numbers.
    """

    what: str
    whose: str | None
    low: int | None
    best: int | None
    high: int
    told: tuple[DatedFigure, ...]
    currency: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """What a number counts, of whom, and since when where it is a sum."""

    what: str
    currency: str | None
    whose: str | None
    since: str | None


def find_counts(rows: IncidentRows, origins: Sequence[Origin]) -> tuple[Count, ...]:
    """The counts of an incident, of each scope one."""
    found: dict[_Scope, list[DatedFigure]] = defaultdict(list)
    for event in rows.events:
        for figure in (told(figure, event.document, rows.sayings) for figure in event.figures):
            if figure.low is not None or figure.high is not None:
                resting = tuple(o.name for o in origins if event.document.id in o.reports)
                scope = _Scope(
                    what=figure.what, currency=figure.currency, whose=people_of(event), since=_summed_since(event)
                )
                published, document = event.document.published, event.document
                dated = DatedFigure(
                    figure=figure, published=published, document=document, event=event.id, origins=resting
                )
                found[scope].append(dated)
    counts: dict[_Scope, list[DatedFigure]] = defaultdict(list)
    for scope, figures in found.items():
        counts[_among(scope, found)] += figures
    return tuple(_count(scope, figures) for scope, figures in sorted(counts.items(), key=lambda item: str(item[0])))


def people_of(event: EventRow) -> str | None:
    """Whose people its figures count, where it names them."""
    return next((party.country for party in event.recipients if party.country), None)


def _summed_since(event: EventRow) -> str | None:
    """The day from which a number is summed up that was told for several days ("since Thursday")."""
    if event.since is None or event.until is None:
        return None
    between = Date.fromisoformat(event.until) - Date.fromisoformat(event.since)
    return event.since if between.days >= SPAN else None


def _among(scope: _Scope, others: Iterable[_Scope]) -> _Scope:
    """The scope beside the others: where no other people is named, the unnamed are theirs, and a sum is the incident's
    own number where there is no other."""
    alike = [o for o in others if (o.what, o.currency) == (scope.what, scope.currency)]
    peoples = {o.whose for o in alike if o.whose}
    whose = scope.whose or (min(peoples) if len(peoples) == 1 else None)
    since = scope.since if any(o.since is None for o in alike) else None
    return _Scope(what=scope.what, currency=scope.currency, whose=whose, since=since)


def _count(scope: _Scope, figures: list[DatedFigure]) -> Count:
    in_order = sorted(figures, key=lambda f: (f.published or "", f.figure.low or f.figure.high or 0, f.document.id))
    numbers = list(_numbers(in_order))
    estimates = list(_numbers(f for f in in_order if f.figure.low is not None))
    support = {n: {o for f in in_order if n in (f.figure.low, f.figure.high) for o in f.origins} for n in numbers}
    return Count(
        what=scope.what,
        whose=scope.whose,
        low=min(estimates, default=None),
        best=max(reversed(estimates), key=lambda n: len(support[n]), default=None),
        high=max(numbers),
        told=tuple(in_order),
        currency=scope.currency,
        since=scope.since,
    )


def _numbers(figures: Iterable[DatedFigure]) -> Iterator[int]:
    yield from (n for f in figures for n in (f.figure.low, f.figure.high) if n is not None)
