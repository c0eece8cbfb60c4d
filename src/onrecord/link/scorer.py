"""How surely two reports tell of one incident, and why: a weighted sum of named features."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from onrecord.errors import LexiconError
from onrecord.link.features import FEATURES
from onrecord.link.sketch import Sketch

WEIGHTS = Path(__file__).parent / "data" / "incident.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A feature that speaks for or against, in words, and how much it adds to the sum."""

    says: str
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`value` lies between 0 and 1; `reasons` come with the weightiest first."""

    value: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each feature counts; `least` is the mean score over its pairs that holds an incident together."""

    least: float
    bias: float
    features: Mapping[str, float]
    says: Mapping[str, str]


def score(one: Sketch, other: Sketch) -> Score:
    """The score of a pair; which is the one and which the other changes nothing."""
    return weigh({name: feature(one, other) for name, feature in FEATURES.items()}, load_weights())


def weigh(values: Mapping[str, float], weights: Weights) -> Score:
    """The features' values as one score, through the logistic curve."""
    found = [
        Reason(says=weights.says[name], adds=round(weights.features[name] * value, 3))
        for name, value in values.items()
        if value
    ]
    total = weights.bias + sum(reason.adds for reason in found)
    reasons = tuple(sorted(found, key=lambda reason: (-abs(reason.adds), reason.says)))
    return Score(value=round(1 / (1 + math.exp(-total)), 4), reasons=reasons)


@cache
def load_weights(path: Path = WEIGHTS, names: frozenset[str] = frozenset(FEATURES)) -> Weights:
    """The weights as the data file has them. Raises LexiconError for a feature that there is not, or one left out."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    features = {entry["name"]: float(entry["weight"]) for entry in data["features"]}
    if features.keys() != names:
        odd = ", ".join(sorted(features.keys() ^ names))
        raise LexiconError((f"{path}: its features are not those that are computed: {odd}",))
    says = {entry["name"]: str(entry["says"]) for entry in data["features"]}
    return Weights(least=float(data["least"]), bias=float(data["bias"]), features=features, says=says)
