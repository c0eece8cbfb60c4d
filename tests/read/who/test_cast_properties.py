"""What holds of the cast of any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import load_people
from onrecord.model import Document
from onrecord.read.parse import parse
from onrecord.read.who.cast import Cast, find_cast

REPORT = (
    "Kenya's special envoy for Sudan, {person}, met Foreign Minister Hala Idris in Khartoum on Monday.\n"
    "{family} said the Rapid Support Forces (RSF) had broken the truce. The group denied it, and its spokesman blamed "
    "the army.\n"
    "Kenyan officials said {person} would return. He is the brother of Grace {family}."
)
PARTS = [
    "Kenya",
    "'s",
    " ",
    "(",
    ")",
    "minister",
    "Gen.",
    "al-",
    "“",
    "\n",
    "Peter",
    "of",
    "the",
    "TTP",
    ",",
    "said",
    "é",
    "\u200b",
    "😀",
    "-",
]


def cast_of(nlp: Language, text: str) -> Cast:
    return find_cast(parse(nlp, Document.from_text(text, id="d")), load_people(), load_countries())


def shape(text: str, cast: Cast) -> list[tuple[str, str | None, tuple[str, ...], list[str]]]:
    return [(e.kind, e.country, e.sector, [m.named.of(text) for m in e.mentions]) for e in cast.entities]


@pytest.fixture(scope="module")
def model(nlp: Language) -> Language:
    return nlp


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=25).map("".join))
def test_any_text_is_read_and_its_mentions_lie_in_it(model: Language, text: str) -> None:
    cast = cast_of(model, text)
    mentions = [m for e in cast.entities for m in e.mentions]
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert len({(m.start, m.end) for m in mentions}) == len(mentions)
    assert len({e.id for e in cast.entities}) == len(cast.entities)
    assert all(cast.entity(k).id == k for o in cast.offices for k in (o.holder, o.body, o.appointed_by) if k)


@pytest.mark.parametrize("person", ["Samuel Kiptoo", "Daniel Mwangi", "Joseph Barasa", "Thomas Reed"])
def test_another_name_changes_nothing_but_the_name(nlp: Language, person: str) -> None:
    def named(person: str) -> str:
        return REPORT.format(person=person, family=person.split()[-1])

    first, second = named("Peter Otieno"), named(person)
    mapped = shape(second, cast_of(nlp, second))
    for old, new in (("Peter", person.split()[0]), ("Otieno", person.split()[-1])):
        mapped = [(k, c, s, [re.sub(rf"\b{new}\b", old, w) for w in words]) for k, c, s, words in mapped]
    assert mapped == shape(first, cast_of(nlp, first))


def test_a_paragraph_before_shifts_every_mention(nlp: Language) -> None:
    text = REPORT.format(person="Peter Otieno", family="Otieno").replace("\n", " \n")
    before = "Rain fell all night.\n"
    plain, moved = cast_of(nlp, text), cast_of(nlp, before + text)
    extents = [[(m.start + len(before), m.end + len(before)) for m in e.mentions] for e in plain.entities]
    assert extents == [[(m.start, m.end) for m in e.mentions] for e in moved.entities]


def test_reading_twice_gives_the_same(nlp: Language) -> None:
    text = REPORT.format(person="Peter Otieno", family="Otieno")
    assert cast_of(nlp, text) == cast_of(nlp, text)
