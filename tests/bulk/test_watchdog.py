"""What gives nothing for too long is an error, and nothing else changes."""

from collections.abc import Iterator
from itertools import islice
from threading import Event

import pytest

from onrecord.bulk.watchdog import watched
from onrecord.errors import OnrecordError


def breaking() -> Iterator[int]:
    yield 1
    raise ValueError("a node is gone")


@pytest.mark.parametrize("count", [0, 1, 50])
def test_items_come_as_they_are(count):
    assert list(watched(iter(range(1, count + 1)), 60.0, "stalled")) == list(range(1, count + 1))


def test_an_error_comes_in_its_place():
    items = watched(breaking(), 60.0, "stalled")
    assert next(items) == 1
    with pytest.raises(ValueError, match="a node is gone"):
        next(items)


def test_a_stall_is_an_error_and_what_came_before_is_not_lost():
    never = Event()

    def stalling() -> Iterator[int]:
        yield 1
        never.wait()

    items = watched(stalling(), 0.05, "the cluster gave nothing")
    assert next(items) == 1
    with pytest.raises(OnrecordError, match=r"^the cluster gave nothing$"):
        next(items)
    never.set()


def test_no_more_is_taken_than_was_asked_for():
    taken = []

    def items() -> Iterator[int]:
        for i in range(1, 100):
            taken.append(i)
            yield i

    assert list(islice(watched(items(), 60.0, "stalled"), 3)) == [1, 2, 3]
    assert taken == [1, 2, 3]
