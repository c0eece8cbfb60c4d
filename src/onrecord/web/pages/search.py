"""Full text, with conditions that the address keeps."""

from fastapi import APIRouter, Request, Response

from onrecord.model import Act
from onrecord.web.asked import After, Kept
from onrecord.web.conditions import SearchAsked, as_fields
from onrecord.web.render import draw

router = APIRouter()
HITS = 30


@router.get("/search")
def search(request: Request, kept: Kept, asked: SearchAsked, after: After = 0) -> Response:
    """Sentences and claims that hold the words; without words, those that the conditions let through."""
    hits = kept.search(asked.words, limit=HITS + 1, offset=after, sieve=asked.sieve)
    return draw(
        request,
        "search.html",
        asked={"q": asked.words, **as_fields(asked.sieve)},
        narrowed=not asked.sieve.open,
        hits=hits[:HITS],
        acts=list(Act),
        after=after,
        step=HITS,
        more=len(hits) > HITS,
    )
