"""A gold file read and scored: the whole evaluation, from rows to a report."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.evaluate.bootstrap import Samples, interval, resample
from onrecord.evaluate.calibration import Bin, calibration_error, reliability
from onrecord.evaluate.scoring import Counts, Decision, Figures, Row, Scored, Task
from onrecord.model import Document, Reading

WORST, SHOWN = 12, 3
"""Confusions that are shown, and sentences of each."""

Read = Callable[[Iterable[Document]], Iterator[Reading]]
"""Reads documents, a reading each in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure with its 95% interval; beside it the baseline's and the interval of the difference, where asked for."""

    name: str
    value: float
    interval: tuple[float, float] | None = None
    baseline: float | None = None
    difference: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """What the reader took for what, how often, with some of the sentences: those of which it was surest."""

    wanted: str
    got: str
    count: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How confidence and being right go together, of all decisions of one sort."""

    sort: str
    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one reader reaches on one gold file. `headline` and `beside` name figures."""

    task: str
    what: str
    gold: str
    reader: str
    rows: int
    headline: tuple[str, ...]
    beside: tuple[str, ...]
    figures: tuple[Measured, ...]
    types: tuple[Measured, ...] = ()
    confusions: tuple[Confusion, ...] = ()
    calibrations: tuple[Calibration, ...] = ()

    def value(self, name: str) -> float:
        """The figure of that name. Raises KeyError where there is none."""
        return {m.name: m.value for m in self.figures}[name]


def evaluate(
    task: Task,
    rows: Sequence[Row],
    read: Read,
    *,
    gold: str,
    reader: str,
    baseline: Read | None = None,
    samples: int = 0,
) -> Report:
    """Reads and scores the rows of a gold file; the report calls it `gold` and what read it `reader`.

    `samples`: draws for the intervals, none for 0. Raises InputError where a row is none of the task's.
    """
    scored = score_rows(task, rows, read)
    other = None if baseline is None else score_rows(task, rows, baseline)
    decisions = [d for one in scored for d in one.decisions]
    return Report(
        task=task.name,
        what=task.what,
        gold=gold,
        reader=reader,
        rows=len(rows),
        headline=task.headline,
        beside=task.beside,
        figures=measure(task.figures, scored, other, samples),
        types=measure(task.types, scored, other, samples),
        confusions=tuple(confusions(decisions)),
        calibrations=(
            *calibrations(decisions),
            *calibrations([d for one in other or () for d in one.decisions], "the baseline, "),
        ),
    )


def score_rows(task: Task, rows: Sequence[Row], read: Read) -> list[Scored]:
    """Every row held against its reading."""
    try:
        documents = [task.document(row) for row in rows] if task.document else []
        readings: Iterable[Reading | None] = read(documents) if task.document else [None] * len(rows)
        return [task.score(row, reading) for row, reading in zip(rows, readings, strict=True)]
    except KeyError as error:
        raise InputError(task.name, f"a gold row of this task has {error}, and one of these has not") from error


def measure(
    figures: Callable[[Counts], Figures], scored: Sequence[Scored], other: Sequence[Scored] | None, samples: int
) -> tuple[Measured, ...]:
    """The figures of all documents together, with intervals, beside those of another reader where it was asked."""
    own, theirs = figures(total(scored)), figures(total(other)) if other is not None else {}
    drawn = draw(figures, scored, samples)
    against = draw(figures, other, samples) if other is not None else {}
    return tuple(
        Measured(
            name=name,
            value=value,
            interval=interval(drawn[name]) if name in drawn else None,
            baseline=theirs.get(name),
            difference=interval(drawn[name] - against[name]) if name in drawn and name in against else None,
        )
        for name, value in own.items()
    )


def total(scored: Iterable[Scored]) -> Counts:
    """The counts of all documents."""
    counts: Counts = Counter()
    for one in scored:
        counts.update(one.counts)
    return counts


def draw(figures: Callable[[Counts], Figures], scored: Sequence[Scored], samples: int) -> Samples:
    """The figures of each draw of documents; none where none are wanted."""
    return resample([one.counts for one in scored], figures, samples) if samples else {}


def confusions(decisions: Iterable[Decision]) -> Iterator[Confusion]:
    """The most frequent errors, the worst first."""
    wrong: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for d in decisions:
        if not d.right:
            wrong[d.wanted, d.got].append(d)
    for (wanted, got), made in sorted(wrong.items(), key=lambda item: (-len(item[1]), item[0]))[:WORST]:
        surest = sorted(made, key=lambda d: -(d.confidence or 0.0))[:SHOWN]
        yield Confusion(wanted=wanted, got=got, count=len(made), words=tuple(d.words for d in surest))


def calibrations(decisions: Sequence[Decision], whose: str = "") -> Iterator[Calibration]:
    """The reliability of all decisions that say how sure they are, then of each sort; `whose` goes before its name."""
    sorts = dict.fromkeys(d.sort for d in decisions if d.confidence is not None)
    for sort in ("all", *(sorts if len(sorts) > 1 else ())):
        bins = reliability(d for d in decisions if sort in ("all", d.sort))
        error = calibration_error(bins)
        if error is not None:
            yield Calibration(sort=f"{whose}{sort}", error=error, bins=bins)
