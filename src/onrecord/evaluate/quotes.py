"""Attributions against gold of one layer (PolNeAR): tokens, and whole attributions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.evaluate.scoring import (
    MISSED,
    SPURIOUS,
    Counts,
    Decision,
    Figures,
    Row,
    Scored,
    Task,
    around,
    as_document,
    named,
    prf,
)
from onrecord.evaluate.spans import covered, extents, jaccard, tokens_of
from onrecord.model import Attribution, Extent, Reading

PARTS = ("source", "cue", "content")
HALF = 0.5
"""Jaccard index over tokens from which a source or a content is right."""
WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution as numbers of tokens."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def score(row: Row, reading: Reading | None) -> Scored:
    """Only outermost attributions are held against gold, which knows one layer."""
    text, starts = row["text"], tokens_of(row["text"])
    gold = [Said(**{k: covered(starts, extents(a[k])) for k in PARTS}) for a in row["attributions"]]
    told = [a for a in (reading.attributions if reading else ()) if not a.within]
    found = [as_said(starts, a) for a in told]
    counts: Counts = Counter({"gold": len(gold), "system": len(found)})
    for part in PARTS:
        wanted = frozenset[int]().union(*(getattr(s, part) for s in gold))
        got = frozenset[int]().union(*(getattr(s, part) for s in found))
        counts.update(
            {f"right:{part}": len(wanted & got), f"gold:{part}": len(wanted), f"system:{part}": len(got)},
        )
    pairs = pair(gold, found)
    verdicts = {j: verdict(gold[i], found[j]) for i, j in pairs.items()}
    counts["cue"] = len(pairs)
    counts["content"] = sum(v in (WHOLE, "source") for v in verdicts.values())
    counts["source"] = sum(v in (WHOLE, "content") for v in verdicts.values())
    counts["full"] = sum(v == WHOLE for v in verdicts.values())
    decisions = [decision(text, a, verdicts.get(j)) for j, a in enumerate(told)]
    for i, missed in enumerate(gold):
        if i not in pairs:
            at = min(missed.cue or missed.content or missed.source, default=None)
            where = around(text, Extent(*starts[at])) if at is not None else ""
            decisions.append(Decision(wanted="attribution", got=MISSED, words=where))
    return Scored(counts=counts, decisions=tuple(decisions))


def as_said(starts: Sequence[tuple[int, int]], told: Attribution) -> Said:
    """The reader's attribution as numbers of tokens."""
    return Said(
        source=covered(starts, told.source.spans), cue=covered(starts, told.cue), content=covered(starts, told.content)
    )


def pair(gold: Sequence[Said], found: Sequence[Said]) -> dict[int, int]:
    """Gold numbers to found ones, one to one: those that share most of cue and content first."""
    fits = sorted(
        (-len(g.cue & f.cue) - jaccard(g.content, f.content), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.cue & f.cue or (not g.cue and jaccard(g.content, f.content) >= HALF)
    )
    pairs: dict[int, int] = {}
    for _, i, j in fits:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def verdict(gold: Said, found: Said) -> str:
    """What is wrong in a pair whose cues meet: nothing (`whole`), its source, its content, or both."""
    content = jaccard(gold.content, found.content) >= HALF
    source = jaccard(gold.source, found.source) >= HALF if gold.source else not found.source
    if content:
        return WHOLE if source else "source"
    return "content" if source else "source and content"


def decision(text: str, told: Attribution, found: str | None) -> Decision:
    """How an attribution of the reader fares."""
    wanted = "attribution" if found == WHOLE else SPURIOUS if found is None else f"another {found}"
    words = around(text, told.cue[0] if told.cue else told.content[0])
    return Decision(wanted=wanted, got="attribution", words=words, item=told)


def figures(counts: Counts) -> Figures:
    """Whole attributions (`full`: cue met, source and content at least half right), its parts, and tokens."""
    found: Figures = {}
    for part in ("full", "cue", "source", "content"):
        found |= named(part, prf(counts[part], counts["system"], counts["gold"]))
    for part in PARTS:
        right, system, gold = (counts[f"{key}:{part}"] for key in ("right", "system", "gold"))
        found |= named(f"token {part}", prf(right, system, gold))
    return found


TASK = Task(
    name="quotes",
    what="whole attributions F1 (cue met, source and content half right)",
    headline=("full F1",),
    beside=("full precision", "full recall", "token source F1", "token cue F1", "token content F1"),
    document=as_document,
    score=score,
    figures=figures,
)
