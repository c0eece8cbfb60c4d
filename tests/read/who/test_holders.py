"""Persons of a report whom the register knows: by name and country, by surname and office, by office and date."""

import pytest
from spacy.language import Language

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import PeopleLexicon, load_people
from onrecord.model import Document, Entity
from onrecord.read.parse import parse
from onrecord.read.who.cast import Cast, find_cast

HOLDERS = """\
# Source: invented for the tests.
# country	role	title	name	from	until	other names
ABW	state	president	Rosaura Quispe	2003-01-10	2012-11-20	R. Quispe
ABW	foreign	foreign minister	Anselmo Tello	2003-01-10	2012-11-20
ABW	state	president	Anselmo Tello	2012-11-20	2016
"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> PeopleLexicon:
    """The lexicons, with presidents of Aruba who never were."""
    own = tmp_path_factory.mktemp("register") / "holders.tsv"
    own.write_text(HOLDERS, encoding="utf-8")
    return load_people(own=own)


def cast_of(nlp: Language, people: PeopleLexicon, text: str, date: str | None) -> Cast:
    return find_cast(parse(nlp, Document.from_text(text)), people, load_countries(), published=date)


def called(cast: Cast, text: str, words: str) -> Entity:
    return next(e for e in cast.entities for m in e.mentions if m.named.of(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "date", "register"),
    [
        ("Rosaura Quispe flew to Aruba.", "Rosaura Quispe", "2009-05-01", "abw:rosaura-quispe"),
        ("Rosaura Quispe flew to Aruba.", "Rosaura Quispe", "2019-05-01", "abw:rosaura-quispe"),
        ("Rosaura Quispe flew to Malta.", "Rosaura Quispe", "2009-05-01", None),
        ("President Quispe of Aruba flew to Malta.", "Quispe", "2009-05-01", "abw:rosaura-quispe"),
        ("President Quispe of Aruba flew to Malta.", "Quispe", "2014-05-01", None),
        ("Foreign Minister Quispe of Aruba flew to Malta.", "Quispe", "2009-05-01", None),
        ("Former President Quispe of Aruba flew to Malta.", "Quispe", "2009-05-01", None),
        (
            "The Aruban foreign minister flew to Malta.",
            "The Aruban foreign minister",
            "2009-05-01",
            "abw:anselmo-tello",
        ),
        ("The Aruban president flew to Malta.", "The Aruban president", "2014-05-01", "abw:anselmo-tello"),
        ("The former Aruban president flew to Malta.", "The former Aruban president", "2014-05-01", None),
    ],
)
def test_whom_the_register_knows(
    nlp: Language, people: PeopleLexicon, text: str, words: str, date: str, register: str | None
) -> None:
    assert called(cast_of(nlp, people, text, date), text, words).register == register


def test_sector_and_country_follow_the_date(nlp: Language, people: PeopleLexicon) -> None:
    text = "Rosaura Quispe flew to Oranjestad on Monday. Aruba was quiet."
    then = called(cast_of(nlp, people, text, "2009-05-01"), text, "Rosaura Quispe")
    later = called(cast_of(nlp, people, text, "2019-05-01"), text, "Rosaura Quispe")
    assert (then.country, then.sector) == ("ABW", ("GOV",))
    assert (later.country, later.sector) == ("ABW", ("ELI",))


def test_the_office_that_a_name_held_joins_its_phrase(nlp: Language, people: PeopleLexicon) -> None:
    text = "Rosaura Quispe arrived in Malta on Monday. The Aruban president met traders."
    then = cast_of(nlp, people, text, "2009-05-01")
    later = cast_of(nlp, people, text, "2014-05-01")
    assert called(then, text, "Rosaura Quispe") == called(then, text, "The Aruban president")
    assert called(later, text, "Rosaura Quispe") != called(later, text, "The Aruban president")


def test_no_office_and_no_name_is_put_into_the_text(nlp: Language, people: PeopleLexicon) -> None:
    text = "The Aruban president flew to Malta."
    cast = cast_of(nlp, people, text, "2009-05-01")
    assert not cast.offices
    assert called(cast, text, "The Aruban president").name == "The Aruban president"
