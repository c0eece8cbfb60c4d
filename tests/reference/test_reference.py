"""The reference report against its key, as it is and with every name, country and date changed.

The report is not part of this repository; where it is absent these tests are skipped.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from onrecord.model import Document, reading_to_json
from onrecord.read.reader import Reader

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
TODAY = date(2026, 11, 24)
MUST_HOLD = 36

pytestmark = pytest.mark.skipif(
    not (REFERENCE / "report.txt").exists(), reason="the reference report is not here: it is not part of the project"
)

GULF = {
    "Tehreek-e-Taliban Pakistan": "Harakat-al-Shabab Oman",
    "TTP": "HSO",
    "Taliban’s": "Houthis’",
    "Taliban's": "Houthis'",
    "Taliban": "Houthis",
    "Pakistani": "Omani",
    "Pakistan": "Oman",
    "Pak ": "Omani ",
    "Afghanistan": "Yemen",
    "Afghan": "Yemeni",
    "Islamabad": "Muscat",
    "Kabul": "Sanaa",
    "Khyber Pakhtunkhwa": "Dhofar",
    "Mohammad": "Yusuf",
    "Sadiq": "Harthi",
    "Khan": "Amri",
    "Sirajuddin": "Abdulmalik",
    "Khalil-ur-Rehman": "Abd-al-Karim",
    "Haqqani": "Sarari",
    "Shehbaz": "Haitham",
    "Sharif": "Busaidi",
    "Tuesday, December 24": "Thursday, April 10",
    "Monday, December 23": "Wednesday, April 9",
    "December 5": "March 21",
    "35": "48",
}
KEYS = {
    "2024-12-24": "2025-04-10",
    "2024-12-25": "2025-04-11",
    "2024-12-05": "2025-03-21",
    "December 24": "April 10",
    "PAK": "OMN",
    "AFG": "YEM",
    "Taliban": "Houthis",
    "Afghan Taliban": "Yemeni Houthis",
    "kabul_at": [15.35, 44.2],
    "kp_at": [17.5, 54.0],
}


def swapped(text: str, names: dict[str, str]) -> str:
    """The text with every key of `names` replaced, long keys first, in one pass."""
    for i, old in enumerate(sorted(names, key=len, reverse=True)):
        text = text.replace(old, f"\x00{i}\x00")
    for i, old in enumerate(sorted(names, key=len, reverse=True)):
        text = text.replace(f"\x00{i}\x00", names[old])
    return text


def check(folder: Path, text: str, names: dict[str, object]) -> tuple[int, str]:
    """How many lines of the key hold, and what the checker printed."""
    reader = Reader(today=TODAY)
    (folder / "text.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
    (folder / "reading.json").write_text(reading_to_json(reader.read(Document.from_text(text))), encoding="utf-8")
    files = [str(folder / name) for name in ("reading.json", "names.json", "text.txt")]
    command = [sys.executable, str(REFERENCE / "check.py"), *files]
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return sum(line.startswith("ok ") for line in printed.splitlines()), printed


def test_report_yields_what_its_key_asks(tmp_path):
    text = (REFERENCE / "report.txt").read_text(encoding="utf-8")
    held, printed = check(tmp_path, text, {})
    assert held >= MUST_HOLD, printed


def test_report_with_other_names_countries_and_dates_yields_the_same(tmp_path):
    text = swapped((REFERENCE / "report.txt").read_text(encoding="utf-8"), GULF)
    names = {old: swapped(old, GULF) for old in all_names()} | KEYS
    held, printed = check(tmp_path, text, names)
    assert held >= MUST_HOLD - 2, printed


def all_names() -> tuple[str, ...]:
    """The names that the checker asks for, joined as the report joins them."""
    joined = (
        *("Mohammad Sadiq", "Sadiq Khan", "Sirajuddin Haqqani", "Khalil-ur-Rehman Haqqani", "Shehbaz Sharif"),
        *("Pakistani officials", "Kabul", "Islamabad", "Pakistani", "Pakistan", "Khyber Pakhtunkhwa"),
    )
    return (*GULF, *joined)
