"""Feeds on a real server: what is new is fetched once, politely, and whatever it comes to is kept."""

import threading
from collections import Counter

import pytest
from paper import LOCAL, rss

from onrecord.ingest import Options
from onrecord.model import Basis
from onrecord.record.feeds import ItemState
from pages import page, send

FRENCH = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Le ministre des affaires étrangères du Pérou a rencontré son homologue bolivien à La Paz ce lundi.",
        "Les deux pays ont décidé de rouvrir la frontière qui est fermée depuis le mois de janvier.",
        "Il a dit que les négociations sur les eaux du lac se poursuivront dans les prochaines semaines.",
    )
)


def test_what_a_feed_announces_is_read_into_the_record(record, paper, pull):
    record.feeds.add(paper.feed)
    (pulled,) = pull()
    assert pulled.counts == Counter({ItemState.READ: 2})
    assert [row.id for row in record.documents()] == [f"{paper.site}/one", f"{paper.site}/two"]
    (feed,) = record.feeds.all()
    assert (feed.title, feed.etag, feed.failures) == ("The Example Post", '"1"', 0)


def test_the_feed_tells_date_and_outlet_where_the_page_does_not(record, paper, pull):
    record.feeds.add(paper.feed)
    pull()
    document = record.document(f"{paper.site}/one")
    assert (document.date, document.date_basis) == ("2025-03-18T03:00:00+00:00", Basis.METADATA)
    assert document.publisher == "The Example Post"


def test_no_item_is_fetched_twice_whatever_feed_brings_it(record, paper, pull):
    paper.answers["/other.xml"] = send(rss(paper.site, "two", "three"), Content_Type="text/xml")
    paper.items.append("three")
    record.feeds.add(paper.feed)
    record.feeds.add(f"{paper.site}/other.xml")
    for _ in range(3):
        pull()
    assert {path: paper.asked[path] for path in ("/one", "/two", "/three")} == {"/one": 1, "/two": 1, "/three": 1}


def test_a_feed_that_has_not_changed_says_so_and_is_not_sent_again(record, paper, pull):
    record.feeds.add(paper.feed)
    pull()
    assert pull()[0].items == ()
    assert [heard.get("If-None-Match") for heard in paper.heard] == [None, '"1"']
    paper.items, paper.etag = ["one", "two", "new"], '"2"'
    assert [item.address for item in pull()[0].items] == [f"{paper.site}/new"]


def test_a_feed_removed_and_added_again_brings_nothing_twice(record, paper, pull):
    record.feeds.add(paper.feed)
    pull()
    record.feeds.remove(paper.feed)
    record.feeds.add(paper.feed)
    assert pull()[0].items == ()
    assert paper.asked["/one"] == 1


def test_other_languages_are_kept_unread_and_counted(record, paper, pull):
    paper.answers["/two"] = send(page(body=FRENCH).encode(), Content_Type="text/html; charset=utf-8")
    record.feeds.add(paper.feed)
    (pulled,) = pull()
    assert pulled.counts == Counter({ItemState.READ: 1, ItemState.UNREAD: 1})
    assert "rouvrir la frontière" in next(i.text for i in pulled.items if i.text)
    assert record.feeds.unread() == {"fr": 1}
    paper.etag = '"2"'
    assert pull()[0].items == ()


def test_a_page_that_is_gone_costs_itself_alone_and_is_not_asked_for_again(record, paper, pull):
    paper.answers["/one"] = send(b"no", status=404)
    record.feeds.add(paper.feed)
    (pulled,) = pull()
    assert [(i.state, i.reason) for i in pulled.items] == [
        (ItemState.FAILED, "answered 404 Not Found"),
        (ItemState.READ, None),
    ]
    paper.etag = '"2"'
    pull()
    assert paper.asked["/one"] == 1


def test_a_page_that_can_not_be_had_now_is_asked_for_in_the_next_round(record, paper, pull):
    paper.answers["/one"] = send(b"busy", status=503)
    record.feeds.add(paper.feed)
    assert pull()[0].counts[ItemState.FAILED] == 1
    del paper.answers["/one"]
    paper.etag = '"2"'
    assert [item.state for item in pull()[0].items] == [ItemState.READ]


def test_a_feed_that_fails_is_left_alone_longer_each_time(record, paper, pull, hours):
    paper.answers["/feed.xml"] = send(b"busy", status=503)
    record.feeds.add(paper.feed)
    waits = []
    for minutes in (0, 5, 10, 20):
        hours.pass_by(minutes=minutes)
        assert pull()[0].fault == "answered 503 Service Unavailable"
        waits.append(record.feeds.all()[0].due_at)
        assert pull()[0].fault is None
    assert paper.asked["/feed.xml"] == 4
    assert waits == [f"2025-03-18T{time}+00:00" for time in ("12:05:00", "12:15:00", "12:35:00", "13:15:00")]
    del paper.answers["/feed.xml"]
    assert pull(now=True)[0].counts[ItemState.READ] == 2
    assert record.feeds.all()[0].failures == 0


