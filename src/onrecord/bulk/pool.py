"""Reading processes side by side: batches in, results out in order, and no report takes the others down."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from typing import Generic, Self, TypeVar

from onrecord.bulk.batches import Batch
from onrecord.bulk.limits import Limits
from onrecord.bulk.worker import Found, Work, serve, set_aside
from onrecord.errors import OnrecordError
from onrecord.ingest import Placed
from onrecord.model import Edition

T = TypeVar("T")

AHEAD = 4
"""Batches a process that may be finished before their turn has come."""

START = 300.0
"""Seconds that a process may take to load its reader."""

STARTS = 3
"""How often a process is started until one lives."""

DEATHS = 2
"""How often a report must kill a process that reads nothing else before it is set aside."""


@dataclass(slots=True, kw_only=True)
class Task(Generic[T]):
    """A batch on its way through a process. `left` are the parts still to be read; first, all of it is one part."""

    number: int
    batch: Batch
    left: deque[Batch]
    found: list[Found[T]] = field(default_factory=list)
    deaths: int = 0

    def part(self, reason: str, patience: int) -> None:
        """Takes apart the part that failed; a single report that did so `patience` times is set aside."""
        failed = self.left.popleft()
        self.deaths += len(failed) == 1
        if len(failed) > 1 or self.deaths < patience:
            self.left.extendleft((placed,) for placed in reversed(failed))
            return
        self.found.append(set_aside(failed[0], reason))
        self.deaths = 0


class Hand(Generic[T]):
    """One reading process, and the task that it has."""

    def __init__(self, work: Work[T], limits: Limits) -> None:
        self.task: Task[T] | None = None
        self.deadline = 0.0
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=serve, args=(work, limits, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def hello(self) -> Edition | None:
        """Waits for the reader to be loaded; None where the process dies before. Raises OnrecordError where it can't
        be loaded, or takes too long."""
        try:
            if not self.connection.poll(START):
                raise OnrecordError(f"a reading process could not start within {START:g} seconds; try fewer --jobs")
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        if isinstance(answer, OnrecordError):
            raise answer
        return answer if isinstance(answer, Edition) else None

    def send(self, limit: float) -> None:
        """Gives the process the next part of its task, for which it has `limit` seconds."""
        if self.task is None:
            return
        self.deadline = time.monotonic() + limit
        try:
            self.connection.send(self.task.left[0])
        except (BrokenPipeError, ConnectionResetError):
            self.deadline = 0.0

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool(Generic[T]):
    """`jobs` reading processes. A part of a batch that takes longer than the limit, or in which the process dies, is
    read again report by report; what fails alone is set aside with the reason, and a new process goes on.

    Raises OnrecordError where a process can't start.
    """

    def __init__(self, work: Work[T], jobs: int, limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._hands = [Hand(work, limits) for _ in range(jobs)]
        try:
            editions = [self._ready(hand)[1] for hand in tuple(self._hands)]
        except OnrecordError:
            self.close()
            raise
        self.edition = editions[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all processes, whatever they are at."""
        for hand in self._hands:
            hand.end()

    def read(self, batches: Iterable[Batch]) -> Iterator[tuple[Placed, Found[T]]]:
        """Every row with what was made of it, in the order of the rows."""
        coming = enumerate(batches)
        done: dict[int, Task[T]] = {}
        turn = 0
        while self._give(coming, turn + AHEAD * len(self._hands)):
            for task in self._gather():
                done[task.number] = task
            while turn in done:
                task = done.pop(turn)
                turn += 1
                yield from zip(task.batch, task.found, strict=True)

    def _give(self, coming: Iterator[tuple[int, Batch]], until: int) -> bool:
        """Gives idle processes their next batches, none numbered beyond `until`; whether any process is at work."""
        busy = [hand.task.number for hand in self._hands if hand.task]
        for hand in self._hands:
            if hand.task is None and max(busy, default=0) < until and (following := next(coming, None)):
                number, batch = following
                hand.task = Task(number=number, batch=batch, left=deque((batch,)))
                hand.send(self._limits.seconds)
                busy.append(number)
        return bool(busy)

    def _gather(self) -> Iterator[Task[T]]:
        """Waits until a process has something to say or is out of time; the tasks that are finished."""
        busy = {hand.connection: hand for hand in self._hands if hand.task}
        first = min(hand.deadline for hand in busy.values())
        told = wait(list(busy), max(0.0, first - time.monotonic()))
        for connection, hand in busy.items():
            now = hand
            if connection in told:
                now = self._take(hand)
            elif hand.deadline <= time.monotonic():
                now = self._renew(hand, f"takes longer than {self._limits.seconds:g} seconds", patience=1)
            if (task := now.task) and not task.left:
                now.task = None
                yield task

    def _take(self, hand: Hand[T]) -> Hand[T]:
        """Takes what a process has found, and gives it the next part of its task; the process that has the task now."""
        try:
            found = hand.connection.recv()
        except (EOFError, ConnectionResetError):
            return self._renew(hand, "makes the reading process die", patience=DEATHS)
        if task := hand.task:
            task.found.extend(found)
            task.left.popleft()
            task.deaths = 0
            if task.left:
                hand.send(self._limits.seconds)
        return hand

    def _renew(self, hand: Hand[T], reason: str, patience: int) -> Hand[T]:
        """A new process in the place of one that failed, which goes on with the task: by single reports from here,
        without the one that has failed alone `patience` times."""
        fresh, _ = self._ready(self._replace(hand))
        fresh.task = task = hand.task
        if task:
            task.part(reason, patience)
            if task.left:
                fresh.send(self._limits.seconds)
        return fresh

    def _replace(self, hand: Hand[T]) -> Hand[T]:
        hand.end()
        fresh: Hand[T] = Hand(self._work, self._limits)
        self._hands[self._hands.index(hand)] = fresh
        return fresh

    def _ready(self, hand: Hand[T]) -> tuple[Hand[T], Edition]:
        """The process, or the one that took its place because it died at its start, with the edition of its reader."""
        for _ in range(STARTS - 1):
            if edition := hand.hello():
                return hand, edition
            hand = self._replace(hand)
        if edition := hand.hello():
            return hand, edition
        raise OnrecordError("a reading process could not start, most likely for want of memory; try fewer --jobs")
