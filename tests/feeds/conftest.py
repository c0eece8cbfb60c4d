"""A newspaper that is open, a clock, and rounds through the feeds of a record."""

from collections.abc import Callable, Iterator

import pytest
from paper import LOCAL, Hours, Paper, read

from onrecord.feeds import Pulled, Visits, pull_all
from onrecord.feeds.bring import Bringer
from onrecord.ingest import Options
from onrecord.record import Record
from pages import serve


@pytest.fixture
def paper() -> Iterator[Paper]:
    opened = Paper()
    with serve(opened) as site:  # type: ignore[arg-type]
        opened.site = site
        yield opened


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def pull(record: Record, hours: Hours) -> Callable[..., list[Pulled]]:
    """One round through the record's feeds, without pauses."""

    def pulled(options: Options = LOCAL, now: bool = False) -> list[Pulled]:
        bringer = Bringer(record=record, read=read, visits=Visits(options, pause=0), options=options)
        return list(pull_all(bringer, clock=hours, now=now))

    return pulled
