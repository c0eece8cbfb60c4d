"""Who appears in a report, which offices they hold and whose kin they are."""

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model.extent import Extent


class Kind(StrEnum):
    PERSON = "person"
    BODY = "body"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"
    OTHER = "other"


class Form(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """One place in the text that speaks of an entity, its article and titles included.

    `name` is where the name alone stands, if the mention says more ("President Okello": "Okello").
    """

    start: int
    end: int
    form: Form
    name: Extent | None = field(default=None, compare=False)

    @property
    def extent(self) -> Extent:
        return Extent(self.start, self.end)

    @property
    def named(self) -> Extent:
        """The name alone, or all of a mention that is no name or nothing but one."""
        return self.name or self.extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body, state, group or place, with every mention of it in text order.

    `country` is ISO 3166-1 alpha-3 or one of PLOVER's non-state codes; `sector` holds PLOVER sectors, the first one
    first in rank. Both are empty where the text does not tell.
    """

    id: str
    kind: Kind
    name: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    register: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """`holder`, `body` and `appointed_by` are ids of entities; `since` (JSON: `from`) and `until` ISO dates."""

    holder: str
    title: str
    body: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    appointed_by: str | None = None
    spans: tuple[Extent, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """`person` is the `relation` of `of`: both ids of entities."""

    person: str
    relation: str
    of: str
    spans: tuple[Extent, ...] = ()
    rule: str | None = None
