"""A stall made an error: what gives nothing for too long is not waited for."""

from collections.abc import Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from onrecord.errors import OnrecordError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """The next item, the error that came in its place, or neither at the end."""

    item: T | None = None
    error: BaseException | None = None


def watched(items: Iterator[T], seconds: float, message: str) -> Iterator[T]:
    """The items, none of which is None, as they come. Raises OnrecordError with this message where the next one takes
    longer than `seconds`; the thread that waits for it is then left behind."""
    asked: SimpleQueue[bool] = SimpleQueue()
    answers: SimpleQueue[Answer[T]] = SimpleQueue()
    Thread(target=_answer, args=(items, asked, answers), daemon=True).start()
    try:
        while True:
            asked.put(True)
            answer = answers.get(timeout=seconds)
            if answer.error is not None:
                raise answer.error
            if answer.item is None:
                return
            yield answer.item
    except Empty:
        raise OnrecordError(message) from None
    finally:
        asked.put(False)


def _answer(items: Iterator[T], asked: "SimpleQueue[bool]", answers: "SimpleQueue[Answer[T]]") -> None:
    while asked.get():
        try:
            answers.put(Answer(item=next(items, None)))
        except BaseException as error:
            answers.put(Answer(error=error))
