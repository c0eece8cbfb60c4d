"""What an entry of each lexicon file may say. A field here is a key there; an unknown key is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Act, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence on which the entry must fire, with the words that it must find in each part."""

    text: str
    source: str | None = None
    content: str | None = None
    actor: str | None = None
    recipient: str | None = None
    modality: Modality | None = None
    low: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word by which something is put in somebody's mouth.

    `lemma` are lower-case lemmas, any of which fires; `pos` is verb, noun, or adverb ("reportedly"). `source`,
    `content` and `addressee` (to whom or of whom it is said) are paths (see `lexicon.paths`) tried in order.
    Where a content was found, all that the paths of `also` lead to is added to it. `requires` must all lead somewhere
    and `unless` nowhere. `quotes`: a quotation beside it may be its content. `anonymous`: it may go without a source
    ("reportedly", "is said to"). `plain`: the word can be nothing else, whatever a model says. `sided`: it is an
    event only where somebody stands at the other end ("supports a tax" is none). `mode`: the PLOVER mode that the
    speech act takes (`acts.yaml` gives its type).
    """

    id: str
    lemma: tuple[str, ...]
    pos: str
    act: Act
    source: tuple[str, ...] = ("lsubj",)
    content: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    quotes: bool = False
    anonymous: bool = False
    plain: bool = False
    sided: bool = False
    mode: str | None = None
    examples: tuple[Example, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActType:
    """Which PLOVER event, if any, the speech act itself is: an accusation is an ACCUSE, a plain statement nothing."""

    id: Act
    type: str
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A word for what nobody owns up to: said of another party, it turns a statement into an accusation."""

    id: str
    lemma: tuple[str, ...]
    pos: str
    examples: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalWord:
    """A word that takes what hangs under it out of the actual: `plan` (future), `threaten` (hypothetical), `fail`.

    `takes`: "infinitive" and "gerund" where only such words are meant ("told them *to leave*"); empty where all are.
    """

    id: str
    lemma: tuple[str, ...]
    modality: Modality
    takes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A word that says what a number counts: `kill`, `wound`. `paths` lead from it to the noun that is counted."""

    id: str
    what: str
    lemma: tuple[str, ...]
    pos: str
    paths: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where something was said: a platform, or a kind of statement."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWord:
    """A word that tells of an event of one PLOVER type.

    `actor` and `recipient` are paths tried in order; all parties that the first fruitful one leads to are taken.
    `reciprocal`: all parties are actors. `mode` holds modes of the type. `requires` must all lead somewhere and
    `unless` nowhere. `deed`: it goes before the speech act that its word may also be ("hundreds protested"). `sited`: a
    place or country whose name stands before it is where it was done ("the Kenya bombing"). `sided`: it tells nothing
    where its paths lead to no recipient ("welcomed the release").
    """

    id: str
    lemma: tuple[str, ...]
    pos: str
    type: str
    mode: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    deed: bool = False
    sited: bool = False
    sided: bool = False
    examples: tuple[Example, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeWord:
    """Words in an event's own sentence that tell its mode: `drone` near an ASSAULT."""

    id: str
    type: str
    mode: str
    lemma: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWord:
    """Words anywhere in a paragraph that tell what an event is about (PLOVER's 37 contexts)."""

    id: str
    context: str
    lemma: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainWord:
    """Words of a field in which violent words mean no violence (sport, markets, weather), or of conflict itself.

    `whole`: one of these words counts as two, and where it leads to the field, no word tells an event, no
    calm one either. `doer`, `target`: one of them as the subject or object of an event word is enough ("the storm hit",
    "fought the infection").
    """

    id: str
    domain: str
    lemma: tuple[str, ...]
    whole: bool = False
    doer: bool = False
    target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often items of one bucket were right (0 to 1), and of how many that was measured."""

    id: str
    told: int
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One of PLOVER's 16 types: quad, base score, modes with their scores, whether it must have a recipient.

    `future` is the type that it takes when announced. `refused`: who says he will not do it makes a REJECT of it, with
    these modes; absent where not doing it is no refusal ("will not attack").
    """

    id: str
    quad: str
    score: float
    recipient: bool
    modes: dict[str, float]
    future: str | None = None
    refused: tuple[str, ...] | None = None

    def intensity(self, mode: Iterable[str]) -> float:
        """The score of the weightiest of an event's modes, or the type's own."""
        return min((self.modes[m] for m in mode), key=lambda score: -abs(score), default=self.score)
