"""The log of corrections for a person at a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from onrecord.export.listings import dated
from onrecord.export.plain import one_line
from onrecord.record.correction import Action, CorrectionRow, Standing

STYLES = {Standing.IN_FORCE: "", Standing.UNDONE: "dim", Standing.GONE: "yellow"}


def show_corrections(rows: Iterable[CorrectionRow]) -> RenderableType:
    """Corrections by the day on which they were made, those that do not count too."""
    return dated((row.at[:10], [Text(one_line(_correction(row)), style=STYLES[row.standing])]) for row in rows)


def _correction(row: CorrectionRow) -> str:
    standing = f"[{row.standing}]" if row.standing is not Standing.IN_FORCE else None
    parts = (f"{row.number}: {_deed(row)}", row.author, row.reason, standing)
    return "; ".join(filter(None, parts))


def _deed(row: CorrectionRow) -> str:
    if row.action is Action.UNDO:
        return f"undo {row.undoes}"
    changes = ", ".join(f"{change.field} = {change.value or 'none'}" for change in row.changes)
    target = row.target
    named = "#".join(filter(None, (row.document, target.item if target else None)))
    item = f"{target.sort} {named} ({target.label})" if target else named
    other = f"with {row.other.item}" if row.other else ""
    where = f"at “{target.words}”" if target else ""
    return " ".join(filter(None, (row.action, item, other, changes, where)))
