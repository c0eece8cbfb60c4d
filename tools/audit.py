"""Whether a known fault is among the packages that are pinned: pip-audit, in an environment of its own. `make audit`

Exits with 0 where none is known, 1 where one is, 2 where that can't be found out for some package, since pip-audit or
what it asks can't be reached; then one line says so.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PINNED = Path(__file__).parents[1] / "requirements" / "dev.txt"


def main() -> int:
    with TemporaryDirectory() as folder:
        home, report = Path(folder), Path(folder) / "report.json"
        venv.create(home, with_pip=True)
        asking = ("-r", str(PINNED), "--disable-pip", "--progress-spinner=off", "--format=json", f"--output={report}")
        for command in (("pip", "install", "--quiet", "pip-audit"), ("pip_audit", *asking)):
            ran = subprocess.run([home / "bin" / "python", "-m", *command], capture_output=True, text=True)
            if ran.returncode and not report.exists():
                print(f"not audited: {last_line(ran.stderr)}")
                return 2
        packages = json.loads(report.read_text(encoding="utf-8"))["dependencies"]
    faults = told(packages)
    for line in faults:
        print(line)
    if unknown := [package for package in packages if "skip_reason" in package]:
        print(f"not audited: {len(unknown)} of {len(packages)} packages ({unknown[0]['skip_reason']})")
    elif not faults:
        print(f"no known fault in the {len(packages)} packages of {PINNED.name}")
    return 1 if faults else 2 if unknown else 0


def told(packages: list[dict[str, Any]]) -> list[str]:
    """A line for each fault: the package, which fault, and the versions that mend it."""
    return [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in packages
        for fault in package.get("vulns", ())
    ]


def last_line(text: str) -> str:
    """What a program said last."""
    lines = text.split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it gave no reason")


if __name__ == "__main__":
    sys.exit(main())
