"""Incidents for a person at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.export import wording
from onrecord.export.listings import credible, dated
from onrecord.export.plain import many, one_line
from onrecord.link.answers import Answer
from onrecord.model.amounts import amount
from onrecord.record.judgements import Judgement
from onrecord.record.rows import SayingRow
from onrecord.views import Count, Incident
from onrecord.views.counts import DatedFigure
from onrecord.views.voices import outlet


def show_incidents(incidents: Iterable[Incident]) -> RenderableType:
    """Incidents with their parties, origins, figures and reports."""
    return dated((wording.days(i.since, i.until), list(_incident(i))) for i in incidents)


def show_judgements(judgements: Iterable[Judgement]) -> RenderableType:
    """Judgements by the day on which they were made, the withdrawn ones too."""
    return dated((made.at[:10], [Text(one_line(_judgement(made)))]) for made in judgements)


def _incident(incident: Incident) -> Iterator[RenderableType]:
    head = Text(incident.type or "no event read", style="bold")
    actors, recipients = (one_line(", ".join(side)) for side in (incident.actors, incident.recipients))
    head.append(f"  {actors or 'somebody'}{f' → {recipients}' if recipients else ''}", style="not bold")
    head.append(f"  {incident.id}", style="dim")
    yield head
    if incident.place:
        yield _inset(", ".join(filter(None, (incident.place, incident.country))))
    names = "; ".join(origin.name for origin in incident.origins) or "nobody"
    outlets, origins = many(len(incident.outlets), "outlet"), many(len(incident.origins), "independent origin")
    yield _inset(f"{outlets}, {origins}: {names}")
    if incident.sides:
        yield _inset(f"confirmed by {', '.join(incident.sides)}")
    if incident.denied_by:
        yield _inset(f"denied by {', '.join(incident.denied_by)}", "red")
    yield from (_inset(_denial(answer), "red") for answer in incident.denials)
    yield from (_inset(_count(count)) for count in incident.figures)
    yield from (_inset(credible(grade), "cyan") for grade in incident.credibility)
    for report in incident.reports:
        rated = f" ({report.reliability.grade})" if report.reliability else ""
        parts = (report.published or wording.UNDATED, outlet(report) + rated, report.title, report.id)
        yield _inset(" · ".join(dict.fromkeys(filter(None, parts))), "dim")
    if incident.also:
        yield _inset(f"told of in {', '.join(report.id for report in incident.also)} too", "dim")


def _count(count: Count) -> str:
    whose = (f" ({count.whose})" if count.whose else "") + (f" since {count.since}" if count.since else "")
    told = {amount(dated.figure.low, dated.figure.high) for dated in count.told}
    if len(told) == 1 or count.low == count.high:
        number = told.pop() if len(told) == 1 else amount(count.low, count.high)
        return f"{number} {count.currency or count.what}{whose}"
    tellers = ", ".join(dict.fromkeys(map(_teller, count.told)))
    best = "" if count.best is None else f", best {count.best:,}"
    return f"{count.currency or count.what}{whose}: {amount(count.low, count.high)}{best} ({tellers})"


def _denial(answer: Answer) -> str:
    return f"{_said(answer.denial)} ↳ denies {_said(answer.claim)}"


def _said(saying: SayingRow) -> str:
    return f"{saying.source or 'somebody'} ({saying.document.id}): {saying.words}"


def _teller(dated_figure: DatedFigure) -> str:
    figure = dated_figure.figure
    return f"{amount(figure.low, figure.high)} by {figure.voices[-1].name or 'somebody'}"


def _judgement(made: Judgement) -> str:
    items = " and ".join("#".join(filter(None, (i.document, i.entity))) for i in (made.one, made.other))
    verdict = f"{made.key}: {items}: {'the same' if made.same else 'not the same'} {made.kind}, {made.author}"
    withdrawn = f"withdrawn by {made.withdrawn_by} on {made.withdrawn_at}" if made.withdrawn_at else None
    return "; ".join(filter(None, (verdict, made.reason, withdrawn, made.withdrawn_reason)))


def _inset(words: str, style: str = "") -> Padding:
    return Padding(Text(one_line(words), style=style), (0, 0, 0, 2))
