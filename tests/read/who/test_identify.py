"""Described actors: what the words tell, and nothing else."""

import pytest

from onrecord.read.who.identify import Actor, identify

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
    ("Boko Haram gunmen", "NGA", ("UAF",)),
    ("trade unions in Denmark", "DNK", ("LAB",)),
    ("a Somalia-based militia", "SOM", ("PRM",)),
    ("the European Union", "EUR", ()),
    ("the official news agency", None, ("JRN",)),
    ("a team of armed police", None, ("COP",)),
    ("Gen. Moussa Dibala", None, ("MIL",)),
    ("members of the PKK", "TUR", ("REB",)),
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
