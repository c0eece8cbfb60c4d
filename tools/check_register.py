"""Checks the register that ships against PETRARCH-2's dictionaries: every name of both of which they tell otherwise.

usage: check_register.py FOLDER

FOLDER holds `*.actors.txt`. Nothing is taken from there. A disagreement that was looked at and stands is a line of
register_settled.tsv beside this file (the name, and why ours stands); the others are listed, and make the exit code 1.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.lexicon.phrases import fold
from onrecord.lexicon.register.entries import Group, all_names
from onrecord.lexicon.register.importers.petrarch import import_petrarch
from onrecord.lexicon.register.load import Register, load_register
from onrecord.lexicon.register.table import PersonRow

SETTLED = Path(__file__).with_name("register_settled.tsv")


def main(folder: Path) -> int:
    settled = read_settled()
    register = load_register()
    found = [line for file in sorted(folder.glob("*.actors.txt")) for line in disagreements(file, register)]
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


def disagreements(file: Path, register: Register) -> Iterator[tuple[str, str]]:
    """Each name of both with what both tell, where that is no sector or country in common."""
    theirs = import_petrarch(file)
    ours: dict[str, list[Group]] = {}
    for group in register.groups:
        for name in all_names(group):
            ours.setdefault(fold(name), []).append(group)
    for group in theirs.groups:
        for name in all_names(group):
            mine = ours.get(fold(name), [])
            if mine and not any(agree(one, group) for one in mine):
                yield name, f"ours {' or '.join(map(told, mine))}, theirs {told(group)} ({file.name})"
    for row in theirs.persons:
        yield from of_office(row, register, file.name)


def agree(one: Group, other: Group) -> bool:
    """Whether country and one sector are the same, as far as both tell."""
    sectors = {s for power in one.power for s in power.sector} | set(one.sector)
    same = not sectors or not other.sector or bool(sectors & set(other.sector))
    return same and (one.country is None or other.country is None or one.country == other.country)


def told(group: Group) -> str:
    return " ".join((group.country or "no country", *group.sector))


def of_office(row: PersonRow, register: Register, file: str) -> Iterator[tuple[str, str]]:
    """A person of both who acts for another country."""
    for person in register.persons.named(row.name):
        terms = [t for t in person.terms if t.country == row.country]
        if not terms:
            yield row.name, f"ours {person.terms[0].country}, theirs {row.country} {row.role} ({file})"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
