"""Which rule or model decided each event and attribution of a Reading, for a person and as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from onrecord.export import wording
from onrecord.export.fired import reached_part
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Document, Reading, to_json

if TYPE_CHECKING:
    from onrecord.read.explain import Explanation


def explained_json(reading: Reading, explanations: Sequence["Explanation"]) -> str:
    """The Reading on one line, with `explanations` beside its own keys."""
    whole = {**to_json(reading), "explanations": [to_json(e) for e in explanations]}
    return json.dumps(whole, ensure_ascii=False, separators=(", ", ": "))


def as_explained(document: Document, reading: Reading, explanations: Sequence["Explanation"]) -> RenderableType:
    """What to print below a Reading's text: every decision with the words and paths that it rests on."""
    lookup = Lookup(document, reading)
    parts: list[RenderableType] = [Text(), Rule(Text("Why", style="bold"), align="left", style="dim")]
    for explanation in explanations:
        parts.append(Text(_head(lookup, explanation), style="bold"))
        parts += [Padding(Text(line), (0, 0, 0, 2)) for line in _lines(lookup, explanation)]
    return Group(*parts)


def _head(lookup: Lookup, explanation: "Explanation") -> str:
    dropped = "" if explanation.stands else "  [left out]"
    return one_line(f"{explanation.kind}  {wording.quoted(lookup.words(explanation.words))}{dropped}")


def _lines(lookup: Lookup, explanation: "Explanation") -> Iterator[str]:
    rule = one_line(explanation.rule or "no rule named")
    if explanation.stands:
        yield f"{explanation.decided_by} {rule}, confidence {explanation.confidence:.2f}"
    else:
        yield f"rule {rule}, confidence {explanation.confidence:.2f}; left out at a model's word"
    if explanation.parts:
        yield one_line("; ".join(reached_part(lookup.document.text, part) for part in explanation.parts))
    if explanation.otherwise is not None:
        kind, by = explanation.otherwise.kind, explanation.otherwise.rule
        yield one_line(f"the rules alone: {kind} by {by}" if kind else "the rules alone: nothing on these words")
