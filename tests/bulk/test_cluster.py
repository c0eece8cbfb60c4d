"""A Ray cluster gives the bytes that this machine gives, though a node is lost in mid-run."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import stub
from test_resume import contents, corpus, in_process

from onrecord.bulk.limits import LIMITS
from onrecord.errors import OnrecordError

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

NODES = {"num_cpus": 1, "object_store_memory": 2**27}


@pytest.fixture(scope="module")
def nodes() -> Iterator[object]:
    """Two nodes with room for one reading process each: the head, and the one that will be lost."""
    pytest.importorskip("ray")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patched.setenv("PYTHONPATH", os.pathsep.join([str(Path(stub.__file__).parent), *sys.path]))
        from ray.cluster_utils import Cluster as Nodes

        started = Nodes(initialize_head=True, head_node_args={**NODES, "include_dashboard": False})
        yield started, [started.add_node(**NODES)]
        started.shutdown()


def code(source: Path, output: Path, address: str, watch: stub.Silent) -> None:
    from onrecord.bulk.cluster import Cluster

    order = stub.Order(inputs=(f"file://{source}",), options=stub.Options())
    with stub.Workplace(str(output)) as place, Cluster(stub.WORK, address=address, jobs=2, limits=LIMITS) as readers:
        stub.prepare(place, order.manifest(readers.edition, stub.begun_on(place, False)), False)
        stub.run(order, place, readers, watch)


def test_a_cluster_that_loses_a_node_gives_the_same_bytes(tmp_path, nodes):
    started, lost = nodes
    source = corpus(tmp_path, 600)
    here, there = tmp_path / "a" / "out.jsonl", tmp_path / "b" / "out.jsonl"
    for output in (here, there):
        output.parent.mkdir()

    class Removes(stub.Silent):
        def passed(self, placed, progress):
            if progress.rows == 100:
                started.remove_node(lost.pop(), allow_graceful=False)

    in_process(source, here)
    code(source, there, started.address, Removes())
    assert lost == []
    assert contents(there) == contents(here)


def test_an_address_without_a_cluster_is_an_error_of_one_line(monkeypatch):
    from onrecord.bulk.cluster import Cluster

    with pytest.raises(OnrecordError, match="no Ray cluster at nowhere"):
        Cluster(stub.WORK, address="nowhere:bad", jobs=1, limits=LIMITS)
