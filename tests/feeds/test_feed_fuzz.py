"""Whatever a server answers, a feed is read or refused in one line, and what it announces are addresses."""

from hypothesis import given
from hypothesis import strategies as st

from fuzzing import damaged, found, fuzz
from onrecord.feeds.entries import FeedRead, read_feed
from onrecord.ingest.stores import is_address

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A paper</title>
<entry xml:base="/b/"><title>One &amp; two</title><link href="/a#top"/><updated>2025-03-18T21:30:00+05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry></feed>"""
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>A paper</title>
<item><title><![CDATA[They <b>met</b>]]></title><link>https://paper.example/a</link>
<pubDate>Tue, 18 Mar 2025 21:30:00 EST</pubDate>
<description>&lt;p&gt;They met.</description></item>
<item><link>https://paper.example/b</link><dc:date>2025-W12-2</dc:date></item>
</channel></rss>"""
PIECES = st.sampled_from(
    [
        *("<rss version='2.0'>", "<channel>", "<item>", "</item>", "<link>", "</link>", "<entry>", "<feed>", "<title>"),
        *("<pubDate>", "</pubDate>", "99 Foo -2025 25:61", "2025-02-30T99:99:99Z", "0000-00-00", "10000-01-01", "\0"),
        *("<?xml version='1.0' encoding='utf-7'?>", "<![CDATA[", "]]>", "&#x110000;", "&amp", "https://[::1", "\u202e"),
        *(
            "<media:content url='",
            "'/>",
            "<georss:point>1 x</georss:point>",
            "<dc:date>",
            "</dc:date>",
            "xml:base='//['",
        ),
    ]
)


@fuzz
@given(
    st.one_of(
        *(st.binary(max_size=200), damaged(ATOM), damaged(RSS)),
        st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map(lambda parts: "".join(parts).encode()),
    )
)
def test_a_feed_is_read_or_refused(body: bytes) -> None:
    feed = found(lambda: read_feed(body, "https://paper.example/feed"))
    assert isinstance(feed, FeedRead) or feed.startswith("refused: https://paper.example/feed: ")
    if isinstance(feed, FeedRead):
        assert all(is_address(entry.address) and "\n" not in (entry.title or "") for entry in feed.entries)
