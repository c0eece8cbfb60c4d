"""All models of an installation, loaded once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from onrecord.models.attribution import NETWORK as ROLES
from onrecord.models.attribution import AttributionModel
from onrecord.models.decisions import FILE as DECISIONS
from onrecord.models.encoder import EMBEDDINGS, WEIGHTS, Embeddings
from onrecord.models.events import NETWORK as EVENTS
from onrecord.models.events import EventModel
from onrecord.models.views import NETWORK as ENCODER


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The trained models, and a name for these weights: readings of others can be told apart by it."""

    attribution: AttributionModel
    events: EventModel
    name: str


def load_models(folder: Path = WEIGHTS, threads: int = 1) -> Models:
    """The models whose weights lie in `folder`. Raises ModelError where a file is missing or can't be run."""
    embeddings = Embeddings(folder)
    return Models(
        attribution=AttributionModel(embeddings, folder, threads),
        events=EventModel(embeddings, folder, threads),
        name=f"minilm-{digest(folder)}",
    )


def digest(folder: Path) -> str:
    """Eight hexadecimal digits of the weights."""
    whole = hashlib.sha256()
    for name in (EMBEDDINGS, ENCODER, ROLES, EVENTS, DECISIONS):
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()[:8]
