"""What protects the record: headers, hosts, forms of our own only, limits; and text that wants to do harm."""

import html
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from factories import Report, hostile_report
from onrecord.ingest import Options, load_rows
from onrecord.model import Act, Document, Kind
from onrecord.record import Record
from onrecord.web.app import make_app
from onrecord.web.guards import MAX_BODY

REPORT = "Kenya accused Sudan of arming the rebels on Monday. Sudan denied the claim.\n\nThe army closed the border."


def token(client: TestClient) -> str:
    return re.search(r'name="token" value="(\w+)"', client.get("/paste").text)[1]


@pytest.mark.parametrize("address", ["/", "/static/onrecord.css", "/static/keys.js", "/api/v1/counts", "/nothing"])
def test_every_answer_has_a_strict_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_other_hosts_names_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_pasted_report_is_shown_and_not_kept(empty: TestClient) -> None:
    page = empty.post("/paste", data={"token": token(empty), "text": REPORT, "date": "2025-03-18"})
    assert page.status_code == 200
    assert "Read, and not kept" in page.text
    assert "ACCUSE" in page.text
    assert empty.get("/api/v1/counts").json()["reports"] == 0


def test_pasted_report_is_kept_when_wanted(empty: TestClient) -> None:
    form = {"token": token(empty), "text": REPORT.replace("\n", "\r\n"), "date": "2025-03-18", "publisher": "Own"}
    page = empty.post("/paste/keep", data=form)
    assert page.url.path == "/report"
    assert empty.get("/api/v1/counts").json()["reports"] == 1


REVIEW = ["/review/decide", "/review/edit", "/review/undo"]
FORMS = [*REVIEW, "/paste", "/paste/keep", "/samples", "/watches", "/watches/1/seen", "/watches/1/remove"]


@pytest.mark.parametrize("address", FORMS)
@pytest.mark.parametrize("forged", ["", "0" * 64, "ö"])
def test_forms_without_our_token_are_refused(empty: TestClient, address: str, forged: str) -> None:
    token(empty)
    assert empty.post(address, data={"token": forged, "text": REPORT}).status_code == 403
    assert empty.get("/api/v1/counts").json()["reports"] == 0


def test_forms_from_other_sites_are_refused(empty: TestClient) -> None:
    given = {"token": token(empty), "text": REPORT}
    assert empty.post("/paste/keep", data=given, headers={"origin": "https://evil.example"}).status_code == 403
    assert empty.post("/paste", data=given, headers={"origin": "http://localhost"}).status_code == 200


def test_token_of_another_browser_does_not_fit(empty: TestClient) -> None:
    stolen = token(empty)
    empty.cookies.clear()
    token(empty)
    assert empty.post("/paste", data={"token": stolen, "text": REPORT}).status_code == 403


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("Der Minister sagte, dass die Regierung den Vorwurf zurückweise und keine Truppen entsende.", "not English"),
        ("word " * 50_000, "by `add`"),
    ],
)
def test_paste_says_why_it_reads_nothing(empty: TestClient, text: str, told: str) -> None:
    page = empty.post("/paste", data={"token": token(empty), "text": text})
    assert page.status_code == 422
    assert told in page.text


def test_body_of_five_megabytes_is_refused_whatever_it_says_of_its_length(empty: TestClient) -> None:
    def pieces():
        for _ in range(MAX_BODY // 1_000_000 + 1):
            yield b"x" * 1_000_000

    assert empty.post("/paste", content=pieces()).status_code == 413
    assert empty.post("/api/v1/read", json={"text": "x" * 5_000_000}).status_code == 413


HOSTILE_ADDRESSES = [
    "/",
    "/reports",
    "/pair?a=KEN",
    "/pair?a=KEN&b=SDN",
    "/claims",
    "/incidents",
    "/search?q=true",
    "/actor?name=KEN",
    "/search?q=<script>alert(1)</script>&party='+OR+1=1--&outlet=\"><img src=x>",
    "/actor?name=<script>alert(1)</script>",
    "/pair?a=<script>&b={{7*7}}",
    "/report?id=../../../etc/passwd",
    "/report?id=../../etc/passwd?x=<b>%23y",
    "/nothing/<script>alert(1)</script>",
]


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_hostile_words_are_shown_as_words(hostile: TestClient, address: str) -> None:
    page = hostile.get(address)
    assert page.status_code in (200, 404)
    assert re.findall(r"<(?:script|img)(?! src=\"/static/(?:keys|explore)\.js\")[^>]*>", page.text) == []
    assert not set(page.text) & {"\x1b", "\u202e"}
    assert 'href="javascript:' not in page.text
    assert "49" not in re.sub(r"\d{3,}|\w{40,}", "", page.text)


def test_hostile_report_keeps_its_id(hostile: TestClient) -> None:
    listed = hostile.get("/api/v1/reports").json()["items"][0]["id"]
    assert hostile.get("/api/v1/report", params={"id": listed}).json()["document"]["id"] == listed


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE document; --", '" OR 1=1', "NEAR(a b)", "a* AND NOT b", "\x00", "(", '"', "%", "🙂" * 300]
)
def test_searches_hold_no_operators(client: TestClient, words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200
    assert client.get("/api/v1/search", params={"q": words}).status_code == 200
    assert client.get("/api/v1/counts").json()["reports"] == 2


@pytest.mark.parametrize("address", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2ferrors.py"])
def test_static_files_stay_in_their_folder(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_address_of_a_report_is_followed_only_if_it_is_of_the_web(hostile: TestClient, record: Record) -> None:
    record.add(*Report(text=REPORT, id="good", url="https://paper.example/1").made())
    assert 'href="https://paper.example/1"' in hostile.get("/report?id=good").text
    assert "the report's address" not in hostile.get("/report", params={"id": hostile_report().id}).text


def test_a_sentence_of_five_megabytes_is_cut_in_lists(path: Path, record: Record) -> None:
    long = f"Kenya accused Sudan of {'arming rebels and ' * 280_000}worse."
    report = Report(text=long, id="long")
    kenya, sudan = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Sudan", Kind.STATE, "SDN")
    said = report.said(long, cue="accused", source=kenya, act=Act.ACCUSATION)
    report.event(long, "ACCUSE", trigger="accused", actor=(kenya,), recipient=(sudan,), attribution=said)
    record.add(*report.made())
    with TestClient(make_app(str(path)), base_url="http://localhost") as client:
        for address in ("/pair?a=KEN&b=SDN", "/claims", "/search?q=worse"):
            page = client.get(address)
            assert page.status_code == 200
            assert len(page.text) < 50_000, address


@pytest.mark.parametrize(
    "name", ["..", "a\nb", "<script>alert(1)<", "%2e%2e%2fpasswd", "\u202egpj", "\udcff", "-rf", "x' OR 1=1--"]
)
def test_a_files_name_is_no_path_and_no_markup(path: Path, record: Record, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    (document,) = load_rows(str(folder), Options())
    assert isinstance(document, Document)
    record.add(*Report(text=document.text, id=document.id, publisher=None).made())
    with TestClient(make_app(str(path)), base_url="http://localhost") as client:
        page = client.get("/reports").text
        link = html.unescape(re.search(r'class="title" href="([^"]+)"', page)[1])
        assert "Kenya accused Sudan" in client.get(link).text
        assert "<script>alert" not in page
        assert "\u202e" not in page
