"""The calls of the API. Answers are made by `answers`, described by `openapi`."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response

from onrecord.errors import MissingError
from onrecord.model import Kind, Reading, reading_to_json, to_json
from onrecord.record.facets import Facets
from onrecord.record.meant import Meant
from onrecord.record.page_rows import Candidate, Counts
from onrecord.record.paging import Page
from onrecord.record.rows import DocumentRow, HitRow
from onrecord.record.said import Said
from onrecord.views import (
    Claim,
    Entry,
    Incident,
    as_accounts,
    as_contradictions,
    as_differences,
    as_incident,
    as_incidents,
    as_ledger,
    as_timeline,
)
from onrecord.web.access.rates import limit_reading
from onrecord.web.api.answers import Found, as_json, listed
from onrecord.web.api.objects import Actor, IncidentTold, Report, as_actor
from onrecord.web.api.openapi import one, page_of, problems
from onrecord.web.asked import ActAsked, Cursor, Kept, Limit, Name, Reads, blank_is_none
from onrecord.web.conditions import BetweenAsked, SearchAsked, WantedAsked, need_party
from onrecord.web.drafts import Draft

ROOT = "/api/v1"
router = APIRouter(responses=problems(400, 404, 422))

Id = Annotated[str, Query(max_length=2000, description="The report's id, as the lists give it.")]
KindAsked = Annotated[Kind | None, Query(description="Only entities of this kind.")]


@router.get("/counts", responses=one(Counts))
def counts(request: Request, kept: Kept) -> Response:
    """How much the record holds."""
    return as_json(request, to_json(kept.counts()))


@router.get("/reports", responses=page_of(DocumentRow))
def reports(request: Request, kept: Kept, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Every report without its text, the one that came last first."""

    def fetch(page: Page) -> Found:
        found = kept.newest(page)
        return Found(items=found, rows=len(found))

    return listed(request, fetch, limit, cursor)


@router.get("/report", responses=one(Report))
def report(request: Request, kept: Kept, id: Id) -> Response:
    """One report with its text."""
    return as_json(request, to_json(Report(document=kept.document_row(id), text=kept.document(id).text)))


@router.get("/reading", responses=one(Reading))
def reading(request: Request, kept: Kept, id: Id) -> Response:
    """The current Reading of a report (`onrecord.reading/1`)."""
    return as_json(request, to_json(kept.reading(id)))


@router.get("/readings", responses=page_of(Reading))
def readings(request: Request, kept: Kept, limit: Limit = 10, cursor: Cursor = "") -> Response:
    """The current Readings of all reports, the one that came last first."""

    def fetch(page: Page) -> Found:
        found = kept.newest(page)
        return Found(items=tuple(kept.reading(document.id) for document in found), rows=len(found))

    return listed(request, fetch, limit, cursor)


@router.get("/events", responses=page_of(Entry), dependencies=[Depends(need_party)])
def events(request: Request, kept: Kept, asked: BetweenAsked, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Events of a party, or between two, each with who says so; the newest first."""

    def fetch(page: Page) -> Found:
        entries = as_timeline(kept.between(**asdict(asked), page=page).rows)
        return Found(items=entries[::-1], rows=len(entries))

    return listed(request, fetch, limit, cursor)


@router.get("/incidents", responses=page_of(Incident))
def incidents(request: Request, kept: Kept, wanted: WantedAsked, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Incidents, each put together from its reports, those last reported on first."""

    def fetch(page: Page) -> Found:
        rows = kept.incidents(wanted, limit=page.limit, offset=page.offset)
        return Found(items=as_incidents(rows), rows=len(rows))

    return listed(request, fetch, limit, cursor)


@router.get("/incidents/{id}", responses=one(IncidentTold))
def incident(
    request: Request, kept: Kept, id: Annotated[str, Path(max_length=100, description="The incident's id.")]
) -> Response:
    """One incident, report by report."""
    rows = kept.incident(id)
    found = IncidentTold(
        incident=as_incident(rows),
        accounts=as_accounts(rows),
        differences=as_differences(rows),
        contradictions=as_contradictions(rows),
    )
    return as_json(request, to_json(found))


@router.get("/claims", responses=page_of(Claim))
def claims(
    request: Request,
    kept: Kept,
    about: Name = "",
    by: Name = "",
    disputed: Annotated[bool, Query(description="Only what is denied, disputed or told otherwise.")] = False,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> Response:
    """The claim ledger, the newest first. A denial stands with the claim that it answers, so pages may be shorter."""

    def fetch(page: Page) -> Found:
        rows = kept.claims(about=blank_is_none(about), by=blank_is_none(by), disputed=disputed, page=page)
        return Found(items=as_ledger(rows)[::-1], rows=len(rows.claims))

    return listed(request, fetch, limit, cursor)


@router.get("/actors", responses=page_of(Candidate))
def actors(request: Request, kept: Kept, name: Name, kind: KindAsked = None) -> Response:
    """Everybody whom a name, a surname or a country's code may mean; at most 25, the most spoken of first."""
    found = [to_json(candidate) for candidate in kept.candidates(name, kind)]
    return as_json(request, {"items": found, "next": None})


@router.get("/actor", responses=one(Actor))
def actor(
    request: Request,
    kept: Kept,
    name: Name,
    kind: KindAsked = None,
    act: ActAsked = None,
    alone: Annotated[bool, Query(description="Of a state, only itself, without its bodies and people.")] = False,
) -> Response:
    """What the record holds of the first of the `actors`; `said` holds the newest 50 of the act."""
    found = kept.candidates(name, kind)
    if not found:
        raise MissingError("the record knows nobody of that name; /search finds words")
    meant = Meant(candidate=found[0], bodies=found[0].kind is Kind.STATE and not alone)
    return as_json(request, to_json(as_actor(kept.actor(meant, said=Said(act=act)))))


@router.get("/search", responses=page_of(HitRow))
def search(request: Request, kept: Kept, asked: SearchAsked, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Sentences and claims that hold all the words, the best first; without words those that pass the conditions."""

    def fetch(page: Page) -> Found:
        hits = kept.search(asked.words, limit=page.limit, offset=page.offset, sieve=asked.sieve)
        return Found(items=hits, rows=len(hits))

    return listed(request, fetch, limit, cursor)


@router.get("/search/facets", responses=one(Facets))
def facets(request: Request, kept: Kept, asked: SearchAsked) -> Response:
    """How what `search` finds falls into parts by act, type, place, outlet and year, each with its count."""
    return as_json(request, to_json(kept.facets(asked.words, asked.sieve)))


@router.post("/read", responses=one(Reading) | problems(429), dependencies=[Depends(limit_reading)])
def read(reads: Reads, draft: Annotated[Draft, Body()]) -> Response:
    """Reads a report and keeps nothing."""
    _, found = reads.read(draft.text, title=draft.title, publisher=draft.publisher, date=draft.date)
    return Response(reading_to_json(found), media_type="application/json")
