"""The register that ships: large enough, found by every name, and free of contradictions."""

import pytest

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.known import Known, index_known, settle
from onrecord.lexicon.load import packaged
from onrecord.lexicon.people import load_people
from onrecord.lexicon.register.check import check_shipped
from onrecord.lexicon.register.entries import all_names

PEOPLE = load_people()
INDEX = index_known(PEOPLE, load_countries().all)


def known(name: str) -> Known:
    found = INDEX.get(name)
    assert found is not None, name
    return found


def test_nothing_in_it_contradicts_itself() -> None:
    assert check_shipped(packaged()) == []
    assert len(PEOPLE.groups) >= 3000


def test_every_name_leads_to_its_group() -> None:
    for group in PEOPLE.groups:
        for name in all_names(group):
            found = known(name)
            assert group is found.group or group in found.rivals, name


@pytest.mark.parametrize(
    ("name", "spoken", "date", "country"),
    [
        ("Labour Party", {"GBR": 2}, None, "GBR"),
        ("Labour Party", {"GBR": 1, "NOR": 3}, None, "NOR"),
        ("Labour Party", {"GBR": 1, "NOR": 1}, None, None),
        ("Labour Party", {"PER": 1}, None, None),
        ("Labour Party", {}, None, None),
        ("Transitional Military Council", {}, "2021-06-01", "TCD"),
        ("Transitional Military Council", {}, "2019-05-01", "SDN"),
        ("Taliban", {"PAK": 5}, None, "AFG"),
    ],
)
def test_a_shared_name_is_that_of_the_country_spoken_of(
    name: str, spoken: dict[str, int], date: str | None, country: str | None
) -> None:
    settled = settle(known(name), spoken, date)
    assert settled.country == country
    assert settled.group is not None
    assert (settled.group.id == "") == (country is None)


def test_what_all_bearers_of_a_name_are_is_kept() -> None:
    assert known("Labour Party").group.sectors(None) == ("PTY",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "sectors", "date"),
    [
        ("Khmer Rouge", ("GOV",), "1977-01-01"),
        ("Khmer Rouge", ("REB",), "1990-01-01"),
        ("Rapid Support Forces", ("PRM",), None),
        ("Knesset", ("LEG",), None),
        ("Inter-Services Intelligence", ("SPY",), None),
        ("Reserve Bank of India", ("GOV",), None),
    ],
)
def test_sectors_of_some(name: str, sectors: tuple[str, ...], date: str | None) -> None:
    group = known(name).group
    assert group is not None
    assert group.sectors(date) == sectors
