"""A series as a table, a JSON object, text or a picture."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.errors import OnrecordError
from onrecord.model import to_json
from onrecord.views.changes import Change
from onrecord.views.series import Period, Series

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
COLOURS = ("#9ecae1", "#3182bd", "#fdae6b", "#c0392b")


def series_csv(series: Series, changes: Sequence[Change]) -> str:
    """A row a period: the four quads, every type that occurs, intensity, and whether the level changes there."""
    types = sorted({type for period in series.periods for type in period.types})
    marks = {change.start for change in changes}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    quads = [quad.replace(" ", "_") for quad in QUADS]
    writer.writerow(["start", "events", "claimed", *quads, *types, "intensity_sum", "intensity_mean", "change"])
    for p in series.periods:
        counts = [p.quads.get(quad, 0) for quad in QUADS] + [p.types.get(type, 0) for type in types]
        mean = "" if p.mean is None else p.mean
        writer.writerow([p.start, p.events, p.claimed, *counts, p.sum, mean, int(p.start in marks)])
    return file.getvalue()


def series_json(series: Series, changes: Sequence[Change]) -> str:
    """One object: periods, changes, and each counted event with the report whose coding stands for it."""
    return json.dumps({**to_json(series), "changes": to_json(tuple(changes))}, ensure_ascii=False) + "\n"


def show_series(series: Series, changes: Sequence[Change]) -> RenderableType:
    """The periods as a table, empty ones left out, and the changes."""
    heads = (quad.replace("cooperation", "coop.").replace(" ", "\n") for quad in QUADS)
    table = Table("from", *heads, "claimed only", "intensity", box=None, header_style="bold")
    marks = {change.start for change in changes}
    for period in series.periods:
        if period.events or period.start in marks:
            table.add_row(*_row(period), style="yellow" if period.start in marks else None)
    lines = (Text(f"From {c.start} on: {c.after:+.1f} a period, before {c.before:+.1f}", "yellow") for c in changes)
    return Group(table, *lines)


def _row(period: Period) -> tuple[str, ...]:
    counts = (str(period.quads.get(quad, 0) or "") for quad in QUADS)
    return period.start, *counts, str(period.claimed or ""), f"{period.sum:+.1f}"


def draw_series(series: Series, changes: Sequence[Change], title: str, path: Path) -> None:
    """A picture (PNG) of the counts, cooperation upwards and conflict downwards, and of the sum of intensity.

    Raises OnrecordError where `matplotlib` is not installed.
    """
    try:
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError as error:
        raise OnrecordError("a picture needs one more package: pip install 'onrecord[series]'") from error
    figure = Figure(figsize=(10, 5.5), dpi=120, layout="constrained")
    counts, intensity = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    at = range(len(series.periods))
    floors = {1: [0] * len(series.periods), -1: [0] * len(series.periods)}
    for quad, colour in zip(QUADS, COLOURS, strict=True):
        way = 1 if quad.endswith("cooperation") else -1
        heights = [way * period.quads.get(quad, 0) for period in series.periods]
        counts.bar(at, heights, bottom=floors[way], color=colour, label=quad, width=0.9)
        floors[way] = [floor + height for floor, height in zip(floors[way], heights, strict=True)]
    intensity.plot(at, [period.sum for period in series.periods], color="#333333", linewidth=1.2)
    starts = [period.start for period in series.periods]
    for axes, label in ((counts, "events"), (intensity, "sum of intensity")):
        axes.axhline(0, color="#777777", linewidth=0.8)
        axes.set_ylabel(label)
        for change in changes:
            axes.axvline(starts.index(change.start) - 0.5, color="#8e44ad", linestyle="--", linewidth=1)
    step = max(1, len(starts) // 10)
    intensity.set_xticks(list(at)[::step], starts[::step], rotation=30, ha="right", parse_math=False)
    counts.yaxis.set_major_locator(MaxNLocator(integer=True))
    counts.yaxis.set_major_formatter(lambda height, _: f"{abs(height):.0f}")
    counts.set_title(title, loc="left", parse_math=False)
    figure.legend(*counts.get_legend_handles_labels(), loc="outside lower right", fontsize=8, ncols=4)
    figure.savefig(path, format="png")
