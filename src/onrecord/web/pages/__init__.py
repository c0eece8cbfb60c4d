"""The pages, a file each: what is asked of the record, and which template draws it."""

from onrecord.web.pages import (
    actor,
    guide,
    incident,
    ledger,
    login,
    pair,
    paste,
    report,
    review,
    search,
    today,
    watches,
)

ROUTERS = tuple(
    page.router for page in (today, report, pair, incident, actor, ledger, search, watches, review, paste, guide, login)
)
