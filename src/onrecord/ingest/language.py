"""Which language a text is in, told by its script and by the share of function words: enough to know English."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

SAMPLE = 20_000
TOKEN = re.compile(r"[^\W\d_]+")
ASCII, NO_LETTERS = re.compile(r"[\x00-\x7f]+"), re.compile(r"[^a-z]+")
SCRIPTS = {
    "Latin": re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Kana": re.compile(r"[\u3040-\u30ff]"),
    "Han": re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]"),
    "Hangul": re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Bengali": re.compile(r"[\u0980-\u09ff]"),
    "Tamil": re.compile(r"[\u0b80-\u0bff]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Burmese": re.compile(r"[\u1000-\u109f]"),
    "Georgian": re.compile(r"[\u10a0-\u10ff]"),
    "Armenian": re.compile(r"[\u0530-\u058f]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
    "Ethiopic": re.compile(r"[\u1200-\u137f]"),
}
MIN_WORDS, MIN_DISTINCT, MIN_SHARE = 8, 4, 0.15
"""A text with fewer function words of a language than these may be a headline, a list, or anything."""

PROSE_WORDS, PROSE_DISTINCT, PROSE_ENGLISH = 100, 50, 0.03
"""A text of so many different words, most of them in lower case, with a smaller English share is not English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """`words`: frequent function words in lower case; none where the script alone tells the language."""

    code: str
    name: str
    script: str
    words: frozenset[str]


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language, `und` where it is only known not to be English, None where it can't be told.

    Looks at the first 20,000 characters; the time does not depend on what they are.
    """
    sample = text[:SAMPLE].lower()
    script = _script(sample)
    languages = [entry for entry in load_languages().values() if entry.script == script]
    if len(languages) == 1:
        return languages[0].code
    if not languages:
        return "und"
    tokens = TOKEN.findall(sample)
    weights = _weights(tokens, script)
    best = max(weights, key=lambda code: weights[code])
    if script != "Latin":
        return best if weights[best] else "und"
    if _is_told(best, tokens) and (best == "en" or weights[best] > 2 * weights["en"]):
        return best
    return "und" if _is_other_prose(text, tokens) else None


def as_code(given: str) -> str | None:
    """The code for a code or an English name in any case (`en-GB`, `English`); None for "undetermined"."""
    plain = given.strip().lower()
    for entry in load_languages().values():
        if plain == entry.name.lower():
            return entry.code
    code = re.split(r"[-_]", plain)[0]
    return None if code in ("", "und", "mis", "mul", "zxx") else {"eng": "en"}.get(code, code)


def language_name(code: str) -> str:
    """How to call a language in a sentence; an unknown code is its own name."""
    entry = load_languages().get(code)
    return entry.name if entry else "another language" if code == "und" else repr(code)


@cache
def load_languages() -> Mapping[str, Language]:
    """The languages that can be told apart, by code."""
    lines = resources.files(__package__).joinpath("languages.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        code: Language(code=code, name=name, script=script, words=frozenset(words.split()))
        for code, name, script, words in rows
    }


@cache
def _owners(script: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of the languages of a script that have each of their function words."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for entry in load_languages().values():
        for word in entry.words if entry.script == script else ():
            owners[word].append(entry.code)
    return {word: tuple(codes) for word, codes in owners.items()}


def _script(sample: str) -> str:
    """The script of most letters of a sample in lower case. Those of ASCII, nearly all of an English text, are counted
    at once; only what is beyond is held against each script."""
    plain, beyond = NO_LETTERS.sub("", sample), ASCII.sub("", sample)
    letters = len(plain) + sum(map(str.isalpha, beyond))
    counts = Counter({script: len(pattern.findall(beyond)) for script, pattern in SCRIPTS.items()})
    counts["Latin"] += len(plain)
    if counts["Kana"] * 10 > letters:
        return "Kana"
    script, count = counts.most_common(1)[0]
    return script if count * 2 >= letters else "Other"


def _weights(tokens: list[str], script: str) -> dict[str, float]:
    """How many function words of each language of a script there are, a word of several divided among them."""
    owners = _owners(script)
    weights = {entry.code: 0.0 for entry in load_languages().values() if entry.script == script}
    for word, count in Counter(tokens).items():
        for code in owners.get(word, ()):
            weights[code] += count / len(owners[word])
    return weights


def _is_told(code: str, tokens: list[str]) -> bool:
    words = load_languages()[code].words
    distinct = len(words.intersection(tokens))
    return len(tokens) >= MIN_WORDS and distinct >= MIN_DISTINCT and _share(words, tokens) >= MIN_SHARE


def _is_other_prose(text: str, tokens: list[str]) -> bool:
    english = _share(load_languages()["en"].words, tokens)
    if len(tokens) < PROSE_WORDS or english >= PROSE_ENGLISH or len(set(tokens)) < PROSE_DISTINCT:
        return False
    lower: int = sum(token.islower() for token in TOKEN.findall(text[:SAMPLE]))
    return lower > 0.6 * len(tokens)


def _share(words: frozenset[str], tokens: list[str]) -> float:
    return sum(token in words for token in tokens) / max(len(tokens), 1)
