"""All models of an installation, loaded once."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Extent
from onrecord.models.attribution import NETWORK as ROLES
from onrecord.models.attribution import AttributionModel, Proposal
from onrecord.models.decisions import FILE as DECISIONS
from onrecord.models.encoder import EMBEDDINGS, WEIGHTS
from onrecord.models.events import NETWORK as PAIRS
from onrecord.models.events import Answer, EventModel, Question
from onrecord.models.sieve import FILE as SIEVE
from onrecord.models.sieve import Sieve
from onrecord.models.views import NETWORK as ENCODER
from onrecord.models.views import Encoder, SentenceEncoder, View

ALONE = "events"
"""The folder, among some weights, of the model of events and its encoder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The trained models, and a name for these weights: readings of others can be told apart by it.

    `encoder` reads a report in windows, for attributions; `alone` reads sentences by themselves, for events, those that
    pass `sieve`, or all where there is none.
    """

    encoder: Encoder
    attribution: AttributionModel
    alone: SentenceEncoder
    events: EventModel
    name: str
    sieve: Sieve | None = None

    def look(self, text: str, begins: Collection[int]) -> "Look":
        """A text as the models see it. `begins`: where sentences begin."""
        return Look(models=self, text=text, views=self.encoder.look(text, begins))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A text that the encoder has read once, and of which sentences may be asked about."""

    models: Models
    text: str
    views: tuple[View, ...]

    def propose(self) -> list[Proposal]:
        """Every attribution that the model sees, faintly too, in the order of their cues."""
        return self.models.attribution.propose(self.views)

    def may_tell(self, sentence: Extent) -> bool:
        """Whether a sentence may tell of an event that no rule tells."""
        sieve = self.models.sieve
        return sieve is None or sieve.passes(self.views, sentence)

    def answer(self, questions: Sequence[Question]) -> list[list[Answer | None]]:
        """Of every question one answer a pair, in order; None for a pair that no view of its sentence holds."""
        seen = self.models.alone.look(self.text, [q.sentence for q in questions])
        return self.models.events.answer(seen, questions)


def load_models(folder: Path = WEIGHTS, threads: int = 1) -> Models:
    """The models whose weights lie in `folder`. Raises ModelError where a file is missing or can't be run."""
    own, encoder = folder / ALONE, Encoder(folder, threads)
    larger = (own / EMBEDDINGS).is_file()
    return Models(
        encoder=encoder,
        attribution=AttributionModel(folder, threads),
        alone=SentenceEncoder(own, None if larger else encoder.embeddings, threads),
        events=EventModel(own, threads),
        sieve=None if larger else Sieve(folder),
        name=f"{'larger' if larger else 'minilm'}-{digest(folder)}",
    )


def digest(folder: Path) -> str:
    """Eight hexadecimal digits of the weights."""
    whole = hashlib.sha256()
    files = [folder / name for name in (EMBEDDINGS, ENCODER, ROLES, DECISIONS, SIEVE)]
    files += [folder / ALONE / name for name in (EMBEDDINGS, ENCODER, PAIRS)]
    for path in filter(Path.is_file, files):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:8]
