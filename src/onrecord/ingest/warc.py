"""Pages of a web archive (WARC, compressed or not), one record in memory at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.ingest.captured import Captured
from onrecord.ingest.extras import library
from onrecord.ingest.options import Options
from onrecord.ingest.place import Placed

PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
ENCODINGS = ("Content-Encoding", "Transfer-Encoding")


def read_warc(path: Path, options: Options) -> Iterator[Placed]:
    """The HTML pages that were answered with 200, in order and closed, each called by its record's id.

    Other records are no reports and stepped over. A record that is cut off is refused; where the archive itself is
    damaged, what follows can't be found, and the last refusal says after which record.
    """
    warc = library("fastwarc.warc", str(path), kind="a WARC file", extra="corpora")
    number, behind = 0, 0
    try:
        with path.open("rb") as file:
            kinds = warc.WarcRecordType.response
            for record in warc.ArchiveIterator(file, record_types=kinds, parse_http=True, auto_decode="all"):
                number, behind = number + 1, record.stream_pos
                where = f"{path}: record {number}"
                row = _row(where, record, options)
                if row is not None:
                    yield Placed(where=where, row=row, behind=behind)
    except (ValueError, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        reason = f"is damaged after response {number} ({' '.join(str(error).split())}); what follows is lost"
        yield Placed(where=str(path), row=InputError(str(path), reason), behind=behind)


def _row(where: str, record: Any, options: Options) -> Captured | InputError | None:
    http = record.http_headers
    if http is not None and http.status_code not in (200, None):
        return None
    declared = (record.http_content_type or "").lower()
    if declared and declared not in PAGE_TYPES:
        return None
    wanted = record.content_length
    body = record.reader.read(options.max_bytes + 1)
    if len(body) > options.max_bytes:
        return InputError(where, f"is larger than {options.max_bytes:,} bytes")
    encoded = http is not None and any(http.get(name) for name in ENCODINGS)
    if http is None or (len(body) < wanted and not encoded):
        return InputError(where, "is cut off")
    if not declared:
        return None
    url = record.headers.get("WARC-Target-URI")
    id = (record.record_id or url or "").strip("<>")
    return Captured(where=where, id=id, url=url, charset=record.http_charset, body=body, options=options)
