"""How many really say so: the independent origins of an incident (docs/independence.md).

A report counts for those on whose word it tells of the incident's deed, and for its outlet only where it tells of it on
its own word. A copy adds nothing. All organs of one state are one origin: they don't witness for each other.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.link.copies import find_copies
from onrecord.link.vouching import find_witnesses
from onrecord.link.witness import ECHOES, Witness
from onrecord.model import Modality
from onrecord.record.names import name_key
from onrecord.record.rows import EventRow, IncidentRows, ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin: `name` as the first report has it, `country` where it is a state or an organ of one,
    and the ids of the reports that rest on it, copies included."""

    name: str
    country: str | None
    reports: tuple[str, ...]


def find_origins(incident: IncidentRows) -> tuple[Origin, ...]:
    """The independent origins of what an incident's reports mainly tell, by the date of the first report of each."""
    reports = [report for report in incident.reports if report.main]
    kind = main_type(incident.events)
    copies = find_copies({_order(report): report.text for report in reports})
    words = {_order(report): find_witnesses(report, incident, kind) for report in reports}
    surest = sorted((w for told in words.values() for w in told if w.country), key=lambda w: not w.guessed)
    located = {name_key(word.name): word for word in surest}
    found: dict[str, tuple[Witness, list[str]]] = {}
    for report in sorted(reports, key=_order):
        for told in words[copies[_order(report)]]:
            sure = told.country and not told.guessed
            word = told if sure else located.get(name_key(told.name), told)
            found.setdefault(word.key, (word, []))[1].append(report.document.id)
    return tuple(Origin(name=w.name, country=w.country, reports=tuple(ids)) for w, ids in found.values())


def main_type(events: Iterable[EventRow]) -> str | None:
    """The type that most reports give the incident's deed, of equals the one that more tell first; that of an
    accusation or denial only where there is none, of what is only to come or supposed where nothing was done."""
    told = sorted((e for e in events if e.modality is not Modality.NEGATED), key=lambda e: e.extent)
    told = [e for e in told if e.modality is Modality.ACTUAL] or told
    counts = Counter(type for _, type in {(e.document.id, e.type) for e in told})
    first = Counter({e.document.id: e.type for e in reversed(told)}.values())
    return min(counts, key=lambda type: (type in ECHOES, -counts[type], -first[type], type), default=None)


def _order(report: ReportRow) -> str:
    """Reports by their date, then by id: of copies the first is the original."""
    return f"{report.document.published or '9999'} {report.document.id}"
