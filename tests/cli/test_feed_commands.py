"""`onrecord feed`: what a person sees of feeds and watched folders."""

import sys

import pytest

from factories import border_strike
from pages import send, serve

FEED = (
    '<rss version="2.0"><channel><title>The Example Post</title>'
    "<item><title>Strike</title><link>{site}/strike</link></item></channel></rss>"
)


@pytest.fixture
def site():
    """A newspaper with one report."""
    answers = {"/strike": send(border_strike().text.encode(), Content_Type="text/plain")}
    with serve(answers) as opened:
        answers["/feed"] = send(FEED.format(site=opened).encode(), Content_Type="text/xml")
        yield opened


def test_feed_reads_what_is_new_and_lists_it(onrecord, site):
    added = onrecord("feed", "add", f"{site}/feed")
    assert added.out == f"{site}/feed added; `onrecord feed pull` brings what is new\n"
    pulled = onrecord("feed", "pull", "--allow-private", "--pause", "0")
    assert (pulled.code, pulled.out, pulled.err) == (0, f"{site}/feed: 1 read\n", "")
    assert "ASSAULT  Kenya → a camp  [denied]" in onrecord("timeline", "KEN").out
    assert "The Example Post" in onrecord("timeline", "KEN").out
    assert onrecord("feed", "list").out == f"{site}/feed The Example Post 1 read\n"


def test_feed_names_what_fails_and_leaves_it_alone_for_a_while(onrecord, site):
    onrecord("feed", "add", f"{site}/feed")
    pulled = onrecord("feed", "pull")
    assert pulled.code == 1
    assert "is a private address; --allow-private lets it be fetched; asked again after " in pulled.err
    again = onrecord("feed", "pull", "--allow-private", "--pause", "0")
    assert (again.code, "left alone until" in again.out) == (0, True)
    assert "failed 1 time," in onrecord("feed", "list").out


def test_feed_watches_a_folder(onrecord, strike, tmp_path):
    (tmp_path / "inbox").mkdir()
    strike.rename(tmp_path / "inbox" / "strike.txt")
    (tmp_path / "inbox" / "french.txt").write_text("Le ministre a dit que les deux pays se sont mis d'accord. " * 5)
    onrecord("feed", "add", "inbox")
    pulled = onrecord("feed", "pull")
    assert pulled.out == f"{tmp_path}/inbox: 1 read, 1 unread (1 French)\n"
    assert onrecord("feed", "pull").out == f"{tmp_path}/inbox: 0 read\n"
    assert onrecord("feed", "list").out.splitlines()[-1] == "unread: 1 French"


def test_feed_can_be_removed(onrecord, tmp_path):
    (tmp_path / "inbox").mkdir()
    onrecord("feed", "add", "inbox")
    assert onrecord("feed", "add", "inbox").out == "inbox is kept already\n"
    assert onrecord("feed", "remove", "inbox").code == 0
    gone = onrecord("feed", "remove", "inbox")
    assert (gone.code, "no such feed" in gone.err) == (1, True)


def test_feed_takes_addresses_and_folders_only(onrecord):
    ran = onrecord("feed", "add", "nowhere")
    assert (ran.code, ran.err) == (1, "onrecord: nowhere: is no http(s) address and no folder that is there\n")


def test_feed_watch_goes_round_until_it_is_stopped(onrecord, strike, tmp_path, monkeypatch):
    (tmp_path / "inbox").mkdir()
    onrecord("feed", "add", "inbox")
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt
        strike.rename(tmp_path / "inbox" / "strike.txt")

    monkeypatch.setattr("onrecord.cli.feeds.time.sleep", sleep)
    ran = onrecord("feed", "watch", "--every", "1")
    assert (ran.code, slept) == (130, [60.0, 60.0])
    assert ran.out == f"{tmp_path}/inbox: 0 read\n{tmp_path}/inbox: 1 read\n"


def test_feed_says_what_to_install(onrecord, site, monkeypatch):
    monkeypatch.setitem(sys.modules, "feedparser", None)
    onrecord("feed", "add", f"{site}/feed")
    ran = onrecord("feed", "pull", "--allow-private", "--pause", "0")
    assert (ran.code, ran.err) == (1, "onrecord: feeds need one more package: pip install 'onrecord[feeds]'\n")
