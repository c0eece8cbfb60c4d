"""What changed between two codings is told event by event, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factories import Report, as_of, border_strike, day
from onrecord.model import Event, Modality, Reading
from onrecord.views.differences import Fate, compare, find_differences


def reading(change: Callable[[Event], Event] = lambda event: event, lexicon: str = "lexicon-2") -> Reading:
    report = as_of(border_strike(), lexicon)
    report.events[0] = change(report.events[0])
    return report.made()[1]


CHANGES: dict[str, tuple[Callable[[Event], Event], tuple[str, str, str] | None]] = {
    "nothing": (lambda e: e, None),
    "only confidence and rule": (lambda e: replace(e, confidence=0.9, rule="another"), None),
    "an id alone": (lambda e: replace(e, id="e-new"), None),
    "the type": (lambda e: replace(e, id="e-new", type="COERCE"), ("type", "ASSAULT", "COERCE")),
    "the actor": (lambda e: replace(e, actor=("n1",)), ("actor", "Kenya", "the ministry of defence")),
    "no recipient": (lambda e: replace(e, recipient=()), ("recipient", "a camp", "")),
    "the date": (lambda e: replace(e, date=day("2025-03-16")), ("date", "2025-03-17", "2025-03-16")),
    "no place": (lambda e: replace(e, place=None), ("place", "Moyale", "")),
    "the modality": (lambda e: replace(e, modality=Modality.FUTURE), ("modality", "actual", "future")),
    "a figure less": (
        lambda e: replace(e, figures=e.figures[:1]),
        ("figures", "12 killed; 3 killed", "12 killed"),
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_event_says_which_field_and_how(what: str) -> None:
    change, told = CHANGES[what]
    found = list(find_differences(reading(lexicon="lexicon-1"), reading(change)))
    assert [(d.fate, [(f.field, f.before, f.after) for f in d.fields]) for d in found] == (
        [(Fate.CHANGED, [told])] if told else []
    )


def test_an_event_elsewhere_in_the_text_is_another_one() -> None:
    elsewhere = border_strike().find("denied")
    moved = reading(lambda e: replace(e, id="e-new", trigger=(elsewhere,)))
    fates = {d.fate: d.rule_after for d in find_differences(reading(), moved)}
    assert fates == {Fate.GONE: None, Fate.NEW: "by-hand"}


def test_two_codings_compared_the_other_way_round_tell_the_opposite() -> None:
    one, other = reading(), reading(lambda e: replace(e, type="AID"))
    (there,), (back,) = find_differences(one, other), find_differences(other, one)
    assert [(f.before, f.after) for f in there.fields] == [(f.after, f.before) for f in back.fields]


def test_reports_that_cannot_be_compared_are_counted() -> None:
    def made(id: str, text: str) -> Reading:
        return Report(id=id, text=text).made()[1]

    before = [made("same", "One."), made("changed", "One."), made("before", "One.")]
    after = [made("same", "One."), made("changed", "Two."), made("after", "One."), made("later", "One.")]
    found = compare(before, after)
    assert (found.reports, found.only_before, found.only_after, found.other_text) == (1, 1, 2, 1)


def test_a_difference_has_the_words_of_its_sentence_where_the_text_is_known() -> None:
    text = border_strike().text
    before, after = reading(), reading(lambda e: replace(e, type="AID"))
    (known,) = compare([before], [after], lambda told: text if told == after else None).differences
    (unknown,) = compare([before], [after]).differences
    assert known.words == known.sentence.of(text)
    assert unknown.words is None
