"""The names that users of the package rely on."""

import subprocess
import sys

import onrecord


def test_every_public_name_is_there():
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_read_stays_a_function_however_often_it_is_called():
    for _ in range(2):
        reading = onrecord.read("Kenya accused Sudan of arming the rebels.", date="2025-03-18")
        assert "ACCUSE" in [e.type for e in reading.events]


def test_identify_tells_country_and_sectors():
    actor = onrecord.identify("retired Pakistani general")
    assert (actor.country, list(actor.sectors)) == ("PAK", ["ELI", "MIL"])


def test_import_is_quick_and_loads_no_parser():
    code = "import sys, onrecord; sys.exit('spacy' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
