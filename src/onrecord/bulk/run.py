"""A corpus coded into OUTPUT: the loop over its rows, what is kept of them, and how a run that was stopped goes on."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Protocol

from onrecord.bulk.batches import Batch, make_batches
from onrecord.bulk.corpus import corpus_rows
from onrecord.bulk.manifest import Manifest, digest_inputs
from onrecord.bulk.nearcopies import NearCopy, mark_copies
from onrecord.bulk.sink import Lines, Sink
from onrecord.bulk.worker import Found
from onrecord.bulk.workplace import Progress, Workplace
from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import Options, Placed
from onrecord.model import Document, Edition, Reading, reading_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be coded, and how. `settings` are what else decides the bytes of the result: they go into the
    manifest as they are."""

    inputs: tuple[str, ...]
    options: Options
    settings: tuple[tuple[str, str], ...] = ()
    dedup: bool = False
    stop: bool = False

    def manifest(self, edition: Edition, today: date) -> Manifest:
        """The manifest of such a run."""
        own = (("date", str(self.options.date)), ("publisher", str(self.options.publisher)), ("dedup", str(self.dedup)))
        return Manifest(inputs=digest_inputs(self.inputs), edition=edition, options=(*own, *self.settings), today=today)


class Readers(Protocol):
    """Whatever reads batches: this process, a pool of processes, or a cluster, which needs batches that can travel."""

    edition: Edition

    def read(self, batches: Iterable[Batch]) -> Iterator[tuple[Placed, Found[str]]]: ...


class Watch(Protocol):
    """Who is told how the run goes: `failed` for each row that gave no reading, `passed` for every row."""

    def failed(self, error: InputError) -> None: ...

    def passed(self, placed: Placed, progress: Progress) -> None: ...


def as_line(_: Document, reading: Reading) -> str:
    """What a reading process makes of a reading for `Run`: a line of JSON."""
    return reading_to_json(reading)


def begun_on(place: Workplace, resume: bool) -> date:
    """The day on which the run began that goes on, or today."""
    kept = (place.begun() or place.finished()) if resume else None
    return kept.today if kept else date.today()


def prepare(place: Workplace, manifest: Manifest, resume: bool) -> bool:
    """Makes the place ready for this run; False where OUTPUT holds it whole already.

    A whole file of lines is coded again unless it is to be resumed. Raises OnrecordError where another run's files are
    in the way, or an unfinished run that nobody wants resumed.
    """
    begun, whole = place.begun(), place.finished()
    kept = begun or whole
    if kept is None or (begun is None and place.in_lines() and not resume):
        place.begin(manifest)
        return True
    where = place.folder if begun else place.final
    if differs := kept.differs(manifest):
        raise OnrecordError(f"{where}: holds a run with {differs}; delete it or choose another OUTPUT")
    if not resume:
        raise OnrecordError(f"{where}: holds such a run already; --resume goes on with it, or delete it to begin again")
    return begun is not None


def run(order: Order, place: Workplace, readers: Readers, watch: Watch) -> Progress:
    """Codes what is left of the corpus, then puts the result under its final name.

    Raises OnrecordError where the disk is full, and at the first failure if the order says so; what was safe before
    stays so.
    """
    progress = place.progress()
    with place.writing():
        if not progress.done:
            with (
                closing(open_sink(place, progress.output)) as sink,
                closing(Lines(place.errors, progress.errors)) as errors,
            ):
                progress = _code(order, place, readers, watch, progress, sink, errors)
        place.publish()
    return progress


def open_sink(place: Workplace, safe: int) -> Sink:
    """What takes the readings, with as much in it as is safe."""
    if place.in_lines():
        return Lines(place.output, safe)
    from onrecord.bulk.tables import Tables

    place.output.mkdir(exist_ok=True)
    return Tables(place.output, safe)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The batches of an order without its first `done` rows, read from the inputs anew by each that goes through
    them: what a cluster is given in their place."""

    order: Order
    done: int

    def __iter__(self) -> Iterator[Batch]:
        order = self.order
        marks = (mark_copies(),) if order.dedup else ()
        return make_batches(islice(corpus_rows(order.inputs, order.options, marks), self.done, None))


def _code(
    order: Order, place: Workplace, readers: Readers, watch: Watch, progress: Progress, sink: Sink, errors: Lines
) -> Progress:
    def safe(done: bool) -> Progress:
        kept = replace(progress, output=sink.commit(), errors=errors.commit(), done=done)
        place.save(kept)
        return kept

    for placed, found in readers.read(Rest(order=order, done=progress.rows)):
        progress = replace(progress, rows=progress.rows + 1)
        if isinstance(found, InputError):
            errors.write(error_line(placed, found))
        else:
            sink.write(found)
        if isinstance(found, InputError) and not isinstance(found, NearCopy):
            progress = replace(progress, failures=progress.failures + 1)
            watch.failed(found)
            if order.stop:
                raise OnrecordError(f"stopped at the first failure, as asked; {place.folder} holds what was done")
        watch.passed(placed, progress)
        if progress.rows % sink.step == 0:
            progress = safe(done=False)
    return safe(done=True)


def error_line(placed: Placed, error: InputError) -> str:
    """A line of `OUTPUT.errors.jsonl`: where the row stands, its report's id where it has one, and the reason."""
    return json.dumps({"where": placed.where, "id": placed.id, "reason": error.reason}, ensure_ascii=False)
