"""What a request asks for, in types that say what is allowed; FastAPI checks them and describes them."""

from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator

from onrecord.model import Act
from onrecord.record import Record
from onrecord.web.reading import OneReader

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
LOCAL = "local"
"""Who decides where nobody has to say who they are."""


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


def blank_is_none(value: str | None) -> str | None:
    """A form's empty field is no condition."""
    return (value or "").strip() or None


Name = Annotated[str, Query(max_length=300, description="A code (KEN), a country, or a person's or body's name.")]
Since = Annotated[
    str, Query(pattern=f"^({DATE})?$", description="From this date, month or year (2025-03-18, 2025-03, 2025).")
]
Until = Annotated[str, Query(pattern=f"^({DATE})?$", description="To this date, month or year, inclusive.")]
Type = Annotated[str, Query(max_length=20, pattern="^[A-Za-z]*$", description="Only this PLOVER type, such as ACCUSE.")]
ActAsked = Annotated[
    Act | None, BeforeValidator(blank_is_none), Query(description="Only what does this by being said.")
]
QuadAsked = Annotated[
    str,
    Query(
        pattern="^(((verbal|material) )?(cooperation|conflict))?$",
        description="Only cooperation or conflict, or only words or deeds of it: `conflict`, `verbal conflict`.",
    ),
]
Newest = Annotated[
    int, Query(ge=0, le=10_000_000, description="Only what so many of the newest reports tell; 0 for all of them.")
]
Outlet = Annotated[str, Query(max_length=300, description="Only reports of this publisher.")]
Place = Annotated[str, Query(max_length=300, description="Only reports that name this place.")]
Words = Annotated[str, Query(max_length=800, description='All must occur, in any form; "in quotes" together.')]
After = Annotated[int, Query(ge=0, le=10_000_000, description="Items to pass over.")]
Limit = Annotated[int, Query(ge=1, le=500, description="Items of a page.")]
Cursor = Annotated[str, Query(max_length=100, description="`next` of the page before; nothing for the first page.")]
