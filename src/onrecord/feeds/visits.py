"""Asking other people's servers politely: as their robots.txt allows, and one question after the other with pauses."""

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from onrecord.errors import InputError, UnreachedError
from onrecord.ingest.ask import Answer, ask
from onrecord.ingest.options import Options

NAME = "onrecord"
"""What robots.txt may call us by."""
PAUSE, LONGEST = 2.0, 60.0
"""Seconds between two questions to one host, and the most that a robots.txt may ask for."""


class Visits:
    """One round of questions. `clock` and `sleep` are seconds."""

    def __init__(
        self,
        options: Options,
        *,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._options = options
        self._pause = pause
        self._clock, self._sleep = clock, sleep
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}

    def ask(self, address: str, *, accept: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What the address answers. Raises InputError where its robots.txt forbids asking, UnreachedError where neither
        it nor that answers."""
        robots = self._robots_of(address)
        if robots is None:
            raise UnreachedError(address, "its robots.txt could not be had, so it is not fetched now")
        if not robots.can_fetch(NAME, address):
            raise InputError(address, "its robots.txt does not allow it to be fetched")
        asked = float(robots.crawl_delay(NAME) or 0)
        return self._paced(address, accept, headers, pause=min(max(self._pause, asked), LONGEST))

    def _robots_of(self, address: str) -> RobotFileParser | None:
        """The rules of an address's host, asked for once a round: none there means that all is allowed, no answer that
        nothing is (RFC 9309)."""
        scheme, host, *_ = urlsplit(address)
        where = urlunsplit((scheme, host, "/robots.txt", "", ""))
        if where not in self._robots:
            self._robots[where] = self._rules(where)
        return self._robots[where]

    def _rules(self, where: str) -> RobotFileParser | None:
        try:
            answer = self._paced(where, "text/plain", None, pause=self._pause)
        except UnreachedError:
            return None
        if answer.status >= 500:
            return None
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        return rules

    def _paced(self, address: str, accept: str, headers: Mapping[str, str] | None, *, pause: float) -> Answer:
        host = urlsplit(address).netloc
        if host in self._last:
            self._sleep(max(0.0, self._last[host] + pause - self._clock()))
        try:
            return ask(address, self._options, accept=accept, headers=headers)
        finally:
            self._last[host] = self._clock()
