"""Where in a document's text something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of the text in Unicode characters, `start` inclusive, `end` exclusive.

    Raises ValueError for an empty or reversed stretch: what can't be pointed at is not reported.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such stretch of text: {self.start} to {self.end}")

    def __contains__(self, other: "Extent") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Extent") -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of `text` that stand here."""
        return text[self.start : self.end]
