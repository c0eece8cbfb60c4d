"""Corpora of good, damaged and hostile rows, in every form that `onrecord code` reads."""

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
DATE = "2025-03-30"
GROUP = 20
"""Rows of a row group."""
ENDLESS = "The minister said that the envoy had said " * 20_000
"""A text on which the limits of time and memory must be kept."""

Row = dict[str, object]
SPOILS: tuple[Callable[[Row], Row], ...] = (
    lambda row: {**row, "text": None},
    lambda row: {**row, "text": "   "},
    lambda row: {**row, "date": "the day before"},
    lambda row: {**row, "text": str(row["text"]).replace(" the ", " \0\u202e ")},
    lambda row: {**row, "text": "<script>" * 400},
    lambda row: {**row, "text": "word " * 2_000},
    lambda row: {**row, "text": "Le ministre a dit que les soldats de la ville sont partis hier avec les leurs. " * 3},
)
BREAKS: tuple[Callable[[bytes], bytes], ...] = (
    lambda line: line[: len(line) // 2],
    lambda line: b"\xff\xfe" + line,
    lambda line: line.replace(b'"text"', b'"txet"'),
    lambda line: line.replace(b" the ", b" \\ud800 "),
    lambda line: line.replace(b'"id": "', b'"id": ["', 1),
    lambda line: b"[" * 50_000,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A file, and how many documents are in it; a row group that can't be read counts as one."""

    name: str
    content: bytes
    documents: int


def make_corpus(chance: random.Random, size: int) -> Corpus:
    """One corpus: a quarter of its rows are damaged, some ids come twice, and the file itself may be damaged too."""
    texts = [p.read_text(encoding="utf-8")[:1_500] for p in sorted(SAMPLES.glob("*.txt"))]
    rows = [_row(chance, i, chance.choice(texts)) for i in range(size)]
    if chance.random() < 0.25:
        rows[chance.randrange(size)]["text"] = ENDLESS
    return chance.choice(FORMS)(chance, rows)


def _row(chance: random.Random, number: int, text: str) -> Row:
    id = f"r{chance.choice((number, number, number, number // 2))}"
    row: Row = {"id": id, "text": text, "date": DATE}
    return chance.choice(SPOILS)(row) if chance.random() < 0.15 else row


def _lines(chance: random.Random, rows: list[Row]) -> Corpus:
    lines = [json.dumps(row).encode() for row in rows]
    broken = [chance.choice(BREAKS)(line) if chance.random() < 0.1 else line for line in lines]
    return Corpus(name="in.jsonl", content=b"\n".join(broken), documents=len(rows))


def _table(chance: random.Random, rows: list[Row]) -> Corpus:
    """CSV, in which some bytes are no UTF-8 and the last row may be left open."""
    file = io.StringIO()
    writer = csv.DictWriter(file, ("id", "date", "text"))
    writer.writeheader()
    writer.writerows({**row, "text": str(row["text"] or "").replace("\0", "")} for row in rows)
    content = file.getvalue().encode().replace(b"Kassala", b"Kas\xffala")
    cut = content[:-40] if chance.random() < 0.5 else content
    return Corpus(name="in.csv", content=cut, documents=len(rows))


def _columns(chance: random.Random, rows: list[Row]) -> Corpus:
    """Parquet, of which the text of one row group may be overwritten."""
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    file = io.BytesIO()
    table = arrow.Table.from_pylist(rows)
    parquet.write_table(table, file, row_group_size=GROUP, use_dictionary=False, compression="zstd")
    content = bytearray(file.getvalue())
    if chance.random() < 0.5:
        return Corpus(name="in.parquet", content=bytes(content), documents=len(rows))
    groups = parquet.ParquetFile(file).metadata
    column = groups.row_group(chance.randrange(groups.num_row_groups)).column(1)
    end = column.data_page_offset + column.total_compressed_size
    content[end - 60 : end - 10] = b"\xff" * 50
    return Corpus(name="in.parquet", content=bytes(content), documents=len(rows) - GROUP + 1)


def _archive(chance: random.Random, rows: list[Row]) -> Corpus:
    """WARC, packed or not, whose last record may be cut off."""
    records = [_record(row) for row in rows]
    packed = chance.random() < 0.5
    content = b"".join(map(gzip.compress, records) if packed else records)
    cut = content[:-60] if chance.random() < 0.5 else content
    return Corpus(name="in.warc.gz" if packed else "in.warc", content=cut, documents=len(rows))


def _record(row: Row) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in str(row["text"] or "").splitlines())
    page = f"<html><head><title>News</title></head><body><article>{paragraphs}</article></body></html>"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{row['id']}>\r\n"
        f"WARC-Target-URI: https://example.org/{row['id']}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


FORMS = (_lines, _table, _columns, _archive)
