"""Two reviewers differ where their last words on an item come to different things."""

import pytest

from onrecord.model import Extent
from onrecord.record.correction import Action, Address, Change, CorrectionRow, Sort, Standing
from onrecord.views.verdicts import find_disagreements

TYPE, PLACE = (Change(field="type", value="AID"),), (Change(field="place", value="Puno"),)


def row(
    number: int, author: str, action: Action, changes: tuple[Change, ...] = (), undone: bool = False
) -> CorrectionRow:
    target = Address(
        sort=Sort.EVENT, item="e0", label="ASSAULT", sentence=Extent(0, 9), trigger=(Extent(2, 4),), words="They left."
    )
    return CorrectionRow(
        number=number,
        action=action,
        document="report-1",
        target=target,
        other=None,
        changes=changes,
        undoes=None,
        author=author,
        at="2025-03-18T12:00:00+00:00",
        reason=None,
        standing=Standing.UNDONE if undone else Standing.IN_FORCE,
    )


CASES = {
    "one person twice": ([("a", Action.EDIT, ()), ("a", Action.REJECT, ())], 0),
    "both accept": ([("a", Action.EDIT, ()), ("b", Action.EDIT, ())], 0),
    "one accepts, one rejects": ([("a", Action.EDIT, ()), ("b", Action.REJECT, ())], 1),
    "one edits, the other accepts that": ([("a", Action.EDIT, TYPE), ("b", Action.EDIT, ())], 0),
    "one accepts, the other edits": ([("a", Action.EDIT, ()), ("b", Action.EDIT, TYPE)], 1),
    "two edits": ([("a", Action.EDIT, TYPE), ("b", Action.EDIT, PLACE)], 1),
    "one comes round": ([("a", Action.EDIT, ()), ("b", Action.REJECT, ()), ("a", Action.REJECT, ())], 0),
}


@pytest.mark.parametrize(("said", "count"), CASES.values(), ids=list(CASES))
def test_last_words_that_differ(said: list[tuple[str, Action, tuple[Change, ...]]], count: int) -> None:
    rows = [row(n + 1, author, action, changes) for n, (author, action, changes) in enumerate(said)]
    assert len(find_disagreements(rows)) == count


def test_what_was_undone_is_nobodys_word() -> None:
    rows = [row(1, "a", Action.EDIT), row(2, "b", Action.REJECT, undone=True)]
    assert find_disagreements(rows) == ()


def test_each_reviewers_last_decision_is_given() -> None:
    rows = [row(1, "a", Action.EDIT), row(2, "a", Action.EDIT, TYPE), row(3, "b", Action.REJECT)]
    (found,) = find_disagreements(rows)
    assert [decision.number for decision in found.decisions] == [2, 3]
