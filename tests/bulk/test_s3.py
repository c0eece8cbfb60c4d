"""A corpus in a bucket, coded into the bucket: S3 as moto answers for it, on the loopback."""

import io
import json
import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
import stub
from test_resume import contents, in_process

from onrecord.bulk.cluster import Cluster
from onrecord.bulk.limits import LIMITS
from onrecord.ingest import as_path

NEEDED = ("moto", "flask", "flask_cors", "s3fs")
TEXT = "The minister of Norland met the envoy of Sudmark in the capital on Monday to talk about the border."

pytestmark = [
    pytest.mark.skipif(
        not all(map(find_spec, NEEDED)) and "ONRECORD_SKIP_NOTHING" not in os.environ,
        reason=f"without {', '.join(NEEDED)} there is no S3 to ask",
    ),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of an empty bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patched:
        for name, value in {"ACCESS_KEY_ID": "x", "SECRET_ACCESS_KEY": "x", "DEFAULT_REGION": "us-east-1"}.items():
            patched.setenv(f"AWS_{name}", value)
        patched.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        boto3.client("s3").create_bucket(Bucket="archive")
        yield "s3://archive"
    server.stop()


def table() -> bytes:
    file = io.BytesIO()
    rows = {"id": [str(i) for i in range(40)], "text": [TEXT if i % 7 else "" for i in range(40)]}
    parquet.write_table(arrow.table(rows), file, row_group_size=10)
    return file.getvalue()


@pytest.mark.parametrize("name", ["out.jsonl", "tables"])
def test_a_table_in_a_bucket_gives_in_the_bucket_what_it_gives_here(tmp_path, monkeypatch, bucket, name):
    here, there = tmp_path / "in.parquet", f"{bucket}/{name}-run"
    here.write_bytes(table())
    as_path(f"{there}/in.parquet").write_bytes(table())
    monkeypatch.chdir(tmp_path)
    in_process(here, tmp_path / name)
    in_process(as_path(f"{there}/in.parquet"), as_path(f"{there}/{name}"))
    for file, content in contents(tmp_path / name).items():
        sent = as_path(f"{there}/{file.replace('OUT', name)}").read_bytes()
        assert sent.replace(there.encode(), str(tmp_path).encode()) == content
    assert list(Path(tmp_path).glob("*.part")) == []


def test_a_bucket_that_is_not_there_is_one_refusal(bucket, tmp_path):
    in_process(as_path("s3://nowhere/in.jsonl"), tmp_path / "out.jsonl")
    (refused,) = (tmp_path / "out.jsonl.errors.jsonl").read_text().splitlines()
    assert json.loads(refused)["where"] == "s3://nowhere/in.jsonl"


@pytest.mark.slow
def test_a_cluster_reads_from_the_bucket_and_what_it_gives_is_written_there(tmp_path, monkeypatch, bucket):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(stub.__file__).parent), *sys.path]))
    monkeypatch.chdir(tmp_path)
    source, output = f"{bucket}/cluster/in.parquet", as_path(f"{bucket}/cluster/out.jsonl")
    as_path(source).write_bytes(table())
    order = stub.Order(inputs=(source,), options=stub.Options())
    with stub.Workplace(str(output)) as place, Cluster(stub.WORK, jobs=1, limits=LIMITS) as readers:
        stub.prepare(place, order.manifest(readers.edition, stub.begun_on(place, False)), False)
        stub.run(order, place, readers, stub.Silent())
    in_process(as_path(source), tmp_path / "out.jsonl")
    assert output.read_bytes() == (tmp_path / "out.jsonl").read_bytes()
