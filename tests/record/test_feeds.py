"""Feeds and their items, as a record keeps them."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import MissingError
from onrecord.record import Record
from onrecord.record.feeds import FeedItem, ItemState

FEED = "https://paper.example/feed.xml"


def item(address: str, state: ItemState = ItemState.READ, **more: str) -> FeedItem:
    return FeedItem(address=address, feed=FEED, state=state, **more)  # type: ignore[arg-type]


def test_a_feed_is_kept_once(record: Record) -> None:
    assert [record.feeds.add(FEED), record.feeds.add(FEED)] == [True, False]
    (kept,) = record.feeds.all()
    assert (kept.address, kept.failures, kept.counts) == (FEED, 0, ())


def test_what_a_feed_said_takes_the_place_of_what_it_said_before(record: Record) -> None:
    record.feeds.add(FEED)
    (kept,) = record.feeds.all()
    record.feeds.note(replace(kept, title="The Paper", etag='"1"', failures=2, fault="answered 503"))
    assert record.feeds.all() == (replace(kept, title="The Paper", etag='"1"', failures=2, fault="answered 503"),)


def test_a_feed_that_is_removed_leaves_its_items(record: Record) -> None:
    record.feeds.add(FEED)
    record.feeds.keep(item("https://paper.example/1"))
    record.feeds.remove(FEED)
    assert record.feeds.all() == ()
    assert record.feeds.marks(["https://paper.example/1", "https://paper.example/2"]) == {"https://paper.example/1": ""}
    with pytest.raises(MissingError, match="no such feed"):
        record.feeds.remove(FEED)


def test_items_are_counted_by_state_and_language(record: Record) -> None:
    record.feeds.add(FEED)
    for n, language in enumerate(("fr", "fr", "es")):
        record.feeds.keep(item(f"https://paper.example/{n}", ItemState.UNREAD, language=language, text="…"))
    record.feeds.keep(item("https://paper.example/9"))
    record.feeds.keep(item("https://paper.example/9", mark="2"))
    assert record.feeds.all()[0].counts == ((ItemState.READ, 1), (ItemState.UNREAD, 3))
    assert record.feeds.unread() == {"es": 1, "fr": 2}
    assert record.feeds.marks(["https://paper.example/9"]) == {"https://paper.example/9": "2"}


def test_feeds_go_with_a_record_that_is_moved(record: Record, tmp_path: Path) -> None:
    record.feeds.add(FEED)
    record.feeds.keep(item("https://paper.example/1"))
    with Record(tmp_path / "moved.db") as moved:
        record.copy_to(moved)
        assert moved.feeds.all() == record.feeds.all()
        assert moved.feeds.marks(["https://paper.example/1"])
        assert moved.faults() == ()
