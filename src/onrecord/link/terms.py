"""How much each word of a report tells it apart from others.

A word's weight comes from its rank in the word-piece vocabulary of the models, which stands in the order of frequency
(English Wikipedia and books): `ln(rank) ** 2`, after Zipf's law in place of an inverse document frequency. A record's
own counts would change with every report, and with them every decision made before.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import islice

from onrecord.models.encoder import VOCABULARY, WEIGHTS, present

WORD = re.compile(r"[^\W_](?:[\w.,'’-]*[^\W_])?")
COMMONEST = 1996
"""Where the vocabulary's words begin; before them stand signs, single letters and the hundred unused."""
NAME = 1.5
"""What a capital letter adds to a word's weight: names tell reports apart best."""
KEPT = 100
"""Terms of a report that are kept, the heaviest."""


def find_terms(text: str) -> Mapping[str, float]:
    """The heaviest terms of a text as a vector of length one, the heaviest first."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for word in WORD.findall(text):
        term = word.lower().replace("’", "'").removesuffix("'s")
        counts[term] += 1
        weights[term] = max(weights.get(term, 0.0), weight(term) * (NAME if word[0].isupper() else 1.0))
    heavy = {term: (1 + math.log(n)) * weights[term] for term, n in counts.items() if weights[term] > 0}
    kept = dict(islice(sorted(heavy.items(), key=lambda item: (-item[1], item[0])), KEPT))
    length = math.sqrt(sum(w * w for w in kept.values())) or 1.0
    return {term: round(w / length, 4) for term, w in kept.items()}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(w * other[term] for term, w in one.items() if term in other))


def weight(term: str) -> float:
    """0 for the commonest words; a word that the vocabulary does not hold whole is as rare as its last."""
    ranks = _ranks()
    rank = ranks.get(term, len(ranks)) - COMMONEST
    return math.log(rank + 6) ** 2 if rank >= 0 else 0.0


@cache
def _ranks() -> Mapping[str, int]:
    lines = present(WEIGHTS / VOCABULARY).read_text(encoding="utf-8").splitlines()
    return {word: rank for rank, word in enumerate(lines)}
