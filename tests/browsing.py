"""A real browser that looks at pages: where it is, which pages there are, what to look for on each."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from factories import HOSTILE, hostile_report
from onrecord.link.linking import incident_id

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NEEDED = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and "ONRECORD_SKIP_NOTHING" not in os.environ, reason="no chromium is installed"
    ),
]
"""Marks of a test that needs Debian's chromium; without one it is skipped, unless ONRECORD_SKIP_NOTHING forbids it."""
AXE = (Path(__file__).parent / "web/axe/axe.min.js").read_text(encoding="utf-8")
LOOKS = [(390, "dark"), (1280, "light")]
"""Widths, each with the scheme in which everything is looked at; colours are looked at in both schemes."""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that look at colours."""
OTHER = {"dark": "light", "light": "dark"}
PAGES = (
    "/",
    "/reports",
    "/report?id=report-1",
    "/pair",
    "/pair?a=KEN&b=ETH",
    "/actor?name=Dawit+Alemu&kind=person",
    "/actor?name=Alemu",
    "/actor/events?name=KEN&other=Ethiopia&quad=conflict",
    "/actor/reports?name=Dawit+Alemu&called=Alemu",
    "/search",
    "/incidents",
    f"/incidents/{incident_id(['report-1'])}",
    "/claims",
    "/search?q=died&act=statement",
    "/watches",
    "/watches/1",
    "/review",
    "/review/item?report=report-1&id=e0",
    "/paste",
    "/guide",
    "/docs",
    "/nothing",
)
HOSTILE_ID = quote(hostile_report().id, safe="")
HOSTILE_PAGES = (
    "/",
    f"/report?id={HOSTILE_ID}",
    "/pair?a=KEN&b=SDN",
    "/actor?name=KEN",
    f"/actor?name={quote(HOSTILE)}",
    "/incidents",
    "/claims",
    "/search?q=again",
    "/watches",
    "/review",
    f"/review/item?report={HOSTILE_ID}&id=e0",
    f"/search?q={quote(HOSTILE)}&party={quote(HOSTILE)}",
)


def faults(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds wrong with the page as it stands; by all of its rules, or by some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    asked = {"resultTypes": ["violations"], **only}
    found = page.evaluate("asked => axe.run(asked).then(r => r.violations)", asked)
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def look(browser: Browser, addresses: Sequence[str], width: int, scheme: str) -> None:
    """Opens each page: axe-core finds nothing, nor in the other scheme's colours; it fits, it asks nobody else for
    anything, no script complains."""
    sites = tuple({"/".join(address.split("/")[:3]) for address in addresses})
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if "404" not in message.text else None)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = faults(page)
        page.emulate_media(color_scheme=OTHER[scheme])
        found[address] += faults(page, COLOURS)
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
    faulty = {address: wrong for address, wrong in found.items() if wrong}
    assert not faulty, faulty
    assert [url for url in requests if not url.startswith(sites)] == []
    assert complaints == []
