"""One spelling for all spellings of a place name. Standard library only: the build compiles the gazetteer with it."""

import re
import unicodedata
from functools import lru_cache

LONG_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "mts": "mountains", "ft": "fort", "pt": "point"}
SEPARATORS = re.compile(r"[\s\-‐-―/_,()]+")
DROPPED = re.compile(r"[.'’‘ʼʻ`´\"]")
UNFOLDED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """`name` folded: no accents, capitals, dots or apostrophes, hyphens as blanks, "St." as "saint"; may be empty.

    >>> place_key("St. John’s"), place_key("Guinea-Bissau"), place_key("Chişinău")
    ('saint johns', 'guinea bissau', 'chisinau')
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(UNFOLDED)
    words = SEPARATORS.sub(" ", DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] in LONG_FORMS:
        words[0] = LONG_FORMS[words[0]]
    return " ".join(words)
