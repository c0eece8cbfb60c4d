"""Two codings compared, for a person at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.export.listings import dated
from onrecord.export.plain import many, one_line
from onrecord.export.wording import quoted
from onrecord.record.codings import Coding
from onrecord.views.differences import Comparison, Difference, Fate

STYLES = {Fate.NEW: "green", Fate.GONE: "red", Fate.CHANGED: "yellow"}


def show_comparison(comparison: Comparison) -> RenderableType:
    """Each event that differs: in which report and at which characters, its sentence, and what each coding says."""
    return Group(*(part for difference in comparison.differences for part in _difference(difference)))


def show_codings(codings: Iterable[Coding]) -> RenderableType:
    """Codings by the day of their first reading."""
    return dated((coding.recorded_at[:10] or "no time kept", [Text(one_line(_coding(coding)))]) for coding in codings)


def sum_up(comparison: Comparison) -> str:
    """How much differs, in one line."""
    counts = {fate: sum(d.fate is fate for d in comparison.differences) for fate in Fate}
    events = ", ".join(f"{count} {fate}" for fate, count in counts.items())
    left = (
        (comparison.only_before, "only in the first"),
        (comparison.only_after, "only in the second"),
        (comparison.other_text, "with another text"),
    )
    rest = "; ".join(f"{count} {where}" for count, where in left if count)
    compared = many(comparison.reports, "report")
    return f"{compared} compared, events: {events}" + (f"; not compared: {rest}" if rest else "")


def _difference(difference: Difference) -> Iterator[RenderableType]:
    at = f"{difference.document} {difference.sentence.start}-{difference.sentence.end}"
    head = Text(f"{difference.fate}  {difference.type}", style=f"bold {STYLES[difference.fate]}")
    yield head.append(f"  {one_line(at)}", style="not bold dim")
    if difference.words is not None:
        yield Padding(Text(quoted(one_line(difference.words)), style="italic"), (0, 0, 0, 2))
    for told in difference.fields:
        words = f"{told.field}: {told.before or 'none'} → {told.after or 'none'}"
        if difference.fate is not Fate.CHANGED:
            words = f"{told.field}: {told.after or told.before}"
        yield Padding(Text(one_line(words)), (0, 0, 0, 2))
    rules = dict.fromkeys(filter(None, (difference.rule_before, difference.rule_after)))
    yield Padding(Text(one_line(f"by {' → '.join(rules) or 'no rule named'}"), style="dim"), (0, 0, 1, 2))


def _coding(coding: Coding) -> str:
    edition = f"onrecord {coding.version}, lexicon {coding.lexicon}, {coding.model}"
    return f"{coding.number}: {edition}: {many(coding.reports, 'report')}, {coding.current} of them current"
