"""An import as a whole: the form of a file, and where its entries are kept."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import InputError
from onrecord.lexicon.register.importers.csvfile import import_csv
from onrecord.lexicon.register.importers.form import Form
from onrecord.lexicon.register.importers.imported import Imported
from onrecord.lexicon.register.importers.petrarch import import_petrarch
from onrecord.lexicon.register.importers.wikidata import import_wikidata
from onrecord.lexicon.register.table import write_table

READ: Mapping[Form, Callable[[Path], Imported]] = MappingProxyType(
    {Form.WIKIDATA: import_wikidata, Form.CSV: import_csv, Form.PETRARCH: import_petrarch}
)
SUFFIXES = {".json": Form.WIKIDATA, ".csv": Form.CSV, ".tsv": Form.CSV, ".txt": Form.PETRARCH, ".actors": Form.PETRARCH}


def import_file(file: Path, folder: Path, form: Form | None = None) -> tuple[Imported, tuple[Path, ...]]:
    """Takes a list of actors into the register in `folder`, in place of what an earlier import of it left there.

    Returns what it holds and the files that were written. Raises InputError where the file can't be read as `form`
    (without one: as what its name ends in), or holds no entry at all.
    """
    chosen = form or SUFFIXES.get(file.suffix.lower())
    if chosen is None:
        raise InputError(str(file), f"its name does not tell its form; say it with --as {' or '.join(Form)}")
    try:
        found = READ[chosen](file)
    except OSError as error:
        raise InputError(str(file), f"can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(str(file), "not UTF-8") from error
    if not found.groups and not found.persons:
        reason = f", the first in line {found.refused[0].line}: {found.refused[0].reason}" if found.refused else ""
        raise InputError(str(file), f"no entry in it can be taken{reason}")
    folder.mkdir(parents=True, exist_ok=True)
    note = f"Source: {file.name}, imported as {chosen}."
    written = []
    for what, entries in (("groups", found.groups), ("persons", found.persons)):
        target = folder / f"{file.stem}-{what}.tsv"
        target.unlink(missing_ok=True)
        if entries:
            write_table(target, (note,), entries)
            written.append(target)
    return found, tuple(written)
