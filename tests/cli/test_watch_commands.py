"""Watches from the command line."""


def test_a_watch_is_kept_listed_and_forgotten(onrecord, strike):
    onrecord("add", "strike.txt")
    assert onrecord("watch", "add", "Deaths", "--words", "killed").out == "watch 1 kept\n"
    assert onrecord("watch", "list").out == "1 Deaths · killed · 0 new\n"
    assert onrecord("watch", "remove", "1").out == "watch 1 forgotten\n"
    assert onrecord("watch", "list").out == ""


def test_what_cannot_be_told_is_named_and_the_exit_code_says_so(onrecord, strike):
    strike.with_name("earlier.txt").write_text("Kenya closed its border with Ethiopia.", encoding="utf-8")
    onrecord("add", "earlier.txt")
    onrecord("watch", "add", "Deaths", "--words", "killing", "--email", "a.reader@reader.example")
    assert onrecord("watch", "run").code == 0
    onrecord("add", "strike.txt")
    ran = onrecord("watch", "run")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "onrecord: a.reader@reader.example: there is no mail server; name one by --smtp\n"


def test_a_watch_for_nothing_is_refused_in_one_line(onrecord, strike):
    onrecord("add", "strike.txt")
    ran = onrecord("watch", "add", "All")
    assert (ran.code, ran.err) == (1, "onrecord: a watch needs words or a condition; name one\n")
