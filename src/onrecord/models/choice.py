"""Which reader reads: the rules alone, or trained models beside them. No model is imported before one is wanted."""

import warnings
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ModelError, ModelWarning, OnrecordError
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


def find_models(kind: str) -> "Models | None":
    """The models that a kind of reader has, or those whose weights lie in the folder of that name.

    Where weights are missing, broken or of another version, a ModelWarning says so in one line, and there are none: the
    rules go on alone. Raises OnrecordError for what is neither a kind nor a folder.
    """
    if kind == ReaderKind.RULES:
        return None
    from onrecord.models.encoder import WEIGHTS

    folder = WEIGHTS if kind == ReaderKind.MODELS else Path(kind)
    if not folder.is_dir():
        raise OnrecordError(f"{kind!r} is no reader: choose rules, models, or a folder with weights of your own")
    try:
        return proven(folder)
    except ModelError as error:
        warnings.warn(f"{error}; the rules read alone", ModelWarning, stacklevel=2)
        return None


def proven(folder: Path) -> "Models":
    """The models of a folder, having read one sentence. Raises ModelError where they can't."""
    from onrecord.models.events import Question
    from onrecord.models.load import load_models

    models, whole = load_models(folder), Extent(0, len(PROOF))
    fiji, samoa, closed = (Extent(PROOF.index(w), PROOF.index(w) + len(w)) for w in ("Fiji", "Samoa", "closed"))
    try:
        look = models.look(PROOF, {0})
        look.propose()
        look.may_tell(whole)
        look.answer([Question(sentence=whole, pairs=((fiji, samoa),), triggers=(closed,))])
    except Exception as error:  # what other weights make of it, onnxruntime tells by errors that share no base
        raise ModelError(f"the weights are of another version than the code ({type(error).__name__})") from error
    return models
