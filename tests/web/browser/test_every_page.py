"""A real browser looks at every page: axe-core finds nothing, it fits, it asks nobody else, no script complains."""

import pytest
from playwright.sync_api import Browser

from browsing import LOOKS, NEEDED, PAGES, look

pytestmark = NEEDED


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(browser: Browser, site: str, bare: str, width: int, scheme: str) -> None:
    empty = [bare + path for path in ("/", "/pair", "/review", "/claims", "/search?q=x")]
    look(browser, [*(site + path for path in PAGES), *empty], width, scheme)


def test_pages_fit_a_narrow_phone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    for path in PAGES:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.close()
