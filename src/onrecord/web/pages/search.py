"""Full text, with conditions that the address keeps."""

import re

from fastapi import APIRouter, Request, Response

from onrecord.model import Act
from onrecord.record.page_rows import Candidate
from onrecord.record.parties import as_party
from onrecord.web.asked import After, Kept
from onrecord.web.conditions import SearchAsked, as_fields
from onrecord.web.render import draw

router = APIRouter()
HITS, KNOWN = 30, 4
LONGEST_NAME = 80
"""Characters up to which words may be somebody's name."""
BETWEEN = re.compile(r"\s+(?:and|to|v|vs)\s+|\s*[>–]\s*|\s+-\s+", re.IGNORECASE)


@router.get("/search")
def search(request: Request, kept: Kept, asked: SearchAsked, after: After = 0) -> Response:
    """Sentences and claims that hold the words; without words, those that the conditions let through.

    Words that are the name of a party, or of two states, lead to their pages too.
    """
    hits = kept.search(asked.words, limit=HITS + 1, offset=after, sieve=asked.sieve)
    return draw(
        request,
        "search.html",
        asked={"q": asked.words, **as_fields(asked.sieve)},
        narrowed=not asked.sieve.open,
        pair=_pair(asked.words),
        known=_known(kept, asked.words),
        hits=hits[:HITS],
        facets=kept.facets(asked.words, asked.sieve) if hits else None,
        acts=list(Act),
        after=after,
        step=HITS,
        more=len(hits) > HITS,
    )


def _pair(words: str) -> tuple[str, str] | None:
    """The codes of two states named together: "Kenya and Sudan", "KEN > SDN"."""
    sides = [as_party(side).country for side in BETWEEN.split(words.strip())] if len(words) <= LONGEST_NAME else []
    if len(sides) == 2 and sides[0] and sides[1] and sides[0] != sides[1]:
        return sides[0], sides[1]
    return None


def _known(kept: Kept, words: str) -> tuple[Candidate, ...]:
    """The parties whom the words may name."""
    return kept.candidates(words)[:KNOWN] if words and len(words) <= LONGEST_NAME else ()
