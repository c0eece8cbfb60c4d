"""A watch as Atom that a feed reader takes, whatever the report's words are."""

import feedparser

from factories import Report
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.tell.atom import as_feed
from onrecord.tell.notice import as_notice

SITE = "http://pages.example"
WORDS = "Kenya <b>said</b> ]]> & \x1b[31m\u202e{{7*7}} was true."


def feed_of(record: Record) -> bytes:
    made = record.watches.all()[0]
    return as_feed(made, [as_notice(hit, SITE) for hit in record.watches.matches(made).hits], SITE)


def kept(record: Record) -> None:
    record.watches.add("<Truth>", "true", Sieve(), author="A. Reader")
    report = Report(id="r/1", text=WORDS, published="2025-03-18", publisher="The Example Post")
    report.said("was true", cue="said", source=report.entity("Kenya"))
    record.add(*report.made())


def test_a_feed_reader_finds_the_matches(record: Record) -> None:
    kept(record)
    found = feedparser.parse(feed_of(record))
    assert not found.bozo
    assert found.feed.title == "onrecord: &lt;Truth&gt;" or found.feed.title == "onrecord: <Truth>"
    claim = next(entry for entry in found.entries if entry.link.endswith("#a0"))
    assert claim.link == f"{SITE}/report?id=r%2F1#a0"
    assert (claim.title, claim.author) == ("Kenya says: was true", "The Example Post")
    assert claim.updated == "2025-03-18T00:00:00+00:00"


def test_ids_are_the_same_each_time_and_differ_between_matches(record: Record) -> None:
    kept(record)
    first, second = (feedparser.parse(feed_of(record)) for _ in range(2))
    ids = [entry.id for entry in first.entries]
    assert ids == [entry.id for entry in second.entries]
    assert len(set(ids)) == len(ids) > 1


def test_no_control_of_a_report_comes_into_the_feed(record: Record) -> None:
    kept(record)
    assert not set(feed_of(record).decode()) & {"\x1b", "\u202e"}


def test_a_report_that_came_without_any_name_is_told_in_words(record: Record) -> None:
    record.add(*Report(id="49ace0743c6ba888", text="Grain came to Kassala.", publisher=None).made())
    notice = as_notice(record.search("grain")[0], SITE)
    assert (notice.outlet, notice.headline) == ("an unnamed outlet", "A report without a title")
    assert notice.report == "49ace0743c6ba888"
