"""The page: whole by itself, every mark and side note joined, nothing hostile let through."""

import re
from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import html

from onrecord.export.page import as_page


@pytest.fixture(scope="module")
def page(told):
    return html.fromstring(as_page(*told))


@pytest.fixture(scope="module")
def bad_page(hostile):
    return html.fromstring(as_page(*hostile))


def marked(page, kind: str) -> list[str]:
    """The marked words by card, without the small signs, pieces of one mark joined."""
    found: dict[str, str] = {}
    for span in page.xpath(f"//article//span[contains(concat(' ', @class, ' '), ' {kind} ')]"):
        card = next(c for c in span.get("class").split() if c.startswith("c-"))
        words = "".join(span.xpath(".//text()[not(parent::sup)]"))
        found[card] = found.get(card, "") + words
    return list(found.values())


def test_page_keeps_the_report_word_for_word(told, page):
    signs = page.xpath("//article//sup | //h1//sup")
    assert signs
    shown = ["".join(p.xpath(".//text()[not(parent::sup)]")) for p in page.xpath("//h1 | //article/p")]
    assert shown == [line for line in told[0].text.split("\n") if line]


def test_page_marks_sources_cues_contents_events_places_and_dates(page):
    assert "The Red Condor Front" in marked(page, "source")
    assert "claimed responsibility" in marked(page, "cue")
    assert "“We will settle the matter of the lake together.”" in marked(page, "content")
    assert marked(page, "event") == ["met", "attack", "close", "send"]
    assert marked(page, "place") == ["La Paz", "Puno"]
    assert marked(page, "date") == ["Monday, March 10", "Saturday"]


def test_page_ids_are_unique_and_every_link_inside_it_leads_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert {"a1", "e1", "p1", "l1", "in-a1", "in-e1", "in-p1", "in-l1"} <= targets


def test_every_link_in_the_text_has_a_word(page):
    assert not [a for a in page.xpath("//a") if not "".join(a.itertext()).strip()]


def test_page_shows_the_chain_and_the_denial(page):
    nested = page.get_element_by_id("a2").text_content()
    assert "Amaru Quispe · said" in nested
    assert re.search(r"told by\s+1 Interior Ministry", nested)
    assert re.search(r"denied by\s+5 Peruvian army", page.get_element_by_id("a3").text_content())


def test_page_asks_for_nothing_outside_and_runs_nothing(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //@src | //@style")
    style = page.xpath("string(//style)")
    assert not re.search(r"url\(|@import|expression", style)


def test_page_has_its_landmarks(page):
    assert page.get("lang") == "en"
    assert [len(page.xpath(f"//{tag}")) for tag in ("main", "article", "aside", "h1", "header", "footer")] == [1] * 6
    assert all(p.get("dir") == "auto" for p in page.xpath("//article/p"))


@pytest.mark.parametrize("tag", ["script", "img", "b"])
def test_page_lets_no_tag_of_the_report_through(bad_page, tag):
    assert not bad_page.xpath(f"//{tag}[not(ancestor-or-self::b[parent::p[@class='meta']])]")


def test_page_lets_no_attribute_or_script_address_through(bad_page):
    attributes = {name for element in bad_page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on")}
    assert all(href.startswith("#") for href in bad_page.xpath("//@href"))


def test_page_shows_hostile_words_as_words(hostile):
    page = as_page(*hostile)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page
    assert not set(page) & {"\x1b", "\x07", "\u202e"}


def test_page_follows_a_web_address_only(told, hostile):
    document, reading = told
    linked = replace(reading, document=replace(reading.document, url="https://post.example/lake"))
    assert 'href="https://post.example/lake"' in as_page(document, linked)
    assert "javascript:" not in as_page(*hostile)


def colours(theme: str) -> dict[str, str]:
    """The page's colours, by name; the dark ones stand in the second block of the style."""
    style = files("onrecord.export").joinpath("templates/marks.css").read_text(encoding="utf-8")
    block = style.split(":root {")[1 + (theme == "dark")].split("}")[0]
    return dict(re.findall(r"--(\w+): (#\w{6})", block))


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "edge", "who", "did", "where", "day"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_page_can_be_read_by_weak_eyes(theme, ink, ground):
    pair = sorted(luminance(colours(theme)[name]) for name in (ink, ground))
    assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_page_says_by_more_than_colour_what_a_mark_is():
    style = files("onrecord.export").joinpath("templates/marks.css").read_text(encoding="utf-8")
    looks = [
        re.search(rf"^\.{kind} {{(.*)}}", style, re.MULTILINE) for kind in ("source", "cue", "party", "place", "date")
    ]
    shapes = [re.sub(r"var\(--\w+\)", "", found[1]) for found in looks if found]
    assert len(set(shapes)) == 5
