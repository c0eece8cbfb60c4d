"""A real browser does the main errands, by keys alone or without a script."""

from playwright.sync_api import Browser, Page

from browsing import NEEDED

pytestmark = NEEDED


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
    for steps in (0, 2):  # its words, then past its own figure to that of another
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
    assert "1 report on record" in page.content()
    page.get_by_role("link", name="Kenya – Sudan").press("Enter")
    assert "Timeline" in page.content()
    context.close()
