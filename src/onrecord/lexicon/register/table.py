"""The register's files: tab-separated, a line an actor or a time in office, and what is wrong in them, line by line.

Lines that begin with `# ` are notes: where the block below comes from. One of them names the columns, and so tells what
the file holds; another, the first of all, names form and version, `# onrecord.register/1`, and may go without saying.

    groups:   id, name, other names, acronyms, country, sectors, kind, power, existed
    persons:  country, role, title, name, from, until, other names

Names are joined by `|`, sectors by a blank; cells at the end of a line may be left out. Power is
`GOV 1996-09-27..2001-11-13`, several joined by `|`; existed is `1991..2008`, with either end absent. A role is state,
government or foreign (PLOVER's GOV), or else the sectors that it gives.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from onrecord.errors import LexiconError
from onrecord.lexicon.register.dates import is_date, not_after
from onrecord.lexicon.register.entries import SECTORS, Group, Held, Power, Term
from onrecord.model import Kind

FORM = "# onrecord.register/"
VERSION = "1"
GROUPS = ("id", "name", "other names", "acronyms", "country", "sectors", "kind", "power", "existed")
PERSONS = ("country", "role", "title", "name", "from", "until", "other names")
KINDS = {"": Kind.BODY, "body": Kind.BODY, "group": Kind.GROUP}
HELD = {str(held): held for held in Held}


class PersonRow(NamedTuple):
    """One line of a file of persons: a name and a time in office, as written."""

    country: str
    role: str
    title: str
    name: str
    since: str
    until: str
    others: str

    @property
    def names(self) -> tuple[str, ...]:
        """The other names."""
        return several(self.others)

    @property
    def held(self) -> Held | None:
        """The office, where it is one that the register follows everywhere."""
        return HELD.get(self.role)

    @property
    def term(self) -> Term:
        """The time in office."""
        return Term(
            country=self.country,
            sector=("GOV",) if self.held else tuple(self.role.split()),
            title=self.title,
            held=self.held,
            since=self.since or None,
            until=self.until or None,
        )


Read = Callable[[list[str]], Group | PersonRow]


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on a line of a file, or what is wrong with it."""

    number: int
    entry: Group | PersonRow | None
    problem: str | None = None


def read_table(file: Traversable | Path) -> list[Line]:
    """What a file holds, line by line. Raises LexiconError, in one line, for what is no register of this version."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise LexiconError((f"{file.name}: damaged: {error.reason} at byte {error.start}",)) from error
    except OSError as error:
        raise LexiconError((f"{file.name}: {error.strerror}",)) from error
    version = lines[0].strip().removeprefix(FORM) if lines[0].startswith(FORM) else VERSION
    if version != VERSION:
        raise LexiconError(
            (f"{file.name}: a register of version {version} where {VERSION} is wanted; import it again",)
        )
    columns = next((c for line in lines if line.startswith("#") and (c := columns_in(line)) in READ), None)
    if columns is None:
        raise LexiconError((f"{file.name}: no register, or damaged: no line names the columns, as `# id\tname\t…`",))
    return [read_line(number, line, columns) for number, line in enumerate(lines, 1) if is_entry(line)]


def columns_in(line: str) -> tuple[str, ...]:
    return tuple(line.removeprefix("#").strip().split("\t"))


def is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def read_line(number: int, line: str, columns: tuple[str, ...]) -> Line:
    """A line's entry, or why it has none."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(columns):
        return Line(number, None, f"{len(cells)} cells where {len(columns)} are the most")
    cells += [""] * (len(columns) - len(cells))
    try:
        return Line(number, READ[columns](cells))
    except ValueError as error:
        return Line(number, None, str(error))


def read_group(cells: list[str]) -> Group:
    """A group from its cells. Raises ValueError that says what is wrong."""
    id, name, names, acronyms, country, sectors, kind, power, existed = cells
    if not id or not name:
        raise ValueError("an id and a name are wanted")
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is neither body nor group")
    since, until = read_span(existed)
    return Group(
        id=id,
        name=name,
        names=several(names),
        acronyms=several(acronyms),
        country=country or None,
        sector=read_sectors(sectors),
        kind=KINDS[kind],
        power=tuple(map(read_power, several(power))),
        since=since,
        until=until,
    )


def read_person(cells: list[str]) -> PersonRow:
    """A time in office from its cells. Raises ValueError that says what is wrong."""
    row = PersonRow(*cells)
    if not row.name or not row.country:
        raise ValueError("a country and a name are wanted")
    if not row.role:
        raise ValueError("a role is wanted: state, government, foreign or sectors")
    if row.held is None:
        read_sectors(row.role)
    check_span(row.since, row.until)
    return row


READ: Mapping[tuple[str, ...], Read] = MappingProxyType({GROUPS: read_group, PERSONS: read_person})


def several(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip()) if cell else ()


def read_sectors(cell: str) -> tuple[str, ...]:
    sectors = tuple(cell.split())
    for sector in sectors:
        if sector not in SECTORS:
            raise ValueError(f"{sector!r} is no sector of PLOVER's")
    return sectors


def read_power(cell: str) -> Power:
    sectors, _, span = cell.rpartition(" ")
    since, until = read_span(span)
    return Power(sector=read_sectors(sectors), since=since, until=until)


def read_span(cell: str) -> tuple[str | None, str | None]:
    if not cell:
        return None, None
    since, dots, until = cell.partition("..")
    if not dots:
        raise ValueError(f"{cell!r} is no span of time such as 1991..2008")
    check_span(since, until)
    return since or None, until or None


def check_span(since: str, until: str) -> None:
    for date in (since, until):
        if date and not is_date(date):
            raise ValueError(f"{date!r} is no date such as 2009, 2009-03 or 2009-03-18")
    if since and until and not not_after(since, until):
        raise ValueError(f"it ends in {until}, before it begins in {since}")


def write_table(file: Path, notes: Iterable[str], entries: Sequence[Group | PersonRow]) -> None:
    """Writes a file that `read_table` reads; it appears under its name only when it is whole."""
    columns = PERSONS if isinstance(entries[0], PersonRow) else GROUPS
    head = [f"{FORM}{VERSION}", *(f"# {note}" for note in notes), "# " + "\t".join(columns)]
    draft = file.with_name(file.name + ".part")
    draft.write_text("\n".join([*head, *map(as_line, entries)]) + "\n", encoding="utf-8", newline="\n")
    draft.replace(file)


def as_line(entry: Group | PersonRow) -> str:
    """The line of an entry, without the empty cells at its end."""
    return "\t".join(cells_of(entry)).rstrip("\t")


def cells_of(entry: Group | PersonRow) -> Iterator[str]:
    if isinstance(entry, PersonRow):
        yield from entry
        return
    yield from (entry.id, entry.name, "|".join(entry.names), "|".join(entry.acronyms), entry.country or "")
    yield " ".join(entry.sector)
    yield "" if entry.kind == Kind.BODY else entry.kind
    yield "|".join(f"{' '.join(p.sector)} {as_span(p.since, p.until)}" for p in entry.power)
    yield as_span(entry.since, entry.until)


def as_span(since: str | None, until: str | None) -> str:
    return f"{since or ''}..{until or ''}" if since or until else ""
