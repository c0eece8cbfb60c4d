"""New matches reach webhooks and mail boxes once; what fails is told the next time and keeps nobody else waiting."""

import json
from email import message_from_bytes, policy

import pytest
from listeners import Listener

from factories import border_strike
from onrecord.errors import InputError
from onrecord.ingest import Options
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.record.watches import ChannelKind
from onrecord.tell.mail import MailServer
from onrecord.tell.run import Told, Ways, run_watches


def ways(*, mail: Listener | None = None, private: bool = True) -> Ways:
    server = MailServer.at(f"smtp://127.0.0.1:{mail.port}", sender="desk@reader.example") if mail else None
    return Ways(mail=server, options=Options(allow_private=private, timeout=5), site="http://pages.example")


def watched(record: Record, *channels: tuple[ChannelKind, str]) -> None:
    """A watch, and a report that comes in after it."""
    record.watches.add("Deaths at Moyale", "died", Sieve(), author="A. Reader", channels=channels)
    record.add(*border_strike("r1").made())


def run(record: Record, how: Ways) -> list[Told]:
    return list(run_watches(record, how))


def webhook(hook: Listener) -> tuple[ChannelKind, str]:
    return ChannelKind.WEBHOOK, f"http://127.0.0.1:{hook.port}/new"


def test_a_webhook_gets_new_matches_once(record: Record, hook: Listener) -> None:
    watched(record, webhook(hook))
    assert [told.matches for told in run(record, ways()) + run(record, ways())] == [2, 0]
    (body,) = map(json.loads, hook.got)
    assert body["watch"] == {"id": 1, "name": "Deaths at Moyale"}
    assert {match["words"] for match in body["matches"]} == {
        "He said that only 3 people died.",
        "only 3 people died",
    }
    assert body["matches"][0]["address"].startswith("http://pages.example/report?id=r1")


def test_a_private_address_is_not_posted_to(record: Record, hook: Listener) -> None:
    watched(record, webhook(hook))
    (told,) = run(record, ways(private=False))
    assert "private address" in str(told.failure)
    assert hook.got == []


@pytest.mark.parametrize(("status", "location"), [(500, ""), (404, ""), (302, "http://127.0.0.1:1/")])
def test_what_was_not_taken_is_told_the_next_time(record: Record, hook: Listener, status: int, location: str) -> None:
    watched(record, webhook(hook))
    hook.status, hook.location = status, location
    (told,) = run(record, ways())
    assert f"answered {status}" in str(told.failure)
    hook.status, hook.location = 200, ""
    assert [told.matches for told in run(record, ways())] == [2]


def test_one_that_fails_keeps_nobody_else_waiting(record: Record, hook: Listener) -> None:
    watched(record, (ChannelKind.WEBHOOK, "ftp://127.0.0.1/"), webhook(hook))
    assert [bool(told.failure) for told in run(record, ways())] == [True, False]


def test_mail_says_what_is_new(record: Record, post_office: Listener) -> None:
    watched(record, (ChannelKind.EMAIL, "a.reader@reader.example"))
    assert [told.matches for told in run(record, ways(mail=post_office))] == [2]
    mail = message_from_bytes(post_office.got[0], policy=policy.default)
    assert (mail["To"], mail["From"]) == ("a.reader@reader.example", "desk@reader.example")
    assert mail["Subject"] == "Deaths at Moyale: 2 new matches"
    assert mail["Message-ID"].endswith("@onrecord.invalid>")
    assert mail["Date"].datetime.tzinfo is not None
    assert "Dawit Alemu says: only 3 people died" in mail.get_content()


@pytest.mark.parametrize("name", ["Deaths\r\nBcc: all@reader.example", "Ünruhen \u202e"])
def test_a_watchs_name_adds_no_header(record: Record, post_office: Listener, name: str) -> None:
    channel = (ChannelKind.EMAIL, "a.reader@reader.example")
    record.watches.add(name, "died", Sieve(), author="A. Reader", channels=[channel])
    record.add(*border_strike("r1").made())
    assert [told.failure for told in run(record, ways(mail=post_office))] == [None]
    mail = message_from_bytes(post_office.got[0], policy=policy.default)
    assert "Bcc" not in mail
    assert mail["Subject"].endswith("2 new matches")


@pytest.mark.parametrize("address", ["nobody", "a@b.example\nBcc: c@d.example", ""])
def test_what_is_no_mail_address_is_named(record: Record, post_office: Listener, address: str) -> None:
    watched(record, (ChannelKind.EMAIL, address))
    (told,) = run(record, ways(mail=post_office))
    assert told.failure
    assert "\n" not in str(told.failure)
    assert post_office.got == []


def test_mail_that_is_refused_is_told_the_next_time(record: Record, post_office: Listener) -> None:
    watched(record, (ChannelKind.EMAIL, "a.reader@reader.example"))
    post_office.refuses = True
    (told,) = run(record, ways(mail=post_office))
    assert "took no mail" in str(told.failure)
    post_office.refuses = False
    assert [told.matches for told in run(record, ways(mail=post_office))] == [2]


def test_mail_without_a_server_says_what_to_do(record: Record) -> None:
    watched(record, (ChannelKind.EMAIL, "a.reader@reader.example"))
    (told,) = run(record, ways())
    assert "--smtp" in str(told.failure)


@pytest.mark.parametrize(
    ("address", "scheme", "port", "user"),
    [
        ("smtp://mail.example", "smtp", 25, None),
        ("smtp+tls://desk%40reader@mail.example", "smtp+tls", 587, "desk@reader"),
        ("smtps://mail.example:4650", "smtps", 4650, None),
    ],
)
def test_mail_servers_are_named_by_address(address: str, scheme: str, port: int, user: str | None) -> None:
    made = MailServer.at(address, sender="desk@reader.example")
    assert (made.scheme, made.host, made.port, made.user) == (scheme, "mail.example", port, user)


@pytest.mark.parametrize(
    "address", ["mail.example", "http://mail.example", "smtp://", "smtp://h:x", "smtp://u:secret@h"]
)
def test_what_is_no_mail_server_is_refused_and_no_password_shown(address: str) -> None:
    with pytest.raises(InputError) as refused:
        MailServer.at(address, sender="desk@reader.example")
    assert "secret" not in str(refused.value)
