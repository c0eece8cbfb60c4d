"""`serve --auth`: who may do what, and what somebody who wants in may try."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from onrecord.errors import OnrecordError
from onrecord.link.linking import link_new
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.web.access.book import SESSION, Book
from onrecord.web.access.gate import SESSION_COOKIE
from onrecord.web.access.rates import Rate
from onrecord.web.access.roles import Role, role_for
from onrecord.web.access.secrets import Hashes
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader

TEXT = "Kenya accused Sudan of arming the rebels on Monday."
HERE = "http://localhost"
PASSWORD = "a harbour in the rain"
QUICK = Hashes(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A book with somebody of each role: hashing takes time."""
    path = tmp_path_factory.mktemp("book") / "access.db"
    book = Book(path, hashes=QUICK)
    for role in Role:
        book.add_person(role.value, role, PASSWORD)
    return path.read_bytes()


@pytest.fixture
def book(tmp_path: Path, made_once: bytes) -> Book:
    path = tmp_path / "access.db"
    path.write_bytes(made_once)
    return Book(path, hashes=QUICK)


@pytest.fixture
def guarded(path: Path, two_reports: Record, reader: Reader, book: Book) -> Iterator[TestClient]:
    link_new(two_reports)
    with TestClient(make_app(str(path), reader=OneReader(reader), book=book), base_url=HERE) as client:
        yield client


def token(client: TestClient, page: str = "/login") -> str:
    return re.search(r'name="token" value="(\w+)"', client.get(page).text)[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD, next: str = "/") -> int:
    """The status of a try to sign in, redirects not followed."""
    form = {"token": token(client), "name": name, "password": password, "next": next}
    return client.post("/login", data=form, follow_redirects=False).status_code


ALLOWED = [
    ("GET", "/", Role.READER),
    ("HEAD", "/", Role.READER),
    ("GET", "/api/v1/reports", Role.READER),
    ("GET", "/login/x", Role.READER),
    ("GET", "/login", None),
    ("POST", "/login", None),
    ("GET", "/static/keys.js", None),
    ("GET", "/static", Role.READER),
    ("POST", "/paste", Role.READER),
    ("POST", "/api/v1/read", Role.READER),
    ("POST", "/paste/keep", Role.REVIEWER),
    ("POST", "/samples", Role.REVIEWER),
    ("POST", "/watches", Role.REVIEWER),
    ("DELETE", "/", Role.REVIEWER),
    ("GET", "/audit", Role.ADMIN),
    ("GET", "/audit/", Role.ADMIN),
    ("POST", "/audit", Role.ADMIN),
    ("GET", "/auditors", Role.READER),
]


@pytest.mark.parametrize(("method", "path", "role"), ALLOWED)
def test_each_request_needs_a_role(method: str, path: str, role: Role | None) -> None:
    assert role_for(method, path) is role


@pytest.mark.parametrize("address", ["/", "/reports", "/report?id=report-1", "/audit", "/nothing", "/docs"])
def test_strangers_are_led_to_the_sign_in(guarded: TestClient, address: str) -> None:
    answer = guarded.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"][:12]) == (303, "/login?next=")
    assert "report-1" not in answer.text


@pytest.mark.parametrize("address", ["/reports", "/report?id=report-1", "/openapi.json", "/nothing"])
def test_programs_are_told_to_bring_a_token(guarded: TestClient, address: str) -> None:
    answer = guarded.get(f"/api/v1{address}")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("role", Role)
def test_roles_open_what_they_cover(guarded: TestClient, role: Role) -> None:
    assert sign_in(guarded, role.value) == 303
    assert guarded.get("/").status_code == 200
    form = {"token": token(guarded, "/paste"), "name": "Deaths", "q": "died"}
    assert (guarded.post("/watches", data=form).status_code == 200) is role.covers(Role.REVIEWER)
    assert (guarded.get("/audit").status_code == 200) is role.covers(Role.ADMIN)


@pytest.mark.parametrize("role", Role)
def test_roles_hold_over_the_api_too(guarded: TestClient, book: Book, role: Role) -> None:
    bearer = {"authorization": f"Bearer {book.add_token(role.value, '')}"}
    decision = {"report": "report-1", "item": "e0", "verdict": "accept"}
    answers = [
        guarded.post("/api/v1/watches", headers=bearer, json={"q": "died"}),
        guarded.post("/api/v1/decisions", headers=bearer, json=[decision]),
    ]
    wanted = 201 if role.covers(Role.REVIEWER) else 403
    assert [answer.status_code for answer in answers] == [wanted, wanted]
    made = guarded.get("/api/v1/decisions", headers=bearer).json()["items"]
    assert [row["author"] for row in made] == ([role.value] if role.covers(Role.REVIEWER) else [])


