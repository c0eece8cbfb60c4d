"""Versions of a report for a person at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.export.listings import dated
from onrecord.export.plain import one_line
from onrecord.views import Revision

UNKNOWN = "no time kept"


def show_revisions(revisions: Iterable[Revision]) -> RenderableType:
    """Versions by when they came into the record: what went is marked with -, what is new with +."""
    return dated(((r.recorded_at or UNKNOWN)[:16].replace("T", " "), list(_revision(r))) for r in revisions)


def _revision(revision: Revision) -> Iterator[RenderableType]:
    head = Text(f"version {revision.number}", style="bold")
    parts = (revision.title, revision.publisher, revision.published, revision.id)
    yield head.append(f"  {one_line(' · '.join(filter(None, parts)))}", style="not bold dim")
    for field in revision.fields:
        yield _line(f"{field.name}: {field.before or 'none'} → {field.after or 'none'}", "yellow")
    for change in revision.changes:
        yield from (_line(f"- {words}", "red") for words in change.before)
        yield from (_line(f"+ {words}", "green") for words in change.after)


def _line(words: str, style: str) -> Padding:
    return Padding(Text(one_line(words), style=style), (0, 0, 0, 2))
