"""What changed in a report is told by the sentence."""

import pytest

from onrecord.views.revisions import Change, find_changes

ONE = "The army struck a camp. Twelve people died. The border is shut."

CHANGES = {
    "nothing": (ONE, ()),
    "only white space": (ONE.replace(". ", ".\n\n"), ()),
    "a figure": (
        ONE.replace("Twelve", "Fourteen"),
        (Change(before=("Twelve people died.",), after=("Fourteen people died.",)),),
    ),
    "a sentence more": (ONE + " Talks go on.", (Change(before=(), after=("Talks go on.",)),)),
    "a sentence less": (ONE.replace(" Twelve people died.", ""), (Change(before=("Twelve people died.",), after=()),)),
}


@pytest.mark.parametrize(("after", "changes"), CHANGES.values(), ids=CHANGES)
def test_changes_are_told_by_the_sentence(after: str, changes: tuple[Change, ...]) -> None:
    assert find_changes(ONE, after) == changes


def test_a_text_changed_back_shows_the_same_changes_the_other_way() -> None:
    after = "The army struck two camps. The border is shut. Talks go on."
    there, back = find_changes(ONE, after), find_changes(after, ONE)
    assert [(c.before, c.after) for c in there] == [(c.after, c.before) for c in back]
