"""What a person corrects in the record, and what it is bound to."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Extent


class Action(StrEnum):
    """`split` makes a second item like the first; `merge` takes another item into the first; `undo` withdraws."""

    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"
    UNDO = "undo"


class Sort(StrEnum):
    """What can be corrected. Which reports or entities are the same is judged (`judgements.py`)."""

    EVENT = "event"
    ATTRIBUTION = "attribution"
    OFFICE = "office"
    KIN = "kin"


class Standing(StrEnum):
    """Whether a correction counts: it may be undone, or a recoding may have left nothing that it speaks of."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    GONE = "its target is gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a corrected item stands, so that it is found again when its report was recoded or changed elsewhere.

    `label` is an event's type, an attribution's act, an office's title or a relation of kin as the machine coded it;
    `trigger` the event's trigger, the attribution's cue or the words of the others; `sentence` reaches over all of it,
    and `words` is the text there.
    """

    sort: Sort
    item: str
    label: str
    sentence: Extent
    trigger: tuple[Extent, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field and what it is to be, as a person writes it (`amending.py` tells of the fields)."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person wants corrected in a report.

    `item` is the id of an event or attribution, or names an office or a tie of kin; it is absent to add one: that one
    is of the `sort` and stands at `words` of the text. `other` is what a merge takes into the item.
    """

    action: Action
    document: str
    author: str
    reason: str | None = None
    item: str | None = None
    other: str | None = None
    sort: Sort = Sort.EVENT
    words: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """A correction as it was kept `at` a time; an undoing has no target, but the number that it `undoes`."""

    number: int
    action: Action
    document: str
    target: Address | None
    other: Address | None
    changes: tuple[Change, ...]
    undoes: int | None
    author: str
    at: str
    reason: str | None
    standing: Standing = Standing.IN_FORCE
