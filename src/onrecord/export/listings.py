"""What the record answers, for a person at a terminal: a timeline, a ledger of claims, dossiers, hits of a search."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.export import wording
from onrecord.export.plain import many, one_line
from onrecord.link.persons import Likeness
from onrecord.model import Evidence, Modality
from onrecord.record.rows import DocumentRow, Grade, HitRow, PartyRow
from onrecord.views import Claim, Dossier, Entry, State, Voice
from onrecord.views.dossier import Said
from onrecord.views.held import Contradiction, HeldOffice
from onrecord.views.voices import ToldFigure, outlet

DATE_WIDTH = len("to 2025-03-18")
SAID_SHOWN = 5
"""Statements of one act that a dossier lists; the rest are counted."""

STATES = {State.DENIED: "red", State.DISPUTED: "magenta", State.OTHER_FIGURES: "yellow", State.UNANSWERED: "dim"}


def show_timeline(entries: Iterable[Entry]) -> RenderableType:
    """Events by date, each with its parties, its sentence, and the chain of those whose word it is."""
    return dated((wording.days(e.since, e.until), list(_entry(e))) for e in entries)


def show_ledger(claims: Iterable[Claim]) -> RenderableType:
    """Claims by the date of their report, each with its state, who denies it and what else is told."""
    return dated((c.document.published or wording.UNDATED, list(_claim(c))) for c in claims)


def show_dossiers(dossiers: Sequence[Dossier], *, why: bool = False) -> RenderableType:
    """Everybody whom the name may mean; with `why`, also what joins the reports of each, and keeps others apart."""
    shown = ((*_dossier(dossier), *(_why(dossier) if why else ()), Text()) for dossier in dossiers)
    return Group(*(part for parts in shown for part in parts))


def show_hits(hits: Iterable[HitRow]) -> RenderableType:
    """Passages found, the best first, each with its report."""
    return Group(*(part for hit in hits for part in _hit(hit)))


def dated(rows: Iterable[tuple[str, list[RenderableType]]]) -> Table:
    """Items beside their dates."""
    table = Table.grid(padding=(0, 2, 1, 0))
    table.add_column(width=DATE_WIDTH)
    table.add_column(ratio=1)
    for date, parts in rows:
        table.add_row(Text(one_line(date).replace(" to ", "\nto "), style="bold"), Group(*parts))
    return table


def _entry(entry: Entry) -> Iterator[RenderableType]:
    head = Text(one_line(" ".join((entry.type, *entry.mode))), style="bold")
    head.append(f"  {_parties(entry.actors) or 'somebody'}", style="not bold")
    if entry.recipients:
        head.append(f" → {_parties(entry.recipients)}", style="not bold")
    if entry.modality is not Modality.ACTUAL:
        head.append(f"  [{wording.MODALITIES[entry.modality]}]", style="reverse")
    elif entry.evidence is not Evidence.REPORTED:
        head.append(f"  [{entry.evidence.value}]", style="yellow")
    yield head
    read = f"read with confidence {entry.confidence:.2f}" if entry.confidence else "added by a person"
    about = (entry.place, wording.WHENS.get(entry.basis), read)
    yield Text(one_line(" · ".join(filter(None, about))), style="dim")
    if entry.credibility:
        yield Text(one_line(credible(entry.credibility)), style="cyan")
    yield from (Text(_figure(f)) for f in entry.figures)
    yield Text(one_line(entry.sentence), style="italic")
    yield _source(entry.voices, entry.document)


def _claim(claim: Claim) -> Iterator[RenderableType]:
    head = Text(_name(claim.voices[-1]), style="bold")
    when = f" on {wording.said_on(claim.said_on)}" if claim.said_on else ""
    head.append(f" · {wording.ACTS[claim.act]}{when}", style="not bold")
    yield head.append(f"  [{claim.state.value}]", style=f"not bold {STATES[claim.state]}")
    yield Text(one_line(claim.words))
    if claim.credibility:
        yield Text(one_line(credible(claim.credibility)), style="cyan")
    yield from (Text(_figure(f)) for f in claim.figures)
    for denial in claim.denials:
        where = "" if denial.likeness is None else f"  {_where(denial.document)}"
        yield _inset(f"denied by {_name(denial.voices[-1])}: {one_line(denial.words)}{where}", "red")
    for support in claim.confirmed:
        yield _inset(f"said too by {_name(support.voices[-1])}: {one_line(support.words)}  {_where(support.document)}")
    if claim.repeated:
        reports = _count([support.document for support in claim.repeated])
        yield _inset(f"since {claim.since or wording.UNDATED}, by the same also in {reports}", "dim")
    rivals = (f"{_figure(r.figure)}{f' ({r.place})' if r.place else ''}" for r in claim.rivals)
    yield from (_inset(one_line(f"elsewhere: {rival}"), "yellow") for rival in dict.fromkeys(rivals))
    yield _source(claim.voices, claim.document)


def _dossier(dossier: Dossier) -> Iterator[RenderableType]:
    head = Text(one_line(dossier.name), style="bold")
    codes = " ".join((*dossier.countries, *dossier.sectors))
    yield head.append(f"  {one_line(f'{dossier.kind.value} {codes}')}", style="not bold dim")
    others = [one_line(name) for name in dossier.names if name != dossier.name]
    if others:
        yield _inset(f"also called {', '.join(others)}")
    yield from (_inset(_office(office)) for office in dossier.offices)
    yield from (_inset(_contradiction(other), "yellow") for other in dossier.contradictions)
    yield from (_inset(one_line(f"{tie.person} is {tie.relation} of {tie.of}")) for tie in dossier.kin)
    for act, said in dossier.said:
        yield _inset(f"{wording.ACTS[act]} ({len(said)})", "bold")
        yield from (Padding(_said(one), (0, 0, 0, 4)) for one in said[:SAID_SHOWN])
    yield _inset(f"in {_count(dossier.reports)}: " + "; ".join(_report(d) for d in dossier.reports), "dim")


def _hit(hit: HitRow) -> Iterator[RenderableType]:
    said = f"{one_line(hit.source or 'somebody')} · {wording.ACTS[hit.act]}" if hit.act else "The report"
    yield Text(said, style="bold")
    yield _inset(one_line(hit.words))
    yield _inset(f"{hit.document.published or wording.UNDATED} · {_report(hit.document)}", "dim")


def _where(document: DocumentRow) -> str:
    return one_line(f"({document.published or wording.UNDATED}, {outlet(document)})")


def _source(voices: Sequence[Voice], document: DocumentRow) -> Text:
    """The chain from the outlet to the one whose word it is, and the report."""
    chain = " ← ".join(map(_name, voices))
    title = one_line(document.title or document.url or "")
    return Text(" · ".join(filter(None, (chain, title))), style="dim")


def _figure(figure: ToldFigure) -> str:
    teller = f"the word of {_name(figure.voices[-1])}" if len(figure.voices) > 1 else "the report's word"
    return f"{wording.count(figure.what, figure.low, figure.high, figure.currency)}, by {teller}"


def _office(office: HeldOffice) -> str:
    parts = (
        office.title,
        (office.body or office.country) and f"of {office.body or office.country}",
        office.since and f"from {office.since}",
        office.until and f"until {office.until}",
        office.appointed_by and f"appointed by {office.appointed_by}",
        f"in {_count(office.reports)}{_between(office.first, office.last)}",
    )
    return one_line(", ".join(filter(None, parts)))


def _between(first: str | None, last: str | None) -> str:
    """Of which days the first and the last report are."""
    days = [day for day in dict.fromkeys((first, last)) if day]
    return f" ({' to '.join(days)})" if days else ""


def _contradiction(other: Contradiction) -> str:
    reports = "; ".join(_report(document) for document in other.reports)
    return one_line(f"{other.title} of {other.country} at one time with {other.holder}, as told in {reports}")


def _why(dossier: Dossier) -> Iterator[RenderableType]:
    yield from (_inset(f"one person: {_link(link)}", "dim") for link in dossier.links)
    yield from (_inset(f"not joined: {_link(link)}", "dim") for link in dossier.apart)


def _link(link: Likeness) -> str:
    """Two entities as `onrecord judge` takes them, their score, and what adds to it."""
    adds = "; ".join(f"{reason.says} {reason.adds:+.2f}" if reason.adds else reason.says for reason in link.reasons)
    one, other = (f"{document}#{entity}" for document, entity in (link.one, link.other))
    return one_line(f"{one} and {other}, {link.score:.2f} ({adds})")


def _said(said: Said) -> Text:
    return Text(one_line(said.words)).append(f"  {one_line(outlet(said.document))}", style="dim")


def _parties(parties: Iterable[PartyRow]) -> str:
    names = [one_line(party.name) for party in parties]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _report(document: DocumentRow) -> str:
    return one_line(", ".join(filter(None, (outlet(document), document.title))))


def _count(reports: Sequence[DocumentRow]) -> str:
    return many(len(reports), "report")


def _name(voice: Voice) -> str:
    rated = f" ({voice.reliability.grade})" if voice.reliability else ""
    return one_line(f"{voice.name or 'somebody'}{rated}")


def credible(grade: Grade) -> str:
    """How far a person trusts an item, and who that is."""
    return f"credibility {grade.grade} by {grade.author}: {grade.reason}"


def _inset(words: str, style: str = "") -> Padding:
    return Padding(Text(words, style=style), (0, 0, 0, 2))
