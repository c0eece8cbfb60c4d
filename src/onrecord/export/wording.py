"""Codes of a Reading in the words that a reader of the text or the page is given."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Act, Attribution, Basis, Entity, Event, Evidence, Figure, Modality, Office, Place, When
from onrecord.model.amounts import amount

DIGEST = re.compile(r"[0-9a-f]{16}")
"""The id of a report that came with no id and no address."""

ACTS = {
    Act.STATEMENT: "says",
    Act.CLAIM: "claims",
    Act.ACCUSATION: "accuses",
    Act.DENIAL: "denies",
    Act.RESPONSIBILITY: "claims responsibility",
    Act.REQUEST: "asks",
    Act.THREAT: "threatens",
    Act.PROMISE: "promises",
    Act.CONDOLENCE: "condoles",
    Act.CONDEMNATION: "condemns",
    Act.PRAISE: "praises",
    Act.ESTIMATE: "estimates",
    Act.QUESTION: "asks whether",
    Act.BELIEF: "believes",
}

MODALITIES = {
    Modality.ACTUAL: "",
    Modality.FUTURE: "still to come",
    Modality.HYPOTHETICAL: "only supposed",
    Modality.NEGATED: "did not happen",
}

TYPES = {
    "AGREE": "agree or promise",
    "CONSULT": "meet, visit or talk",
    "SUPPORT": "praise, recognise or stand by",
    "CONCEDE": "give way, in words",
    "COOPERATE": "work together",
    "AID": "give help",
    "RETREAT": "withdraw, release or cease fire",
    "REQUEST": "ask or demand",
    "ACCUSE": "accuse, criticise or investigate",
    "REJECT": "refuse or deny",
    "THREATEN": "threaten",
    "PROTEST": "march, strike or riot",
    "SANCTION": "punish, expel or break off",
    "MOBILIZE": "move troops or weapons",
    "COERCE": "arrest, seize or restrict",
    "ASSAULT": "attack, hurt or kill",
}
"""PLOVER's types in plain words."""

SAYINGS = {
    Modality.ACTUAL: "",
    Modality.FUTURE: "still to be said",
    Modality.HYPOTHETICAL: "only supposed",
    Modality.NEGATED: "not said",
}

BASES = {
    Basis.GIVEN: "as given",
    Basis.METADATA: "by the page's own data",
    Basis.DATELINE: "by its dateline",
    Basis.INFERRED: "inferred",
    Basis.UNKNOWN: "unknown",
}

UNDATED = "undated"
WHENS = {
    "inherited": "the same incident elsewhere in the report",
    "published": "no later than the report",
    "corrected": "as a person corrected it",
}

PARTS_OF_DAY = {"MO": "in the morning", "AF": "in the afternoon", "EV": "in the evening", "NI": "at night"}


def said_on(value: str) -> str:
    """A TIMEX3 value of a day or time: "2025-06-19 in the evening", "2025-06-19 at 14:30"."""
    day, _, time = value.partition("T")
    return one_line(f"{day} {PARTS_OF_DAY.get(time, f'at {time}')}" if time else day)


def claimants(place: Place) -> str:
    """Who holds or claims a disputed area; empty for any other place."""
    return f"held or claimed by {', '.join(place.claimants)}" if place.claimants else ""


def published(lookup: Lookup, day: Callable[[str], str] = str) -> str:
    """The report's date, what it rests on, and the words that say so."""
    date = lookup.reading.document.published
    if date.value is None:
        return "on an unknown date"
    words = quoted(lookup.words(date.spans)) if date.basis is Basis.INFERRED else ""
    return f"{day(date.value)}, {BASES[date.basis]}" + (f" from {words}" if words else "")


def party(entity: Entity) -> str:
    """Country and sectors of an entity: "PER GOV MIL"; nothing where neither is known."""
    return one_line(" ".join(filter(None, (entity.country, *entity.sector))))


def office(lookup: Lookup, held: Office, day: Callable[[str], str] = str) -> str:
    """ "special envoy for Bolivia, of Peru, from 2025-03-01, appointed by …" """
    of = lookup.names([held.body] if held.body else []) or held.country
    by = lookup.names([held.appointed_by] if held.appointed_by else [])
    parts = (
        held.title,
        of and f"of {of}",
        held.since and f"from {day(held.since)}",
        held.until and f"until {day(held.until)}",
        by and f"appointed by {by}",
    )
    return one_line(", ".join(filter(None, parts)))


