"""RSS and Atom as feedparser reads them, and feeds that mean harm."""

import tracemalloc
from contextlib import suppress

import pytest

from onrecord.errors import InputError
from onrecord.feeds.entries import Entry, read_feed

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A
 paper</title><entry><title>One</title><link href="/a#top"/><updated>2025-03-18T21:30:00+05:00</updated></entry>
<entry><title>No address</title></entry><entry><title>Script</title><link href="javascript:alert(1)"/></entry></feed>"""


def test_atom_gives_title_address_and_time_of_each_report():
    found = read_feed(ATOM, "https://paper.example/feed")
    assert found.title == "A paper"
    assert found.entries == (
        Entry(address="https://paper.example/a", title="One", published="2025-03-18T16:30:00+00:00"),
    )


def bomb(levels: int) -> str:
    declared = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>'
        f'<rss version="2.0"><channel><title>&a{levels - 1};</title></channel></rss>'
    )


@pytest.mark.parametrize(
    "body",
    [
        bomb(12).encode(),
        bomb(12).replace("<!ENTITY", "<!entity").encode(),
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel></channel></rss>',
    ],
    ids=["bomb", "small letters", "file"],
)
def test_entities_of_a_feeds_own_are_refused(body):
    with pytest.raises(InputError, match="declares entities of its own"):
        read_feed(body, "https://paper.example/feed")


def test_a_bomb_in_another_encoding_does_not_grow():
    tracemalloc.start()
    with suppress(InputError):
        read_feed(bomb(12).encode("utf-16"), "https://paper.example/feed")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_markup_in_a_title_is_no_markup_and_the_same_address_is_one_entry():
    body = (
        b'<rss version="2.0"><channel><title>x</title>'
        b"<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Talks</title><link>https://p.example/1</link></item>"
        b"<item><title>Again</title><link>https://p.example/1#c</link></item></channel></rss>"
    )
    (entry,) = read_feed(body, "https://p.example/feed").entries
    assert "<script>" not in (entry.title or "")


def test_a_feed_that_breaks_feedparser_is_refused():
    body = b'<rss version="2.0"><channel><title>&#2000000;</title></channel>'
    with pytest.raises(InputError, match=r"can't be taken apart as a feed \(ValueError\)$"):
        read_feed(body, "https://paper.example/feed")


def test_a_day_that_is_none_leaves_an_entry_without_a_time():
    item = b"<item><link>https://paper.example/a</link><pubDate>99 Foo</pubDate></item>"
    body = b'<rss version="2.0"><channel>' + item + b"</channel></rss>"
    (entry,) = read_feed(body, "https://paper.example/feed").entries
    assert entry == Entry(address="https://paper.example/a", title=None, published=None)
