"""Evaluates the reader on all gold files, by rules and with models, and writes the tables of docs/figures.md.

usage: figures.py GOLD [TASK ...] [--twin WEIGHTS]

GOLD is a folder with the gold files. With a TASK, only its figures are printed and nothing is written. The weights that
ship were trained without every fifth row of plv_train; with --twin their figures are those of other WEIGHTS.
"""

import argparse
import subprocess
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.bulk.local import make_reader
from onrecord.evaluate.gold import load_gold, with_texts
from onrecord.evaluate.report import Measured, Report, evaluate
from onrecord.evaluate.show import Section, markdown_table, reliability_section
from onrecord.evaluate.tasks import TASKS
from onrecord.models.choice import ReaderKind
from onrecord.models.load import load_models
from onrecord.read.reader import Reader

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs" / "figures.md"
START, END = "<!-- figures -->", "<!-- /figures -->"
GOLD = (
    ("quotes", "polnear_dev", 1),
    ("events", "plv_train", 1),
    ("events", "plv_train", 5),
    ("times", "timex_timebank_dev", 1),
    ("times", "timex_aquaint_dev", 1),
    ("times", "timex_meantime_dev", 1),
    ("places", "toponym_gwn_dev", 1),
    ("places", "toponym_lgl_dev", 1),
    ("coref", "coref_gum_dev", 1),
    ("names", "coref_gum_dev", 1),
    ("coref", "coref_meantime_dev", 1),
    ("names", "coref_meantime_dev", 1),
    ("actors", "actors_dev", 1),
    ("relations", "relations_kbp37_dev", 1),
    ("sentences", "training/sentences", 1),
    ("sentences", "training/sentences/fresh", 1),
    ("reports", "benchmarks/reports/looked_at.jsonl", 1),
    ("reports", "benchmarks/reports/apart.jsonl", 1),
    ("reports", "benchmarks/reports/sentences.jsonl", 1),
)
"""Task, file, and of how many rows one is taken; our own sentences are in the repository, the fresh ones, on which
neither models nor lexicons were made, with their events alone. Labels of whole reports have their texts in the gold
files."""
EVENTS_ALONE = "training/sentences/fresh"
"""A file of which attributions are not labelled."""
MODELLED = ("quotes", "events", "sentences", "reports")
WITHOUT_TEXTS = "reports"
"""Tasks on which models have a say; all else is the rules' alone."""
DRAWS = 1000


def main(gold: Path, tasks: list[str], twin: Path | None) -> None:
    rules, models = (make_reader(kind=kind) for kind in (ReaderKind.RULES, ReaderKind.MODELS))
    apart = copy(models)
    apart.models = load_models(twin) if twin else models.models
    reports = []
    for task, name, every in GOLD:
        if not tasks or task in tasks:
            reader = models if every == 1 else apart
            report = report_on(gold, task, name, every, *((reader, rules) if task in MODELLED else (rules,)))
            report = of_events(report) if name == EVENTS_ALONE else report
            print(f"{report.gold:28}", *(shown(m) for m in report.figures if m.name in report.headline), flush=True)
            reports.append(report)
    if not tasks:
        write_tables(reports)


def title(task: str, name: str, every: int) -> str:
    """How a file, its names alone, or one in so many of its rows, is called."""
    part = ", names only" if task == "names" else ""
    return f"{name}{part}" if every == 1 else f"{name}, every {every}th row"


def report_on(
    gold: Path, task: str, name: str, every: int, reader: Reader, baseline: Reader | None = None, draws: int = DRAWS
) -> Report:
    """What a reader reaches on one gold file, beside the baseline where there is one."""
    file = ROOT / name if "/" in name else gold / f"{name}.jsonl"
    rows = load_gold(file)[::every]
    if task == WITHOUT_TEXTS:
        rows = with_texts(rows, [gold / f"{stem}.jsonl" for stem in sorted({row["file"] for row in rows})])
    return evaluate(
        TASKS[task],
        rows,
        reader.read_many,
        gold=title(task, name, every),
        reader=reader.edition.model,
        baseline=baseline.read_many if baseline else None,
        samples=draws,
    )


def of_events(report: Report) -> Report:
    """A report without what it says of attributions and, since those stand in it too, of confidence."""
    return replace(
        report,
        headline=tuple(name for name in report.headline if "event" in name),
        beside=tuple(name for name in report.beside if name.split()[0] not in ("act", "within")),
        calibrations=(),
    )


def write_tables(reports: list[Report]) -> None:
    """Puts the tables into docs/figures.md between their marks."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True).stdout
    head = f"Measured on {date.today()} at commit {commit.strip()}; 95% intervals by {DRAWS} draws of documents."
    parts = [START, head, *tables(reports), END]
    text = DOCS.read_text(encoding="utf-8")
    before, after = text.split(START)[0], text.split(END)[1]
    DOCS.write_text(before + "\n\n".join(parts) + after, encoding="utf-8")


def tables(reports: list[Report]) -> Iterator[str]:
    """Figures of all files; figures by type; whether confidence means what it says."""
    columns = ("file", "figure", "rules", "with models", "95%", "difference, 95%")
    rows = tuple(line(r.gold, m, m.name in r.headline) for r in reports for m in chosen(r))
    yield markdown_table(Section(title="", columns=columns, rows=rows))
    yield "## By type"
    rows = tuple(line(r.gold, m, False) for r in reports for m in r.types)
    yield markdown_table(Section(title="", columns=(columns[0], "type", *columns[2:]), rows=rows))
    yield "## Confidence"
    for report in reports:
        for calibration in report.calibrations:
            section = reliability_section(calibration)
            yield f"{report.gold}. {section.title}.\n\n{markdown_table(section)}"


def chosen(report: Report) -> list[Measured]:
    """The figures of a report that say most."""
    return [m for name in (*report.headline, *report.beside) for m in report.figures if m.name == name]


def line(file: str, m: Measured, bold: bool) -> tuple[str, ...]:
    """A row of the tables."""
    name = f"**{m.name}**" if bold else m.name
    values = (f"{m.value:g}", "") if m.baseline is None else (f"{m.baseline:g}", f"{m.value:g}")
    return (file, name, *values, ends(m.interval), ends(m.difference))


def ends(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"{interval[0]:g} to {interval[1]:g}"


def shown(m: Measured) -> str:
    before = "" if m.baseline is None else f", rules {m.baseline:g}"
    return f"{m.name}: {m.value:g} ({ends(m.interval)}){before};"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--twin", type=Path)
    given = parser.parse_args()
    main(given.gold, given.tasks, given.twin)
