"""The bill of materials names what is installed, once each, and is the same each time."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

SBOM = Path(__file__).parents[1] / "tools" / "sbom.py"


def test_the_bill_of_materials_names_each_package_once():
    told = subprocess.run([sys.executable, str(SBOM)], check=True, capture_output=True).stdout
    bill = json.loads(told)
    names = [component["name"] for component in bill["components"]]
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "onrecord")
    assert len(names) == len(set(names))
    spacy = next(component for component in bill["components"] if component["name"] == "spacy")
    assert spacy["purl"] == f"pkg:pypi/spacy@{version('spacy')}"
    assert spacy["licenses"]
