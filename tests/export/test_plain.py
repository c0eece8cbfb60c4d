"""What could steer a terminal or reorder words is taken out; the words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.plain import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;http://bad\x07link\x1b]8;;\x07", "link"),
        ("bell\x07 and \x9b2Jclear", "bell and clear"),
        ("pay \u202egnihton\u202c now", "pay gnihton now"),
        ("\x1b]0;never closed hides nothing", "0;never closed hides nothing"),
        ("half \ud800 pair", "half  pair"),
        ("[red]not markup[/red]", "[red]not markup[/red]"),
        ("سلام دنیا\u200cها", "سلام دنیا\u200cها"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_visible_keeps_words_and_drops_what_steers(text, shown):
    assert visible(text) == shown


def test_one_line_joins_lines_of_every_kind():
    assert one_line(" a\n\n b\u2028c\t d ") == "a b c d"


@given(st.text())
def test_plain_text_can_be_printed_and_encoded(text):
    shown = one_line(text)
    assert "\x1b" not in shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\n" not in shown
