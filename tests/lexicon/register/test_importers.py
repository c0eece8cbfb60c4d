"""Lists of actors from elsewhere: what is taken, and what is refused, with its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.lexicon.register.importers.cameo import as_plover
from onrecord.lexicon.register.importers.csvfile import import_csv
from onrecord.lexicon.register.importers.file import import_file
from onrecord.lexicon.register.importers.petrarch import as_day, as_written, import_petrarch
from onrecord.lexicon.register.importers.wikidata import import_wikidata
from onrecord.lexicon.register.table import as_line


def file_of(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("KEN", "KEN", ()),
        ("KENGOVMIL", "KEN", ("GOV", "MIL")),
        ("KENMED", "KEN", ("JRN",)),
        ("KENHLH", "KEN", ("MED",)),
        ("IGOUNO", "UNO", ()),
        ("IGOEUREEC", "EUR", ()),
        ("IMGMUSALQ", "IMG", ()),
        ("KSVREB", "KOS", ("REB",)),
        ("NGOHRI", "NGO", ("SOC",)),
        ("REB", None, ("REB",)),
    ],
)
def test_cameos_codes_in_plovers_terms(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert as_plover(code) == (country, sectors)


@pytest.mark.parametrize("code", ["", "---", "XYZABC"])
def test_a_code_of_neither_country_nor_role_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="neither a country nor a role"):
        as_plover(code)


def test_wikidata_gives_groups_persons_and_reasons(tmp_path: Path) -> None:
    rows: list[Any] = [
        {
            "item": "http://x/Q1",
            "itemLabel": "Dunsany Front",
            "itemAltLabel": "Lake Front",
            "iso3": "KEN",
            "sector": "REB",
        },
        {"item": "http://x/Q1", "itemLabel": "Dunsany Front", "itemAltLabel": "Front of the Lake", "iso3": "KEN"},
        {"item": "http://x/Q2", "itemLabel": "Q2", "iso3": "KEN"},
        {
            "itemLabel": "A B",
            "positionLabel": "president",
            "role": "state",
            "countryLabel": "Peru",
            "start": "2001-01-01T00:00:00Z",
        },
        {"itemLabel": "C D", "positionLabel": "president", "role": "state", "iso3": "XXX"},
        ["no row"],
    ]
    long_form = {
        "results": {"bindings": [{k: {"value": v} for k, v in r.items()} if isinstance(r, dict) else r for r in rows]}
    }
    for loaded in (rows, long_form):
        found = import_wikidata(file_of(tmp_path, "q.json", json.dumps(loaded)))
        assert [as_line(g) for g in found.groups] == ["Q1\tDunsany Front\tLake Front|Front of the Lake\t\tKEN\tREB"]
        assert [as_line(p) for p in found.persons] == ["PER\tstate\tpresident\tA B\t2001"]
        assert [(r.line, r.reason) for r in found.refused] == [
            (3, "no English name (itemLabel)"),
            (5, "country 'XXX' is neither a code nor a name of a country"),
            (6, "no row of a result"),
        ]


def test_csv_gives_groups_with_ids_of_their_own(tmp_path: Path) -> None:
    rows = ("Dunsany Front,Kenya,REB,DF", ",KEN,REB,", "Lake Post,KEN,XYZ,", "Lake Post,KEN,JRN,,x")
    text = "\n".join(("name,country,sectors,acronyms", *rows, ""))
    found = import_csv(file_of(tmp_path, "a.csv", text))
    assert [as_line(g) for g in found.groups] == ["dunsany-front-ken\tDunsany Front\t\tDF\tKEN\tREB"]
    assert [(r.line, r.reason) for r in found.refused] == [
        (3, "an id and a name are wanted"),
        (4, "'XYZ' is no sector of PLOVER's"),
        (5, "more cells than columns"),
    ]


def test_csv_gives_times_in_office(tmp_path: Path) -> None:
    text = "name,role,country,from,until\nA B,MIL,KEN,2001,2004-05\nC D,MIL,KEN,2004,2001\n"
    found = import_csv(file_of(tmp_path, "a.csv", text))
    assert [as_line(p) for p in found.persons] == ["KEN\tMIL\t\tA B\t2001\t2004-05"]
    assert [(r.line, r.reason) for r in found.refused] == [(3, "it ends in 2001, before it begins in 2004")]


PETRARCH = """\
# A comment.
DUNSANY_FRONT_(DFR)_ [KENREB]  # who wrote it
+LAKE_FRONT_

KENYA_  [KEN]
ADA_NWOKO_
+PRESIDENT_NWOKO_
\t[KENGOV 010203-20050405]
\t[KENGOV >notadate]
\t[ELI]
FARMER_ [~AGR]
NOBODY_
"""


def test_petrarchs_actors_with_codes_dates_and_synonyms(tmp_path: Path) -> None:
    found = import_petrarch(file_of(tmp_path, "x.actors", PETRARCH))
    assert [as_line(g) for g in found.groups] == ["dunsany-front-ken\tDunsany Front\tLake Front\tDFR\tKEN\tREB"]
    assert [as_line(p) for p in found.persons] == ["KEN\tGOV\t\tAda Nwoko\t2001-02-03\t2005-04-05\tPresident Nwoko"]
    assert [r.line for r in found.refused] == [5, 9, 11, 12]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("UNITED_STATES_", "United States"),
        ("AL-SHABAAB_", "Al-Shabaab"),
        ("UNHCR_", "UNHCR"),
        ("Ban_Ki-moon", "Ban Ki-moon"),
    ],
)
def test_petrarchs_names_as_reports_write_them(name: str, written: str) -> None:
    assert as_written(name) == written


def test_days_of_two_lengths() -> None:
    assert [as_day(d) for d in ("970101", "061231", "20070101")] == ["1997-01-01", "2006-12-31", "2007-01-01"]


def test_an_import_of_the_same_file_takes_the_place_of_the_first(tmp_path: Path) -> None:
    csv = file_of(tmp_path, "a.csv", "name,country\nDunsany Front,KEN\n")
    first = import_file(csv, tmp_path / "reg")[1]
    kept = [file.read_bytes() for file in first]
    assert import_file(csv, tmp_path / "reg")[1] == first
    assert [file.read_bytes() for file in first] == kept
    assert len(list((tmp_path / "reg").iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.csv", "title,country\nX,KEN\n", "unknown column 'title'"),
        ("a.csv", "country\nKEN\n", "no column `name`"),
        ("a.csv", "name,country\nX,KENYAN\n", "no entry in it can be taken, the first in line 2"),
        ("a.json", "{", "no result of the Wikidata query service"),
        ("a.json", '{"results": 3}', "no result of the Wikidata query service"),
        ("a.doc", "x", "its name does not tell its form"),
    ],
)
def test_a_file_that_gives_nothing_is_named_in_one_line(tmp_path: Path, name: str, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        import_file(file_of(tmp_path, name, text), tmp_path / "reg")
    assert not (tmp_path / "reg").exists()
