"""A report of an evaluation as tables: for a terminal, as Markdown, as JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.evaluate.report import Calibration, Measured, Report
from onrecord.export.plain import one_line
from onrecord.model import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table with its heading."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(report: Report) -> Iterator[Section]:
    """The tables of a report, without the empty ones."""
    compared = any(m.baseline is not None for m in report.figures)
    columns = ("figure", "value", "95% interval", *(("baseline", "difference, 95%") if compared else ()))
    head = f"{report.task} on {report.gold}, {report.rows} rows, read by {report.reader}"
    for title, measured in ((head, report.figures), ("By type", report.types)):
        if measured:
            yield Section(title=title, columns=columns, rows=tuple(_measured(m, compared) for m in measured))
    for calibration in report.calibrations:
        yield reliability_section(calibration)
    if report.confusions:
        rows = tuple((c.wanted, c.got, str(c.count), " | ".join(c.words)) for c in report.confusions)
        yield Section(title="Confusions", columns=("wanted", "got", "times", "where"), rows=rows)


def reliability_section(calibration: Calibration) -> Section:
    """The reliability table of one sort of decisions, its expected calibration error in the heading."""
    rows = tuple(
        (f"{b.low:.1f} to {b.high:.1f}", str(b.count), f"{b.confidence:.2f}", f"{b.right:.2f}")
        for b in calibration.bins
    )
    title = f"Confidence of {calibration.sort}: expected calibration error {calibration.error:.3f}"
    return Section(title=title, columns=("confidence", "told", "on average", "right"), rows=rows)


def _measured(m: Measured, compared: bool) -> tuple[str, ...]:
    beside = (_number(m.baseline), _interval(m.difference)) if compared else ()
    return (m.name, _number(m.value), _interval(m.interval), *beside)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _interval(ends: tuple[float, float] | None) -> str:
    return "" if ends is None else f"{ends[0]:g} to {ends[1]:g}"


def as_tables(report: Report) -> RenderableType:
    """The report for a terminal."""
    parts: list[RenderableType] = []
    for section in sections(report):
        table = Table(box=None, pad_edge=False)
        for column in section.columns:
            table.add_column(Text(column), overflow="fold")
        for row in section.rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        parts += [Text(one_line(section.title), style="bold"), table, Text()]
    return Group(*parts)


def as_markdown(report: Report) -> str:
    """The report as Markdown."""
    return "\n\n".join(f"**{s.title}**\n\n{markdown_table(s)}" for s in sections(report)) + "\n"


def markdown_table(section: Section) -> str:
    """One table in Markdown."""
    lines = [section.columns, tuple("---" for _ in section.columns), *section.rows]
    return "\n".join("| " + " | ".join(one_line(cell).replace("|", "\\|") for cell in row) + " |" for row in lines)


def as_json(report: Report) -> str:
    """The report as one JSON object on one line."""
    return json.dumps(to_json(report), ensure_ascii=False)
