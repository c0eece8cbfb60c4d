"""What asks a record: its store, and the sight in which it is seen."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from onrecord.record.sight import Sight, look
from onrecord.record.store import Store


class Asking:
    """Transactions of a store in one sight of the record."""

    def __init__(self, store: Store, sight: Sight | None = None) -> None:
        self._store, self._sight = store, sight

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._store.reading() as connection:
            if self._sight:
                look(connection, self._sight)
            yield connection
