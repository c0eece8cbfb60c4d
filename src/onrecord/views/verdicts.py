"""Where two reviewers decided differently on one item of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.record.correction import Action, Address, Change, CorrectionRow, Standing

Verdict = tuple[Action, tuple[Change, ...]]
ACCEPTED: Verdict = (Action.EDIT, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An item, and each reviewer's last decision on it, in the order in which they were made."""

    document: str
    target: Address
    decisions: tuple[CorrectionRow, ...]


def decisions_on(document: str, item: str, rows: Iterable[CorrectionRow]) -> tuple[CorrectionRow, ...]:
    """What stands of the decisions on an item, in the order given."""
    return tuple(
        row
        for row in rows
        if row.target and (row.document, row.target.item) == (document, item) and row.standing is not Standing.UNDONE
    )


def find_disagreements(rows: Sequence[CorrectionRow]) -> tuple[Disagreement, ...]:
    """The items on which the last words of two people differ, the one decided on last first.

    `rows` are all decisions in their order. Who accepts an item as another edited it agrees with the edit.
    """
    items = dict.fromkeys((row.document, row.target.item) for row in reversed(rows) if row.target)
    found = (_last_words(decisions_on(document, item, rows)) for document, item in items)
    return tuple(
        Disagreement(document=words[-1].document, target=target, decisions=words)
        for words, verdicts in found
        if len(set(verdicts)) > 1 and (target := words[-1].target)
    )


def _last_words(decisions: Sequence[CorrectionRow]) -> tuple[tuple[CorrectionRow, ...], tuple[Verdict, ...]]:
    """Each reviewer's last decision and what it comes to."""
    stands: Verdict = ACCEPTED
    last: dict[str, tuple[CorrectionRow, Verdict]] = {}
    for row in decisions:
        said: Verdict = (row.action, row.changes)
        stands = stands if said == ACCEPTED else said
        last.pop(row.author, None)
        last[row.author] = (row, stands)
    return tuple(row for row, _ in last.values()), tuple(verdict for _, verdict in last.values())
