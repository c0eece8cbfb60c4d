"""Which entries of the lexicon fired on a text: the rule of every item of a Reading, and its words."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.export import wording
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Document, Reading

if TYPE_CHECKING:
    from onrecord.read.trial import Part, Trial


def fired_lines(document: Document, reading: Reading) -> tuple[str, ...]:
    """A line for every item: the rule that found it, what it is, and the words that it stands on."""
    lookup = Lookup(document, reading)
    return tuple(one_line(line) for line in _lines(lookup))


def _lines(lookup: Lookup) -> Iterator[str]:
    reading = lookup.reading
    for a in reading.attributions:
        words = f"{wording.saying(lookup, a)}: {lookup.words(a.content)}"
        yield _line(a.rule, a.act.value, words)
    for e in reading.events:
        parties = f"{lookup.names(e.actor) or 'somebody'} → {lookup.names(e.recipient) or 'nobody named'}"
        kind = " ".join((e.type, *e.mode, e.modality.value, e.evidence.value))
        yield _line(e.rule, kind, f"{wording.quoted(lookup.words(e.trigger))} {parties}")
    for o in reading.offices:
        yield _line(o.rule, "office", f"{lookup.names([o.holder])}: {wording.office(lookup, o)}")
    for k in reading.kin:
        yield _line(k.rule, "kin", f"{lookup.names([k.person])}: {k.relation} of {lookup.names([k.of])}")
    for t in reading.times:
        yield _line(t.rule, t.type.value, f"{wording.quoted(lookup.words([t.extent]))} {t.value}")


def _line(rule: str | None, kind: str, words: str) -> str:
    return f"{rule or 'no rule named'}: {kind}: {words}"


def trial_lines(text: str, trials: Iterable["Trial"]) -> tuple[str, ...]:
    """A line for every entry that was held against the text: whether it fired, and on what, or what it lacked."""
    return tuple(one_line(_trial(text, trial)) for trial in trials)


def _trial(text: str, trial: "Trial") -> str:
    reached = ", ".join(reached_part(text, part) for part in trial.parts)
    verdict = "fired" if trial.fired else "did not fire: " + "; ".join(trial.lacks)
    head = f"{trial.entry} on {wording.quoted(trial.at.of(text))} {verdict}"
    return f"{head} ({reached})" if reached else head


def reached_part(text: str, part: "Part") -> str:
    """What a path led to, and which path: "recipient “the men” by lobj"."""
    by = f" by {part.path}" if part.path else ""
    return f"{part.name} {wording.quoted(part.extent.of(text))}{by}"
