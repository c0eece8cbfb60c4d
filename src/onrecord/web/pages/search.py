"""Full text, with conditions that the address keeps."""

from fastapi import APIRouter, Request, Response

from onrecord.model import Act
from onrecord.web.asked import After, Kept, Name, Outlet, Place, Since, Type, Until, Words, sieve_of
from onrecord.web.render import draw

router = APIRouter()
HITS = 30


@router.get("/search")
def search(
    request: Request,
    kept: Kept,
    q: Words = "",
    party: Name = "",
    act: str = "",
    outlet: Outlet = "",
    place: Place = "",
    type: Type = "",
    since: Since = "",
    until: Until = "",
    after: After = 0,
) -> Response:
    """Sentences and claims that hold the words; without words, those that the conditions let through."""
    asked = {"q": q.strip(), "party": party, "act": act, "outlet": outlet, "place": place, "type": type}
    asked |= {"since": since, "until": until}
    sieve = sieve_of(act=act, outlet=outlet, since=since, until=until, party=party, place=place, type=type)
    hits = kept.search(asked["q"], limit=HITS + 1, offset=after, sieve=sieve)
    return draw(
        request,
        "search.html",
        asked=asked,
        narrowed=not sieve.open,
        hits=hits[:HITS],
        acts=list(Act),
        after=after,
        step=HITS,
        more=len(hits) > HITS,
    )