@pytest.mark.parametrize(
    ("later", "due"),
    [
        ("7200", "2025-03-18T14:00:00+00:00"),
        ("Tue, 18 Mar 2025 18:00:00 GMT", "2025-03-18T18:00:00+00:00"),
        ("1", "2025-03-18T12:05:00+00:00"),
        ("soon", "2025-03-18T12:05:00+00:00"),
        ("99999999999999", "2025-03-25T12:00:00+00:00"),
    ],
)
def test_a_feed_says_when_it_wants_to_be_asked_again(record, paper, pull, later, due):
    paper.answers["/feed.xml"] = send(b"", status=429, Retry_After=later)
    record.feeds.add(paper.feed)
    assert pull()[0].waits == due


def test_robots_txt_is_kept_to(record, paper, pull):
    paper.answers["/robots.txt"] = send(b"User-agent: onrecord\nDisallow: /two\n", Content_Type="text/plain")
    record.feeds.add(paper.feed)
    (pulled,) = pull()
    assert [i.reason for i in pulled.items] == [None, "its robots.txt does not allow it to be fetched"]
    assert (paper.asked["/two"], paper.asked["/robots.txt"]) == (0, 1)


def test_where_robots_txt_can_not_be_had_nothing_is_fetched(record, paper, pull):
    paper.answers["/robots.txt"] = send(b"", status=500)
    record.feeds.add(paper.feed)
    assert pull()[0].fault == "its robots.txt could not be had, so it is not fetched now"
    assert paper.asked["/feed.xml"] == 0


def test_private_addresses_are_refused_unless_allowed(record, paper, pull):
    record.feeds.add(paper.feed)
    assert "is a private address; --allow-private lets it be fetched" in pull(Options())[0].fault
    assert not paper.asked


def test_redirects_to_private_addresses_are_refused_too(record, paper, pull, monkeypatch):
    monkeypatch.setattr("onrecord.ingest.fetch.is_public", lambda number: number == "127.0.0.1")
    paper.answers["/one"] = send(b"", status=302, Location="http://127.0.0.2:9/secret")
    record.feeds.add(paper.feed)
    (pulled,) = pull(Options(timeout=5.0))
    assert [i.reason for i in pulled.items] == [
        "127.0.0.2 is a private address; --allow-private lets it be fetched",
        None,
    ]


def test_a_server_that_hangs_costs_its_own_feed(record, paper, pull):
    done = threading.Event()
    paper.answers["/slow.xml"] = lambda handler: done.wait(20) and None
    record.feeds.add(f"{paper.site}/slow.xml")
    record.feeds.add(paper.feed)
    slow, quick = pull(Options(allow_private=True, timeout=0.2))
    done.set()
    assert slow.fault == "did not answer within 0.2 seconds"
    assert quick.counts[ItemState.READ] == 2


@pytest.mark.parametrize("body", [b"", b"<html><body>Hello</body></html>", b"\x00\x01", b"<rss", b"[]"])
def test_what_is_no_feed_is_said(record, paper, pull, body):
    paper.answers["/feed.xml"] = send(body, Content_Type="text/xml")
    record.feeds.add(paper.feed)
    assert pull()[0].fault == "is no RSS or Atom feed"


def test_a_folder_is_watched(record, pull, tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    record.feeds.add(str(folder))
    assert pull(LOCAL)[0].items == ()
    (folder / "a.txt").write_text("Kenya's envoy met the minister in Nairobi on Tuesday.")
    assert [item.state for item in pull(LOCAL)[0].items] == [ItemState.READ]
    assert pull(LOCAL)[0].items == ()
    (folder / "a.txt").write_text("Kenya's envoy did not meet the minister in Nairobi on Tuesday.")
    assert len(pull(LOCAL)[0].items) == 1
    assert [row.id for row in record.documents()] == ["inbox/a.txt"]
    assert record.document("inbox/a.txt").text.startswith("Kenya's envoy did not")


def test_a_link_out_of_a_watched_folder_is_not_followed(record, pull, tmp_path):
    folder, elsewhere = tmp_path / "inbox", tmp_path / "elsewhere"
    for made in (folder, elsewhere):
        made.mkdir()
    (elsewhere / "private.txt").write_text("Kenya's envoy met the minister in Nairobi on Tuesday.")
    (folder / "kept.txt").write_text("Kenya's envoy met the Ugandan minister in Nairobi on Monday.")
    (folder / "out.txt").symlink_to(elsewhere / "private.txt")
    (folder / "in.txt").symlink_to(folder / "kept.txt")
    record.feeds.add(str(folder))
    told = {item.address.rpartition("/")[2]: item.reason for item in pull(LOCAL)[0].items}
    assert told["out.txt"] == "is a link that leads out of the folder; put the report itself there"
    assert (told["kept.txt"], told["in.txt"]) == (None, None)
    assert {row.id for row in record.documents()} == {"inbox/kept.txt", "inbox/in.txt"}


def test_a_folder_that_is_gone_is_said(record, pull, tmp_path):
    record.feeds.add(str(tmp_path / "inbox"))
    assert pull()[0].fault == "there is no such folder"
