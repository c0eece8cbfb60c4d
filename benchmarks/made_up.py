"""Made-up reports for benchmarks: 48 states, two thousand people, three reports to an incident, a hundred a day.

Everything follows from a report's number, so the first thousand of a record of a hundred thousand are those of a record
of a thousand. States are drawn by Zipf's law: a few are in most of the news, as in the world's.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from factories import Report, day
from onrecord.lexicon.countries import load_countries
from onrecord.model import Act, Document, Evidence, Kind, Reading
from onrecord.models.encoder import VOCABULARY, WEIGHTS

CODES = (
    "KEN ETH SDN TCD PER BOL IND NPL SRB FJI FRA DEU CHN RUS USA TUR IRN IRQ EGY LBY MLI NER NGA GHA SEN MAR DZA TUN "
    "JOR LBN SYR YEM OMN PAK AFG UZB KAZ MNG JPN VNM THA KHM MMR BRA ARG CHL COL MEX"
).split()
RATES = tuple(accumulate(1 / rank for rank in range(1, len(CODES) + 1)))
SYLLABLES = "ba do ke li mu na po ra sa te vo wi ya ze fu gor han jir kol mar nes pol ruk sen tar vel".split()
DAILY, TELLINGS = 100, 3
"""Reports of a day, and of an incident."""
FIRST_DAY = date(2022, 1, 1)
TYPES = (("ASSAULT", "struck a post"), ("COERCE", "seized a convoy"), ("AID", "sent grain"), ("PROTEST", "marched"))
TITLES = ("envoy", "foreign minister", "spokesman", "governor", "army chief")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with one office in one state."""

    name: str
    country: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What the reports of one incident tell of."""

    actor: str
    recipient: str
    type: str
    words: str
    town: str
    dead: int
    teller: Person
    denier: Person | None


def made_up(start: int, end: int) -> Iterator[tuple[Document, Reading]]:
    """The reports of these numbers, with their readings."""
    known = people()
    for n in range(start, end):
        yield report(n, _deed(n // TELLINGS, known)).made()


def people() -> list[Person]:
    """Everybody of whom the reports tell."""
    return [_person(n) for n in range(2000)]


def state_name(code: str) -> str:
    """A state as reports call it."""
    found = load_countries().by_code(code)
    assert found is not None
    return found.name


def report(n: int, deed: Deed) -> Report:
    """One report of a deed: a claim, its figure, a denial or a second figure, and sentences of other words."""
    draw = Random(f"report {n}")
    dead = deed.dead + (draw.random() < 0.2)
    actor, recipient = state_name(deed.actor), state_name(deed.recipient)
    done = f"{actor} {deed.words} of {recipient} near {deed.town}, and {dead} people died"
    other = deed.denier or deed.teller
    answer = f"{other.name}, {other.title} of {state_name(other.country)}, denied that {actor} was near {deed.town}."
    filler = " ".join(f"{' '.join(draw.sample(_words(), 9)).capitalize()}." for _ in range(6))
    written = (FIRST_DAY + timedelta(days=n // DAILY)).isoformat()
    made = Report(
        id=f"made-up-{n}",
        title=f"{deed.town} in the news",
        publisher=f"Post {draw.randrange(40)}",
        published=written,
        text=f"{done}, {deed.teller.title} {deed.teller.name} said.\n\n{answer if deed.denier else ''} {filler}",
    )
    one, two = (made.entity(state_name(code), Kind.STATE, code) for code in (deed.actor, deed.recipient))
    teller = made.entity(deed.teller.name, country=deed.teller.country)
    made.office(teller, deed.teller.title, country=deed.teller.country, since="2021-01-01")
    claim = made.said(done, cue="said", source=teller, act=Act.CLAIM)
    if deed.denier:
        denier = made.entity(deed.denier.name, country=deed.denier.country)
        denied = f"that {actor} was near {deed.town}"
        made.said(denied, cue="denied", source=denier, act=Act.DENIAL, answers=(claim,))
        made.event(answer, "REJECT", trigger="denied", actor=(denier,), recipient=(teller,), date=day(written))
    made.event(
        f"{done}, {deed.teller.title} {deed.teller.name} said.",
        deed.type,
        trigger=deed.words,
        actor=(one,),
        recipient=(two,),
        date=day(written),
        place=made.place(deed.town, deed.recipient),
        evidence=Evidence.DENIED if deed.denier else Evidence.CLAIMED,
        attribution=claim,
        figures=(made.figure(f"{dead} people", "killed", dead, dead, claim),),
    )
    return made


def _deed(n: int, known: list[Person]) -> Deed:
    draw = Random(f"deed {n}")
    actor, recipient = draw.choices(CODES, cum_weights=RATES, k=2)
    if actor == recipient:
        recipient = CODES[(CODES.index(actor) + 1) % len(CODES)]
    type, words = draw.choice(TYPES)
    town = _name(Random(f"town {recipient} {draw.randrange(12)}"))
    teller, denier = draw.sample(known, 2)
    return Deed(
        actor=actor,
        recipient=recipient,
        type=type,
        words=words,
        town=town,
        dead=draw.randrange(1, 40),
        teller=teller,
        denier=denier if draw.random() < 0.3 else None,
    )


@cache
def _words() -> tuple[str, ...]:
    """English words, so that reports share with each other what reports share by chance."""
    lines = (WEIGHTS / VOCABULARY).read_text(encoding="utf-8").splitlines()
    return tuple(word for word in lines if word.isalpha() and word.isascii() and len(word) > 3)


def _person(n: int) -> Person:
    draw = Random(f"person {n}")
    country = draw.choices(CODES, cum_weights=RATES)[0]
    return Person(name=f"{_name(draw)} {_name(draw)}", country=country, title=draw.choice(TITLES))


def _name(draw: Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=draw.choice((2, 3)))).title()
