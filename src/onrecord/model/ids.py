"""Ids that stay when a report is read again under another edition."""

import hashlib
from collections.abc import Iterable

from onrecord.model.extent import Extent


def make_id(prefix: str, document: str, extents: Iterable[Extent], extra: str = "") -> str:
    """`prefix-` and twelve hexadecimal digits of document, extents and `extra` (an event's type).

    Neither the rule nor the edition goes in, so a person's judgement of an item outlives a recoding.
    """
    where = ",".join(f"{e.start}:{e.end}" for e in extents)
    key = "\x1f".join((prefix, document, where, extra))
    return f"{prefix}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
