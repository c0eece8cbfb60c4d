"""A page becomes its headline and paragraphs, with the moment of publication that the page itself tells."""

import pytest

from onrecord.errors import InputError
from onrecord.ingest.page import MAX_ELEMENTS, declared_charset, is_page, read_page
from pages import FIRST, SECOND, TEXT, THIRD, TITLE, ld, page

EVENING = "2025-03-18T23:30:00-05:00"
NEWS = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": EVENING}
WIRE = {"@type": "NewsMediaOrganization", "@id": "#wire", "name": "Example Wire"}


def test_page_gives_headline_and_paragraphs_a_line_each() -> None:
    found = read_page(page(), "a.html")
    assert found.text == TEXT
    assert found.title == TITLE


@pytest.mark.parametrize(
    "head",
    [
        ld(NEWS),
        ld([{"@type": "BreadcrumbList"}, NEWS]),
        ld({"@graph": [{"@type": "WebSite", "name": "Example"}, NEWS]}),
        ld({"@type": "WebPage", "mainEntity": NEWS}),
        ld({**NEWS, "@type": ["Article", "ReportageNewsArticle"]}),
        ld({"@type": "WebPage", "datePublished": EVENING}),
        ld({"@type": "ItemList", "itemListElement": [{**NEWS, "datePublished": "2020-01-01"}]}) + ld(NEWS),
        '<script type="application/ld+json">{"@type": "Article", not JSON}</script>' + ld(NEWS),
        f'<script type="application/ld+json">{{"@type": "Article", "datePublished": "{EVENING}",}}</script>',
        ld(NEWS).replace(">{", ">//<![CDATA[\n{").replace("}<", "}\n//]]><"),
        ld(NEWS).replace(">{", "><!--\n{").replace("}<", "}\n--><"),
        f'<meta property="article:published_time" content="{EVENING}">',
        f'<meta itemprop="datePublished" content="{EVENING}">',
        '<meta name="pubdate" content="Tue, 18 Mar 2025 23:30:00 -0500">',
        '<meta name="date" content="unknown">' + ld(NEWS),
    ],
)
def test_page_keeps_time_and_offset_of_its_date(head: str) -> None:
    assert read_page(page(head=head), "a.html").date == EVENING


def test_page_reads_the_time_element_where_nothing_else_tells() -> None:
    body = f'<time datetime="{EVENING}">Tuesday</time><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>'
    assert read_page(page(body=body), "a.html").date == EVENING


def test_page_without_a_date_has_none_and_takes_no_footer_for_it() -> None:
    assert read_page(page(), "a.html").date is None


@pytest.mark.parametrize(
    "head",
    [
        ld({**NEWS, "publisher": WIRE}),
        ld({**NEWS, "publisher": [WIRE]}),
        ld({**NEWS, "publisher": "Example Wire"}),
        ld({"@graph": [{**NEWS, "publisher": {"@id": "#wire"}}, WIRE]}),
        '<meta property="og:site_name" content="Example  Wire">',
    ],
)
def test_page_names_its_publisher(head: str) -> None:
    assert read_page(page(head=head), "a.html").publisher == "Example Wire"


def test_page_prefers_the_heading_that_a_reader_sees_to_a_longer_title() -> None:
    head = ld({**NEWS, "headline": f"{TITLE} - live"})
    assert read_page(page(head=head), "a.html").text == TEXT


@pytest.mark.parametrize("logo", ["The Daily Example", "Envoys"])
def test_page_takes_no_logo_for_the_headline(logo: str) -> None:
    html = page(heading=logo, body=f"<h2>{TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert read_page(html, "a.html").text == TEXT


def test_page_knows_its_headline_from_metadata_where_heading_and_title_are_the_site() -> None:
    html = page(head=f'<meta property="og:title" content="{TITLE}">', title="News", heading="The Daily Example")
    assert read_page(html, "a.html").title == TITLE


def test_page_puts_the_headline_first_where_the_article_lacks_it() -> None:
    html = page(head=ld(NEWS)).replace(f"<h1>{TITLE}</h1>", "")
    assert read_page(html, "a.html").text == TEXT


def test_page_has_its_own_address_where_it_tells_it() -> None:
    assert read_page(page(head='<link rel="canonical" href="https://example.org/lake">'), "a.html").url == (
        "https://example.org/lake"
    )
    assert read_page(page(), "a.html").url is None


def test_page_keeps_quotes_lists_and_breaks_as_lines_and_leaves_scripts() -> None:
    body = (
        f"<p>{FIRST}<script>alert('x')</script></p><blockquote>{SECOND}</blockquote><ul><li>Boats were seen.</li></ul>"
        f"<p>{THIRD}<br>She left on <b>Friday</b> for <a href='/k'>Kampala</a>.</p>"
    )
    assert read_page(page(body=body), "a.html").text.splitlines() == [
        TITLE,
        FIRST,
        SECOND,
        "- Boats were seen.",
        THIRD,
        "She left on Friday for Kampala.",
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav></body></html>",
        "<html></html>",
        "<p>",
        "no tags at all in this one",
        "<html><body><div id='root'></div><script>start()</script></body></html>",
        "<div>" * 50_000 + "hello",
    ],
)
def test_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(InputError, match=r"^a\.html: no article found in it$"):
        read_page(html, "a.html")


def test_page_of_endless_elements_is_refused() -> None:
    with pytest.raises(InputError, match="more than 50,000 HTML elements"):
        read_page(page(body="<p>Boats.</p>" * (MAX_ELEMENTS + 1)), "a.html")


def test_page_survives_json_without_end() -> None:
    head = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert read_page(page(head=head), "a.html").text == TEXT


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<HTML lang=en>", True),
        ("<?xml version='1.0'?><!-- a --><html>", True),
        ("NAIROBI (Wire) - The envoy said", False),
        ("<envoy> said", False),
        ("The tag <html> begins a page.", False),
    ],
)
def test_page_is_told_from_plain_text(text: str, answer: bool) -> None:
    assert is_page(text) is answer


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset='windows-1252'>", "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "ISO-8859-1"),
        (b"<p>charset=none</p>", None),
    ],
)
def test_page_declares_its_encoding(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


def test_page_of_many_references_is_read_at_once() -> None:
    reports = [{**NEWS, "publisher": {"@id": f"#{i}"}} for i in range(5_000)]
    assert read_page(page(head=ld([*reports, {"@id": "#4999", "name": "Example Wire"}])), "a.html").publisher == (
        "Example Wire"
    )


def test_a_page_that_the_extractor_breaks_on_is_refused():
    with pytest.raises(InputError, match="can't be taken apart as a page"):
        read_page("<svg>" + "<p>The ministers met in the capital on Monday to talk.</p>" * 20, "in.html")
