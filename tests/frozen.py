"""Parses of single sentences, kept as JSON so that rule tests need no model and a model upgrade shows as a diff."""

import json
from functools import cache
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

FILE = Path(__file__).parent / "parses.jsonl"


def freeze(doc: Doc) -> str:
    """One line of JSON that `thaw` makes the same parse from."""
    columns = {
        "text": doc.text,
        "words": [t.text for t in doc],
        "spaces": [int(bool(t.whitespace_)) for t in doc],
        "tags": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "lemmas": [t.lemma_ for t in doc],
        "heads": [t.head.i for t in doc],
        "deps": [t.dep_ for t in doc],
        "starts": [t.i for t in doc if t.is_sent_start],
        "ents": [[e.start, e.end, e.label_] for e in doc.ents],
    }
    return json.dumps(columns, ensure_ascii=False)


def thaw(line: str, vocab: Vocab) -> Doc:
    """The parse that a line holds."""
    c = json.loads(line)
    starts = set(c["starts"])
    doc = Doc(
        vocab,
        words=c["words"],
        spaces=[bool(s) for s in c["spaces"]],
        tags=c["tags"],
        pos=c["pos"],
        lemmas=c["lemmas"],
        heads=c["heads"],
        deps=c["deps"],
        sent_starts=None if c["deps"] else [i in starts for i in range(len(c["words"]))],
    )
    doc.ents = [
        doc.char_span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1].text), label=label) for s, e, label in c["ents"]
    ]
    return doc


@cache
def parses() -> dict[str, str]:
    """The kept lines by their text."""
    if not FILE.exists():
        return {}
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["text"]: line for line in lines}


def parse_of(text: str, vocab: Vocab) -> Doc:
    """The kept parse of a sentence. Raises KeyError that says how to make it."""
    if text not in parses():
        raise KeyError(f"no kept parse of {text!r}: run `make parses`")
    return thaw(parses()[text], vocab)
