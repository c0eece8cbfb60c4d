"""A real browser through every page: axe-core finds nothing, keys alone do the errands, no script is needed.

Needs Debian's chromium. Without one the tests are skipped, unless ONRECORD_SKIP_NOTHING says that they may not be.
"""

import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from factories import HOSTILE, border_strike, hostile_report
from onrecord.link.linking import incident_id, link_new
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).with_name("axe") / "axe.min.js"
PAGES = (
    "/",
    "/reports",
    "/report?id=report-1",
    "/pair",
    "/pair?a=KEN&b=ETH",
    "/actor?name=Dawit+Alemu&kind=person",
    "/actor?name=Alemu",
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
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and "ONRECORD_SKIP_NOTHING" not in os.environ, reason="no chromium is installed"
    ),
]


def serve(where: Path, reader: Reader) -> Iterator[str]:
    """The address of a server on a free port, for as long as the test runs."""
    config = uvicorn.Config(make_app(str(where), reader=OneReader(reader)), port=0, log_level="warning")
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://localhost:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    where = tmp_path_factory.mktemp("site") / "onrecord.db"
    with Record(where) as record:
        record.add(*border_strike("report-1", killed=12).made())
        record.add(*border_strike("report-2", killed=20).made())
        link_new(record)
        record.watches.add("Deaths", "died", Sieve(), author="A. Reader")
    yield from serve(where, reader)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("bare") / "onrecord.db", reader)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    where = tmp_path_factory.mktemp("attacked") / "onrecord.db"
    with Record(where) as record:
        record.add(*hostile_report().made())
        link_new(record)
        record.watches.add(HOSTILE, "again", Sieve(), author=HOSTILE)
    yield from serve(where, reader)


def faults(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations)")
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def look(browser: Browser, addresses: Sequence[str], width: int, scheme: str) -> None:
    """Opens each page: axe-core finds nothing, it fits, it asks nobody else for anything, no script complains."""
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
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert [url for url in requests if not url.startswith(sites)] == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, site: str, bare: str, width: int, scheme: str) -> None:
    empty = [bare + path for path in ("/", "/pair", "/review", "/claims")]
    look(browser, [*(site + path for path in PAGES), *empty], width, scheme)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_hostile_text_stays_text_and_fits(browser: Browser, attacked: str, width: int, scheme: str) -> None:
    look(browser, [attacked + path for path in HOSTILE_PAGES], width, scheme)


def test_pages_fit_a_narrow_phone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    for path in PAGES:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.close()


def focused(page: Page) -> str:
    """What has the focus, by the nearest element with an id."""
    return str(page.evaluate("document.activeElement.closest('[id]')?.id ?? ''"))


def test_keys_alone_go_through_a_report(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/report?id=report-1")
    page.keyboard.press("n")
    assert focused(page) == "e1"
    page.keyboard.press("n")
    assert focused(page) == "a1"
    page.keyboard.press("p")
    page.keyboard.press("o")
    assert focused(page) == "in-e1"
    page.keyboard.press("o")
    assert focused(page) == "e1"
    page.close()


def test_keys_alone_search_and_open_a_report(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "main"
    page.keyboard.press("/")
    page.keyboard.type("hospital workers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=hospital+workers")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report?id=report-1**")
    page.close()


def test_two_keys_decide_in_review_and_one_takes_it_back(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/review")
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.wait_for_url("**/review#next")
    assert "1 event on which nobody has decided" in page.content()
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("x")
    page.get_by_text("Nothing waits").wait_for()
    page.keyboard.press("u")
    page.wait_for_url("**/review#decisions")
    page.get_by_role("button", name="Undo").last.press("Enter")
    page.get_by_text("2 events on which nobody has decided").wait_for()
    page.close()


def test_keys_decide_on_a_fact_of_a_report_and_go_on_to_the_next(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/report?id=report-2")
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.wait_for_url("**/report?id=report-2#review-a0")
    assert focused(page) == "review-a0"
    page.keyboard.press("e")
    page.wait_for_url("**/review/item?report=report-2&id=a0")
    page.close()


def test_keys_alone_find_a_dispute_and_open_both_sides(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/claims?disputed=true")
    sides = []
    for steps in (0, 1):
        page.keyboard.press("j")
        for _ in range(steps):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/report?id=*#*")
        sides.append(page.url.partition("#")[2])
        page.go_back()
    assert len(set(sides)) == 2
    page.close()


def test_keys_alone_save_a_search(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/search?q=hospital")
    for wanted in ("summary", "#watch-name"):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("w => document.activeElement.matches(`.save ${w}`)", wanted):
                break
        if wanted == "summary":
            page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/watches/*")
    assert page.locator("h1").inner_text() == "hospital"
    page.close()


def test_dragging_over_the_chart_sets_the_dates(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/pair?a=KEN&b=ETH&since=2025-03-01&until=2025-03-31")
    columns = page.locator("a.column .ground")
    for n, act in ((4, page.mouse.down), (19, page.mouse.up)):
        box = columns.nth(n).bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
        act()
    page.wait_for_url("**since=2025-03-05&until=2025-03-20")
    page.close()


def test_the_map_comes_closer_by_a_key(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/pair?a=KEN&b=ETH")
    before = page.locator(".map svg").get_attribute("viewBox")
    page.get_by_role("button", name="Closer").press("Enter")
    assert page.locator(".map svg").get_attribute("viewBox") != before
    page.get_by_role("button", name="Wider").press("Enter")
    assert page.locator(".map svg").get_attribute("viewBox").split() == [f"{float(n):g}" for n in before.split()]
    page.close()


def test_keys_can_be_switched_off(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + "/guide")
    page.get_by_role("button", name="Switch these keys off").press("Enter")
    page.keyboard.press("/")
    assert focused(page) == "keys-switch"
    page.close()


def test_pasting_and_keeping_need_no_script(browser: Browser, bare: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(bare + "/paste")
    page.get_by_label("Text, in English").fill("Kenya accused Sudan of arming the rebels.\n\nSudan denied the claim.")
    page.get_by_label("Published on").fill("2025-03-18")
    page.get_by_label("Published on").press("Enter")
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_role("link", name="Today").press("Enter")
    assert "1 reports on record" in page.content()
    page.get_by_role("link", name="Kenya – Sudan").press("Enter")
    assert "Timeline" in page.content()
    context.close()
