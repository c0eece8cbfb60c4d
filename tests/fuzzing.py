"""How the fuzzing tests try things: always the same few, or with ONRECORD_FUZZ so many of each, others each time."""

import os
from collections.abc import Callable
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from onrecord.errors import InputError

T = TypeVar("T")
ASKED = os.environ.get("ONRECORD_FUZZ")
fuzz = settings(max_examples=int(ASKED or 25), deadline=None, derandomize=ASKED is None, database=None)


def found(read: Callable[[], T]) -> T | str:
    """What a function gives, or in one line why it gives nothing."""
    try:
        return read()
    except InputError as error:
        told = str(error)
    assert "\n" not in told
    return f"refused: {told}"


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file that is cut off, or has some bytes changed, doubled or left out."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 12))
        data[at : at + length] = draw(st.one_of(st.binary(max_size=16), st.just(bytes(data[at : at + length]) * 2)))
    return bytes(data[: draw(st.integers(0, len(data)))]) if draw(st.booleans()) else bytes(data)
