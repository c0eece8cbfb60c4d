"""How like two contents are: whether what is said in one report speaks of what is said in another.

Words are compared by their stems, rare ones counting most: "had crossed at Tine" is like "crossing the border at Tine".
What is negated and what is not are contraries.
"""

import re
from collections.abc import Mapping
from functools import cache

from onrecord.lexicon.countries import load_countries
from onrecord.link.terms import WORD, weight

LIGHT = 20.0
"""A word of this weight or less ("that", "had") tells no deed."""
STEM = 4
"""Letters of a word that count: "shelled" and "shelling" are one."""
SAME = 0.5
"""The share of words from which two contents say the same; chosen on the invented reports of tests/record_set."""
ALONE = 0.6
"""The share that a single word in common must have; one in long contents ("the vessel") tells no deed."""
NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|neither|nor)\b|n['’]t\b", re.IGNORECASE)
"""What turns a content into its contrary."""


def stems(words: str) -> Mapping[str, float]:
    """The words that tell one deed from another, by their stems; the reports of an incident share its countries."""
    told = (word.lower().replace("’", "'").removesuffix("'s") for word in WORD.findall(words))
    return {word[:STEM]: heavy for word in told if (heavy := weight(word)) > LIGHT and word not in _countries()}


def likeness(one: str, other: str) -> float:
    """The share of the lighter content's words that both have, by weight."""
    return shared(stems(one), stems(other))


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The share of the lighter one's weight that both have; none where a single word of little weight is all."""
    least, common = min(sum(one.values()), sum(other.values())), one.keys() & other.keys()
    share = sum(one[stem] for stem in common) / least if least else 0.0
    return share if len(common) > 1 or share >= ALONE else 0.0


def is_negated(words: str) -> bool:
    """Whether a content says that something was not so."""
    return bool(NEGATED.search(words))


@cache
def _countries() -> frozenset[str]:
    """The names of countries and their people, of one word."""
    names = (name for c in load_countries() for name in (c.name, *c.names, *c.demonyms, *c.short))
    return frozenset(name.lower() for name in names if " " not in name)
