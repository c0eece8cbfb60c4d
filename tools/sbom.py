"""What is installed here, as a CycloneDX bill of materials on standard output. `make sbom`

Made of what the packages say of themselves, so nothing is fetched: https://cyclonedx.org/docs/1.6/json/.
"""

import json
import re
import sys
from importlib.metadata import Distribution, distributions
from typing import Any

OURS = "onrecord"


def component(package: Distribution) -> dict[str, Any]:
    """A package as CycloneDX writes it; its licence as the package names it."""
    name = re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()
    purl = f"pkg:pypi/{name}@{package.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": package.version,
        "purl": purl,
        "licenses": licences(package),
    }


def licences(package: Distribution) -> list[dict[str, Any]]:
    """An SPDX expression where the package has one, else the first line of what it says instead."""
    told = package.metadata
    if expression := told.get("License-Expression"):
        return [{"expression": expression}]
    classified = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    named = next(iter((told.get("License") or "").strip().splitlines()), "") or next(iter(classified), "")
    return [{"license": {"name": named}}] if named else []


def bill(packages: list[Distribution]) -> dict[str, Any]:
    """The bill, without a time or a number of its own: the same environment gives the same bytes."""
    components = {c["purl"]: c for c in map(component, packages)}
    ours = next((c for c in components.values() if c["name"] == OURS), None)
    if ours is None:
        sys.exit(f"{OURS} is not installed in {sys.prefix}; run this with the environment's own Python")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**ours, "type": "application"}},
        "components": [c for _, c in sorted(components.items()) if c is not ours],
    }


if __name__ == "__main__":
    json.dump(bill(list(distributions())), sys.stdout, indent=1)
    print()
