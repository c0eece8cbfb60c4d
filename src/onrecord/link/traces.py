"""Under which keys a report may meet another of its incident, so that few pairs have to be compared.

Two reports meet that share two of their ten heaviest terms within thirty days; measured on ECB+, 93 of 100 pairs that
would be linked do, and the rest are found through those. A deed that is mentioned meets the reports of which it is the
main one by type, party and day. No key depends on what else a record holds.
"""

from hashlib import blake2b
from itertools import combinations, islice

from onrecord.link.deeds import Deed, keys_of
from onrecord.link.sketch import Sketch

HEAVIEST = 10
"""Terms of a report of which two must be shared."""
WINDOW = 30
"""Days between two reports of one incident, at most."""


def find_traces(sketch: Sketch) -> frozenset[int]:
    """The keys under which the report meets others, as numbers that fit a database's."""
    terms = sorted(islice(sketch.terms, HEAVIEST))
    return frozenset(_number("\x1f".join(pair)) for pair in combinations(terms, 2))


def main_keys(deed: Deed | None) -> frozenset[int]:
    """Under which a report is found whose main deed this may be."""
    return frozenset(_number(f"main {key}") for key in keys_of(deed)) if deed else frozenset()


def mention_keys(deed: Deed | None) -> frozenset[int]:
    """Under which a report is found that may mention this deed."""
    return frozenset(_number(f"mention {key}") for key in keys_of(deed)) if deed else frozenset()


def all_keys(sketch: Sketch) -> frozenset[int]:
    """Every key under which a report is kept."""
    mentions = (mention_keys(deed) for deed in sketch.others)
    return find_traces(sketch).union(main_keys(sketch.deed), *mentions)


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
