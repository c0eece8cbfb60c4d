"""What a person decides on items of reports, as corrections of the record."""

from collections.abc import Sequence

from onrecord.errors import MissingError
from onrecord.link.linking import link_new
from onrecord.model import Attribution, Event, Reading
from onrecord.record import Record
from onrecord.record.correction import Action, Correction, CorrectionRow
from onrecord.web.corrigible import changes_of, fields_of
from onrecord.web.drafts import DecisionDraft, Verdict

ACCEPTED = "accepted as it stands"
"""The reason of a correction that changes nothing: somebody has looked at the item, and it is right."""


def decide(kept: Record, drafts: Sequence[DecisionDraft], author: str) -> tuple[CorrectionRow, ...]:
    """Keeps the decisions in their order. Raises MissingError, and keeps none, where an item is not there.

    One that no longer fits after those before it ends the row; these stand.
    """
    wanted = [_correction(kept.reading(draft.report), draft, author) for draft in drafts]
    try:
        return tuple(kept.correct(correction) for correction in wanted)
    finally:
        link_new(kept)


def correct(kept: Record, correction: Correction) -> CorrectionRow:
    """Keeps a correction. Raises RecordError, in one line, for an item that is not there and for what can't be set."""
    try:
        return kept.correct(correction)
    finally:
        link_new(kept)


def undo(kept: Record, numbers: Sequence[int], author: str) -> tuple[CorrectionRow, ...]:
    """Takes decisions back, the last first; all of it stays in the log."""
    try:
        return tuple(kept.undo(number, author=author) for number in sorted(numbers, reverse=True))
    finally:
        link_new(kept)


def item_of(reading: Reading, id: str) -> Event | Attribution:
    """The event or attribution of this id. Raises MissingError where there is none."""
    items: tuple[Event | Attribution, ...] = (*reading.events, *reading.attributions)
    for item in items:
        if item.id == id:
            return item
    raise MissingError(f"{reading.document.id}: has no item {id} any more")


def _correction(reading: Reading, draft: DecisionDraft, author: str) -> Correction:
    """An edit that sets nothing otherwise than it stands accepts the item."""
    item = item_of(reading, draft.item)
    given = draft.edit.model_dump() if draft.edit else {}
    changes = changes_of(fields_of(reading, item), given) if draft.verdict is Verdict.EDIT else ()
    rejected = draft.verdict is Verdict.REJECT
    return Correction(
        action=Action.REJECT if rejected else Action.EDIT,
        document=draft.report,
        item=draft.item,
        author=author,
        reason=draft.reason or (None if rejected or changes else ACCEPTED),
        changes=changes,
    )
