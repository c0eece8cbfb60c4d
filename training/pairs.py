"""Makes the training pairs of the event model from gold rows, the lexicon's own examples, and reports without events.

usage: pairs.py OUT.jsonl [--plv PLV.jsonl] [--kbp KBP37.jsonl] [--polnear POLNEAR.jsonl] [--quiet QUIET.txt]
                [--lexicon] [--own SENTENCES.jsonl ...]

PLV gives one event a row; every other pair of entities of its sentence that the rules code no event for counts as
none (half weight: the gold names one relation only), its own pair turned round too unless the type is mutual.
KBP37's pairs (offices, kin, members) are none. PolNeAR sentences for which the rules code nothing give further none
pairs. The lexicon's examples give events and, where it must stay silent, none. Every other line of QUIET.txt (our own
sentences without events) gives none pairs; the rest are kept apart for reporting (fold "quiet").

Sentences of our own give their events, and none for every other pair of mentions; every tenth, by its id, is kept
apart (fold "quiet").

A party's words are the gold's, and once more the mention of the reader's own that fits them best.
"""

import argparse
import hashlib
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader

MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
HALF = 0.5


def rows_of(path: str) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def root(type: str) -> str:
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type


def meets(a: list[list[int]], b: list[list[int]]) -> bool:
    return any(s < f and e < t for s, t in a for e, f in b)


def parties(reading) -> dict[str, list[list[int]]]:
    return {e.id: [[m.start, m.end] for m in e.mentions] for e in reading.entities}


def nearest(reading, spans: list[list[int]]) -> list[list[int]]:
    """The reader's mention that fits some words best, if any shares a character with them."""
    mentions = [m for ms in parties(reading).values() for m in ms]
    shared = [(sum(min(m[1], e) - max(m[0], s) for s, e in spans), -(m[1] - m[0]), m) for m in mentions]
    best = max(shared, default=(0, 0, []))
    return [best[2]] if best[0] > 0 else []


def none_pairs(reading, sentence: tuple[int, int], gold: list) -> list:
    """Pairs of one mention each in a sentence that nobody codes."""
    low, high = sentence
    own = {k: [m for m in ms if low <= m[0] and m[1] <= high] for k, ms in parties(reading).items()}
    coded = {frozenset((*e.actor, *e.recipient)) for e in reading.events}
    found = []
    for a in own:
        for b in own:
            if a == b or not own[a] or not own[b] or any({a, b} <= c or c & {a, b} == c for c in coded):
                continue
            first, second = [own[a][0]], [own[b][0]]
            if meets(first, second) or any(
                (meets(first, s) and meets(second, t)) or (meets(first, t) and meets(second, s)) for s, t in gold
            ):
                continue
            found.append([first, second, "none", HALF])
    return found


def alone_pairs(reading, sentence: tuple[int, int], told: list[tuple[list, list, str]]) -> list:
    """Entities of a sentence who do nothing in it, or to whom nothing is done, paired with nobody. `told`: the actors,
    recipients and type of each of its events."""
    low, high = sentence
    own = {k: [m for m in ms if low <= m[0] and m[1] <= high] for k, ms in parties(reading).items()}
    firsts = [[ms[0]] for ms in own.values() if ms]
    doing = [s for a, b, type in told for s in (a + b if type in MUTUAL else a)]
    done = [s for a, b, type in told for s in (a + b if type in MUTUAL else b)]
    idle = [[m, [], "none", HALF] for m in firsts if not meets(m, doing)]
    return idle + [[[], m, "none", HALF] for m in firsts if not meets(m, done)]


def of_plv(reader: Reader, path: str) -> Iterator[dict]:
    rows = rows_of(path)
    readings = reader.read_many([Document.from_text(r["sentence"], id=r["id"]) for r in rows])
    for i, (r, reading) in enumerate(zip(rows, readings, strict=True)):
        source, target, type = r["source_spans"], r["target_spans"], r["root"]
        pairs = [[source, target, type, 1.0], [source, [], type, 0.3], [[], [], type, 0.3]]
        if type not in MUTUAL:
            pairs.append([target, source, "none", 0.7])
        else:
            pairs.append([target, source, type, 0.3])
        a, b = nearest(reading, source), nearest(reading, target)
        if a and b and a != b:
            pairs.append([a, b, type, 0.7])
            pairs.append([b, a, *(("none", 0.5) if type not in MUTUAL else (type, 0.3))])
        pairs += none_pairs(reading, (0, len(r["sentence"])), [(source, target)])
        yield {"id": r["id"], "text": r["sentence"], "fold": i % 5, "pairs": pairs}


def of_kbp(path: str, most: int) -> Iterator[dict]:
    rows = rows_of(path)
    for r in random.Random(1).sample(rows, most):
        a, b = ([[r[k]["start"], r[k]["end"]]] for k in ("head", "tail"))
        yield {"id": r["id"], "text": r["text"], "fold": None, "pairs": [[a, b, "none", HALF], [b, a, "none", HALF]]}


