"""Codes IN into OUT on a cluster of its own; tells which sockets listened meanwhile and how much left the machine.

For a network namespace of its own (`unshare --net`), where nobody else's sockets and packets are.
"""

import json
import sys
from pathlib import Path

import stub

from onrecord.bulk.cluster import Cluster
from onrecord.bulk.limits import LIMITS

LISTENS = "0A"


def listening() -> set[str]:
    """The addresses at which sockets listen, as the kernel writes them: hexadecimal, each four bytes backwards."""
    lines = [line for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return {fields[1].partition(":")[0] for fields in map(str.split, lines) if fields[3] == LISTENS}


def sent() -> int:
    """Packets that went out by the interface called `out`."""
    (line,) = (line for line in Path("/proc/net/dev").read_text().splitlines() if line.strip().startswith("out:"))
    return int(line.partition(":")[2].split()[9])


class Looks(stub.Silent):
    """Notes who listens while rows come in."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def passed(self, placed: object, progress: object) -> None:
        self.seen |= listening()


if __name__ == "__main__":
    source, output = sys.argv[1:]
    before, watch = sent(), Looks()
    order = stub.Order(inputs=(source,), options=stub.Options())
    with stub.Workplace(output) as place, Cluster(stub.WORK, jobs=1, limits=LIMITS) as readers:
        stub.prepare(place, order.manifest(readers.edition, stub.begun_on(place, False)), False)
        stub.run(order, place, readers, watch)
    sys.stdout.write(json.dumps({"listening": sorted(watch.seen), "sent": sent() - before}))
