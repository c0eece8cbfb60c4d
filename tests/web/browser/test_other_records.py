"""A real browser looks at pages of hostile text, of the samples, and at what a role may not see."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser

from browsing import HOSTILE_PAGES, LOOKS, NEEDED, faults, look
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.web.access.book import Book
from onrecord.web.access.roles import Role
from onrecord.web.access.secrets import Hashes
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader
from serving import serving

pytestmark = NEEDED
SAMPLE_PAGES = (
    "/",
    "/report?id=samples/kenya-denies-treasurer.html",
    "/pair",
    "/pair?a=KEN&b=SDN",
    "/actor?name=Sudan&kind=state",
    "/incidents",
    "/claims",
    "/search?q=army",
    "/review",
)
PASSWORD = "a harbour in the rain"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    where = tmp_path_factory.mktemp("samples") / "onrecord.db"
    with Record(where) as record:
        OneReader(reader).read_samples(record)
    with serving(make_app(str(where))) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_hostile_text_stays_text_and_fits(browser: Browser, attacked: str, width: int, scheme: str) -> None:
    look(browser, [attacked + path for path in HOSTILE_PAGES], width, scheme)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_the_samples(browser: Browser, samples: str, width: int, scheme: str) -> None:
    look(browser, [samples + path for path in SAMPLE_PAGES], width, scheme)


def test_axe_finds_nothing_where_one_signs_in_and_where_one_may_not_go(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("guarded")
    book = Book(folder / "access.db", hashes=Hashes(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)))
    book.add_person("A. Reader", Role.READER, PASSWORD)
    with serving(make_app(str(folder / "onrecord.db"), book=book)) as address:
        page = browser.new_page()
        page.goto(address)
        assert faults(page) == []
        page.get_by_label("Name").fill("A. Reader")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("Password").press("Enter")
        page.get_by_text("Nothing is on record yet").wait_for()
        answer = page.goto(address + "/audit")
        assert answer is not None
        assert answer.status == 403
        assert faults(page) == []
        page.close()
