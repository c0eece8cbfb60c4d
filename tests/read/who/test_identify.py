"""Described actors: what the words tell, and nothing else."""

import pytest

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.gazetteer import load_gazetteer
from onrecord.lexicon.people import PeopleLexicon, load_people
from onrecord.read.who.identify import Actor, identify, identify_actor

TOLD = [
    ("retired Pakistani general", "PAK", ("ELI", "MIL")),
    ("Kenyan soldiers", "KEN", ("MIL",)),
    ("Sudan's foreign minister", "SDN", ("GOV",)),
    ("the Chadian Defence Ministry", "TCD", ("GOV", "MIL")),
    ("a spokesman for the army", None, ("MIL",)),
    ("police officers", None, ("COP",)),
    ("president of the Riigikogu", "EST", ("LEG",)),
    ("former Polish lawmaker", "POL", ("ELI", "LEG")),
    ("ex-president", None, ("ELI", "GOV")),
    ("Turkey's ambassador to France", "TUR", ("GOV",)),
    ("Kenya's special envoy for Sudan", "KEN", ("GOV",)),
    ("Boko Haram gunmen", "NGA", ("REB",)),
    ("trade unions in Denmark", "DNK", ("LAB",)),
    ("a Somalia-based militia", "SOM", ("PRM",)),
    ("the European Union", "EUR", ()),
    ("the official news agency", None, ("JRN",)),
    ("a team of armed police", None, ("COP",)),
    ("Gen. Moussa Dibala", None, ("MIL",)),
    ("members of the PKK", "TUR", ("REB",)),
    ("a former Soviet republic", None, ()),
    ("the minister's parents", None, ("CVL",)),
    ("the minister's spokesman", None, ("GOV",)),
    ("judicial sources in Chad", "TCD", ("JUD",)),
    ("Mombasa police", "KEN", ("COP",)),
    ("a bank in the port of Mombasa", "KEN", ("BUS",)),
    ("Valencia police", None, ("COP",)),
    ("central bank of Nigeria", "NGA", ("GOV",)),
    ("the central bank of Mongolia", "MNG", ("GOV",)),
    ("Reserve Bank of Fiji", "FJI", ("GOV",)),
    ("parliament of Ghana", "GHA", ("LEG",)),
    ("Ghana's electoral commission", "GHA", ("GOV",)),
    ("the Ghanaian electoral commission", "GHA", ("GOV",)),
    ("the navy of Peru", "PER", ("MIL",)),
    ("the supreme court of India", "IND", ("JUD",)),
    ("India's supreme court", "IND", ("JUD",)),
    ("the high commission of Jamaica", "JAM", ("GOV",)),
    ("University of Peru fans", "PER", ("CVL",)),
    ("University of Peru", "PER", ("EDU",)),
    ("a group of Peruvian soldiers", "PER", ("MIL",)),
    ("bank of the river", None, ()),
    ("the bank of the river Niger", None, ()),
    ("the left bank of the Seine", None, ()),
]


@pytest.mark.parametrize(("mention", "country", "sectors"), TOLD)
def test_what_the_words_tell(mention: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert identify(mention) == Actor(country=country, sectors=sectors)


@pytest.mark.parametrize(
    "mention", ["", "a demand", "Jordan Abbott", "Peter Otieno", "coronavirus", "two subjects", "us", "..."]
)
def test_what_is_not_told_is_absent(mention: str) -> None:
    assert identify(mention) == Actor()


def test_the_context_tells_the_country() -> None:
    assert identify("the interior minister", context="Kenya") == Actor(country="KEN", sectors=("GOV",))
    assert identify("Sudan's interior minister", context="Kenya").country == "SDN"


def test_the_date_decides_who_governed() -> None:
    assert identify("the Taliban", date="2015-06-01").sectors == ("REB",)
    assert identify("the Taliban", date="2023-06-01").sectors == ("GOV",)


HOLDERS = """\
# onrecord.register/1
# Source: invented for the tests.
# country	role	title	name	from	until	other names
KEN	state	president	Odhiambo Lumadede	2003-01-10	2012-11-20	J. O. Lumadede
KEN	foreign	foreign minister	Odhiambo Lumadede	1998	2001
KEN	MIL	chief of the defence forces	Ruth Chepkwony	2010	2014
UNO	GOV	special envoy	Ruth Chepkwony	2016
PER	state	president	Ruth Chepkwony	2020
"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> PeopleLexicon:
    """The lexicons with some invented office-holders."""
    own = tmp_path_factory.mktemp("register") / "holders.tsv"
    own.write_text(HOLDERS, encoding="utf-8")
    return load_people(own=own)


@pytest.mark.parametrize(
    ("mention", "date", "country", "sectors"),
    [
        ("Odhiambo Lumadede", "2009-06-01", "KEN", ("GOV",)),
        ("Odhiambo Lumadede", "2009", "KEN", ("GOV",)),
        ("odhiambo lumadede", "2009", None, ()),
        ("Odhiambo Lumadede", "2002-06-01", "KEN", ("ELI",)),
        ("Odhiambo Lumadede", "2015-06-01", "KEN", ("ELI",)),
        ("Odhiambo Lumadede", None, "KEN", ("ELI",)),
        ("Odhiambo Lumadede", "1990-06-01", "KEN", ()),
        ("then-President Odhiambo Lumadede", "2009-06-01", "KEN", ("GOV",)),
        ("former president Odhiambo Lumadede", "2009-06-01", "KEN", ("ELI", "GOV")),
        ("the late President Odhiambo Lumadede", None, "KEN", ("ELI", "GOV")),
        ("J. O. Lumadede, the president", "2009-06-01", "KEN", ("GOV",)),
        ("President Lumadede", "2009-06-01", "KEN", ("GOV",)),
        ("President Lumadede", "2022-06-01", None, ("GOV",)),
        ("former President Lumadede", "2022-06-01", "KEN", ("ELI", "GOV")),
        ("Foreign Minister Lumadede", "2009-06-01", None, ("GOV",)),
        ("Peru's President Lumadede", "2009-06-01", "PER", ("GOV",)),
        ("Lumadede", "2009-06-01", None, ()),
        ("Peter Lumadede", "2009-06-01", None, ()),
        ("Ruth Chepkwony", "2012", "KEN", ("MIL",)),
        ("Ruth Chepkwony", "2008", None, ()),
        ("Ruth Chepkwony of Kenya", "2008", "KEN", ()),
    ],
)
def test_the_date_decides_who_held_an_office(
    people: PeopleLexicon, mention: str, date: str | None, country: str | None, sectors: tuple[str, ...]
) -> None:
    found = identify_actor(mention, people, load_countries(), load_gazetteer(), date=date)
    assert found == Actor(country=country, sectors=sectors)


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no ISO date"):
        identify("the Taliban", date="last May")
