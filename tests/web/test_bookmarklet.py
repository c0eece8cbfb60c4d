"""The bookmarklet of docs/pages.md fills in the form, and reads nothing by itself."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient

PAGES = (Path(__file__).resolve().parents[2] / "docs/pages.md").read_text(encoding="utf-8")
BOOKMARKLET = re.search(r"<!-- bookmarklet -->\n```\n(javascript:.*)\n```", PAGES)
TEXT = "Kenya's envoy met the minister.\n</textarea><script>alert(1)</script>"


def test_the_bookmarklet_names_fields_of_the_form(empty: TestClient) -> None:
    assert BOOKMARKLET is not None
    assert "/paste?" in BOOKMARKLET[1]
    fields = re.search(r"URLSearchParams\(\{(.*)\}\)\)", BOOKMARKLET[1])
    assert fields is not None
    form = empty.get("/paste").text
    for name in re.findall(r"(\w+):(?=[a-z]\.|document|location)", fields[1]):
        assert f'name="{name}"' in form


def test_the_form_is_filled_in_and_nothing_of_it_is_markup(empty: TestClient) -> None:
    page = empty.get(f"/paste?{urlencode({'text': TEXT, 'title': 'A <b>', 'publisher': 'paper.example'})}")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    filled = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.S)
    assert filled is not None
    assert unescape(filled[1]) == TEXT
    assert 'value="A &lt;b&gt;"' in page.text
    assert "Today" in empty.get("/").text
    assert empty.get("/reports").text.count("/report?") == 0


def test_a_headline_that_no_page_has_is_refused(empty: TestClient) -> None:
    assert empty.get(f"/paste?{urlencode({'title': 'x' * 501})}").status_code == 422
