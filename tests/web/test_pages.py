"""Every page answers, says what the record holds, leads to the sentence, and works without a script."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from factories import border_strike
from onrecord.export.page import lay_out
from onrecord.model import Document
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.web.pages.report import SHOWN
from onrecord.web.words import excerpt, marked

PAGES = [
    "/",
    "/reports",
    "/report?id=report-1",
    "/pair",
    "/pair?a=KEN",
    "/pair?a=KEN&b=ETH",
    "/pair?a=KEN&b=ETH&since=2025-03&until=2025&type=assault",
    "/actor?name=Dawit+Alemu",
    "/actor?name=KEN",
    "/actor?name=Alemu",
    "/actor/events?name=KEN&other=Ethiopia&quad=conflict",
    "/actor/reports?name=Dawit+Alemu&kind=person",
    "/incidents",
    "/incidents?a=KEN&type=assault",
    "/claims",
    "/claims?by=KEN&about=ETH&disputed=true",
    "/search",
    "/search?q=camp&act=claim&party=KEN&type=ASSAULT&since=2025-01-01&until=2026&place=Moyale",
    "/watches",
    "/review",
    "/review?after=1",
    "/review?second=true",
    "/review/item?report=report-1&id=e0",
    "/review/item?report=report-1&id=a1",
    "/paste",
    "/guide",
    "/docs",
]


@pytest.mark.parametrize("address", PAGES)
def test_pages_answer(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("address", PAGES)
def test_pages_hold_no_inline_script_or_style_and_no_foreign_address(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert re.findall(r"<script(?! src=\"/static/(?:keys|explore)\.js\" defer></script>)", page) == []
    assert not re.search(r"<style|\sstyle=|\son\w+=", page)
    assert re.findall(r'(?:href|src|action)="(?!/|#|\?)([^"]*)"', page) == []


@pytest.mark.parametrize("address", PAGES)
def test_pages_links_lead_somewhere(client: TestClient, address: str) -> None:
    page = client.get(address).text
    for link in sorted(set(re.findall(r'href="(/[^"#]*)', page))):
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_today_tells_of_the_newest(client: TestClient) -> None:
    page = client.get("/").text
    assert "2 reports on record" in page
    assert 'href="/pair?a=ETH&amp;b=KEN"' in page
    assert "Dawit Alemu</b> · denies" in page
    assert "since 1 January 2024" in page


def test_todays_numbers_open_what_they_count(client: TestClient) -> None:
    cells = re.findall(r'href="(/pair\?[^"]*quad=[^"]*)#timeline" aria-label="(\d+ events?) of', client.get("/").text)
    assert len(cells) >= 1
    for link, told in cells:
        assert f">{told}</a> in" in client.get(link.replace("&amp;", "&")).text


def test_numbers_of_the_newest_reports_open_these_alone(client: TestClient, record: Record) -> None:
    for n in range(3):
        record.add(*border_strike(f"later-{n}").made())
    listed = client.get("/reports?a=KEN&b=ETH&newest=2").text
    told = client.get("/pair?a=KEN&b=ETH&quad=conflict&newest=2").text
    timeline = told.partition('id="timeline"')[2].partition("</section>")[0]
    for page in (listed, timeline):
        assert set(re.findall(r"/report\?id=([\w-]+)", page)) == {"later-1", "later-2"}
    assert "of the 2 that came last" in told


def test_long_reports_are_cut_and_lead_to_the_whole(client: TestClient, record: Record) -> None:
    long = border_strike("long")
    record.add(*replace(long, text=f"{long.text}\n\n{'word ' * SHOWN}\n\nThe very end.").made())
    page = client.get("/report?id=long").text
    assert f"first {SHOWN:,} characters" in page
    assert "The very end." not in page
    assert len(page) < SHOWN * 2
    whole = client.get(re.search(r'href="(/report[^"]*whole=true)"', page)[1].replace("&amp;", "&")).text
    assert "The very end." in whole
    assert 'id="cut"' not in whole


def test_a_fact_beyond_the_cut_is_no_note_before_it() -> None:
    document, reading = border_strike().made()
    layout = lay_out(document, reading, shown=10)
    assert [card.title for card in layout.rail.parties] == ["Kenya"]
    assert layout.rail.events == ()
    assert "".join(piece.text for p in (*layout.headline, *layout.body) for piece in p.pieces) == document.text[:10]


def test_report_leads_from_fact_to_words_and_back(client: TestClient) -> None:
    page = client.get("/report?id=report-1").text
    assert 'href="#e1"' in page
    assert 'href="#in-e1"' in page
    assert 'id="in-e1"' in page
    assert "The Example Post, from the ministry of defence" in page


def test_report_leads_from_its_parties_to_what_all_reports_hold_of_them(client: TestClient) -> None:
    page = client.get("/report?id=report-1").text
    links = re.findall(r'class="across" href="([^"]*)">', page)
    assert [link for link in links if link.startswith("/actor?name=Dawit+Alemu&amp;one=")]
    for link in links:
        assert "Who is meant by" not in client.get(link.replace("&amp;", "&")).text


def test_reports_lead_to_those_that_came_before_and_after(client: TestClient) -> None:
    turn = '<a rel="{}" href="/report?id={}">'
    first, last = (client.get(f"/report?id=report-{n}").text for n in (1, 2))
    assert turn.format("prev", "report-2") in first
    assert 'rel="next"' not in first
    assert turn.format("next", "report-1") in last


def test_lists_lead_to_an_item_that_the_report_has(client: TestClient) -> None:
    for address in ("/pair?a=KEN&b=ETH", "/claims", "/search?q=struck"):
        id, item = re.search(r'href="/report\?id=([\w-]+)#(\w+)"', client.get(address).text).groups()
        assert f'<span id="{item}"></span>' in client.get(f"/report?id={id}").text


def test_pair_keeps_dates_and_draws_the_months(client: TestClient) -> None:
    page = client.get("/pair?a=KEN&b=ETH&since=2025-03&until=2025-03").text
    assert 'value="2025-03"' in page
    assert "<title>17 March 2025: 1 material conflict</title>" in page
    assert "1 of conflict" in page
    assert "tells of an event like that" in client.get("/pair?a=KEN&b=ETH&since=2026").text


def test_counts_of_a_search_open_what_they_count(client: TestClient) -> None:
    page = client.get("/search?q=camp").text
    parts = re.findall(r'<li><a href="(/search\?[^"]+)">[^<]+</a> <span class="n">(\d+)</span>', page)
    assert parts
    for link, count in parts:
        assert f">{count} found;" in client.get(link.replace("&amp;", "&")).text, link


def test_pairs_numbers_open_what_they_count(client: TestClient) -> None:
    page = client.get("/pair?a=KEN&b=ETH").text
    reports = re.search(r'href="(/reports\?[^"]+)">2 reports', page)[1].replace("&amp;", "&")
    assert client.get(reports).text.count('class="title"') == 2
    told = re.search(r'href="(/pair\?[^"]*quad=material\+conflict[^"]*)#timeline" aria-label="17 March', page)[1]
    assert "killing 12 people" in client.get(told.replace("&amp;", "&")).text
    assert "tells of an event like that" in client.get("/pair?a=KEN&b=ETH&quad=verbal+conflict").text


def test_pair_marks_where_the_level_changes(client: TestClient, record: Record) -> None:
    for n in range(40):
        report = border_strike(f"later-{n}")
        days = {"start": f"2025-{4 + n // 10:02}-{n % 10 * 2 + 1:02}", "end": None}
        report.events[0] = replace(report.events[0], date=replace(report.events[0].date, **days))
        record.add(*report.made())
    page = client.get("/pair?a=KEN&b=ETH&since=2024-09&until=2025-07").text
    assert "Where the level changes" in page
    assert re.search(r'since=2025-\d\d-\d\d[^"]*#timeline">From \d+ \w+ 2025 on −', page)


def test_pair_names_disputes_and_holders(client: TestClient) -> None:
    page = client.get("/pair?a=KEN&b=ETH").text
    assert "denied by Dawit Alemu" in page
    assert ">Dawit Alemu</a>, spokesman" in page


def test_actor_has_offices_kin_acts_and_deniers(client: TestClient) -> None:
    page = client.get("/actor?name=Dawit+Alemu&kind=person").text
    assert "appointed by Sara Alemu" in page
    assert "Dawit Alemu</a> is nephew of <a" in page
    assert 'act=denial#said">denial <span class="n">2' in page
    assert "only 3 people died" not in client.get("/actor?name=Dawit+Alemu&kind=person&act=denial").text


def test_a_state_stands_for_its_bodies_or_for_itself(client: TestClient) -> None:
    whole, alone = (client.get(f"/actor?name=KEN{more}").text for more in ("", "&kind=state&alone=true"))
    assert "the ministry of defence</b> · claims" in whole
    assert "the ministry of defence" not in alone
    assert "No report on record has words of theirs" in alone
    assert 'aria-current="true">the state alone' in alone


def test_a_state_of_which_only_bodies_are_told_has_a_page(client: TestClient) -> None:
    assert "Dawit Alemu</b> · denies" in client.get("/actor?name=Ethiopia&kind=state").text
    assert client.get("/actor?name=Nepal&kind=state").status_code == 404


def test_actor_is_one_person_across_reports(client: TestClient) -> None:
    page = client.get("/actor?name=Dawit+Alemu&kind=person").text
    assert ">2 reports</a>" in page
    assert "Who is meant by" not in page


def test_a_state_is_told_in_the_reports_of_its_bodies_too(client: TestClient) -> None:
    assert ">2 reports</a>" in client.get("/actor?name=Ethiopia&kind=state").text


@pytest.mark.parametrize("who", ["name=Dawit+Alemu&kind=person", "name=KEN", "name=KEN&kind=state&alone=true"])
def test_an_actors_numbers_open_what_they_count(client: TestClient, who: str) -> None:
    page = client.get(f"/actor?{who}").text
    cells = re.findall(r'href="(/actor(?:/\w+)?\?[^"]*)" aria-label="[^"]*">(\d+)</a>', page)
    assert len(cells) >= 2
    drawn = {"/actor": "item said", "/actor/events": "entry item", "/actor/reports": "item"}
    for link, told in cells:
        opened = client.get(link.replace("&amp;", "&")).text
        assert opened.count(f'<li class="{drawn[link.partition("?")[0]]}"') == int(told), link


def test_an_actor_and_a_pair_count_the_same(client: TestClient) -> None:
    told = re.search(r'(\d+) events? with Ethiopia"', client.get("/actor?name=KEN").text)
    assert told
    assert f">{told[1]} event" in client.get("/pair?a=KEN&b=ETH").text


def test_actor_of_a_shared_surname_is_a_choice(client: TestClient) -> None:
    page = client.get("/actor?name=Alemu").text
    assert "Who is meant by" in page
    assert "Sara Alemu" in page


def test_incident_tells_report_by_report_what_is_new(client: TestClient) -> None:
    address = re.search(r'href="(/incidents/i-\w+)"', client.get("/").text)[1]
    page = client.get(address).text
    assert "low 3 · best 20 · high 20" in page
    assert page.index("12 people") < page.index("20 people")
    for words in ("Report by report", "Dawit Alemu</b> · denies", "first figure"):
        assert words in page
    for other in ("/pair?a=KEN&b=ETH", "/report?id=report-2", "/incidents?a=Ethiopia"):
        assert f'href="{address}"' in client.get(other).text, other


def test_figures_lead_to_the_words_that_they_stand_in(client: TestClient) -> None:
    incident = re.search(r'href="(/incidents/i-[^"]+)"', client.get("/incidents").text)[1]
    for address in (incident, "/claims"):
        cells = re.findall(r'<th scope="row"><a href="(/report\?[^"#]+)#([\w-]+)">', client.get(address).text)
        assert cells, address
        for report, item in cells:
            assert f'<span id="{item}"></span>' in client.get(report).text


def test_ledger_sets_both_sides_and_figures_side_by_side(client: TestClient) -> None:
    page = client.get("/claims?disputed=true").text
    assert "· denies" in page
    assert "Figures side by side" in page
    assert {"12 killed", "20 killed", "3 killed"} <= set(re.findall(r">(\d+ killed)</a><svg", page))


def test_search_marks_words_and_removes_conditions(client: TestClient) -> None:
    page = client.get("/search?q=hospital&outlet=the+example+post").text
    assert "<mark>Hospital</mark>" in page
    assert 'aria-label="Remove outlet the example post"' in page
    assert "Nothing on record has all of that" in client.get("/search?q=hospital&outlet=Other").text


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("Kenya and Ethiopia", "/pair?a=KEN&amp;b=ETH"),
        ("ETH > KEN", "/pair?a=ETH&amp;b=KEN"),
        ("Kenya", "/actor?name=Kenya&amp;kind=state"),
        ("alemu", "/actor?name=Dawit+Alemu&amp;kind=person"),
    ],
)
def test_search_leads_to_the_parties_that_the_words_name(client: TestClient, words: str, link: str) -> None:
    assert f'class="chip" href="{link}"' in client.get("/search", params={"q": words}).text


def test_who_is_called_only_he_is_no_link_and_nobodys_partner(
    client: TestClient, record: Record, reader: Reader
) -> None:
    told = Document.from_text("He accused Kenya of theft on Monday.", id="he", date="2025-03-18")
    record.add(told, reader.read(told))
    page = client.get("/pair?a=KEN").text
    assert '<span class="who">He</span>' in page
    assert "/actor?name=He" not in page + client.get("/actor?name=KEN").text


def test_search_of_other_words_names_nobody(client: TestClient) -> None:
    assert "On record:" not in client.get("/search?q=hospital+and+camp").text


def test_types_are_chosen_by_what_they_mean(client: TestClient) -> None:
    for page in ("/pair?a=KEN&b=ETH&type=assault", "/incidents?type=ASSAULT", "/search?type=ASSAULT"):
        assert '<option value="ASSAULT" selected>ASSAULT: attack, hurt or kill' in client.get(page).text
    assert "<option selected>FEAST</option>" in client.get("/incidents?type=FEAST").text


def test_lists_are_cut_into_pages(client: TestClient) -> None:
    assert 'rel="prev"' in client.get("/reports?after=1").text
    assert client.get("/reports?after=1").text.count('class="title"') == 1


def test_empty_record_says_what_to_do_next(empty: TestClient) -> None:
    page = empty.get("/").text
    assert "Nothing is on record yet" in page
    assert 'action="/samples"' in page
    for address in ("/reports", "/pair", "/pair?a=KEN&b=SDN", "/incidents", "/claims", "/search?q=x"):
        page = empty.get(address).text
        assert 'class="none"' in page, address
        assert "Nothing is on record yet" in page, address


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/report?id=unknown", 404),
        ("/report", 422),
        ("/incidents/i-unknown", 404),
        ("/actor?name=Nobody+Known", 404),
        ("/pair?a=KEN&since=yesterday", 422),
        ("/claims?after=-1", 422),
    ],
)
def test_failures_are_pages_of_one_line(client: TestClient, address: str, status: int) -> None:
    page = client.get(address)
    assert page.status_code == status
    assert "<h1>" in page.text
    assert not re.search(r"Traceback|pattern|Record\.|Not Found", page.text)


def test_excerpt_is_taken_around_the_word_sought() -> None:
    long = "far " * 500 + "convoy " + "away " * 500
    assert "convoy" in excerpt(long, "convoy")
    assert len(excerpt(long)) < 400
    assert [part for part, hit in marked("Aid convoys came", "convoy") if hit] == ["convoys"]
