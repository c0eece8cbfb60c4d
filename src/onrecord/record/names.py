"""How two ways of writing a name are told to be the same."""

import re
import unicodedata

GAP = re.compile(r"[\W_]+")
DROPPED = re.compile(r"['’`ʼ]s?(?=\W|$)|['’`ʼ]")


def name_key(name: str) -> str:
    """The name without case, accents, punctuation, a leading "the" or a possessive ending.

    "The Ōsai-Brandt's" gives "osai brandt". A name of which nothing is left is its own key.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    key = GAP.sub(" ", DROPPED.sub("", bare)).strip().removeprefix("the ")
    return key or bare.strip()


def last_key(key: str) -> str:
    """The last word of a name's key: a surname in most of the world's reports."""
    return key.rpartition(" ")[2]
