"""A reader that loads at once, in a process of its own too, and does what the text of a report tells it.

Run as a script it codes IN into OUT with two processes, as `onrecord code --resume` does.
"""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from onrecord.bulk.batches import Batch
from onrecord.bulk.limits import LIMITS
from onrecord.bulk.pool import Pool
from onrecord.bulk.run import Order, as_line, begun_on, prepare, run
from onrecord.bulk.worker import Work
from onrecord.bulk.workplace import Progress, Workplace
from onrecord.errors import InputError
from onrecord.ingest import Options, Placed
from onrecord.model import Document, DocumentRead, Edition, Reading
from onrecord.model.document import digest


class Stub:
    """DIES ends the process with a word on standard error, SLEEPS takes a minute, GROWS takes a gigabyte, BREAKS
    raises, ONCE path dies if that file is not there yet.
    """

    edition = Edition(version="0.0", lexicon="lexicon-1", model="stub")

    def read(self, document: Document) -> Reading:
        text = document.text
        if "DIES" in text:
            os.write(2, b"no memory is left\n")
            os._exit(9)
        if "SLEEPS" in text:
            time.sleep(60)
        if "GROWS" in text:
            _ = b"".join(bytes(10_000_000) for _ in range(100))
        if "BREAKS" in text:
            raise IndexError("beyond the end")
        if "ONCE" in text and not (mark := Path(text.split()[-1])).exists():
            mark.touch()
            os._exit(9)
        return Reading(coder=self.edition, document=DocumentRead(id=document.id, sha256=digest(text)))

    def read_many(self, documents: Iterable[Document], jobs: int = 1) -> Iterator[Reading]:
        return map(self.read, documents)

    def forgetting(self) -> nullcontext[None]:
        return nullcontext()


def make_stub() -> Stub:
    return Stub()


def crashing_rows(path: str, options: Options) -> Iterator[Placed]:
    """A parser that reads two rows and then does what the file's name says; `once` does it where the file is there,
    and takes it away."""
    for number in (1, 2):
        yield Placed(where=f"{path}:{number}", row=Document.from_text("They met.", id=str(number)))
    if "dies" in path or ("once" in path and take(path)):
        os.kill(os.getpid(), signal.SIGSEGV)
    if "once" in path:
        yield Placed(where=f"{path}:3", row=Document.from_text("They left.", id="3"))
        return
    if "sleeps" in path:
        time.sleep(60)
    if "grows" in path:
        _ = bytes(1_000_000_000)
    raise TypeError("no such page\nin it")


def take(path: str) -> bool:
    """Whether the file was still there."""
    there = Path(path).exists()
    Path(path).unlink(missing_ok=True)
    return there


WORK = Work(make=make_stub, shape=as_line)


class Silent:
    """A Watch that looks away."""

    def failed(self, error: InputError) -> None: ...

    def passed(self, placed: Placed, progress: Progress) -> None: ...


def batch(*texts: str) -> Batch:
    """Rows called 0, 1, 2 …"""
    rows = (Document.from_text(text, id=str(i)) for i, text in enumerate(texts))
    return tuple(Placed(where=f"in.jsonl:{row.id}", row=row, id=row.id) for row in rows)


def code(source: str, output: str) -> None:
    order = Order(inputs=(source,), options=Options())
    with Workplace(output) as place, Pool(WORK, 2, LIMITS) as pool:
        if prepare(place, order.manifest(pool.edition, begun_on(place, True)), True):
            run(order, place, pool, Silent())


if __name__ == "__main__":
    code(*sys.argv[1:])
