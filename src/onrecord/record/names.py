"""How two ways of writing a name are told to be the same, or to sound alike."""

import re
import unicodedata

GAP = re.compile(r"[\W_]+")
VOWEL = re.compile("[aeiouy]")
DOUBLED = re.compile(r"(.)\1+")
SPELLINGS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("sh", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ch", "c"),
    ("ck", "k"),
    ("ks", "x"),
    ("tz", "ts"),
    ("q", "k"),
    ("g", "k"),
    ("w", "v"),
    ("ou", "u"),
)
"""Letters that one transcription writes where another writes the second of the pair; the longest stand first."""
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


def sound_keys(key: str) -> tuple[str, ...]:
    """Each word of a name's key by its consonants, evened out over transcriptions: "mohammed", "muhamad" are "mhmd".

    A word without consonants is its own key; a single letter has none.
    """
    return tuple(sound_key(word) for word in key.split() if len(word) > 1)


def sound_key(word: str) -> str:
    """One word's consonants, evened out over transcriptions from other scripts."""
    heard = word.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("đ", "d")
    for written, sound in SPELLINGS:
        heard = heard.replace(written, sound)
    bare = VOWEL.sub("", heard[1:])
    return DOUBLED.sub(r"\1", (heard[:1] if heard[:1] not in "aeiou" else "a") + bare) if bare else word