def test_what_a_role_does_not_allow_says_nothing_more(guarded: TestClient) -> None:
    sign_in(guarded, "reader")
    pages = [guarded.get("/audit"), guarded.post("/paste/keep", data={"text": "x"}), guarded.post("/watches/99/remove")]
    assert {page.status_code for page in pages} == {403}
    said = {re.sub(r"\s+", " ", re.search(r"<main.*?</main>", page.text, re.S)[0]) for page in pages}
    assert len(said) == 1
    assert "Forbidden" in said.pop()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "address", ["/review", "/review/item?report=report-1&id=e0", "/report?id=report-1", "/search?q=died"]
)
def test_pages_offer_only_what_a_role_may_do(guarded: TestClient, role: Role, address: str) -> None:
    sign_in(guarded, role.value)
    forms = set(re.findall(r'method="post" action="(/[\w/]+)"', guarded.get(address).text))
    assert all(role.covers(role_for("POST", action)) for action in forms)
    assert (forms != {"/logout"}) is role.covers(Role.REVIEWER)


def test_a_wrong_password_and_an_unknown_name_look_the_same(guarded: TestClient) -> None:
    pages = []
    for name in ("reader", "nobody"):
        form = {"token": token(guarded), "name": name, "password": "not the password"}
        page = guarded.post("/login", data=form)
        assert page.status_code == 401
        pages.append(re.sub(r'value="\w+"', "", page.text))
    assert pages[0] == pages[1]
    assert SESSION_COOKIE not in guarded.cookies


def test_guessing_is_slowed_down_for_whoever_guesses(guarded: TestClient) -> None:
    tries = [sign_in(guarded, "reader", "wrong password") for _ in range(6)]
    assert tries == [401] * 5 + [429]
    assert sign_in(guarded, "reader") == 429
    assert sign_in(guarded, "admin") == 303


def test_the_sign_in_takes_forms_of_its_own_page_only(guarded: TestClient) -> None:
    form = {"token": "0" * 64, "name": "reader", "password": PASSWORD}
    assert guarded.post("/login", data=form).status_code == 403


def test_the_session_cookie_is_out_of_reach_of_scripts(guarded: TestClient) -> None:
    form = {"token": token(guarded), "name": "reader", "password": PASSWORD}
    cookie = guarded.post("/login", data=form, follow_redirects=False).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_behind_https_cookies_are_secure(path: Path, two_reports: Record, book: Book) -> None:
    with TestClient(make_app(str(path), book=book, secure=True), base_url="https://localhost") as client:
        form = {"token": token(client), "name": "reader", "password": PASSWORD}
        answer = client.post("/login", data=form, follow_redirects=False)
        assert answer.headers["set-cookie"].count("Secure") == 1
        assert "max-age" in answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "next", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_the_sign_in_leads_nowhere_else(guarded: TestClient, next: str) -> None:
    form = {"token": token(guarded), "name": "reader", "password": PASSWORD, "next": next}
    assert guarded.post("/login", data=form, follow_redirects=False).headers["location"] == "/"


def test_signing_out_ends_the_session_on_the_server(guarded: TestClient) -> None:
    sign_in(guarded, "reader")
    kept = guarded.cookies[SESSION_COOKIE]
    guarded.post("/logout", data={"token": token(guarded, "/paste")})
    guarded.cookies.set(SESSION_COOKIE, kept)
    assert guarded.get("/", follow_redirects=False).status_code == 303


def test_what_another_site_sends_changes_nothing(guarded: TestClient) -> None:
    sign_in(guarded, "reviewer")
    form = {"token": token(guarded, "/paste"), "name": "Deaths", "q": "died"}
    assert guarded.post("/watches", data=form, headers={"origin": "https://evil.example"}).status_code == 403
    assert "Deaths" not in guarded.get("/watches").text


