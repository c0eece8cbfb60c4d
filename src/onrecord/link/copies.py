"""Which reports are copies of one text, by MinHash (Broder 1997) over runs of three words."""

import re
from collections.abc import Mapping

from rensa import RMinHash

WORD = re.compile(r"\w+")
RUN, PERMUTATIONS, SEED = 3, 128, 1
COPY = 0.5
"""The share of their runs of words that two reports have in common from which one counts as a copy of the other: an
agency's report with a new headline, a line cut or a sentence added stays above it, two reports of one statement in own
words stay far below. With 128 permutations the estimate errs by some 0.04."""


def find_copies(texts: Mapping[str, str]) -> Mapping[str, str]:
    """For each key the least key of the reports that it is a copy of, directly or by way of others, or itself."""
    signatures = {key: _signature(text) for key, text in sorted(texts.items())}
    first: dict[str, str] = {}
    for key, signature in signatures.items():
        alike = {first[k] for k in first if signature.jaccard(signatures[k]) >= COPY}
        root = min(alike, default=key)
        first[key] = root
        first.update({k: root for k, old in first.items() if old in alike})
    return first


def _signature(text: str) -> RMinHash:
    words = WORD.findall(text.casefold())
    made = RMinHash(PERMUTATIONS, SEED)
    made.update([" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))])
    return made
