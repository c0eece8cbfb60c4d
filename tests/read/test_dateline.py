"""Datelines of many outlets, and lines that only look like one."""

import pytest

from onrecord.model import Extent
from onrecord.read.dateline import find_dateline


@pytest.mark.parametrize(
    ("line", "place", "date", "outlet"),
    [
        ("LIMA, March 18 (Wire) - Talks began.", "LIMA", "March 18", "Wire"),
        ("PORT SUDAN (Lakes Wire) — Talks began.", "PORT SUDAN", None, "Lakes Wire"),
        ("NAIROBI, Kenya, 3 May 2025 - Talks began.", "NAIROBI, Kenya", "3 May 2025", None),
        ("LIMA, Sept. 2 -- Talks began.", "LIMA", "Sept. 2", None),
        ("LIMA/LA PAZ (May 6, 2025) - Talks began.", "LIMA/LA PAZ", "May 6, 2025", None),
        ("LIMA/LA PAZ/QUITO, Tue 6 May 2025 - Talks began.", "LIMA/LA PAZ/QUITO", "Tue 6 May 2025", None),
        ("LIMA (Wire), March 18 - Talks began.", "LIMA", "March 18", "Wire"),
        ("LIMA, 26 July 2025 (Wire): Talks began.", "LIMA", "26 July 2025", "Wire"),
        ("LIMA, July 26. /WIRE/. Talks began.", "LIMA", "July 26", "WIRE"),
        ("LIMA, 26 July. Talks began.", "LIMA", "26 July", None),
        ("PORT-BOUËT - Talks began.", "PORT-BOUËT", None, None),
        ("ÉVREUX/LIMA, July 26. Talks began.", "ÉVREUX/LIMA", "July 26", None),
        ("LIMA, Peru (Wire) — Talks began.", "LIMA, Peru", None, "Wire"),
        ("LIMA: Talks began.", "LIMA", None, None),
        ("Port Sudan, May 6 (Wire) - Talks began.", "Port Sudan", "May 6", "Wire"),
        ("Nairobi, 12 March – Talks began.", "Nairobi", "12 March", None),
        ("Port Sudan, March 15, WIRE - Talks began.", "Port Sudan", "March 15", "WIRE"),
        ("LIMA, March 15, LKS - Talks began.", "LIMA", "March 15", "LKS"),
        ("March 13, 2025 - Talks began.", None, "March 13, 2025", None),
        ("13 March 2025 (Wire) — Talks began.", None, "13 March 2025", "Wire"),
    ],
)
def test_dateline_is_told_from_the_text(line, place, date, outlet):
    dateline = find_dateline(line, Extent(0, len(line)))
    assert dateline is not None
    assert (dateline.place and dateline.place.of(line)) == place
    assert (dateline.date and dateline.date.of(line)) == date
    assert (dateline.outlet and dateline.outlet.of(line)) == outlet
    assert line[dateline.extent.end :] == "Talks began."


@pytest.mark.parametrize(
    "line",
    [
        "The border - long closed - opened.",
        "March 13 - a Thursday - was quiet.",
        "March 13 - Talks began.",
        "Lima is far - very far.",
        "A - B",
        "UN talks began.",
        "Kenya: talks began.",
        "President Ana Quispe (Liberal Party) - who came - spoke.",
        "Lima, March 15, Quito - Talks began.",
        "The session of March 18 - the last - ended.",
    ],
)
def test_sentence_with_a_dash_is_no_dateline(line):
    assert find_dateline(line, Extent(0, len(line))) is None