def test_a_token_opens_the_api_with_its_users_role_and_no_page(guarded: TestClient, book: Book) -> None:
    bearer = {"authorization": f"Bearer {book.add_token('reader', 'a script')}"}
    assert guarded.get("/api/v1/reports", headers=bearer).status_code == 200
    assert guarded.post("/api/v1/read", headers=bearer, json={"text": TEXT}).status_code == 200
    assert guarded.get("/", headers=bearer, follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-1], lambda t: t + "x", lambda t: "onr_00000000_" + t[13:], lambda t: ""]
)
def test_a_spoilt_token_opens_nothing(guarded: TestClient, book: Book, spoil) -> None:
    made = book.add_token("reader", "")
    assert guarded.get("/api/v1/counts", headers={"authorization": f"Bearer {made}"}).status_code == 200
    assert guarded.get("/api/v1/counts", headers={"authorization": f"Bearer {spoil(made)}"}).status_code == 401


def test_a_removed_token_and_a_removed_user_open_nothing(guarded: TestClient, book: Book) -> None:
    bearer = {"authorization": f"Bearer {book.add_token('reviewer', '')}"}
    other = {"authorization": f"Bearer {book.add_token('admin', '')}"}
    assert [guarded.get("/api/v1/counts", headers=h).status_code for h in (bearer, other)] == [200, 200]
    book.remove_token(book.tokens()[0].id if book.tokens()[0].person == "reviewer" else book.tokens()[1].id)
    book.remove_person("admin")
    assert [guarded.get("/api/v1/counts", headers=h).status_code for h in (bearer, other)] == [401, 401]


def test_the_log_tells_who_did_what(guarded: TestClient, book: Book) -> None:
    sign_in(guarded, "reader", "wrong password")
    sign_in(guarded, "admin")
    guarded.post("/watches", data={"token": token(guarded, "/paste"), "name": "Deaths", "q": "died"})
    said = [(deed.who, deed.what) for deed in reversed(book.deeds())]
    assert said == [("reader", "failed to sign in"), ("admin", "signed in"), ("admin", "POST /watches 303")]
    assert "POST /watches 303" in guarded.get("/audit").text
    assert "admin" in guarded.get("/watches/1").text


def test_the_log_is_pruned_and_says_so(tmp_path: Path, made_once: bytes) -> None:
    (tmp_path / "access.db").write_bytes(made_once)
    now = [0.0]
    book = Book(tmp_path / "access.db", clock=lambda: now[0], hashes=QUICK)
    for now[0] in (0.0, 86_400.0, 86_400.0 * 2):
        book.note("reader", "signed in", "here")
    assert book.prune("1970-01-02", "ada") == 1
    assert [deed.what for deed in book.deeds()] == [
        "took 1 lines before 1970-01-02 out of the log",
        "signed in",
        "signed in",
    ]
    with pytest.raises(OnrecordError, match="no day"):
        book.prune("soon", "ada")


def test_sessions_end(tmp_path: Path, made_once: bytes) -> None:
    (tmp_path / "access.db").write_bytes(made_once)
    now = [1000.0]
    book = Book(tmp_path / "access.db", clock=lambda: now[0], hashes=QUICK)
    secret = book.sign_in("reader", PASSWORD)
    assert book.in_session(secret).name == "reader"
    now[0] += SESSION + 1
    assert book.in_session(secret) is None


def test_no_secret_stands_in_the_book(book: Book) -> None:
    made, secret = book.add_token("reader", ""), book.sign_in("reader", PASSWORD)
    kept = book.path.read_bytes()
    kind, _, rest = made.partition("_")
    for words in (rest.partition("_")[2], secret, PASSWORD):
        assert len(words) > len(kind)
        assert words.encode() not in kept
    assert kept.count(b"$argon2id$") == 4


def test_nobody_else_on_the_machine_can_read_a_new_book(tmp_path: Path) -> None:
    assert Book(tmp_path / "new.db").path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "password"), [("reader", PASSWORD), ("", PASSWORD), ("a\nb", PASSWORD), ("new", "short")]
)
def test_users_that_cannot_be_are_refused(book: Book, name: str, password: str) -> None:
    with pytest.raises(OnrecordError):
        book.add_person(name, Role.ADMIN, password)
    assert len(book.people()) == 3


def test_a_rate_lets_so_many_through_in_so_many_seconds() -> None:
    now = [0.0]
    rate = Rate(2, 60, clock=lambda: now[0])
    assert [rate.wait("a") for _ in range(3)] == [0, 0, 60]
    assert rate.wait("b") == 0
    now[0] = 61
    assert rate.wait("a") == 0


def test_nobody_signs_in_where_nobody_is_asked_to(client: TestClient) -> None:
    assert client.get("/login").status_code == client.get("/audit").status_code == 404
