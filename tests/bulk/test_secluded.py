"""A cluster that onrecord starts talks to nobody but itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import stub
from test_resume import contents, corpus, in_process

NETWORK = """
ip link set lo up && ip link add out type veth peer name end && ip link set end addrgenmode none up &&
ip link set out addrgenmode none arp off up && ip address add 198.51.100.7/24 dev out && ip route add default dev out &&
exec "$@"
"""
"""A network of its own whose way out leads nowhere, but counts what is sent."""
LOOPBACK = {"0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F"}
"""127.0.0.1, ::1 and the first as an address of the second kind."""


def apart(*command: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command in that network."""
    own = ["unshare", "--map-root-user", "--net", "sh", "-c", NETWORK, "sh"]
    return subprocess.run([*own, *command], env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_a_cluster_of_our_own_listens_on_the_loopback_alone_and_sends_nothing_out(tmp_path):
    pytest.importorskip("ray")
    source, here, there = corpus(tmp_path, 20), tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    command = [sys.executable, str(Path(__file__).with_name("secluded.py")), str(source), str(there)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(stub.__file__).parent), *sys.path])}
    if apart("true").returncode != 0:
        pytest.skip("this machine's kernel gives no process a network of its own")
    run = apart(*command, environment=environment)
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout.splitlines()[-1])
    assert told["listening"]
    assert set(told["listening"]) <= LOOPBACK
    assert told["sent"] == 0
    in_process(source, here)
    assert contents(there) == contents(here)
