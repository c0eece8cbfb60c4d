"""Small gold files of our own and readings of them that err in known ways."""

from typing import Any

from onrecord.model import Reading, from_json

REPORT = "Fiji said that Samoa had closed the port of Nadi on Monday. Tonga denied it on 4 May 2025, Fiji's envoy said."
"""The report that the small gold files are about."""


def at(words: str, text: str = REPORT, nth: int = 1) -> list[int]:
    """Where words stand: `[start, end]`."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return [start, start + len(words)]


def stretch(words: str, text: str = REPORT, nth: int = 1, **more: Any) -> dict[str, Any]:
    """An object with `start` and `end` of words."""
    start, end = at(words, text, nth)
    return {"start": start, "end": end, **more}


def reading(id: str = "r", **items: Any) -> Reading:
    """A reading with the given items, as they stand in its JSON."""
    coder = {"version": "0", "lexicon": "0", "model": "by-hand"}
    document = {"id": id, "sha256": "0" * 64}
    return from_json(Reading, {"schema": "onrecord.reading/1", "coder": coder, "document": document, **items})


def entity(id: str, *mentions: list[int], kind: str = "state", country: str | None = None) -> dict[str, Any]:
    """An entity mentioned at these places."""
    spans = [{"start": s, "end": e, "form": "name"} for s, e in mentions]
    return {"id": id, "kind": kind, "name": id, "country": country, "mentions": spans}


def event(id: str, type: str, actor: list[str], recipient: list[str], **more: Any) -> dict[str, Any]:
    """An event off the word "closed"."""
    return {
        "id": id,
        "type": type,
        "quad": "verbal conflict",
        "intensity": 0.0,
        "actor": actor,
        "recipient": recipient,
        "trigger": [at("closed")],
        "sentence": [0, 59],
        **more,
    }


def saying(
    id: str, source: list[list[int]], cue: list[list[int]], content: list[list[int]], **more: Any
) -> dict[str, Any]:
    """A plain attribution."""
    return {
        "id": id,
        "source": {"spans": source},
        "cue": cue,
        "content": content,
        "quote": "indirect",
        "act": "statement",
        **more,
    }
