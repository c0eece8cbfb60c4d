"""Sentences that were labelled by hand, with every event and attribution that they hold: their form, and its checks."""

from dataclasses import dataclass
from typing import Any

from onrecord.errors import InputError
from onrecord.evaluate.scoring import Row
from onrecord.model import Act, Extent, Modality

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
RECIPROCAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Types whose actor and recipient are two sides of one kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledEvent:
    """Who did what to whom; None where the sentence names nobody."""

    actor: Extent | None
    recipient: Extent | None
    type: str
    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSaying:
    """Who says what; `within` is the number of the saying of this sentence in whose content it stands."""

    source: Extent | None
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    act: Act
    within: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """A sentence (or a few) with all that it tells. `kind` says what it is there for."""

    id: str
    kind: str
    text: str
    events: tuple[LabelledEvent, ...]
    attributions: tuple[LabelledSaying, ...]


def as_labelled(row: Row) -> LabelledSentence:
    """The sentence that a row holds. Raises InputError that names the row and the first thing wrong in it."""
    id = str(row.get("id"))
    try:
        text = row["text"]
        return LabelledSentence(
            id=id,
            kind=row["kind"],
            text=text,
            events=tuple(_event(text, e) for e in row["events"]),
            attributions=tuple(_saying(text, a, i) for i, a in enumerate(row["attributions"])),
        )
    except KeyError as error:
        raise InputError(id, f"has no {error}; see training/sentences for the form") from error
    except (TypeError, ValueError) as error:
        raise InputError(id, str(error)) from error


def _event(text: str, event: Row) -> LabelledEvent:
    if event["type"] not in TYPES:
        raise ValueError(f"{event['type']!r} is no type of event")
    return LabelledEvent(
        actor=_words(text, event["actor"]),
        recipient=_words(text, event["recipient"]),
        type=event["type"],
        modality=Modality(event["modality"]),
    )


def _saying(text: str, saying: Row, number: int) -> LabelledSaying:
    within = saying["within"]
    if within is not None and (within == number or not isinstance(within, int)):
        raise ValueError(f"attribution {number} is within {within!r}, which is no other attribution")
    return LabelledSaying(
        source=_words(text, saying["source"]),
        cue=tuple(_must(text, words) for words in saying["cue"]),
        content=tuple(_must(text, words) for words in saying["content"]),
        act=Act(saying["act"]),
        within=within,
    )


def _words(text: str, given: Any) -> Extent | None:
    return None if given is None else _must(text, given)


def _must(text: str, given: Any) -> Extent:
    """Where words stand in the text: their first occurrence, or the `nth`. Raises ValueError where they do not."""
    words, nth = (given["words"], given["nth"]) if isinstance(given, dict) else (given, 1)
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0 or not words:
            raise ValueError(f"{words!r} ({nth}) does not stand in the sentence")
    return Extent(start, start + len(words))
