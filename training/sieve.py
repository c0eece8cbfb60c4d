"""Fits what keeps sentences from the model of events: by what the encoder of attributions saw of a sentence, whether
the reader would tell an event of it that no rule tells.

usage: sieve.py TEXTS.jsonl ... FOLDER [--keep 0.9]

TEXTS.jsonl: rows with an `id` and a `text`, whose labels are not looked at. FOLDER holds the weights; the file with its
numbers is written there. Of every fifth text, which only says how well it does, the share `--keep` of the sentences of
which something is told passes.
"""

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from logistic import fit
from numpy.typing import NDArray
from pairs import rows_of

from onrecord.model import Document, Extent
from onrecord.models.load import load_models
from onrecord.models.sieve import FILE, Sieve, mean_of
from onrecord.models.views import Seen
from onrecord.read.confidence import is_by_model
from onrecord.read.reader import Reader

RIDGE = 1.0
"""Of 1, 10, 100 and 1,000 the one with which most was left out of the texts kept apart."""


class Open(Sieve):
    """A sieve that everything passes, and which remembers what did."""

    def __init__(self) -> None:
        self.passed: list[tuple[Extent, NDArray[np.float32]]] = []

    def passes(self, views: Sequence[Seen], sentence: Extent) -> bool:
        mean = mean_of(views, sentence)
        if mean is not None:
            self.passed.append((sentence, mean))
        return mean is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A sentence that the model was asked about: its vector, whether something was told of it, its characters, and
    whether its text is kept apart."""

    vector: NDArray[np.float32]
    told: bool
    size: int
    apart: bool


def asked_of(paths: Sequence[str], folder: Path) -> Iterator[Asked]:
    """The sentences of some texts of which no rule tells anything and the model is asked."""
    sieve = Open()
    reader = Reader(models=replace(load_models(folder), sieve=sieve))
    for row in (row for path in paths for row in rows_of(path)):
        sieve.passed.clear()
        with reader.forgetting():
            events = reader.read(Document.from_text(row["text"], id=row["id"])).events
        told = [e.trigger[0].start for e in events if is_by_model(e.rule)]
        apart = hashlib.sha256(row["id"].encode()).digest()[0] % 5 == 0
        for sentence, vector in sieve.passed:
            found = any(sentence.start <= at < sentence.end for at in told)
            yield Asked(vector=vector, told=found, size=sentence.end - sentence.start, apart=apart)


def main(args: argparse.Namespace) -> None:
    width = len(np.load(args.folder / FILE)["weights"]) if (args.folder / FILE).is_file() else 384
    write(args.folder, np.zeros(width), 0.0)
    asked = list(asked_of(args.texts, args.folder))
    vectors, told = np.array([a.vector for a in asked], np.float64), np.array([a.told for a in asked])
    sizes, apart = np.array([a.size for a in asked]), np.array([a.apart for a in asked])
    values = np.concatenate([np.ones((len(asked), 1)), vectors], 1)
    weights = fit(values[~apart], told[~apart].astype(float), np.ones((~apart).sum()), ridge=args.ridge)[1:]
    odds = vectors[apart] @ weights
    least = float(np.quantile(odds[told[apart]], 1 - args.keep))
    write(args.folder, weights, least)
    out = sizes[apart][odds < least].sum() / sizes[apart].sum()
    print(f"{len(asked)} sentences; {told.mean():.3f} of them tell something; {100 * out:.0f}% of the text left out")


def write(folder: Path, weights: NDArray[np.float64], least: float) -> None:
    """The numbers of a sieve, as they are read."""
    np.savez(folder / FILE, weights=weights.astype(np.float32), least=np.float32(least))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=float, default=0.9)
    parser.add_argument("--ridge", type=float, default=RIDGE)
    main(parser.parse_args())
