"""A series is drawn by the periods that its span needs; what is drawn is what was counted."""

import pytest

from onrecord.model import Evidence
from onrecord.record.series import SeriesRow
from onrecord.web.series_chart import HALF, draw_series


def row(n: int, day: str, quad: str = "material conflict", intensity: float = -9.0) -> SeriesRow:
    return SeriesRow(
        document=f"report-{n}",
        event="e0",
        incident=None,
        day=day,
        stated=True,
        type="ASSAULT",
        quad=quad,
        intensity=intensity,
        evidence=Evidence.REPORTED,
        confidence=0.5,
        published=day,
    )


def rows(*days: str) -> list[SeriesRow]:
    return [row(n, day) for n, day in enumerate(days)]


SPANS = [
    (("2025-03-18",), "day", 1, "18 March 2025"),
    (("2025-03-01", "2025-04-14"), "day", 45, "1 March 2025"),
    (("2025-03-01", "2025-06-30"), "week", 19, "24 February – 2 March 2025"),
    (("2024-01-01", "2025-12-31"), "month", 24, "January 2024"),
    (("2010-05-02", "2025-12-31"), "year", 16, "2010"),
    (("2025-03",), "month", 1, "March 2025"),
]


@pytest.mark.parametrize(("days", "unit", "columns", "first"), SPANS)
def test_periods_fit_the_span(days: tuple[str, ...], unit: str, columns: int, first: str) -> None:
    chart = draw_series(rows(*days))
    assert (chart.unit, len(chart.columns), chart.columns[0].name) == (unit, columns, first)
    assert sum(n for column in chart.columns for n in column.quads.values()) == len(days)


def test_the_dates_asked_for_are_filled_with_empty_columns() -> None:
    chart = draw_series(rows("2025-03-18"), since="2025-03-01", until="2025-03-31")
    assert [column.since for column in chart.columns if column.bars] == ["2025-03-18"]
    assert len(chart.columns) == 31


def test_bars_stand_on_the_line_words_first_and_fill_the_height() -> None:
    told = [row(0, "2025-03-18"), row(1, "2025-03-18", "verbal conflict"), row(2, "2025-03-18", "verbal cooperation")]
    chart = draw_series(told)
    (column,) = chart.columns
    bars = {bar.quad: (bar.y, bar.height) for bar in column.bars}
    assert bars == {
        "verbal conflict": (HALF, HALF / 2),
        "material conflict": (HALF * 1.5, HALF / 2),
        "verbal cooperation": (HALF / 2, HALF / 2),
    }
    assert column.label == "18 March 2025: 1 verbal cooperation, 1 verbal conflict, 1 material conflict"
    assert chart.summary == "1 of cooperation and 2 of conflict, 18 March 2025."


def test_what_is_dated_too_vaguely_is_counted_and_not_drawn() -> None:
    chart = draw_series(rows("2025-03-17", "2025-03-18", "2025-03", "2025"))
    assert (chart.vague, sum(len(column.bars) for column in chart.columns)) == (2, 2)


def test_a_new_level_is_marked_where_it_begins() -> None:
    quiet = [row(n, f"2025-03-{n + 1:02}", "verbal cooperation", 1.0) for n in range(10)]
    chart = draw_series([*quiet, *(row(n, f"2025-03-{n + 1:02}") for n in range(10, 20))])
    (mark,) = chart.marks
    assert (mark.since, mark.words) == ("2025-03-11", "From 11 March 2025 on −9.0 a day, before +1.0.")
    assert mark.x == chart.columns[10].x


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw_series([]) is None
    assert draw_series(rows("2025"), since="2025-03", until="2025-03") is None
