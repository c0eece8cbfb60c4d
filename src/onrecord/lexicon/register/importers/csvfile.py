"""CSV with the columns of the register's own files, in any order; an id may go without."""

import csv
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.lexicon.register.importers.imported import Entry, Imported, Refused, Taken, code_of, gather, make_id
from onrecord.lexicon.register.table import GROUPS, PERSONS, read_group, read_person


def import_csv(file: Path) -> Imported:
    """The entries of a CSV file. Raises InputError where its first line does not name the columns."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t" if file.suffix == ".tsv" else ",", restkey="", strict=True)
        columns = set(rows.fieldnames or ())
        persons = {"role", "name", "country"} <= columns
        unknown = columns - set(PERSONS if persons else GROUPS)
        if "name" not in columns or unknown:
            what = f"unknown column {sorted(unknown)[0]!r}" if unknown else "no column `name`"
            raise InputError(str(file), f"{what}; the columns are {', '.join(GROUPS)}, or {', '.join(PERSONS)}")
        return gather(take_rows(rows, persons))


def take_rows(rows: "csv.DictReader[str]", persons: bool) -> Iterator[Taken]:
    """What each row is, or why it is refused."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rows.line_num, Refused(rows.line_num, f"no CSV: {error}")
            continue
        yield rows.line_num, take_row(row, persons, rows.line_num)


def take_row(row: dict[str, str], persons: bool, line: int) -> Entry:
    """A row's entry, or why it is refused."""
    if "" in row:
        return Refused(line, "more cells than columns")
    cells = {column: (cell or "").strip() for column, cell in row.items()}
    try:
        cells["country"] = code_of(cells.get("country", ""))
        if persons:
            return read_person([cells.get(column, "") for column in PERSONS])
        cells["id"] = cells.get("id") or make_id(cells["name"], cells["country"])
        return read_group([cells.get(column, "") for column in GROUPS])
    except ValueError as error:
        return Refused(line, str(error))