def of_polnear(reader: Reader, path: str, most: int) -> Iterator[dict]:
    rows = rows_of(path)
    chosen = random.Random(1).sample(rows, most)
    sentences = spacy.blank("en")
    sentences.add_pipe("sentencizer")
    for r in chosen:
        own = [s.text.strip() for s in sentences(r["text"]).sents if 8 < len(s) < 60]
        documents = [Document.from_text(s, id=f"{r['id']}-{i}") for i, s in enumerate(own[:14])]
        for s, reading in zip(own, reader.read_many(documents), strict=False):
            pairs = none_pairs(reading, (0, len(s)), []) if not reading.events else []
            if pairs:
                yield {"id": reading.document.id, "text": s, "fold": None, "pairs": [*pairs, [[], [], "none", HALF]]}


def of_quiet(reader: Reader, path: str) -> Iterator[dict]:
    lines = [s for s in Path(path).read_text(encoding="utf-8").splitlines() if s and not s.startswith("#")]
    readings = reader.read_many([Document.from_text(s, id=f"quiet-{i}") for i, s in enumerate(lines)])
    for i, reading in enumerate(readings):
        whole = (0, len(lines[i]))
        pairs = [[a, b, "none", 1.0] for a, b, *_ in none_pairs(replace(reading, events=()), whole, [])]
        fold = "quiet" if i % 2 else None
        yield {"id": f"quiet-{i}", "text": lines[i], "fold": fold, "pairs": [*pairs, [[], [], "none", 1.0]]}


def spans_of(text: str, words: str | None) -> list[list[int]]:
    at = text.find(words) if words else -1
    return [[at, at + len(words)]] if words and at >= 0 else []


def of_lexicon() -> Iterator[dict]:
    lexicon = load_lexicon()
    entries = {e.id: e for es in lexicon.events.values() for e in es}
    for e in entries.values():
        for i, x in enumerate(e.examples):
            a, b = spans_of(x.text, x.actor), spans_of(x.text, x.recipient)
            pairs = [[a, b, root(e.type), 0.9]]
            if a and b and root(e.type) not in MUTUAL and not e.reciprocal:
                pairs.append([b, a, "none", HALF])
            yield {"id": f"{e.id}-{i}", "text": x.text, "fold": None, "pairs": pairs}
        for i, text in enumerate(e.silent):
            yield {"id": f"{e.id}-silent-{i}", "text": text, "fold": None, "pairs": [[[], [], "none", 0.9]]}


def of_own(reader: Reader, paths: list[str]) -> Iterator[dict]:
    rows = [row for path in paths for row in rows_of(path)]
    readings = reader.read_many([Document.from_text(r["text"], id=r["id"]) for r in rows])
    for r, reading in zip(rows, readings, strict=True):
        pairs, told = [], []
        for e in r["events"]:
            a, b, type = place(r["text"], e["actor"]), place(r["text"], e["recipient"]), root(e["type"])
            pairs += own_pairs(reading, a, b, type, MUTUAL)
            told.append((a, b))
        whole = (0, len(r["text"]))
        none = none_pairs(replace(reading, events=()), whole, told)
        pairs += [[a, b, "none", 1.0] for a, b, *_ in none]
        types = [root(e["type"]) for e in r["events"]]
        pairs += alone_pairs(reading, whole, [(*sides, type) for sides, type in zip(told, types, strict=True)])
        if not r["events"]:
            pairs.append([[], [], "none", HALF])
        yield {"id": r["id"], "text": r["text"], "fold": "quiet" if is_apart(r["id"]) else None, "pairs": pairs}


def own_pairs(reading, a: list, b: list, type: str, mutual: set[str]) -> Iterator[list]:
    """An event's parties as the label has them and as the reader's mentions, and turned round."""
    for first, second, weight in ((a, b, 1.0), (nearest(reading, a), nearest(reading, b), 0.7)):
        if (first and second and not meets(first, second)) or (weight == 1.0 and (first or second)):
            yield [first, second, type, weight if first and second else 0.3]
            if first and second:
                yield [second, first, *((type, weight) if type in mutual else ("none", weight))]


def place(text: str, words: str | dict | None) -> list[list[int]]:
    """Where words of a label stand: their first occurrence, or that of the number given."""
    if words is None:
        return []
    wanted, nth = (words["words"], words.get("nth", 1)) if isinstance(words, dict) else (words, 1)
    at = -1
    for _ in range(nth):
        at = text.find(wanted, at + 1)
    return [[at, at + len(wanted)]] if at >= 0 else []


def is_apart(id: str) -> bool:
    """Whether a sentence of our own is kept out of training: one in ten, by its id."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 10 == 0


def main(args: argparse.Namespace) -> None:
    reader = Reader(kind=ReaderKind.RULES)
    parts = [
        of_plv(reader, args.plv) if args.plv else (),
        of_lexicon() if args.lexicon else (),
        of_kbp(args.kbp, 250) if args.kbp else (),
        of_polnear(reader, args.polnear, 60) if args.polnear else (),
        of_quiet(reader, args.quiet) if args.quiet else (),
        of_own(reader, args.own) if args.own else (),
    ]
    with open(args.out, "w", encoding="utf-8") as f:
        for row in itertools.chain(*parts):
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    for name in ("--plv", "--kbp", "--polnear", "--quiet"):
        parser.add_argument(name)
    parser.add_argument("--own", nargs="*")
    parser.add_argument("--lexicon", action="store_true")
    main(parser.parse_args())
