import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon import countries as module
from onrecord.lexicon.countries import Country, load_countries


def code(country: Country | None) -> str | None:
    return country.code if country else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pakistan", "PAK"),
        ("UK", "GBR"),
        ("U.K.", "GBR"),
        ("Britain", "GBR"),
        ("the United Kingdom", "GBR"),
        ("BURMA", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DRC", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Kosovo", "KOS"),
        ("Holy See", "VAT"),
        ("Türkiye", "TUR"),
        ("N. Korea", "PRK"),
    ],
)
def test_a_country_is_found_by_every_name(name: str, expected: str) -> None:
    assert code(load_countries().by_name(name)) == expected


@pytest.mark.parametrize("name", ["us", "turkey", "uk", "Us", "Paris", "Texas", "", "the", "Pakistani"])
def test_what_is_no_countrys_name_is_none(name: str) -> None:
    assert load_countries().by_name(name) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kenyan", "KEN"),
        ("Kenyans", "KEN"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("South Sudanese", "SSD"),
        ("Filipinos", "PHL"),
        ("Dane", "DNK"),
        ("Saudis", "SAU"),
        ("Kosovars", "KOS"),
        ("Palestinian", "PSE"),
        ("Dominican", "DOM"),
        ("Congolese", "COD"),
        ("Pak", "PAK"),
    ],
)
def test_a_people_has_its_country(word: str, expected: str) -> None:
    assert code(load_countries().by_demonym(word)) == expected
    assert code(load_countries().find(word)) == expected


@pytest.mark.parametrize("word", ["polish", "pak", "Kenya", "Martian", "Norwegian-born"])
def test_what_is_no_people_is_none(word: str) -> None:
    assert load_countries().by_demonym(word) is None


@pytest.mark.parametrize(
    ("name", "expected", "capital"),
    [("Islamabad", "PAK", True), ("Kremlin", "RUS", False), ("Tel Aviv", "ISR", False), ("The Hague", "NLD", False)],
)
def test_a_seat_stands_for_its_government(name: str, expected: str, capital: bool) -> None:
    found = load_countries()
    assert code(found.by_seat(name)) == expected
    assert (code(found.by_capital(name)) == expected) is capital


def test_a_town_that_is_no_seat_stands_for_nobody() -> None:
    assert load_countries().by_seat("Lahore") is None


@pytest.mark.parametrize("given", ["XK", "XKX", "KOS", "kos"])
def test_kosovo_has_plovers_code_and_isos(given: str) -> None:
    assert code(load_countries().by_code(given)) == "KOS"


def test_every_country_lies_on_the_globe_and_every_code_is_its_own() -> None:
    found = load_countries()
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in found)
    assert len({c.code for c in found}) == len(found.all) >= 195
    assert {"HKG", "TWN", "PSE", "KOS"} <= {c.code for c in found}


def test_a_seat_of_no_country_is_named_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = module.Seat(name="Emerald Palace", country="XXX", text="The Emerald Palace denied it.")
    load = module.load_entries
    monkeypatch.setattr(module, "load_entries", lambda file, t: (lost,) if t is module.Seat else load(file, t))
    with pytest.raises(LexiconError, match=r"metonyms\.yaml: Emerald Palace: XXX is no country"):
        load_countries.__wrapped__()
