"""Reading in this very process: for few reports, and for a reader that is loaded already."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.bulk.batches import Batch
from onrecord.bulk.limits import LIMITS
from onrecord.bulk.worker import Found, read_batch
from onrecord.ingest import Placed
from onrecord.model import Document, Reading

if TYPE_CHECKING:
    from onrecord.read.reader import Reader

T = TypeVar("T")


class Alone(Generic[T]):
    """Does what a Pool does, but for deaths and limits of time."""

    def __init__(self, reader: "Reader", shape: Callable[[Document, Reading], T]) -> None:
        self.edition = reader.edition
        self._reader, self._shape = reader, shape

    def read(self, batches: Iterable[Batch]) -> Iterator[tuple[Placed, Found[T]]]:
        """Every row with what was made of it, in the order of the rows."""
        for batch in batches:
            yield from zip(batch, read_batch(self._reader, batch, self._shape, LIMITS), strict=True)
