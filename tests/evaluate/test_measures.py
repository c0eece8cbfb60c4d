"""Intervals by drawing documents again, and whether confidence means what it says."""

from collections import Counter

import numpy as np
import pytest
from small import event, reading

from onrecord.evaluate.bootstrap import interval, resample
from onrecord.evaluate.calibration import calibration_error, reliability
from onrecord.evaluate.scoring import Counts, Decision, Figures, share


def accuracy(counts: Counts) -> Figures:
    return {"right": share(counts["right"], counts["rows"])}


def documents(right: int, wrong: int) -> list[Counts]:
    return [Counter(rows=1, right=1)] * right + [Counter(rows=1)] * wrong


def test_documents_that_all_agree_leave_no_doubt() -> None:
    assert interval(resample(documents(20, 0), accuracy, 50)["right"]) == (100.0, 100.0)


def test_the_interval_holds_the_figure_and_shrinks_with_more_documents() -> None:
    few = interval(resample(documents(6, 4), accuracy, 500)["right"])
    many = interval(resample(documents(600, 400), accuracy, 500)["right"])
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 60 < many[1] < few[1]


def test_the_same_documents_give_the_same_interval() -> None:
    first, second = (resample(documents(3, 4), accuracy, 20)["right"] for _ in range(2))
    assert np.array_equal(first, second)


def test_two_readers_are_compared_on_the_same_draws() -> None:
    better, worse = documents(8, 2), documents(7, 3)
    gain = resample(better, accuracy, 300)["right"] - resample(worse, accuracy, 300)["right"]
    low, high = interval(gain) or (0.0, 0.0)
    assert 0 <= low < high <= 40


def test_a_figure_that_a_draw_has_not_is_left_out_of_it() -> None:
    def only_if_any(counts: Counts) -> Figures:
        return {"x": 1.0} if counts["right"] else {}

    assert interval(resample(documents(1, 1), only_if_any, 50)["x"]) == (1.0, 1.0)
    assert resample(documents(0, 2), only_if_any, 5) == {}


def told(confidence: float | None, right: bool, rule: str = "aid.give") -> Decision:
    aid = event("v", "AID", [], [], confidence=confidence or 0.5, rule=rule)
    [item] = reading(events=[aid]).events
    return Decision(wanted="AID" if right else "ASSAULT", got="AID", words="", item=item if confidence else None)


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    bins = reliability([*[told(0.75, True)] * 3, told(0.75, False), told(1.0, True), told(None, False)])
    assert [(b.low, b.count, b.right) for b in bins] == [(0.7, 4, 0.75), (0.9, 1, 1.0)]
    assert calibration_error(bins) == pytest.approx(0)


def test_confidence_that_is_too_high_errs_by_the_gap() -> None:
    assert calibration_error(reliability([told(0.9, True), told(0.9, False)])) == pytest.approx(0.4)
    assert calibration_error(reliability([])) is None


def test_what_models_decide_is_measured_apart() -> None:
    assert [told(0.9, True, rule).sort for rule in ("aid.give", "model.aid")] == ["rule", "model"]
