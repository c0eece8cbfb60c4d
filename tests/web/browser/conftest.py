"""A browser, and sites of records for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsing import ARGUMENTS, CHROMIUM
from factories import HOSTILE, border_strike, hostile_report
from onrecord.link.linking import link_new
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader
from serving import serving


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where = tmp_path_factory.mktemp("site") / "onrecord.db"
    with Record(where) as record:
        record.add(*border_strike("report-1", killed=12).made())
        record.add(*border_strike("report-2", killed=20).made())
        link_new(record)
        record.watches.add("Deaths", "died", Sieve(), author="A. Reader")
    with serving(make_app(str(where))) as address:
        yield address


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    where = tmp_path_factory.mktemp("bare") / "onrecord.db"
    with serving(make_app(str(where), reader=OneReader(reader))) as address:
        yield address


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where = tmp_path_factory.mktemp("attacked") / "onrecord.db"
    with Record(where) as record:
        record.add(*hostile_report().made())
        link_new(record)
        record.watches.add(HOSTILE, "again", Sieve(), author=HOSTILE)
    with serving(make_app(str(where))) as address:
        yield address
