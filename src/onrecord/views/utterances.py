"""Something said, with the chain it came through and what it answers."""

from dataclasses import dataclass

from onrecord.model import Act
from onrecord.record.page_rows import Told
from onrecord.record.rows import DocumentRow, SayingRow, Sayings
from onrecord.views.voices import Voice, voices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """An attribution as a page lists it. `answers` are those that it denies, `answered_by` those that deny it."""

    id: str
    words: str
    act: Act
    voices: tuple[Voice, ...]
    answers: tuple[SayingRow, ...]
    answered_by: tuple[SayingRow, ...]
    document: DocumentRow


def as_told(told: Told) -> tuple[Utterance, ...]:
    """The utterances in the order wanted."""
    answered: dict[tuple[str, str], list[SayingRow]] = {}
    for saying in told.sayings.values():
        for other in saying.answers:
            answered.setdefault((saying.document.id, other), []).append(saying)
    return tuple(_utterance(told.sayings[key], told.sayings, tuple(answered.get(key, ()))) for key in told.keys)


def _utterance(saying: SayingRow, sayings: Sayings, answered_by: tuple[SayingRow, ...]) -> Utterance:
    document = saying.document
    return Utterance(
        id=saying.id,
        words=saying.words,
        act=saying.act,
        voices=voices_of(document, saying.id, sayings),
        answers=tuple(sayings[document.id, other] for other in saying.answers if (document.id, other) in sayings),
        answered_by=answered_by,
        document=document,
    )
