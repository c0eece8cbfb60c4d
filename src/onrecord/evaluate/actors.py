"""Described actors: whether country and sectors are told right, each description by itself."""

from collections import Counter
from datetime import datetime

from onrecord.evaluate.scoring import Counts, Decision, Figures, Row, Scored, Task, kinds_of, share
from onrecord.model import Reading
from onrecord.read.who.identify import Actor, identify

ENCYCLOPAEDIA = frozenset(("knowledge_base", "kb_for_country_only", "kb_for_sector_only"))
"""Values of `needs` of descriptions that only an encyclopaedia solves."""
UNKNOWN = "UNK"
"""The gold sector of somebody of whom nothing is told."""


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of countries, of sectors, and of both right."""
    told = identify(row["mention"], context=row.get("context"), date=as_iso(row.get("query_date")))
    needs = row.get("needs") or "unsaid"
    country, sector = is_country(row, told), has_sectors(row, told)
    within = "without" if needs not in ENCYCLOPAEDIA else "with"
    counts: Counts = Counter({"rows": 1, "right": country and sector, "country": country, "sector": sector})
    counts.update([f"gold:{needs}", f"gold {within}"])
    counts.update({f"right:{needs}": country and sector, f"right {within}": country and sector})
    wanted = " ".join(filter(None, (row["country"], row["code1"], row["code2"]))) or "nothing"
    got = wanted if country and sector else " ".join((told.country or "no country", *told.sectors))
    return Scored(counts=counts, decisions=(Decision(wanted=wanted, got=got, words=row["mention"]),))


def as_iso(given: str | None) -> str | None:
    """A row's day as an ISO date, from "2022-05-01" or "1 May 2022"; None for any other word ("Today")."""
    for form in ("%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(given or "", form).date().isoformat()
        except ValueError:
            continue
    return None


def is_country(row: Row, told: Actor) -> bool:
    """Whether the country is right. A gold null was not asked for, unless the row is to be refused; "" is none."""
    if row["country"] is None and row.get("needs") != "reject":
        return True
    return (told.country or "") == (row["country"] or "")


def has_sectors(row: Row, told: Actor) -> bool:
    """Whether the first gold sector is the first told, and the second among those told; null and "" as above."""
    if row["code1"] is None and row.get("needs") != "reject":
        return True
    if row["code1"] in (None, "", UNKNOWN):
        return not told.sectors or told.sectors == (UNKNOWN,)
    return told.sectors[:1] == (row["code1"],) and (not row["code2"] or row["code2"] in told.sectors)


def figures(counts: Counts) -> Figures:
    """Shares of descriptions with country and sectors right: of all, and of those that need no encyclopaedia."""
    return {
        "country and sectors right": share(counts["right"], counts["rows"]),
        "right without an encyclopaedia": share(counts["right without"], counts["gold without"]),
        "country right": share(counts["country"], counts["rows"]),
        "sectors right": share(counts["sector"], counts["rows"]),
    }


def types(counts: Counts) -> Figures:
    """The share that is right of each value of `needs`."""
    return {t: share(counts[f"right:{t}"], counts[f"gold:{t}"]) for t in kinds_of(counts, "gold")}


TASK = Task(
    name="actors",
    what="country and sectors right: of all, of those that need no encyclopaedia",
    headline=("country and sectors right", "right without an encyclopaedia"),
    beside=("country right", "sectors right"),
    document=None,
    score=score,
    figures=figures,
    types=types,
)
