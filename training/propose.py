"""What the attribution model alone finds in the texts of a gold file, as readings that the scorer takes.

usage: propose.py GOLD.jsonl WEIGHTS_FOLDER OUT.jsonl
"""

import json
import re
import sys
from pathlib import Path

from onrecord.model.jsonform import to_json
from onrecord.models.load import load_models

BEGINS = re.compile(r"(?:^|\n|(?<=[.!?])[\"”’')]*\s)\s*(?=\S)")


def main(gold: str, weights: str, out: str) -> None:
    models = load_models(Path(weights))
    with open(out, "w", encoding="utf-8") as f, open(gold, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = models.look(row["text"], {m.end() for m in BEGINS.finditer(row["text"])}).propose()
            said = [
                {"source": {"spans": to_json(p.source)}, "cue": to_json(p.cue), "content": to_json(p.content)}
                for p in found
                if p.firm
            ]
            f.write(json.dumps({"document": {"id": row["id"]}, "attributions": said}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
