"""Readers on a Ray cluster: the same batches, read by the same processes, wherever a node has room for one."""

import logging
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Generic, Self, TypedDict, TypeVar

from onrecord.bulk.batches import BATCH, Batch
from onrecord.bulk.limits import Limits
from onrecord.bulk.pool import START, Pool
from onrecord.bulk.silence import silenced
from onrecord.bulk.watchdog import watched
from onrecord.bulk.worker import Found, Work
from onrecord.errors import OnrecordError
from onrecord.ingest import Placed
from onrecord.model import Edition

T = TypeVar("T")

STORE = 256 * 2**20
"""Bytes that a cluster started here may hold of what is on its way."""

ALONE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_worker_niceness": "0"}
"""What Ray is told where it starts a cluster here: that no other machine will join it, as it takes for granted on those
systems, or else it looks for the address by which others reach this one by way of 8.8.8.8, and listens there; and that
its processes are no less urgent than those of `--jobs`."""


class Given(TypedDict):
    """A row on its way to an actor."""

    batch: Batch


class Answered(TypedDict):
    """A row on its way back: every row of the batch with what was made of it, or why this node can't read."""

    found: list[tuple[Placed, Found[Any]]]
    fault: str


class Coder(Generic[T]):
    """What an actor does. It has a reading process of its own, so that a report that ends a process or takes too long
    costs the cluster no actor: Ray need never know."""

    def __init__(self, work: Work[T], limits: Limits, edition: Edition) -> None:
        self._fault, self._pool = "", None
        try:
            self._pool = Pool(work, 1, limits)
        except OnrecordError as error:
            self._fault = str(error)
            return
        if self._pool.edition != edition:
            self._fault = f"it has another edition ({self._pool.edition.version}, {self._pool.edition.model})"

    def __call__(self, given: Given) -> Answered:
        found = list(self._pool.read([given["batch"]])) if self._pool and not self._fault else []
        return Answered(found=found, fault=self._fault)


class Cluster(Generic[T]):
    """Does what a Pool does with up to `jobs` actors of a Ray cluster, as a Ray Data pipeline: one task goes through
    the batches, actors read them, this process takes the results in their order. Lost nodes cost time only.

    `address`: of a running cluster, on whose nodes onrecord is installed. Without one a cluster is started here, which
    listens on the loopback address alone. `patience`: seconds without any result after which it is said to stall.
    Raises OnrecordError where Ray is not installed, the cluster can't be reached, fails, or stalls.
    """

    def __init__(
        self, work: Work[T], *, address: str | None = None, jobs: int, limits: Limits, patience: float | None = None
    ) -> None:
        with Pool(work, 1, limits) as pool:
            self.edition = pool.edition
        self._work, self._jobs, self._limits = work, jobs, limits
        self._patience = patience or START + (BATCH + 1) * limits.seconds
        self._ray = _connect(address, jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ray.shutdown()

    def read(self, batches: Iterable[Batch]) -> Iterator[tuple[Placed, Found[T]]]:
        """Every row with what was made of it, in the order of the rows. `batches` are gone through on the cluster, from
        the start again where a node is lost: they must be the same each time."""
        stalled = f"the cluster gave nothing for {self._patience:g} seconds; `ray status` says why, --resume goes on"
        try:
            for answered in watched(self._pipeline(batches), self._patience, stalled):
                if fault := answered["fault"]:
                    raise OnrecordError(f"a node of the cluster can't read: {fault}")
                yield from answered["found"]
        except self._ray.exceptions.RayError as error:
            raise OnrecordError(f"the cluster failed ({_last_line(error)}); --resume goes on") from error

    def _pipeline(self, batches: Iterable[Batch]) -> Iterator[Answered]:
        data = self._ray.data
        room = int(self._ray.cluster_resources().get("CPU", 1))
        actors = data.ActorPoolStrategy(
            min_size=1, initial_size=max(1, min(self._jobs, room)), max_size=self._jobs, max_tasks_in_flight_per_actor=2
        )
        given = data.from_items([{"batches": batches}]).flat_map(_each, num_cpus=0)
        made = given.map(
            Coder, fn_constructor_args=(self._work, self._limits, self.edition), compute=actors, num_cpus=1
        )
        return iter(made.iter_rows())


def _each(row: dict[str, Iterable[Batch]]) -> Iterator[Given]:
    """Takes no processor for its own: with as many actors as processors it could never begin."""
    for batch in row["batches"]:
        yield Given(batch=batch)


def _connect(address: str | None, jobs: int) -> Any:
    """Ray, connected. Before it is imported it is told to report to nobody, and to leave standard error alone."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    if address is None:
        os.environ.update(ALONE)
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise OnrecordError("--engine ray needs Ray: `pip install onrecord[ray]`, or use --engine local") from error
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    own = {"num_cpus": jobs, "object_store_memory": STORE, "include_dashboard": False, "_node_ip_address": "127.0.0.1"}
    if address is None:
        _keep_to_itself()
    try:
        with silenced():  # Ray says there from which level on it is silent
            ray.init(address or "local", **(quiet if address else {**quiet, **own}))
    except Exception as error:  # Ray raises it bare where a node is slow to start
        raise OnrecordError(f"no Ray cluster at {address or 'this machine'} ({_last_line(error)})") from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    context.target_max_block_size = 1  # a batch is a block: it goes on at once, not when 128 MB are together
    return ray


def _keep_to_itself() -> None:
    """Leaves out the server of Ray's dashboard: without a dashboard, and with reports of usage off, it still asks the
    addresses of three clouds on which of them it runs (Ray 2.60, `usage_stats_head.py`)."""
    node: Any = import_module("ray._private.node").Node
    node.start_api_server = lambda *_, **__: None


def _last_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