def kin(lookup: Lookup, person: Entity) -> tuple[str, ...]:
    """One phrase for each tie of this person: "nephew of …"."""
    ties = (t for t in lookup.reading.kin if t.person == person.id)
    return tuple(f"{one_line(t.relation)} of {lookup.names([t.of]) or 'somebody unnamed'}" for t in ties)


def days(start: str | None, end: str | None) -> str:
    """ "2025-03-18", "2025-03-18 to 2025-03-20", "from …", "by …" or "undated"."""
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"by {end}" if end else UNDATED


def when(date: When, spelt: Callable[[str | None, str | None], str] = days) -> str:
    """The days in which an event lies, and what that rests on where it is not said with it."""
    said = spelt(date.start, date.end)
    return f"{said} ({WHENS[date.basis]})" if date.basis in WHENS and said != UNDATED else said


def count(what: str, low: int | None, high: int | None, currency: str | None = None) -> str:
    """ "12 killed", "at least 12 killed", "up to 12 killed" or "10 to 12 killed"; of a sum "3,000 KES"."""
    return f"{amount(low, high)} {one_line(currency or what)}"


def figure(lookup: Lookup, told: Figure) -> str:
    """A figure and on whose word it stands."""
    teller = lookup.attribution(told.attribution)
    whose = f"the word of {lookup.speaker(teller)}" if teller else "the report's word"
    return f"{count(told.what, told.low, told.high, told.currency)}, by {whose}"


def word(lookup: Lookup, event: Event) -> str:
    """On whose word an event stands: "claimed by the X, as the ministry tells; denied by the army"."""
    told = lookup.attribution(event.attribution)
    if told is None:
        return "the report's own word" if event.evidence is Evidence.REPORTED else event.evidence.value
    first, *others = speakers(lookup, told)
    verb = {Act.DENIAL: "denied", Act.CLAIM: "claimed", Act.RESPONSIBILITY: "claimed"}.get(told.act)
    verb = verb or ("claimed" if event.evidence is Evidence.CLAIMED else "said")
    tellers = "".join(f", as told by {outer}" for outer in others)
    deniers = " and ".join(dict.fromkeys(lookup.speaker(d) for d in lookup.denials(told)))
    return f"{verb} by {first}{tellers}" + (f"; denied by {deniers}" if deniers else "")


def chain(lookup: Lookup, told: Attribution | None) -> str:
    """Through whose mouths it came: "Daily X, from the Interior Ministry, quoting P. Otieno"."""
    read = lookup.reading.document
    told_by = one_line(read.publisher or host(read.url) or "the report")
    return passed_on((told_by, *reversed(speakers(lookup, told))))


def speakers(lookup: Lookup, told: Attribution | None) -> list[str]:
    """Through whose mouths a word came, the first first; who says that he says it, once."""
    same = groupby(lookup.chain(told), key=lambda link: link.source.entity or link.id)
    return [lookup.speaker(next(links)) for _, links in same]


def passed_on(names: Sequence[str]) -> str:
    """The outlet, whom it has it from, and whom those quote; the outlet on its own word where it names nobody."""
    outlet, *sources = names
    if not sources:
        return f"{outlet}, on its own word"
    return ", quoting ".join((f"{outlet}, from {sources[0]}", *sources[1:]))


def outlet(lookup: Lookup) -> str:
    """Who brings the report: its publisher, else the host of its address, else its id."""
    read = lookup.reading.document
    return one_line(read.publisher or host(read.url) or read.id)


def brought_by(name: str) -> str:
    """The name of an outlet, or of another voice; the digest by which a report without either is known is no name."""
    return "an unnamed outlet" if DIGEST.fullmatch(name) else one_line(name)


def titled(title: str | None, url: str | None, id: str) -> str:
    """A report's title, its address or its id, of which a digest is no name."""
    return one_line(title or url or ("A report without a title" if DIGEST.fullmatch(id) else id))


def host(url: str | None) -> str | None:
    """The host of an address; None where it has none or is none."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def saying(lookup: Lookup, told: Attribution) -> str:
    """Who does what by saying it, in the report's own cue: "Amaru Quispe · wrote (X)"."""
    cue = lookup.words(told.cue) or ACTS[told.act]
    return f"{lookup.speaker(told)} · {cue}" + (f" ({one_line(told.channel)})" if told.channel else "")


def quoted(words: str) -> str:
    """The words in quotation marks, unless they bring their own; nothing for nothing."""
    return words if not words or words[0] in "\"“‘'«" else f"“{words}”"
