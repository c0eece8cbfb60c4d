"""Results of Wikidata's query service, as its "JSON" download writes them.

A row is an actor where it has no `positionLabel`, and a time in office where it has one. The variables that are read:

    itemLabel (or name)   itemAltLabel (joined by ", ")   acronym   iso3 (or country, countryLabel)   sector   item
    positionLabel   role (state, government, foreign; else sector)   start   end

Rows of one item (`item`) without a position are one actor with all their names.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.lexicon.register.entries import Group
from onrecord.lexicon.register.importers.imported import (
    Imported,
    Refused,
    Taken,
    code_of,
    different,
    gather,
    make_id,
)
from onrecord.lexicon.register.table import PersonRow, read_group, read_person

LABEL = "Q"
"""A label that is no name but the item's number begins so, where an item has no English name."""


def import_wikidata(file: Path) -> Imported:
    """The entries of a query's result. Raises InputError where the file is none."""
    try:
        loaded = json.loads(file.read_text(encoding="utf-8"))
        rows = loaded["results"]["bindings"] if isinstance(loaded, dict) else loaded
        if not isinstance(rows, list):
            raise TypeError
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(str(file), "no result of the Wikidata query service; save it as JSON") from error
    return gather(join_items(take_rows(rows)))


def take_rows(rows: list[Any]) -> Iterator[Taken]:
    """What each row is, or why it is refused."""
    for number, row in enumerate(rows, 1):
        try:
            yield number, take_row({key: value_of(cell) for key, cell in row.items()})
        except (ValueError, AttributeError, TypeError) as error:
            yield number, Refused(number, str(error) if isinstance(error, ValueError) else "no row of a result")


def value_of(cell: Any) -> str:
    """The value of a cell, bare in the short form of the download, an object in the long one."""
    value = cell["value"] if isinstance(cell, dict) else cell
    if not isinstance(value, str):
        raise TypeError
    return value.strip().replace("\t", " ").replace("\n", " ")


def take_row(cells: dict[str, str]) -> Group | PersonRow:
    """A row's entry. Raises ValueError that says why there is none."""
    name = cells.get("itemLabel") or cells.get("name") or ""
    if not name or (name.startswith(LABEL) and name[1:].isdigit()):
        raise ValueError("no English name (itemLabel)")
    country = code_of(cells.get("iso3") or cells.get("countryLabel") or cells.get("country") or "")
    others = "|".join(different((n.strip() for n in cells.get("itemAltLabel", "").split(",")), name))
    if cells.get("positionLabel"):
        role = cells.get("role") or cells.get("sector") or ""
        dates = (day_of(cells.get("start", "")), day_of(cells.get("end", "")))
        return read_person([country, role, cells["positionLabel"], name, *dates, others])
    item = cells.get("item", "").rpartition("/")[2]
    acronym, sector, kind = (cells.get(key, "") for key in ("acronym", "sector", "kind"))
    return read_group([item or make_id(name, country), name, others, acronym, country, sector, kind, "", ""])


def day_of(value: str) -> str:
    """The day of a time as Wikidata writes it; 1 January at midnight is how it writes a year."""
    day = value.partition("T")[0]
    return day[:4] if day.endswith("-01-01") else day


def join_items(taken: Iterator[Taken]) -> Iterator[Taken]:
    """Rows of one item as one group with all their names."""
    found: dict[str, tuple[int, Group]] = {}
    for line, entry in taken:
        if not isinstance(entry, Group):
            yield line, entry
        elif entry.id in found:
            first, old = found[entry.id]
            names = tuple(different((*old.names, entry.name, *entry.names), old.name))
            acronyms = tuple(dict.fromkeys((*old.acronyms, *entry.acronyms)))
            found[entry.id] = first, replace(old, names=names, acronyms=acronyms)
        else:
            found[entry.id] = line, entry
    yield from found.values()
