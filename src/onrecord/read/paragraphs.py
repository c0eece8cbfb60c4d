"""Paragraphs and the headline: the shape of a report before a word of it is parsed."""

import re
from dataclasses import dataclass

from onrecord.model import Extent
from onrecord.read.dateline import Dateline, find_dateline

LINE = re.compile(r"[^\r\n]+")
BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
ENDS_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s*$")
SMALL = frozenset(
    "a an and as at but by for from in into near nor of off on onto or over per than the to up via vs with amid after "
    "before is are was be its it not no".split()
)


FEWEST = 4
"""Words of weight in a headline that is told by its capitals."""
LONGEST_NAME = 7
"""Words of the longest name that is looked for in a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """The paragraphs of a text in order; the headline, where there is one, is the first of them."""

    extents: tuple[Extent, ...]
    headline: Extent | None
    datelines: tuple[Dateline, ...]


def find_paragraphs(text: str) -> Paragraphs:
    """Splits at line ends; in a hard-wrapped text at blank lines, headings and list items."""
    lines = [Extent(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in LINE.finditer(text) if m[0].strip()]
    extents = tuple(_join_wrapped(text, lines))
    headline = extents[0] if extents and is_headline(text, extents) else None
    datelines = tuple(d for p in extents[:3] if (d := find_dateline(text, p)) is not None)
    return Paragraphs(extents=extents, headline=headline, datelines=datelines[:1])


def _join_wrapped(text: str, lines: list[Extent]) -> list[Extent]:
    """Lines of a hard-wrapped paragraph become one: the line breaks off in mid-sentence and is about full width."""
    longest = max((line.end - line.start for line in lines), default=0)
    if longest > 120 or len(lines) < 3:
        return lines
    joined: list[Extent] = []
    for line in lines:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and not BLANK_LINE.search(text[previous.end : line.start])
            and not ENDS_SENTENCE.search(previous.of(text))
            and _last_line_width(text, previous) > 0.6 * longest
            and text[line.start] not in "-*•"
        ):
            joined[-1] = Extent(previous.start, line.end)
        else:
            joined.append(line)
    return joined


def _last_line_width(text: str, extent: Extent) -> int:
    return extent.end - max(extent.start, text.rfind("\n", extent.start, extent.end) + 1)


def is_headline(text: str, extents: tuple[Extent, ...]) -> bool:
    """Whether the first paragraph is a headline: short, without a full stop and followed by more, or with a capital on
    each word of weight."""
    first = extents[0].of(text)
    if len(first) > 200 or find_dateline(text, extents[0]) is not None:
        return False
    words = [w[0] for w in WORD.finditer(first) if w[0].lower() not in SMALL]
    if len(words) >= FEWEST and all(word[0].isupper() for word in words):
        return True
    return len(extents) > 1 and not first.rstrip("\"'”’ ").endswith((".", ":", ";"))


def plain_headline(shadow: str, headline: Extent, names: frozenset[str]) -> str:
    """The shadow with a title-case (or all-capitals) headline in sentence case.

    A word keeps its capital when it begins the headline, when it is or is part of a known name, or when the body writes
    it with a capital where a sentence doesn't begin; all else is brought down. One in sentence case is left alone.
    """
    title = headline.of(shadow)
    words = list(WORD.finditer(title))
    long = [m for m in words if m[0].lower() not in SMALL]
    if len(long) < FEWEST or sum(m[0][0].isupper() for m in long) < 0.8 * len(long):
        return shadow
    body = shadow[headline.end :]
    capital = set(re.findall(r"(?<=[\w,;] )[A-Z][\w'-]*", body))
    named = in_names([m[0].lower() for m in words], names)
    parts, last = [], 0
    for i, m in enumerate(words):
        word = m[0]
        stem = re.sub(r"'s?$", "", word)
        known = i in named or stem in capital or stem.title() in capital
        shouting = word.isupper() and len(word) > 1
        if known and not (shouting and stem not in capital and title.isupper()):
            new = word
        elif known:
            new = word.title()
        elif shouting and not title.isupper():
            new = word
        else:
            new = word.lower()
        if m.start() == 0:
            new = new[0].upper() + new[1:]
        parts += [title[last : m.start()], new if len(new) == len(word) else word]
        last = m.end()
    plain = "".join(parts) + title[last:]
    return shadow[: headline.start] + plain + shadow[headline.end :]


def in_names(words: list[str], names: frozenset[str]) -> frozenset[int]:
    """Which of the lower-case words belong to known names, of one word or of several."""
    stems = [re.sub(r"'s?$", "", word) for word in words]
    found: set[int] = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
            if " ".join((*words[start : end - 1], stems[end - 1])) in names:
                found.update(range(start, end))
    return frozenset(found)
