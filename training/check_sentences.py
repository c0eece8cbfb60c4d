"""Checks our own labelled sentences and says what is wrong by file and line; then how many events each type has.

One JSON object a line: id, kind (what the sentence is there for), text, events (actor, recipient, type, modality) and
attributions (source, cue, content, act, within: the index of the attribution in whose content this one stands). Words
are a substring of the text, its first occurrence, or {"words": ..., "nth": 2}.

usage: check_sentences.py [FILE ...]        (without files: every .jsonl in sentences/ beside this script)
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
MODALITIES = frozenset("actual future hypothetical negated".split())
ACTS = frozenset(
    "statement claim accusation denial responsibility request threat promise "
    "condolence condemnation praise estimate question belief".split()
)
ROW = ["id", "kind", "text", "events", "attributions"]
EVENT = ["actor", "recipient", "type", "modality"]
ATTRIBUTION = ["source", "cue", "content", "act", "within"]


def cuts(text: str, start: int, end: int) -> bool:
    """Whether a border of the span lies inside a word."""
    return any(text[max(at - 1, 0) : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end))


def wrong_words(words: object, text: str) -> str | None:
    """Why `words` (a string, or a string with nth) can't be pointed at in `text`; None if it can."""
    nth = 1
    if isinstance(words, dict):
        if list(words) != ["words", "nth"] or not isinstance(words["nth"], int) or words["nth"] < 2:
            return f"not words with nth from 2: {words}"
        words, nth = words["words"], words["nth"]
    if not isinstance(words, str) or not words or words != words.strip():
        return f"not words: {words!r}"
    at = [n for n in range(len(text)) if text.startswith(words, n)]
    if len(at) < nth:
        return f"not in the text ({nth}): {words!r}"
    whole = [n for n, start in enumerate(at, start=1) if not cuts(text, start, start + len(words))]
    if nth not in whole:
        return f"cuts a word in two: {words!r}, a whole word where nth is one of {whole}"
    return None


def wrong_event(event: dict, text: str) -> Iterator[str]:
    if list(event) != EVENT:
        yield f"keys of the event: {list(event)}"
        return
    if event["type"] not in TYPES:
        yield f"unknown type: {event['type']}"
    if event["modality"] not in MODALITIES:
        yield f"unknown modality: {event['modality']}"
    for side in ("actor", "recipient"):
        if event[side] is not None and (why := wrong_words(event[side], text)):
            yield f"{side}: {why}"
    if event["actor"] is not None and event["actor"] == event["recipient"]:
        yield f"actor and recipient are the same words: {event['actor']}"


def wrong_attribution(attribution: dict, text: str, number: int, of: int) -> Iterator[str]:
    if list(attribution) != ATTRIBUTION:
        yield f"keys of the attribution: {list(attribution)}"
        return
    if attribution["act"] not in ACTS:
        yield f"unknown act: {attribution['act']}"
    if attribution["source"] is not None and (why := wrong_words(attribution["source"], text)):
        yield f"source: {why}"
    for part in ("cue", "content"):
        if not isinstance(attribution[part], list):
            yield f"{part} is no list"
            continue
        yield from (f"{part}: {why}" for words in attribution[part] if (why := wrong_words(words, text)))
    if not attribution["cue"]:
        yield "an attribution without a cue"
    within = attribution["within"]
    if within is not None and (within == number or within not in range(of)):
        yield f"within points nowhere: {within}"


def wrong_row(row: dict) -> Iterator[str]:
    if list(row) != ROW:
        yield f"keys: {list(row)}"
        return
    for event in row["events"]:
        yield from wrong_event(event, row["text"])
    for number, attribution in enumerate(row["attributions"]):
        yield from wrong_attribution(attribution, row["text"], number, len(row["attributions"]))


def main(files: list[Path]) -> int:
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    types: Counter[str] = Counter()
    modalities: Counter[str] = Counter()
    rows = faults = 0
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            place = f"{file.name}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                print(f"{place}: no JSON: {error}")
                faults += 1
                continue
            found = list(wrong_row(row))
            for seen, key in ((ids, "id"), (texts, "text")):
                if (first := seen.setdefault(row.get(key, ""), place)) != place:
                    found.append(f"{key} as in {first}")
            for fault in found:
                print(f"{place}: {fault}")
            faults += len(found)
            rows += 1
            types.update(event.get("type") for event in row.get("events", ()))
            modalities.update(event.get("modality") for event in row.get("events", ()))
    print(f"{rows} sentences, {types.total()} events, {faults} faults")
    for counts in (types, modalities):
        print("  " + ", ".join(f"{name} {n}" for name, n in counts.most_common()))
    return 1 if faults else 0


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]]
    sys.exit(main(given or sorted((Path(__file__).parent / "sentences").rglob("*.jsonl"))))
