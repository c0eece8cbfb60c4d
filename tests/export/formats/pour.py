"""An export in one piece, for the tools that read it back."""

from onrecord.export.formats.pieces import Pieces


def pour(pieces: Pieces) -> tuple[str, str | None]:
    """The text of an export, and what it says was left out."""
    made: list[str] = []
    while True:
        try:
            made.append(next(pieces))
        except StopIteration as end:
            return "".join(made), end.value
