"""Checks the register that ships against PETRARCH-2's dictionaries: every name of both of which they tell otherwise.

usage: check_register.py FOLDER

FOLDER holds `*.actors.txt`. Nothing is taken from there. A disagreement that was looked at and stands is a line of
register_settled.tsv beside this file (the name, or the name and the office of a date, and why ours stands); the others
are listed, and make the exit code 1.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord.lexicon.phrases import fold
from onrecord.lexicon.register.entries import Group, Person, Term, all_names
from onrecord.lexicon.register.importers.imported import Imported
from onrecord.lexicon.register.importers.petrarch import import_petrarch
from onrecord.lexicon.register.load import Register, load_register

SETTLED = Path(__file__).with_name("register_settled.tsv")
FIRST, LAST = date(2003, 1, 1), date(2014, 1, 30)
"""Their lists of governments begin and end here: an earlier beginning and a later end are not theirs to know."""
LAG = timedelta(days=92)
"""Their lists were drawn up now and then: a date that is off by less is none of ours."""
Spells = dict[tuple[Person, str], list[tuple[date, date]]]


def main(folder: Path) -> int:
    settled = read_settled()
    register = load_register()
    theirs = {file.name: import_petrarch(file) for file in sorted(folder.glob("*.actors.txt"))}
    found = [line for name, imported in theirs.items() for line in disagreements(imported, register, name)]
    found += wrong_dates(theirs.values(), register)
    names = {fold(name) for name, _ in found}
    open_ = [(name, told) for name, told in found if fold(name) not in settled]
    for name, told in open_:
        print(f"{name}: {told}")
    for name in sorted(set(settled) - names):
        print(f"{name}: settled, but they agree now; take the line out of {SETTLED.name}")
    print(f"{len(found)} disagreements, {len(open_)} of them open", file=sys.stderr)
    return 1 if open_ else 0


def read_settled() -> dict[str, str]:
    """The names that were looked at, in small letters, and why ours stands."""
    lines = SETTLED.read_text(encoding="utf-8").splitlines()
    return {fold(name): why for name, _, why in (line.partition("\t") for line in lines if line[:1] not in ("#", ""))}


def disagreements(theirs: Imported, register: Register, file: str) -> Iterator[tuple[str, str]]:
    """Each name of both with what both tell, where that is no sector or country in common."""
    ours: dict[str, list[Group]] = {}
    for group in register.groups:
        for name in all_names(group):
            ours.setdefault(fold(name), []).append(group)
    for group in theirs.groups:
        for name in all_names(group):
            mine = ours.get(fold(name), [])
            if mine and not any(agree(one, group) for one in mine):
                yield name, f"ours {' or '.join(map(told, mine))}, theirs {told(group)} ({file})"
    for row in theirs.persons:
        persons = register.persons.named(row.name)
        countries = sorted({t.country for p in persons for t in p.terms})
        if persons and row.country not in countries:
            yield row.name, f"ours {' '.join(countries)}, theirs {row.country} {row.role} ({file})"


def agree(one: Group, other: Group) -> bool:
    """Whether country and one sector are the same, as far as both tell."""
    sectors = {s for power in one.power for s in power.sector} | set(one.sector)
    same = not sectors or not other.sector or bool(sectors & set(other.sector))
    return same and (one.country is None or other.country is None or one.country == other.country)


def told(group: Group) -> str:
    return " ".join((group.country or "no country", *group.sector))


def wrong_dates(theirs: Iterable[Imported], register: Register) -> Iterator[tuple[str, str]]:
    """Each office of a person of both that begins or ends otherwise in theirs, by more than their lists lag behind."""
    for (person, country), spells in spells_of(theirs, register).items():
        for term in person.terms:
            began, ended = day(term.since, FIRST.min), min(day(term.until, LAST, late=True), LAST)
            for first, last in spells if term.country == country else ():
                if is_one_office(began, ended, first, last) and differ(term, began, ended, first, last):
                    yield f"{person.name}: {term.title}", f"ours {term.since} to {term.until}, theirs {first} to {last}"


def spells_of(theirs: Iterable[Imported], register: Register) -> Spells:
    """When a person of both acted for a country, by theirs; they tell no office, so spells that touch are one."""
    found: dict[tuple[Person, str], list[tuple[date, date]]] = defaultdict(list)
    for row in (row for imported in theirs for row in imported.persons):
        for person in register.persons.named(row.name):
            found[person, row.country].append((day(row.since, FIRST.min), day(row.until, LAST, late=True)))
    return {key: list(joined(sorted(spells))) for key, spells in found.items()}


def joined(spells: list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    first, last = spells[0]
    for begins, ends in spells[1:]:
        if begins - last > LAG:
            yield first, last
            first = begins
        last = max(last, ends)
    yield first, last


def is_one_office(began: date, ended: date, first: date, last: date) -> bool:
    """Whether two spells share most of the longer: else they are of two offices."""
    return 2 * (min(ended, last) - max(began, first)) >= max(ended - began, last - first)


def differ(term: Term, began: date, ended: date, first: date, last: date) -> bool:
    """Whether beginnings or ends that both know lie further apart than their lists lag."""
    begins = term.since is not None and first != FIRST and abs(began - first) > LAG
    return begins or (last < LAST and abs(ended - last) > LAG)


def day(written: str | None, otherwise: date, *, late: bool = False) -> date:
    """An ISO date of a year, a month or a day as its first day, or its last; `otherwise` where there is none."""
    if not written:
        return otherwise
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if late else 1
    if not late:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
