"""The rows of a run: all inputs one after the other, no id twice, near-copies marked if that is wanted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from onrecord.bulk.apart import rows_of
from onrecord.errors import InputError
from onrecord.ingest import Options, Placed, as_path, reaching

Marks = Callable[[Placed], Placed]
"""A function that leaves a row as it is or puts the reason in its place why it is not read."""


def size_of(inputs: Iterable[str]) -> int:
    """Bytes of all inputs together."""
    return sum(map(_size, inputs))


def corpus_rows(inputs: Iterable[str], options: Options, marks: tuple[Marks, ...] = ()) -> Iterator[Placed]:
    """Every row of every input in order; `behind` counts the bytes of all of them."""
    before = 0
    mark_twice = refuse_twice()
    for path in inputs:
        for placed in rows_with_ids(path, options):
            row = mark_twice(replace(placed, behind=before + placed.behind))
            for mark in marks:
                row = mark(row)
            yield row
        before += _size(path)


def rows_with_ids(path: str, options: Options) -> Iterator[Placed]:
    """The rows of an input, each with the id of its report, or of the row of which there is none."""
    for placed in rows_of(path, options):
        yield placed if isinstance(placed.row, InputError) else replace(placed, id=placed.row.id)


def refuse_twice() -> Marks:
    """Refuses a row whose id an earlier one had. Keeps eight bytes of digest for each id."""
    seen: set[bytes] = set()

    def mark(placed: Placed) -> Placed:
        if placed.id is None or isinstance(placed.row, InputError):
            return placed
        key = blake2b(placed.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if key not in seen:
            seen.add(key)
            return placed
        return replace(placed, row=InputError(placed.where, f"has the id {placed.id!r}, which an earlier row has"))

    return mark


def _size(input: str) -> int:
    """Bytes of an input; none of one that can't be reached, which the run names when it comes to it."""
    try:
        path = as_path(input)
        with reaching(path):
            return sum(p.stat().st_size for p in path.rglob("*")) if path.is_dir() else path.stat().st_size
    except (InputError, OSError):
        return 0
