"""What every task of the evaluation gives: counts that add up over documents, decisions held against gold, figures."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import Attribution, Document, Event, Extent, Reading
from onrecord.read.confidence import BY_MODEL

Row = Mapping[str, Any]
"""One line of a gold file."""
Counts = Counter[str]
"""Numbers of one document. Those of several documents, added up, give the figures of all."""
Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing that gold or reader says: what was wanted, what was got, and the words where it stands.

    `got` is what the reader made of it, `wanted` what is right; equal where it is right. `item` is what the reader
    told, where gold can tell whether it is right: then its confidence is held against that.
    """

    wanted: str
    got: str
    words: str
    item: Attribution | Event | None = None

    @property
    def confidence(self) -> float | None:
        """The reader's own, 0 to 1; None where it told nothing that can be judged."""
        return None if self.item is None else self.item.confidence

    @property
    def sort(self) -> str:
        """What is measured apart: items by a `rule` and by a `model`."""
        return "" if self.item is None else "model" if (self.item.rule or "").startswith(BY_MODEL) else "rule"

    @property
    def right(self) -> bool:
        return self.wanted == self.got


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One document of a gold file held against its reading."""

    counts: Counts
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A kind of gold file: how a row becomes a document, how its reading is scored, which figures the counts make.

    `headline` names the figures by which files are compared. `types` gives one figure per type. `document` gives a
    reader nothing of the answer; it is None where a row is no report.
    """

    name: str
    what: str
    headline: tuple[str, ...]
    beside: tuple[str, ...] = ()
    document: Callable[[Row], Document] | None
    score: Callable[[Row, Reading | None], Scored]
    figures: Callable[[Counts], Figures]
    types: Callable[[Counts], Figures] = lambda counts: {}


MISSED, SPURIOUS = "missed", "nothing"
"""What the reader made of gold that it did not find; what was wanted where it found something that gold has not."""


def as_document(row: Row) -> Document:
    """The document of a row with `text`, and with its date where it has one."""
    date = row.get("dct") or row.get("date")
    return Document.from_text(row["text"], id=str(row["id"]), date=date[:10] if date else None)


def prf(right: float, system: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent, to two decimals; 0 where there is nothing to divide by."""
    p = right / system if system else 0.0
    r = right / gold if gold else 0.0
    return round(100 * p, 2), round(100 * r, 2), round(100 * harmonic(p, r), 2)


def harmonic(p: float, r: float) -> float:
    """The harmonic mean of precision and recall, 0 where both are."""
    return 2 * p * r / (p + r) if p + r else 0.0


def share(part: float, whole: float) -> float:
    """A share in per cent, to two decimals; 0 of nothing."""
    return round(100 * part / whole, 2) if whole else 0.0


def named(name: str, values: tuple[float, float, float]) -> Figures:
    """Precision, recall and F1 under one name."""
    return dict(zip((f"{name} precision", f"{name} recall", f"{name} F1"), values, strict=True))


def kinds_of(counts: Mapping[str, float], key: str) -> list[str]:
    """The types for which something was counted under a key such as `gold`: of `gold:ASSAULT`, ASSAULT."""
    return sorted({k.partition(":")[2] for k in counts if k.startswith(f"{key}:")})


def around(text: str, extent: Extent, width: int = 90) -> str:
    """The words of an extent in the line of text that they stand in, cut to some characters on either side."""
    start = max(text.rfind("\n", 0, extent.start) + 1, extent.start - width)
    stop = text.find("\n", extent.end)
    end = min(stop if stop >= 0 else len(text), extent.end + width)
    return f"{text[start : extent.start]}[{extent.of(text)}]{text[extent.end : end]}"
