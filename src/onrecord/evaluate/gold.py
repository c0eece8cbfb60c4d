"""Gold files: JSONL, a folder of them, or plain text with a sentence a line."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from onrecord.errors import InputError
from onrecord.evaluate.scoring import Row

ENDINGS = (".jsonl", ".ndjson")
"""Files of a folder that are read; a `.txt` file is read where it is named."""


def load_gold(path: Path) -> list[Row]:
    """All rows of a file, or of the files of a folder in the order of their names.

    A line of a `.txt` file is a sentence; lines that begin with # say how it was made. Raises InputError that names
    file and line.
    """
    files = sorted(f for f in path.iterdir() if f.suffix in ENDINGS) if path.is_dir() else [path]
    rows = [row for file in files for row in _rows(file)]
    if not rows:
        raise InputError(str(path), "holds no gold rows; give a .jsonl file, a .txt file or a folder of such files")
    return rows


def with_texts(rows: Sequence[Row], files: Sequence[Path]) -> list[Row]:
    """Rows whose texts may not be handed on with them, with the texts that the files have under their ids: as many
    `characters` as were labelled, of which the row has the beginning of the SHA-256. Raises InputError where a text is
    missing or another one."""
    given = [row for file in files for row in load_gold(file)]
    texts = {str(row.get("id")): row.get("text", row.get("sentence")) for row in given}

    def text_of(row: Row) -> str:
        id, text = str(row.get("id")), texts.get(str(row.get("id")))
        if not isinstance(text, str):
            raise InputError(id, "has no text in the files that were given; give the file that it stems from")
        if not isinstance(row.get("characters"), int) or not isinstance(row.get("sha256"), str):
            raise InputError(id, "has neither a text nor characters and sha256 of one; see benchmarks/reports")
        labelled = text[: row["characters"]]
        if not sha256(labelled.encode()).hexdigest().startswith(row["sha256"]):
            raise InputError(id, "its text is not the one that was labelled; give the file that it stems from")
        return labelled

    return [row if "text" in row else {**row, "text": text_of(row)} for row in rows]


def _rows(file: Path) -> Iterator[Row]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(file), f"can't be read ({error}); give a gold file in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or (file.suffix == ".txt" and line.startswith("#")):
            continue
        yield (
            {"id": f"{file.stem}:{number}", "text": line.strip()}
            if file.suffix == ".txt"
            else _row(line, f"{file}:{number}")
        )


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(where, f"is not JSON ({error}); a gold file has one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError(where, "is no JSON object; a gold file has one a line")
    return row
