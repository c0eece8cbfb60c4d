"""How often somebody may do what costs much or may be tried again and again."""

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from fastapi import HTTPException, Request

MANY = 10_000
"""Keys that are remembered; the one seen longest ago is forgotten first."""


class Rate:
    """At most `most` in `seconds` for each key."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._lock = Lock()
        self._times: dict[str, deque[float]] = {}

    def wait(self, key: str) -> float:
        """Counts one more, and gives nought; where it is one too many, counts nothing and gives the seconds to wait."""
        with self._lock:
            now = self._clock()
            times = self._times.pop(key, deque())
            self._times[key] = times
            while len(self._times) > MANY:
                del self._times[next(iter(self._times))]
            while times and times[0] <= now - self._seconds:
                times.popleft()
            if len(times) >= self._most:
                return times[0] + self._seconds - now
            times.append(now)
            return 0.0


class Rates:
    """The rates of one server: of signing in and of reading reports while somebody waits."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.login = Rate(5, 300, clock=clock)
        self.logins = Rate(50, 300, clock=clock)
        self.reading = Rate(30, 60, clock=clock)


def origin_of(request: Request) -> str:
    """The address that asks."""
    return request.client.host if request.client else "unknown"


def check(seconds: float) -> None:
    """Raises 429, with the seconds to wait, for any but nought."""
    if seconds:
        wait = str(int(seconds) + 1)
        raise HTTPException(429, f"Too often. Try again in {wait} seconds.", {"retry-after": wait})


def limit_reading(request: Request) -> None:
    """Reading a report takes seconds of a processor: only so many a minute."""
    rates: Rates = request.app.state.rates
    person = request.scope.get("person")
    check(rates.reading.wait(person.name if person else origin_of(request)))
