"""How sure the reader is of what rules tell: as often as such items were right on gold (`confidence.yaml`).

A bucket is what is known of an item when it is told. Few, so that each could be measured.
"""

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Attribution, Event, Modality

PLAIN = frozenset(("cue.say", "cue.write", "cue.according_to", "cue.colon"))
"""Cues that are hardly ever anything else."""
ATTITUDES = frozenset((Act.BELIEF, Act.PRAISE, Act.CONDEMNATION, Act.QUESTION, Act.PROMISE, Act.CONDOLENCE))
LONG = 60
"""Characters from which a content is long."""
SURE_AT = 0.95
"""The chance from which a model is sure of an event's type."""
UNMEASURED = 0.5
BY_MODEL = "model."
"""How the `rule` of what a trained model decided begins."""


def sure_of_saying(told: Attribution, lexicon: Lexicon) -> float:
    """The share of attributions like this one that are whole: source and content right too."""
    return lexicon.confidence.get(".".join(("confidence", "attribution", *saying_bucket(told))), UNMEASURED)


def sure_alone(lexicon: Lexicon) -> float:
    """The share of attributions that are whole of those that rules tell and a model beside them, which knows of sayings
    of their layer, does not."""
    return lexicon.confidence.get("confidence.attribution.alone", UNMEASURED)


def sure_of_event(event: Event, lexicon: Lexicon) -> float:
    """The share of events like this one whose type is right where their parties are."""
    return lexicon.confidence.get(".".join(("confidence", "event", *event_bucket(event))), UNMEASURED)


def sure_beside(event: Event, lexicon: Lexicon) -> float:
    """The same of events that rules tell and a model beside them says nothing of."""
    return lexicon.confidence.get("confidence.typed.rule", sure_of_event(event, lexicon))


def sure_of_typed(event: Event, chance: float, lexicon: Lexicon) -> float:
    """The share of events like this one whose type is right, where a trained model gave it a chance (0 to 1); that
    chance itself where it was not measured."""
    return lexicon.confidence.get(".".join(("confidence", "typed", *typed_bucket(event, chance))), chance)


def is_by_model(rule: str | None) -> bool:
    """Whether a trained model decided what has this `rule`."""
    return (rule or "").startswith(BY_MODEL)


def saying_bucket(told: Attribution) -> tuple[str, ...]:
    """By a model; not said at all; else the family of its cue, whether its source was resolved, how much is said."""
    if is_by_model(told.rule):
        return ("model",)
    if told.modality is not Modality.ACTUAL:
        return ("unsaid",)
    family = "say" if told.rule in PLAIN else "attitude" if told.act in ATTITUDES else "act"
    source = "known" if told.source.entity is not None else "unknown"
    return (family, source, "long" if sum(e.end - e.start for e in told.content) >= LONG else "short")


def event_bucket(event: Event) -> tuple[str, ...]:
    """Whether it happened, and whether one party was found or two."""
    sides = "both" if event.actor and (event.recipient or len(event.actor) > 1) else "one"
    return ("actual" if event.modality is Modality.ACTUAL else "other", sides)


def typed_bucket(event: Event, chance: float) -> tuple[str, str]:
    """Whether rule and model see the same type or it is the model's alone, and how sure the model is."""
    return ("model" if is_by_model(event.rule) else "both", "sure" if chance >= SURE_AT else "unsure")
