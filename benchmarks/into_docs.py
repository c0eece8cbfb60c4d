"""Puts what a benchmark measured between its marks on a page of the docs."""

from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def put(page: str, name: str, text: str) -> None:
    """Replaces what stands on the page between `<!-- NAME -->` and `<!-- /NAME -->`. Raises ValueError where one of
    the marks is missing."""
    path, opens, closes = DOCS / page, f"<!-- {name} -->\n", f"<!-- /{name} -->"
    whole = path.read_text(encoding="utf-8")
    start = whole.index(opens) + len(opens)
    path.write_text(whole[:start] + text + whole[whole.index(closes, start) :], encoding="utf-8")
