"""What a request asks for, in types that say what is allowed; FastAPI checks them and describes them."""

from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from onrecord.model import Act
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.web.reading import OneReader

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
LOCAL = "local"
"""Who decides where nobody has to say who they are."""
NUL_FREE = r"^[^\x00]*$"


def record_of(request: Request) -> Record:
    found: Record = request.app.state.record
    return found


def reader_of(request: Request) -> OneReader:
    found: OneReader = request.app.state.reader
    return found


def author_of(request: Request) -> str:
    """Who asks, by name."""
    person = request.scope.get("person")
    return person.name if person else LOCAL


Kept = Annotated[Record, Depends(record_of)]
Reads = Annotated[OneReader, Depends(reader_of)]
Author = Annotated[str, Depends(author_of)]

Name = Annotated[str, Query(max_length=300, description="A code (KEN), a country, or a person's or body's name.")]
Since = Annotated[
    str, Query(pattern=f"^({DATE})?$", description="From this date, month or year (2025-03-18, 2025-03, 2025).")
]
Until = Annotated[str, Query(pattern=f"^({DATE})?$", description="To this date, month or year, inclusive.")]
Type = Annotated[str, Query(max_length=20, pattern="^[A-Za-z]*$", description="Only this PLOVER type, such as ACCUSE.")]
ActAsked = Annotated[Act | None, Query(description="Only what does this by being said.")]
Outlet = Annotated[str, Query(max_length=300, description="Only reports of this publisher.")]
Place = Annotated[str, Query(max_length=300, description="Only reports that name this place.")]
Words = Annotated[str, Query(max_length=800, description='All must occur, in any form; "in quotes" together.')]
After = Annotated[int, Query(ge=0, le=10_000_000, description="Items to pass over.")]


def blank_is_none(value: str | None) -> str | None:
    """A form's empty field is no condition."""
    return (value or "").strip() or None


def sieve_of(*, act: str | None, outlet: str, since: str, until: str, party: str, place: str, type: str) -> Sieve:
    """The conditions of a search as a form or an address gives them; an act that is none is no condition."""
    return Sieve(
        act=Act(act) if act in set(Act) else None,
        outlet=blank_is_none(outlet),
        since=blank_is_none(since),
        until=blank_is_none(until),
        party=blank_is_none(party),
        place=blank_is_none(place),
        type=blank_is_none(type),
    )


class Draft(BaseModel):
    """A report to be read."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="The report's text, in English.", max_length=1_000_000)
    title: str | None = Field(None, description="Its headline, where it is not the text's first line.", max_length=500)
    publisher: str | None = Field(None, description="Who brings it.", max_length=500)
    date: str | None = Field(None, description="When it was published, as 2025-03-18.", max_length=40)
