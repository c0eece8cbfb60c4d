"""Which reader reads: the rules alone, or trained models beside them. No model is imported before one is wanted."""

import warnings
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.errors import ModelError, ModelWarning
from onrecord.model import Extent

if TYPE_CHECKING:
    from onrecord.models.load import Models

PROOF = "Fiji said that Samoa had closed the port."
"""What weights must be able to read before they are trusted."""


class ReaderKind(StrEnum):
    """`rules` alone, or `models` that add to them and speak against them."""

    RULES = "rules"
    MODELS = "models"


DEFAULT_READER = ReaderKind.MODELS
"""What reads where nobody has chosen, from the command line and from Python: the better, not the faster one."""


def find_models(kind: ReaderKind) -> "Models | None":
    """The models that a kind of reader has. Where the weights are missing, broken or of another version, a
    ModelWarning says so in one line, and there are none: the rules go on alone."""
    if kind is ReaderKind.RULES:
        return None
    try:
        return proven()
    except ModelError as error:
        warnings.warn(f"{error}; the rules read alone", ModelWarning, stacklevel=2)
        return None


def proven() -> "Models":
    """The packaged models, having read one sentence. Raises ModelError where they can't."""
    from onrecord.models.events import Question
    from onrecord.models.load import load_models

    models = load_models()
    fiji, samoa, closed = (Extent(PROOF.index(w), PROOF.index(w) + len(w)) for w in ("Fiji", "Samoa", "closed"))
    try:
        look = models.look(PROOF, {0})
        look.propose()
        look.answer([Question(sentence=Extent(0, len(PROOF)), pairs=((fiji, samoa),), triggers=(closed,))])
    except Exception as error:  # what other weights make of it, onnxruntime tells by errors that share no base
        raise ModelError(f"the weights are of another version than the code ({type(error).__name__})") from error
    return models
