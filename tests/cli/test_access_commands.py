"""Users, tokens and who may be served, from the command line."""

import io

import pytest

from onrecord.cli.serve import check_exposure
from onrecord.errors import OnrecordError

PASSWORD = "a harbour in the rain\n"


@pytest.fixture
def typed(monkeypatch):
    """Puts words on standard input."""
    return lambda words: monkeypatch.setattr("sys.stdin", io.StringIO(words))


def test_a_user_and_a_token_come_and_go(onrecord, typed):
    typed(PASSWORD)
    assert onrecord("user", "add", "ada", "--role", "admin", "--password-stdin").out == (
        "ada is admin of onrecord.access.db\n"
    )
    assert onrecord("user", "list").out == "ada  admin\n"
    assert onrecord("token", "add", "ada", "--label", "nightly").out.startswith("onr_")
    line = onrecord("token", "list").out
    assert line.split()[1::2] == ["ada", "nightly"]
    assert onrecord("token", "remove", line.split()[0]).code == 0
    assert onrecord("user", "remove", "ada").code == 0
    assert (onrecord("user", "list").out, onrecord("token", "list").out) == ("", "")


def test_the_log_is_pruned(onrecord):
    assert onrecord("user", "prune", "--before", "2025-01-01").out == (
        "0 lines before 2025-01-01 are out of the log of onrecord.access.db\n"
    )
    assert "took 0 lines before 2025-01-01 out of the log" in onrecord("user", "log").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("user", "prune", "--before", "soon"), 1),
        (("user", "remove", "nobody"), 1),
        (("token", "add", "nobody"), 1),
        (("token", "remove", "00000000"), 1),
        (("user", "add", "ada", "--role", "king", "--password-stdin"), 2),
        (("user", "add", "ada", "--password-stdin"), 1),
        (("serve", "--auth"), 1),
        (("serve", "--host", "0.0.0.0"), 1),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(onrecord, typed, arguments, code):
    typed("short\n")
    ran = onrecord(*arguments)
    assert (ran.code, ran.err.count("\n")) == (code, 1)
    assert "short" not in ran.err.replace("too short", "")


EXPOSED = [
    ("127.0.0.1", False, False, False, None),
    ("localhost", True, False, False, None),
    ("0.0.0.0", False, False, False, "--auth"),
    ("192.168.1.5", False, True, False, "--auth"),
    ("0.0.0.0", False, False, True, None),
    ("0.0.0.0", True, False, False, "in the clear"),
    ("0.0.0.0", True, False, True, "in the clear"),
    ("0.0.0.0", True, True, False, None),
]


@pytest.mark.parametrize(("host", "auth", "encrypted", "open_to_all", "told"), EXPOSED)
def test_others_are_served_only_if_somebody_said_so(host, auth, encrypted, open_to_all, told):
    if told is None:
        check_exposure(host, auth=auth, encrypted=encrypted, open_to_all=open_to_all)
        return
    with pytest.raises(OnrecordError, match=told):
        check_exposure(host, auth=auth, encrypted=encrypted, open_to_all=open_to_all)
