"""The claim ledger: who claims what on one side, who denies it or counts otherwise on the other."""

from fastapi import APIRouter, Request, Response

from onrecord.record.paging import Page
from onrecord.views import as_ledger
from onrecord.web.asked import After, Kept, Name, blank_is_none
from onrecord.web.figure_chart import draw_figures
from onrecord.web.render import draw

router = APIRouter()
CLAIMS = 30


@router.get("/claims")
def claims(
    request: Request, kept: Kept, about: Name = "", by: Name = "", disputed: bool = False, after: After = 0
) -> Response:
    """Claims, the newest first."""
    rows = kept.claims(
        about=blank_is_none(about),
        by=blank_is_none(by),
        disputed=disputed,
        page=Page(limit=CLAIMS + 1, offset=after),
    )
    shown = as_ledger(rows)[::-1]
    return draw(
        request,
        "claims.html",
        claims=[(claim, draw_figures(claim)) for claim in shown[:CLAIMS]],
        asked={"about": about, "by": by, "disputed": "true" if disputed else ""},
        after=after,
        step=CLAIMS,
        more=len(rows.claims) > CLAIMS,
    )
