"""Persons known by name, found by name, by office and by surname."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.lexicon.phrases import fold
from onrecord.lexicon.register.entries import STATELESS, Held, Person, Term
from onrecord.lexicon.register.table import PersonRow

TITLES = frozenset(
    "sir dame dr prof king queen prince princess emir sheikh shaikh sheikha sultan lord lady baron baroness general "
    "gen colonel col captain capt major pope archbishop ayatollah".split()
)
SUFFIXES = frozenset("jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
"""What stands before and behind names and is nobody's family name."""

LETTERS = re.compile(r"[^\W_]+")


class Persons:
    """An index of persons. Rows of one name are one person's, unless they are of two states."""

    def __init__(self, rows: Iterable[PersonRow]) -> None:
        grouped: defaultdict[str, list[PersonRow]] = defaultdict(list)
        for row in rows:
            grouped[fold(row.name)].append(row)
        self._rows = grouped
        self._keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for key, of_name in grouped.items():
            self._keys[key][key] = None
            for row in of_name:
                for name in row.names:
                    self._keys[fold(name)][key] = None
        self._made: dict[str, tuple[Person, ...]] = {}
        self._by_office: dict[tuple[Held, str], tuple[Person, ...]] = {}
        self._by_surname: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return sum(len(self._persons(key)) for key in self._rows)

    def __iter__(self) -> Iterator[Person]:
        return (person for key in self._rows for person in self._persons(key))

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody who bears the name, whole: none for a surname alone."""
        return tuple(person for key in self._keys.get(fold(name), ()) for person in self._persons(key))

    def surnamed(self, surname: str) -> tuple[Person, ...]:
        """Everybody one of whose names ends or begins with the word: Xi Jinping is called Xi."""
        if not self._by_surname:
            self._by_surname = self._index_surnames()
        word = fold(surname)
        keys = self._by_surname.get(word, ())
        return tuple(person for key in keys for person in self._persons(key) if word in ends_of(person))

    def holders(self, held: Held, country: str, date: str | None) -> tuple[Person, ...]:
        """Who held an office of a country on an ISO date; without one, at present."""
        if not self._by_office:
            self._by_office = self._index_offices()
        found = self._by_office.get((held, country), ())
        return tuple(p for p in found if any(t.held == held and t.country == country for t in p.terms_on(date)))

    def _persons(self, key: str) -> tuple[Person, ...]:
        if key not in self._made:
            self._made[key] = tuple(make_persons(self._rows[key]))
        return self._made[key]

    def _index_offices(self) -> dict[tuple[Held, str], tuple[Person, ...]]:
        found: defaultdict[tuple[Held, str], dict[Person, None]] = defaultdict(dict)
        for key in self._rows:
            for person in self._persons(key):
                for term in person.terms:
                    if term.held is not None:
                        found[term.held, term.country][person] = None
        return {office: tuple(persons) for office, persons in found.items()}

    def _index_surnames(self) -> dict[str, tuple[str, ...]]:
        """The keys of the rows whose names end or begin with a word, in the order of the rows. No person is made for
        it: of four thousand a report names a few."""
        order = {key: place for place, key in enumerate(self._rows)}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, keys in self._keys.items():
            for word in ends(name):
                found[word].update(keys)
        return {word: tuple(sorted(keys, key=order.__getitem__)) for word, keys in found.items()}


def make_persons(rows: list[PersonRow]) -> Iterable[Person]:
    """The person, or the persons of different states, whom rows of one name speak of."""
    states = list(dict.fromkeys(r.term.country for r in rows if r.country not in STATELESS))
    for state in states or [rows[0].country]:
        own = [r for r in rows if r.country == state or r.country in STATELESS]
        yield Person(
            id=f"{state.lower()}:{slug(own[0].name)}",
            name=own[0].name,
            names=tuple(dict.fromkeys(name for r in own for name in r.names)),
            terms=tuple(sorted((r.term for r in own), key=begins)),
        )


def ends_of(person: Person) -> set[str]:
    """The words with which a person's names begin and end."""
    return set().union(*map(ends, map(fold, (person.name, *person.names))))


def ends(folded: str) -> set[str]:
    """The first and the last word of a folded name."""
    words = bare_name(folded)
    return {words[0], words[-1]}


def bare_name(folded: str) -> list[str]:
    """The words of a folded name without titles before it and suffixes behind it: all of them where none is left."""
    words = folded.split()
    first, last = 0, len(words)
    while first < last and words[first].rstrip(".") in TITLES:
        first += 1
    while last > first and words[last - 1].strip(".,") in SUFFIXES:
        last -= 1
    return words[first:last] or words


def begins(term: Term) -> str:
    return term.since or ""


def slug(name: str) -> str:
    """A name as part of an id: lower-case letters and digits without accents, joined by hyphens."""
    return "-".join(LETTERS.findall(fold(name)))
