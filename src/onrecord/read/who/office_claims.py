"""What a claim of an office says, and the claim that some words make of a person."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.lexicon.people import Role
from onrecord.model import Extent, TimeType
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, first_token, last_token
from onrecord.read.who.titles import title_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That `holder` holds or held an office. `phrase` is the nominal that names the office, where it is a mention."""

    holder: Reference
    title: str
    country: str | None
    body: Reference | None
    spans: tuple[Extent, ...]
    rule: str
    phrase: Reference | None = None
    appointed_by: Reference | None = None
    since: str | None = None
    until: str | None = None
    former: bool = False

    @property
    def key(self) -> tuple[str, str | None]:
        """What two claims of one office share."""
        return self.title.lower(), self.country


def is_office(mention: Reference) -> bool:
    """Whether a nominal is a role that somebody holds."""
    noun = mention.noun
    return noun is not None and isinstance(noun.entry, Role) and noun.entry.office


def of_phrase(scene: Scene, person: Reference, office: Reference, rule: str) -> Claim | None:
    """The claim that a person holds what a nominal names."""
    claim = describe(scene, person, first_token(scene, office), last_token(scene, office), rule)
    return replace(claim, phrase=office) if claim is not None else None


def describe(scene: Scene, person: Reference, start: int, end: int, rule: str) -> Claim | None:
    """The claim that the words of tokens `start` to `end` make of `person`."""
    parts = title_parts(scene, start, end)
    if parts is None:
        return None
    title, country, body, former = parts
    extent = Extent(scene.doc[start].idx, scene.doc[end - 1].idx + len(scene.doc[end - 1].text))
    return Claim(
        holder=person,
        title=title,
        country=country or (body.country if body is not None else None),
        body=body,
        spans=tuple(sorted((extent, person.extent))),
        rule=rule,
        former=former,
    )


def day_near(scene: Scene, verb: Token) -> str | None:
    """The fullest date in the verb's sentence."""
    start, end = verb.sent.start_char, verb.sent.end_char
    dates = [t for t in scene.times if start <= t.start < end and t.type == TimeType.DATE and t.value[:4].isdigit()]
    dates.sort(key=lambda t: (-len(t.value), abs(t.start - verb.idx)))
    return dates[0].value if dates else None
