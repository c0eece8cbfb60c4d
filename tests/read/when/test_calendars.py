from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.when.calendars import easter, from_hijri, from_solar, holiday, nth_weekday


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 10, 4), date(2024, 12, 24)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1357, 2, 7), date(1978, 4, 27)),
        ((1400, 5, 24), date(2021, 8, 15)),
        ((1404, 12, 30), None),
        ((1403, 7, 31), None),
        ((2024, 1, 1), None),
    ],
)
def test_solar_days(solar: tuple[int, int, int], gregorian: date | None) -> None:
    assert from_solar(*solar) == gregorian


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1446, 9, 1), date(2025, 3, 1)), ((1445, 10, 1), date(2024, 4, 10)), ((1, 1, 1), date(622, 7, 19))],
)
def test_hijri_days(hijri: tuple[int, int, int], gregorian: date) -> None:
    assert from_hijri(*hijri) == gregorian


@given(st.integers(1200, 1500), st.integers(1, 12), st.integers(1, 29))
def test_the_day_after_a_solar_day_is_a_day_later(year: int, month: int, day: int) -> None:
    here = from_solar(year, month, day)
    after = from_solar(year, month, day + 1) or from_solar(year + month // 12, month % 12 + 1, 1)
    assert here is not None
    assert after is not None
    assert after.toordinal() - here.toordinal() == 1


def test_days_that_a_rule_fixes() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert nth_weekday(2024, 11, 4, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 5, -1, 1) == date(2024, 5, 27)
    assert nth_weekday(2024, 12, -1, 2) == date(2024, 12, 31)
    assert holiday("12-25", 2024) == date(2024, 12, 25)
    assert holiday("easter -2", 2024) == date(2024, 3, 29)
    assert holiday("hijri 10-01", 2024) == date(2024, 4, 10)
    assert holiday("solar 01-01", 2024) == date(2024, 3, 20)
