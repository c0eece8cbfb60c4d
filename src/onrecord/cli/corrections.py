"""`onrecord correct`, `undo`, `corrections`: what people correct in the record."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.links import Author, Why
from onrecord.cli.options import HERE, Format, Listing, Where
from onrecord.cli.record import answer, kept_at
from onrecord.errors import RecordError

if TYPE_CHECKING:
    from onrecord.record.correction import Action, Change, Sort


def correct_item(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="REPORT#ID, or REPORT#NAME, TITLE; REPORT to add.")],
    author: Author,
    reject: Annotated[bool, typer.Option("--reject", help="It is wrong: leave it out.")] = False,
    changes: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="What a field is to be; several times.")
    ] = None,
    split: Annotated[bool, typer.Option("--split", help="A second one like it, but for what is set.")] = False,
    merge: Annotated[str | None, typer.Option(metavar="ID", help="Take this other one of the report into it.")] = None,
    add: Annotated[str | None, typer.Option(metavar="SORT", help="A new event, attribution, office or kin.")] = None,
    words: Annotated[str | None, typer.Option(metavar="TEXT", help="Where the new one stands in the text.")] = None,
    reason: Why = None,
    record: Where = HERE,
) -> None:
    """Correct an event, an attribution, an office or kin of a report. The record keeps who did it, when and why."""
    from onrecord.link.linking import link_new
    from onrecord.record.correction import Action, Correction

    action = _action(reject=reject, split=split, merge=merge, add=add, edit=bool(changes))
    document, id = (item, None) if action is Action.ADD else _item(item)
    wanted = Correction(
        action=action,
        document=document,
        item=id,
        other=merge,
        sort=_sort(add),
        words=words,
        changes=tuple(map(_change, changes or ())),
        author=author,
        reason=reason,
    )
    with kept_at(record) as kept:
        made = kept.correct(wanted)
        link_new(kept)
    typer.echo(f"correction {made.number} kept")


def undo_correction(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `corrections` lists it.")],
    author: Author,
    reason: Why = None,
    record: Where = HERE,
) -> None:
    """Take a correction back, or an undoing. Both stay in the log."""
    from onrecord.link.linking import link_new

    with kept_at(record) as kept:
        made = kept.undo(number, author=author, reason=reason)
        link_new(kept)
    typer.echo(f"correction {number} undone by correction {made.number}")


def show_corrections(record: Where = HERE, format: Format = Listing.TEXT) -> None:
    """Every correction, by whom, when and why, and whether it counts."""
    from onrecord.export import correction_listing

    with kept_at(record) as kept:
        rows = kept.corrections()
    answer(rows, correction_listing.show_corrections(rows), format, f"{record} holds no corrections")


def _action(*, reject: bool, split: bool, merge: str | None, add: str | None, edit: bool) -> "Action":
    from onrecord.record.correction import Action

    asked = {Action.REJECT: reject, Action.SPLIT: split, Action.MERGE: bool(merge), Action.ADD: bool(add)}
    chosen = [action for action, given in asked.items() if given] or ([Action.EDIT] if edit else [])
    if len(chosen) != 1 or (edit and chosen[0] in (Action.REJECT, Action.MERGE)):
        raise typer.BadParameter(
            "say one of --reject, --merge, --split, --add and --set (which --split and --add take too)"
        )
    return chosen[0]


def _item(words: str) -> tuple[str, str]:
    document, mark, id = words.rpartition("#")
    if not mark:
        raise typer.BadParameter(f"{words!r} names a report; an event or attribution in it is REPORT#ID")
    return document, id


def _sort(words: str | None) -> "Sort":
    from onrecord.record.correction import Sort

    if words is not None and words not in set(Sort):
        raise typer.BadParameter(f"{words!r} can't be added; choose {' or '.join(Sort)}")
    return Sort(words) if words else Sort.EVENT


def _change(words: str) -> "Change":
    from onrecord.record.correction import Change

    field, mark, value = words.partition("=")
    if not mark:
        raise RecordError(f"{words}: no change; write FIELD=VALUE, such as type=COERCE")
    return Change(field=field.strip(), value=value)
