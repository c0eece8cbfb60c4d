"""`onrecord series` on a record of one strike, in each of its forms."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest


@pytest.fixture
def kept(onrecord, strike):
    """The command line beside a record that holds the border strike."""
    assert onrecord("add", "strike.txt").code == 0
    return onrecord


def test_series_as_csv(kept):
    (row,) = csv.DictReader(io.StringIO(kept("series", "KEN", "ETH", "--freq", "M", "--format", "csv").out))
    assert (row["start"], row["material_conflict"], row["ASSAULT"], row["claimed"]) == ("2025-03", "1", "1", "1")
    assert float(row["intensity_sum"]) < 0


def test_series_as_json_says_whose_coding_stands(kept):
    found = json.loads(kept("series", "KEN", "ETH", "--freq", "D", "--format", "json").out)
    assert [period["start"] for period in found["periods"]] == ["2025-03-17"]
    assert found["counted"][0]["reports"] == [found["counted"][0]["document"]]
    assert found["changes"] == []


def test_series_as_text_and_of_what_is_reported_alone(kept):
    shown = kept("series", "KEN", "ETH").out
    assert "2025-03-17" in shown
    assert "…" not in shown, "every head is whole on a narrow terminal"
    ran = kept("series", "KEN", "ETH", "--as", "reported")
    assert (ran.code, "holds no dated events between KEN and ETH" in ran.err) == (0, True)


def test_series_as_a_picture(kept):
    pytest.importorskip("matplotlib")
    assert kept("series", "KEN", "ETH", "--format", "png", "-o", "series.png").code == 0
    assert Path("series.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_without_the_extra_is_one_line(kept, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    ran = kept("series", "KEN", "ETH", "--format", "png", "-o", "series.png")
    assert ran.code == 1
    assert ran.err == "onrecord: a picture needs one more package: pip install 'onrecord[series]'\n"


@pytest.mark.parametrize("wrong", [["--freq", "Y"], ["--as", "believed"], ["--format", "svg"]], ids=lambda w: w[1])
def test_what_is_not_offered_is_refused(kept, wrong):
    assert kept("series", "KEN", "ETH", *wrong).code == 2
