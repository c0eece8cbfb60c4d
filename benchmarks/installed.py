"""What `pip install onrecord` takes on the disk, package by package, in a fresh environment, without pip itself.

    python benchmarks/installed.py [--extra pages] [--write]

Needs a package index. `--write` puts the table of the core into docs/speed.md; an extra is only said.
"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from into_docs import put

ROOT = Path(__file__).parents[1]
SHOWN = 5.0
"""MB from which a package has a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """MB (of a million bytes) that the files of a package have, and how many of them are modules that pip compiled."""

    name: str
    whole: float
    compiled: float


def install(folder: Path, extras: list[str]) -> Path:
    """A fresh environment with onrecord in it; where its packages are."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    named = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", named], check=True)
    return next((folder / "lib").glob("python3*/site-packages"))


def size_of(package: Distribution) -> Size:
    """What a package's own list of files comes to."""
    files = [path for file in package.files or () if (path := Path(str(package.locate_file(file)))).is_file()]
    sizes = {path: path.stat().st_size / 1e6 for path in files}
    compiled = sum(size for path, size in sizes.items() if path.suffix == ".pyc")
    return Size(name=package.metadata["Name"], whole=sum(sizes.values()), compiled=compiled)


def table(sizes: list[Size]) -> str:
    """The large packages, the others together, and all."""
    large = [size for size in sizes if size.whole >= SHOWN]
    small = [size for size in sizes if size.whole < SHOWN]
    rows = [*large, added(f"{len(small)} others", small), added("together", sizes)]
    lines = ["| | MB | of them compiled by pip |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {row.name} | {row.whole:.0f} | {row.compiled:.0f} |" for row in rows)]) + "\n"


def added(name: str, sizes: list[Size]) -> Size:
    return Size(name=name, whole=sum(s.whole for s in sizes), compiled=sum(s.compiled for s in sizes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", action="append", default=[], help="one that is installed too; may be said again")
    parser.add_argument("--write", action="store_true", help="put the table into docs/speed.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = distributions(path=[str(install(Path(folder), asked.extra))])
        sizes = sorted(map(size_of, found), key=lambda size: (-size.whole, size.name))
    text = table([size for size in sizes if size.name != "pip"])
    print(text)
    if asked.write and not asked.extra:
        put("speed.md", "installed", text)


if __name__ == "__main__":
    main()
