"""What the reader knows of persons and bodies: roles, titles, kin, head nouns of bodies, and the register."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.lexicon.load import load_entries, packaged
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.register.entries import Group, Held, all_names
from onrecord.lexicon.register.load import load_register
from onrecord.lexicon.register.persons import Persons
from onrecord.model import Kind

IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "persons", "thief": "thieves"}
UNCHANGED = ("troops", "personnel", "police", "clergy", "staff", "people", "forces", "marines", "aircraft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Nouns for persons. `borrows`: the sector is that of the body it is said with; `thing`: what they are crew of."""

    id: str
    lemma: tuple[str, ...]
    sector: tuple[str, ...] = ()
    kind: Kind = Kind.PERSON
    office: bool = False
    borrows: bool = False
    mass: bool = False
    thing: bool = False
    gender: str | None = None
    plural: tuple[str, ...] = ()
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words before a person's name."""

    id: str
    lemma: tuple[str, ...]
    sector: tuple[str, ...] = ()
    gender: str | None = None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjective:
    """Words that tell the sector of a noun that tells none by itself."""

    id: str
    lemma: tuple[str, ...]
    sector: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWord:
    """Words for offices whose holders the register follows: which of them each may mean, the likeliest first."""

    id: str
    lemma: tuple[str, ...]
    held: tuple[Held, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KinWord:
    """Words for kin; `gender` is that of the person the word names."""

    id: str
    lemma: tuple[str, ...]
    gender: str | None = None
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWord:
    """Head nouns of bodies, states and places. `weak` nouns make a body only in a name or with a determiner."""

    id: str
    lemma: tuple[str, ...]
    sector: tuple[str, ...] = ()
    kind: Kind = Kind.BODY
    weak: bool = False
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a lexicon noun: which entry it is of, its singular, and whether it is the plural."""

    entry: "Role | KinWord | BodyWord"
    lemma: str
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PeopleLexicon:
    """The lexicons, indexed by phrase."""

    roles: tuple[Role, ...]
    titles: tuple[Title, ...]
    kin: tuple[KinWord, ...]
    bodies: tuple[BodyWord, ...]
    groups: tuple[Group, ...]
    persons: Persons
    nouns: Phrases[Noun]
    title_words: Phrases[Title]
    adjectives: Phrases[Adjective]
    offices: Mapping[str, tuple[Held, ...]]

    def group(self, id: str) -> Group | None:
        """The group of the register with this id."""
        return next((g for g in self.groups if g.id == id), None)

    @property
    def capitalised(self) -> frozenset[str]:
        """The names of groups in lower case; where a headline has one, its words keep their capitals."""
        return frozenset(name.lower() for group in self.groups for name in all_names(group))


@cache
def load_people(folder: Path | None = None, own: Path | None = None) -> PeopleLexicon:
    """The lexicons of `folder`, or those that ship; `own` is a user's register, which goes before theirs.

    Raises LexiconError with one line for each problem.
    """
    root = folder or packaged()
    roles = load_entries(root / "roles.yaml", Role)
    titles = load_entries(root / "titles.yaml", Title)
    kin = load_entries(root / "kin.yaml", KinWord)
    bodies = load_entries(root / "bodies.yaml", BodyWord)
    register = load_register(folder, own)
    return PeopleLexicon(
        roles=roles,
        titles=titles,
        kin=kin,
        bodies=bodies,
        groups=register.groups,
        persons=register.persons,
        nouns=Phrases(noun_forms((*kin, *bodies, *sorted(roles, key=lambda r: r.borrows)))),
        title_words=Phrases((w, t) for t in titles for w in t.lemma),
        adjectives=Phrases((w, a) for a in load_entries(root / "adjectives.yaml", Adjective) for w in a.lemma),
        offices=MappingProxyType({w: o.held for o in load_entries(root / "offices.yaml", OfficeWord) for w in o.lemma}),
    )


def noun_forms(entries: Iterable[Role | KinWord | BodyWord]) -> Iterator[tuple[str, Noun]]:
    """Each noun in singular and plural."""
    for entry in entries:
        for lemma in entry.lemma:
            same = lemma.split()[-1] in UNCHANGED
            yield lemma, Noun(entry, lemma, same or (isinstance(entry, Role) and entry.mass))
            if not same:
                yield plural_of(lemma), Noun(entry, lemma, True)
        if isinstance(entry, Role):
            for form in entry.plural:
                yield form, Noun(entry, form, True)


def plural_of(lemma: str) -> str:
    """The English plural of a noun phrase: of the word before "of", "in" or "general", else of its last word."""
    for mark in (" of ", " in ", " general", "-general", "-in-", " for "):
        head, sep, rest = lemma.partition(mark)
        if sep and " general" not in (f" {head}",) and head not in ("lieutenant", "major", "brigadier", "colonel"):
            return plural_of(head) + sep + rest
    first, _, last = lemma.rpartition(" ")
    return f"{first} {_plural_word(last)}".strip()


def _plural_word(word: str) -> str:
    for singular, plural in IRREGULAR.items():
        if word == singular or (len(singular) > 3 and word.endswith(singular)) or word.endswith(f"s{singular}"):
            return word.removesuffix(singular) + plural
    if word.endswith("man") and not word.endswith(("human", "woman")):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"
