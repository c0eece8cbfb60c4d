"""The tables to other schemes hold only codes that those schemes have, and each code of the kind that its type is.

`CAMEO` and `ACLED` were written from the public codebooks, not from the tables.
"""

import pytest

from onrecord.export.formats.cow import cow_number
from onrecord.export.formats.crosswalk import load_crosswalk

CAMEO = {
    "02": "020 021 022 023 024 025 026 027 028",
    "03": "030 031 032 033 034 035 036 037 038 039",
    "04": "040 041 042 043 044 045 046",
    "05": "050 051 052 053 054 055 056 057",
    "06": "060 061 062 063 064",
    "07": "070 071 072 073 074 075",
    "08": (
        "080 081 0811 0812 0813 0814 082 083 0831 0832 0833 0834 084 0841 0842 "
        "085 086 0861 0862 0863 087 0871 0872 0873 0874"
    ),
    "09": "090 091 092 093 094",
    "11": "110 111 112 1121 1122 1123 1124 1125 113 114 115 116",
    "12": "120 121 122 123 124 1241 1242 1243 1244 1245 1246 125 126 127 128 129",
    "13": "130 131 1311 1312 1313 132 1321 1322 1323 1324 133 134 135 136 137 138 1381 1382 1383 1384 1385 139",
    "14": "140 141 142 143 144 145",
    "15": "150 151 152 153 154 155",
    "16": "160 161 162 163 164 165 166 1661 1662 1663",
    "17": "170 171 1711 1712 172 1721 1722 1723 1724 173 174 175 176",
    "18": "180 181 182 1821 1822 1823 183 1831 1832 1833 1834 184 185 186",
    "19": "190 191 192 193 194 195 1951 1952 196",
    "20": "200 201 202 203 204 2041 2042",
}
"""CAMEO 1.1b3, chapter 2: codes by the root that they belong to."""
ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "CONCEDE": "08",
    "COOPERATE": "06",
    "AID": "07",
    "RETREAT": "08",
    "REQUEST": "02",
    "ACCUSE": "11 09",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "SANCTION": "16 17",
    "MOBILIZE": "15",
    "COERCE": "17",
    "ASSAULT": "17 18 19 20",
}
"""The roots out of which PLOVER made each of its types (its manual, appendix on CAMEO)."""
ACLED = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""ACLED's event types, each with its sub-event types (codebook of 2023)."""
COW = [
    ("USA", "2"),
    ("MEX", "70"),
    ("BRA", "140"),
    ("GBR", "200"),
    ("FRA", "220"),
    ("DEU", "255"),
    ("SRB", "345"),
    ("KOS", "347"),
    ("RUS", "365"),
    ("NGA", "475"),
    ("SDN", "625"),
    ("SSD", "626"),
    ("TUR", "640"),
    ("YEM", "679"),
    ("CHN", "710"),
    ("TWN", "713"),
    ("IND", "750"),
    ("TLS", "860"),
    ("AUS", "900"),
]
"""States whose numbers are easily mistaken, from the list's own entries."""


@pytest.mark.parametrize(("place", "codes"), list(load_crosswalk("cameo").codes.items()))
def test_a_cameo_code_is_one_and_of_the_types_own_root(place: tuple[str, str], codes: tuple[str, ...]) -> None:
    (code,) = codes
    assert code in " ".join(CAMEO[root] for root in ROOTS[place[0]].split()).split()


@pytest.mark.parametrize(("place", "names"), list(load_crosswalk("acled").codes.items()))
def test_an_acled_sub_event_stands_under_its_event(place: tuple[str, str], names: tuple[str, ...]) -> None:
    event, sub_event = names
    assert sub_event in ACLED[event]


@pytest.mark.parametrize(("code", "number"), COW)
def test_numbers_of_states(code: str, number: str) -> None:
    assert cow_number(code) == number


@pytest.mark.parametrize("code", ["PSE", "GRL", "IGO", "", None])
def test_what_is_no_state_there_has_no_number(code: str | None) -> None:
    assert cow_number(code) is None
