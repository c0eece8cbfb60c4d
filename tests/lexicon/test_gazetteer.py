import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.gazetteer import SCHEMA_VERSION, Candidate, Gazetteer, Match, load_gazetteer
from onrecord.lexicon.place_words import place_words
from onrecord.model import Precision


def first(name: str) -> Candidate:
    return load_gazetteer().candidates(name)[0]


def test_a_town_has_country_province_point_and_people() -> None:
    found = next(c for c in load_gazetteer().candidates("Kisumu") if c.kind is Precision.CITY)
    assert (found.country, found.match) == ("KEN", Match.NAME)
    assert abs(found.lat + 0.1) < 0.1
    assert abs(found.lon - 34.75) < 0.1
    assert found.population > 100_000
    assert found.geonameid is not None
    assert found.admin1 is not None


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Paktika", Precision.ADMIN1, "AFG"),
        ("Khyber-Pakhtunkhwa", Precision.ADMIN1, "PAK"),
        ("Tex.", Precision.ADMIN1, "USA"),
        ("North Waziristan", Precision.ADMIN2, "PAK"),
        ("Torkham crossing", Precision.POINT, None),
        ("Durand Line", Precision.REGION, None),
        ("Strait of Hormuz", Precision.REGION, None),
        ("Donbas", Precision.REGION, "UKR"),
        ("Kosovska Mitrovica", Precision.CITY, "KOS"),
    ],
)
def test_every_kind_of_place_is_there(name: str, kind: Precision, country: str | None) -> None:
    assert (first(name).kind, first(name).country) == (kind, country)


def test_a_main_name_comes_before_a_by_name() -> None:
    found = load_gazetteer().candidates("Islamabad")
    assert found[0].country == "PAK"
    assert found[0].match is Match.NAME
    assert all(c.match is Match.OTHER for c in found if c.name == "Chattogram")


def test_a_people_is_a_demonym() -> None:
    assert first("Chechens").match is Match.DEMONYM


@pytest.mark.parametrize("name", ["", "...", "Qwrtzpsd", "\x00", "' OR 1=1 --"])
def test_what_is_no_name_has_no_candidates(name: str) -> None:
    assert load_gazetteer().candidates(name) == ()


def test_the_longest_name_from_a_word_is_known() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.longest("Strait") >= 3
    assert gazetteer.longest("Qwrtzpsd") == 1


def test_several_threads_may_ask_at_once() -> None:
    gazetteer = Gazetteer(load_gazetteer()._path)
    found: list[int] = []
    names = ["Lagos", "Accra", "Kano", "Dakar"] * 5
    threads = [threading.Thread(target=lambda n=n: found.append(len(gazetteer.candidates(n)))) for n in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 20
    assert min(found) > 0


def test_a_missing_file_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no gazetteer; run tools/compile_gazetteer"):
        Gazetteer(tmp_path / "gazetteer.sqlite").candidates("Lagos")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(LexiconError, match=r"gazetteer\.sqlite: file is not a database; install onrecord again"):
        Gazetteer(path).candidates("Lagos")


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(LexiconError, match=f"version 99 where {SCHEMA_VERSION} is wanted"):
        Gazetteer(path).candidates("Lagos")


def test_the_words_beside_places_are_loaded_once_and_lower_case() -> None:
    words = place_words()
    assert words is place_words()
    assert "in" in words.placing
    assert "off" in words.weakly_placing
    assert "street" in words.part_of_names
