"""What contradicts itself in a register: one name and two actors, two holders of one office, unknown countries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.load import packaged
from onrecord.lexicon.phrases import fold
from onrecord.lexicon.register.dates import overlap
from onrecord.lexicon.register.entries import STATELESS, Group, Held, Term, all_names
from onrecord.lexicon.register.load import own_files, shipped_files
from onrecord.lexicon.register.table import FORM, PersonRow, read_table

SHARED_OFFICE = "co-|member|captain regent|acting|interim|transitional|council|rival|regent|chair"
"""Words of a title that says that others hold the office as well, or in somebody's stead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with where it stands."""

    file: str
    line: int
    value: Group | PersonRow

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.value.name}"


def check_shipped(root: Traversable | Path) -> list[str]:
    """Every problem of the register in a folder of lexicons, a line each; none when all is well."""
    problems, _ = check_files(shipped_files(root))
    return problems


def check_own(place: Path) -> list[str]:
    """Every problem of a user's register, a line each, and each name that means something else in the one that ships.

    Raises LexiconError where there is no register.
    """
    problems, entries = check_files(own_files(place))
    _, shipped = check_files(shipped_files(packaged()))
    return problems + list(contradictions(entries, shipped))


def check_files(files: Iterable[Traversable | Path]) -> tuple[list[str], list[Entry]]:
    """Every problem of the files, each by itself and all together; and the entries that can be read."""
    problems: list[str] = []
    entries: list[Entry] = []
    for file in files:
        try:
            lines = read_table(file)
        except LexiconError as error:
            problems += error.problems
            continue
        problems += list(unsourced(file))
        problems += [f"{file.name} line {line.number}: {line.problem}" for line in lines if line.problem]
        entries += [Entry(file.name, line.number, line.entry) for line in lines if line.entry is not None]
    for check in (unknown_countries, repeated_ids, shared_names, shared_offices, repeated_terms):
        problems += list(check(entries))
    return problems, entries


def contradictions(own: Iterable[Entry], shipped: Iterable[Entry]) -> Iterator[str]:
    """Names of a user's groups that are those of groups of another country, or of no common sector, that ship."""
    bearers: dict[str, Entry] = {}
    for entry in shipped:
        if isinstance(entry.value, Group):
            for name in all_names(entry.value):
                bearers.setdefault(key_of(name), entry)
    for entry in own:
        for name in all_names(entry.value) if isinstance(entry.value, Group) else ():
            other = bearers.get(key_of(name))
            if other is not None and differ(entry.value, other.value):
                yield f"{entry}: {name!r} is {told(other.value)} in {other.file}; yours goes before it"


def differ(one: Group | PersonRow, other: Group | PersonRow) -> bool:
    """Whether two groups are of different countries, or have no sector in common though both have some."""
    if not isinstance(one, Group) or not isinstance(other, Group):
        return False
    return one.country != other.country or bool(one.sector and other.sector and not {*one.sector} & {*other.sector})


def told(value: Group | PersonRow) -> str:
    """Country and sectors in a few words."""
    return " ".join((value.country or "no country", *value.sector)) if isinstance(value, Group) else value.name


def unsourced(file: Traversable | Path) -> Iterator[str]:
    """A file that begins without a note does not say where it comes from."""
    lines = file.read_text(encoding="utf-8").split("\n")
    if not any(line.startswith("# ") and not line.startswith(FORM) for line in lines[:2]):
        yield f"{file.name} line 1: a note is wanted that says where the entries come from: `# Source: …`"


def unknown_countries(entries: Iterable[Entry]) -> Iterator[str]:
    """Countries are PLOVER's codes: ISO-3, KOS, or one of those for what belongs to no state."""
    codes = {c.code for c in load_countries()} | STATELESS
    for entry in entries:
        value = entry.value
        country = value.country
        if country is not None and country not in codes:
            yield f"{entry}: {country!r} is no country's code"


def repeated_ids(entries: Iterable[Entry]) -> Iterator[str]:
    """An id names one group: it stands on everything that is read of it."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        if isinstance(entry.value, Group) and seen.setdefault(entry.value.id, entry) is not entry:
            yield f"{entry}: the id {entry.value.id} is that of {seen[entry.value.id]} already"


def shared_names(entries: Iterable[Entry]) -> Iterator[str]:
    """A name may be borne by groups of different countries or times, between which a text decides, not of the same."""
    bearers: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        group = entry.value
        if not isinstance(group, Group):
            continue
        for name in dict.fromkeys(key_of(n) for n in all_names(group)):
            for other in bearers[name]:
                if indistinct(group, other.value):
                    yield f"{entry}: {name!r} is a name of {other} already"
            bearers[name].append(entry)


def key_of(name: str) -> str:
    """What makes two names one: their letters, save that an acronym is only like itself."""
    return name if name.isupper() else fold(name)


def indistinct(one: Group | PersonRow, other: Group | PersonRow) -> bool:
    """Whether nothing in a text could tell two groups of one name apart."""
    if not isinstance(one, Group) or not isinstance(other, Group):
        return False
    return one.country == other.country and overlap((one.since, one.until), (other.since, other.until))


def shared_offices(entries: Iterable[Entry]) -> Iterator[str]:
    """Two persons held an office of a country at once, though neither title says that it is shared."""
    held: defaultdict[tuple[str, Held], list[tuple[Entry, Term]]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.value, PersonRow) and entry.value.term.held is not None:
            held[entry.value.term.country, entry.value.term.held].append((entry, entry.value.term))
    for (country, office), terms in held.items():
        terms.sort(key=lambda t: t[1].since or "")
        for i, (entry, term) in enumerate(terms):
            for other, earlier in terms[:i]:
                if entry.value.name != other.value.name and rivals(term, earlier):
                    yield f"{entry}: in the office {office} of {country} while {other} is"


def rivals(one: Term, other: Term) -> bool:
    """Whether two terms of one office overlap without either title saying why."""
    if not overlap((one.since, one.until), (other.since, other.until)):
        return False
    return one.title == other.title and not any(w in one.title.lower() for w in SHARED_OFFICE.split("|"))


def repeated_terms(entries: Iterable[Entry]) -> Iterator[str]:
    """A person's terms in one office of a country don't overlap: a line is a double, or its dates are wrong."""
    held: defaultdict[tuple[str, str, str], list[tuple[Entry, Term]]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.value, PersonRow):
            term = entry.value.term
            office = term.held or term.title
            for other, earlier in held[fold(entry.value.name), term.country, office]:
                if overlap((term.since, term.until), (earlier.since, earlier.until)):
                    yield f"{entry}: the same name in the same office at the same time as {other}"
            held[fold(entry.value.name), term.country, office].append((entry, term))
