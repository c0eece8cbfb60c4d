"""PETRARCH's and TABARI's actor files: a name with its codes and dates, synonyms on lines that begin with `+`.

A name that has held a code for a time, or has been among the elite (ELI) since, is taken for a person's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.lexicon.register.entries import STATELESS, Group
from onrecord.lexicon.register.importers.cameo import as_plover
from onrecord.lexicon.register.importers.imported import Imported, Refused, Taken, different, gather, make_id
from onrecord.lexicon.register.table import PersonRow, read_group, read_person

CODE = re.compile(r"\[([^\]]*)\]")
BRACKETED = re.compile(r"\(([A-Z-]{2,10})\)")
ACRONYM = 5
"""Letters of the longest word that is taken for an acronym where it stands alone."""
CENTURY = 30
"""Years of two digits up to this one are of the twenty-first century."""


@dataclass(slots=True)
class Block:
    """The lines of one actor: where they begin, its names and its codes."""

    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str]] = field(default_factory=list)


def import_petrarch(file: Path) -> Imported:
    """The entries of an actor file; bytes that are no UTF-8 are read as Latin-1."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return gather(entry for block in blocks_of(text) for entry in take_block(block))


def blocks_of(text: str) -> Iterator[Block]:
    """The actors of a file, each with the lines that belong to it."""
    block = Block(0)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.split("#")[0].rstrip()
        if not bare.strip() or bare.lstrip().startswith(("<!--", "!")):
            continue
        name = CODE.sub("", bare).strip()
        if not bare.startswith(("+", " ", "\t", "[")):
            if block.names:
                yield block
            block = Block(number)
        if name:
            block.names.append(name.lstrip("+"))
        block.codes += [(number, code.strip()) for code in CODE.findall(bare)]
    if block.names:
        yield block


def take_block(block: Block) -> Iterator[Taken]:
    """The group, or the times in office, that an actor's lines tell of."""
    acronyms = dict.fromkeys(a for n in block.names for a in BRACKETED.findall(n))
    names = [as_written(n) for n in block.names]
    name, others = names[0], list(different(names[1:], names[0]))
    if not block.codes:
        yield block.line, Refused(block.line, f"{name}: no code")
    dated = any(" " in code or code.endswith("ELI") for _, code in block.codes)
    codes = block.codes if dated else block.codes[:1]
    for line, code in codes:
        try:
            entry = as_term(name, others, code) if dated else as_group(name, others, list(acronyms), code)
        except ValueError as error:
            yield line, Refused(line, f"{name}: {error}")
        else:
            if entry is not None:
                yield line, entry


def as_written(name: str) -> str:
    """A name as a report writes it: blanks for underscores, capitals where words begin; short words are acronyms."""
    plain = BRACKETED.sub("", name).replace("_", " ").strip()
    if " " not in plain and len(plain) <= ACRONYM:
        return plain
    return " ".join(word if word.upper() != word else as_word(word) for word in plain.split())


def as_word(word: str) -> str:
    """A word in capitals with a small rest, after a hyphen or an apostrophe too: AL-SHABAAB is Al-Shabaab."""
    return re.sub(r"(?<=[-'’])([a-z])(?=[a-z]{2})", lambda m: m[1].upper(), word.capitalize())


def as_group(name: str, others: list[str], acronyms: list[str], code: str) -> Group:
    """A group of one code. Raises ValueError where the code is none."""
    if code.startswith("~"):
        raise ValueError("a noun for any country's, not a name")
    country, sectors = as_plover(code)
    if not sectors and country is not None and country not in STATELESS:
        raise ValueError("a country and its places, which the reader knows already")
    cells = (country or "", " ".join(sectors), "", "", "")
    return read_group([make_id(name, country or ""), name, "|".join(others), "|".join(acronyms), *cells])


def as_term(name: str, others: list[str], code: str) -> PersonRow | None:
    """A time in office; None for what a person is out of office. Raises ValueError where code or dates are none."""
    code, _, span = code.partition(" ")
    country, sectors = as_plover(code)
    sectors = tuple(s for s in sectors if s != "ELI")
    if not sectors or not span:
        return None
    since, until = read_dates(span)
    return read_person([country or "", " ".join(sectors), "", name, since, until, "|".join(others)])


def read_dates(span: str) -> tuple[str, str]:
    """`>20070101`, `<061231` or `970101-061231` as ISO dates."""
    if span[:1] in "<>":
        day = as_day(span[1:].strip())
        return ("", day) if span[0] == "<" else (day, "")
    since, _, until = span.partition("-")
    return as_day(since.strip()), as_day(until.strip())


def as_day(digits: str) -> str:
    """YYMMDD or YYYYMMDD as an ISO date."""
    if not digits.isdigit() or len(digits) not in (6, 8):
        raise ValueError(f"{digits!r} is no date such as 20070101 or 070101")
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= CENTURY else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
