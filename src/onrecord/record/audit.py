"""Corrections made, undone and told, with the reports' tables following them."""

from dataclasses import replace

from sqlalchemy import Connection

from onrecord.errors import MissingError, RecordError
from onrecord.record.correcting import address_of_words, correct, corrected
from onrecord.record.correction import Action, Address, Change, Correction, CorrectionRow, Sort, Standing
from onrecord.record.corrections import all_corrections, find_correction, keep_correction, live_corrections
from onrecord.record.current import scene_of
from onrecord.record.scene import Scene
from onrecord.record.writer import refill

NAMED_FIRST = {Sort.EVENT: "type", Sort.ATTRIBUTION: "act", Sort.OFFICE: "title", Sort.KIN: "relation"}
"""What must be said of an item that is added."""


def make_correction(connection: Connection, wanted: Correction, *, at: str) -> CorrectionRow:
    """Adds the correction to the log and makes its report's tables anew.

    Raises RecordError, in one line, for what is not there or can't be set; the transaction is then to be given up.
    """
    scene = scene_of(connection, wanted.document)
    target = _target(scene, wanted)
    row = CorrectionRow(
        number=0,
        action=wanted.action,
        document=wanted.document,
        target=target,
        other=scene.address(scene.item(wanted.other)) if wanted.other else None,
        changes=wanted.changes,
        undoes=None,
        author=wanted.author,
        at=at,
        reason=wanted.reason,
    )
    kept = keep_correction(connection, row)
    correct(scene, kept)
    refill(connection, wanted.document, at=at)
    return kept


def undo(connection: Connection, number: int, *, author: str, reason: str | None, at: str) -> CorrectionRow:
    """Adds to the log that a correction, or an undoing, counts no more. Raises RecordError where it is not in force."""
    undone = find_correction(connection, number)
    row = CorrectionRow(
        number=0,
        action=Action.UNDO,
        document=undone.document,
        target=None,
        other=None,
        changes=(),
        undoes=number,
        author=author,
        at=at,
        reason=reason,
    )
    kept = keep_correction(connection, row)
    refill(connection, undone.document, at=at)
    return kept


def tell_corrections(connection: Connection) -> tuple[CorrectionRow, ...]:
    """The whole log, with the standing of each as its report is coded now."""
    gone = {number for id in live_corrections(connection) for number in _gone(connection, id)}
    return tuple(
        replace(row, standing=Standing.GONE) if row.number in gone else row for row in all_corrections(connection)
    )


def _gone(connection: Connection, document: str) -> frozenset[int]:
    rows = live_corrections(connection, document)[document]
    try:
        scene = scene_of(connection, document)
    except MissingError:
        return frozenset(row.number for row in rows)
    return corrected(scene.document, scene.coded, rows)[1]


def _target(scene: Scene, wanted: Correction) -> Address:
    if wanted.action is Action.UNDO:
        raise RecordError("an undoing names a number; `onrecord undo NUMBER` does it")
    if wanted.action is not Action.ADD:
        if wanted.item is None:
            raise RecordError(f"{wanted.document}: name the item to {wanted.action}")
        return scene.address(scene.item(wanted.item))
    needed = NAMED_FIRST[wanted.sort]
    label = _said(wanted.changes, needed)
    if not wanted.words or not label:
        raise RecordError(f"{wanted.document}: to add one, give the words where it stands and its {needed}")
    label = label.upper() if wanted.sort is Sort.EVENT else label
    return address_of_words(scene, wanted.sort, label, wanted.words)


def _said(changes: tuple[Change, ...], field: str) -> str | None:
    return next((change.value.strip() for change in changes if change.field == field), None)
