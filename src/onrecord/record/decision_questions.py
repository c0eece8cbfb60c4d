"""What can be asked of a record about what people decided on its reports, and what waits for them."""

from onrecord.record.asking import Asking
from onrecord.record.audit import tell_corrections
from onrecord.record.correction import CorrectionRow
from onrecord.record.judgements import Judgement, all_judgements
from onrecord.record.paging import FIRST, Page
from onrecord.record.ratings import RatingRow, all_ratings
from onrecord.record.review import QueueRows, count_unseen, count_waiting, find_queue


class DecisionQuestions(Asking):
    """The questions about judgements, corrections and ratings."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement that was made, the withdrawn ones too."""
        with self._reading() as connection:
            return all_judgements(connection)

    def corrections(self) -> tuple[CorrectionRow, ...]:
        """Every correction and undoing that was made, in that order, and whether it counts."""
        with self._reading() as connection:
            return tell_corrections(connection)

    def queue(self, page: Page = FIRST, *, reader: str | None = None) -> QueueRows:
        """Events on which nobody has decided, those of most doubt and consequence first; of a second `reader` those on
        which others decided, and the reader not yet."""
        with self._reading() as connection:
            return find_queue(connection, page, reader)

    def waiting(self) -> int:
        """How many events nobody has decided on."""
        with self._reading() as connection:
            return count_waiting(connection)

    def unseen(self, reader: str) -> int:
        """How many events others have decided on, and this reader has not."""
        with self._reading() as connection:
            return count_unseen(connection, reader)

    def ratings(self) -> tuple[RatingRow, ...]:
        """Every rating that people gave, in that order; of two on one source or item the later counts."""
        with self._reading() as connection:
            return all_ratings(connection)
