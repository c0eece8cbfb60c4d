"""The lexicons of people: each entry fires on its examples, each name of the register leads to its group."""

from pathlib import Path

import pytest
from spacy.language import Language

from onrecord.errors import LexiconError
from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import BodyWord, Role, Title, load_people, plural_of
from onrecord.lexicon.register.entries import SECTORS, all_names
from onrecord.model import Document
from onrecord.read.parse import parse
from onrecord.read.who.cast import find_cast
from onrecord.read.who.words import find_words

PEOPLE = load_people()


@pytest.mark.parametrize("entry", [*PEOPLE.roles, *PEOPLE.bodies], ids=lambda e: e.id)
def test_a_role_or_body_fires_on_its_examples(nlp: Language, entry: Role | BodyWord) -> None:
    for example in entry.examples:
        words = find_words(parse(nlp, Document.from_text(example)).doc, PEOPLE, load_countries())
        assert entry in [at.noun.entry for at in words.nouns.values() if at.noun]


@pytest.mark.parametrize("title", PEOPLE.titles, ids=lambda e: e.id)
def test_a_title_is_no_part_of_the_name(nlp: Language, title: Title) -> None:
    for example in title.examples:
        parsed = parse(nlp, Document.from_text(example))
        named = [e for e in find_cast(parsed, PEOPLE, load_countries()).entities if e.kind == "person"]
        assert len(named) == 1
        assert named[0].name.split()[0] in ("Okello", "Anwar", "Tom", "Maria")
        assert set(title.sector) <= set(named[0].sector)


def test_the_words_of_a_doc_find_groups_by_every_name(nlp: Language) -> None:
    for group in PEOPLE.groups[::20]:
        for name in all_names(group):
            doc = nlp.make_doc(f"The {name} denied the claim.")
            known = [at.known for at in find_words(doc, PEOPLE, load_countries()).known.values() if at.known]
            assert group in [k.group for k in known] or any(k.group and k.group.id == "" for k in known), name


def test_sectors_are_plovers() -> None:
    for entry in (*PEOPLE.roles, *PEOPLE.titles, *PEOPLE.bodies):
        assert set(entry.sector) <= SECTORS, entry.id


@pytest.mark.parametrize(
    ("name", "date", "sectors"),
    [
        ("taliban", "2001-01-01", ("GOV",)),
        ("taliban", "2015-01-01", ("REB",)),
        ("taliban", "2024-01-01", ("GOV",)),
        ("taliban", None, ("GOV",)),
        ("muslim-brotherhood", None, ("PTY",)),
        ("ttp", "2024-01-01", ("REB",)),
    ],
)
def test_who_was_in_power(name: str, date: str | None, sectors: tuple[str, ...]) -> None:
    group = PEOPLE.group(name)
    assert group is not None
    assert group.sectors(date) == sectors


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("minister", "ministers"),
        ("policeman", "policemen"),
        ("secretary of state", "secretaries of state"),
        ("attorney general", "attorneys general"),
        ("major general", "major generals"),
        ("secretary-general", "secretaries-general"),
        ("commander-in-chief", "commanders-in-chief"),
        ("child", "children"),
        ("spy", "spies"),
        ("church", "churches"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many


def test_a_wrong_entry_is_named(tmp_path: Path) -> None:
    for file in ("roles", "titles", "kin", "bodies", "groups"):
        (tmp_path / f"{file}.yaml").write_text("- {id: a.b, lemmma: [x]}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"roles.yaml: a.b: unknown key 'lemmma'"):
        load_people(tmp_path)
