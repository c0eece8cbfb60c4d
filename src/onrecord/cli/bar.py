"""What a person sees of a long run: reports, rate, time left and failures on a terminal; failures alone in a pipe."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from onrecord.cli.failures import Failures, say

if TYPE_CHECKING:
    from onrecord.bulk.workplace import Progress
    from onrecord.errors import InputError
    from onrecord.ingest import Placed


class Bar:
    """Moves with the bytes of the input that lie behind, of which there are `total`."""

    def __init__(self, total: int, failures: Failures) -> None:
        self._failures = failures
        self._began, self._first = time.monotonic(), -1
        self._shown = _shown(total) if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._shown:
            self._shown.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._shown.stop()

    def failed(self, error: "InputError") -> None:
        """Names what failed."""
        self._failures.note(error)

    def passed(self, placed: "Placed", progress: "Progress") -> None:
        """Moves the bar; the rate is that of this session, not of what was done before."""
        if self._shown is None:
            return
        if self._first < 0:
            self._first = progress.rows - 1
        rate = (progress.rows - self._first) / max(time.monotonic() - self._began, 0.001)
        task = self._shown.task_ids[0]
        self._shown.update(task, completed=placed.behind, reports=progress.rows, rate=rate, failures=progress.failures)

    def ended(self, progress: "Progress", output: str) -> None:
        """Says on a terminal how many failed, and where they are named."""
        if self._shown and progress.failures:
            say(f"{progress.failures:,} of {progress.rows:,} rows failed; {output}.errors.jsonl names them")


def _shown(total: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    told = TextColumn(
        "{task.fields[reports]} reports · {task.fields[rate]:.1f} a second · {task.fields[failures]} failed"
    )
    columns = (TextColumn("coding"), BarColumn(), told, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True))
    progress.add_task("coding", total=max(total, 1), reports=0, rate=0.0, failures=0)
    return progress
