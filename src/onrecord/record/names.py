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


PRONOUNS = frozenset(("he", "she", "they", "we"))
"""What somebody may be called of whom a report tells no more; another report's is another."""


def is_pronoun(name: str) -> bool:
    """Whether a name is only a pronoun, and so nobody's: "He"."""
    return name.strip().casefold() in PRONOUNS


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


def may_be_one(one: str, other: str) -> bool:
    """Whether two names (as keys) can be of one person: equal, sounding alike, shortened, or one of them a surname."""
    return one == other or sounds_alike(one, other) or surname_of(one, other) or surname_of(other, one)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names of several words are transcriptions of one, or the one leaves words of the other out."""
    if " " not in one or " " not in other:
        return sound_keys(one) == sound_keys(other) != ()
    short, whole = sorted((sound_keys(one), sound_keys(other)), key=len)
    if "".join(short) == "".join(whole):
        return True
    rest = iter(whole)
    return short[-1:] == whole[-1:] and all(sound in rest for sound in short)


def surname_of(short: str, whole: str) -> bool:
    """Whether the one is the other's last word, or sounds like it."""
    return " " not in short and " " in whole and sound_key(short) == sound_key(last_key(whole))
