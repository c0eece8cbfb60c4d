"""Chooses where the model draws the line, on articles that it was not trained on, and writes decisions.json.

usage: calibrate.py POLNEAR.jsonl WEIGHTS_FOLDER [--hold 40]

The cue's chance is fitted by logistic regression (Platt 1999) on every word that may begin one; thresholds are then
chosen one after the other for the most whole attributions.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from propose import BEGINS

from onrecord.models.arithmetic import log_odds
from onrecord.models.attribution import OF_CUE, Proposal, Seen, decode
from onrecord.models.decisions import FILE, VERSION, Decisions
from onrecord.models.load import Models, load_models

BEGIN = Decisions(
    version=VERSION,
    cue_of_tag=1.0,
    cue_of_role=0.0,
    cue_added=0.0,
    cue_at=0.4,
    content_added=0.5,
    content_cost=2.0,
    source_added=0.5,
    source_cost=1.0,
    whole_of=(1.0, 0.0, 0.0),
    whole_added=0.0,
)
GRID = {
    "content_cost": (1.0, 2.0, 3.0, 4.0),
    "content_added": (0.0, 0.25, 0.5, 0.75, 1.0, 1.25),
    "source_added": (0.0, 0.5, 1.0, 1.5),
    "source_cost": (0.0, 0.5, 1.0, 1.5),
    "cue_at": (0.3, 0.4, 0.45, 0.5, 0.55, 0.6),
}
FOLDS = 10
"""Parts of the articles, each of which is judged by what was fitted on the others."""
Words = set[int]


class Looked:
    """An article as the model sees it, with its gold answers: all that thresholds are chosen on."""

    def __init__(self, row: dict, models: Models) -> None:
        self.text: str = row["text"]
        begins = {m.end() for m in BEGINS.finditer(self.text)}
        self.views = [(view, models.attribution.cues(view)) for view in models.encoder.look(self.text, begins)]
        self.gold = [{k: letters(self.text, a[k]) for k in ("source", "cue", "content")} for a in row["attributions"]]

    def proposals(self, decisions: Decisions) -> list[Proposal]:
        return [p for view, seen in self.views for p in decode(view, seen, decisions) if p.firm]

    def asked(self) -> Iterator[tuple[Seen, bool]]:
        """Every word that may begin a cue, and whether it is part of one."""
        cues = set().union(*(a["cue"] for a in self.gold)) if self.gold else set()
        for view, seen in self.views:
            for one in seen:
                yield one, view.words[one.anchor].start in cues


def letters(text: str, spans: Sequence[Sequence[int]]) -> Words:
    return {i for s, e in spans for i in range(s, e) if not text[i].isspace()}


def alike(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def judged(one: Looked, decisions: Decisions) -> Iterator[tuple[Proposal, bool]]:
    """What is proposed, and whether all is right: the cues meet, source and content agree by half or more."""
    left = list(one.gold)
    for p in one.proposals(decisions):
        cue, source, content = (letters(one.text, [(e.start, e.end) for e in x]) for x in (p.cue, p.source, p.content))
        match = next((a for a in left if a["cue"] & cue), None)
        if match is not None:
            left.remove(match)
        yield p, match is not None and min(alike(match["content"], content), alike(match["source"], source)) >= 0.5


def score(looked: Sequence[Looked], decisions: Decisions) -> float:
    """F1 of whole attributions."""
    found = [right for one in looked for _, right in judged(one, decisions)]
    return 2 * sum(found) / (len(found) + sum(len(one.gold) for one in looked))


def regress(x: np.ndarray, y: np.ndarray) -> list[float]:
    """Weights of a logistic regression, the constant last, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - 1e-2 * w
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-2 * np.eye(len(w)), slope)
    return [round(float(v), 4) for v in w]


def platt(looked: Sequence[Looked]) -> dict[str, float]:
    """What makes the chance of a cue of the chances of its tag and its role."""
    asked = [a for one in looked for a in one.asked()]
    chances = np.array([[s.tag, s.roles[s.anchor, OF_CUE]] for s, _ in asked])
    of_tag, of_role, added = regress(log_odds(chances), np.array([is_cue for _, is_cue in asked], float))
    return {"cue_of_tag": of_tag, "cue_of_role": of_role, "cue_added": added}


def whole(looked: Sequence[Looked], decisions: Decisions) -> Decisions:
    """The same decisions with what makes the chance that a whole attribution is right."""
    found = [x for one in looked for x in judged(one, decisions)]
    *of, added = regress(np.array([p.signs for p, _ in found]), np.array([right for _, right in found], float))
    return replace(decisions, whole_of=tuple(of), whole_added=added)


def best(looked: Sequence[Looked], decisions: Decisions) -> Decisions:
    """Thresholds one after the other, twice round."""
    for name, values in [*GRID.items(), *GRID.items()]:
        found = max(values, key=lambda v: score(looked, replace(decisions, **{name: v})))
        decisions = replace(decisions, **{name: found})
        print(name, found, round(100 * score(looked, decisions), 2), flush=True)
    return decisions


def calibration(chances: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((chances * 10).astype(int), 9)
    return float(sum(abs(chances[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(chances))


def unseen(looked: Sequence[Looked], decisions: Decisions) -> tuple[np.ndarray, np.ndarray]:
    """The chance of each attribution by a fit on the articles of the other folds, and whether it is right."""
    found = []
    for k in range(FOLDS):
        fitted = whole([one for i, one in enumerate(looked) if i % FOLDS != k], decisions)
        found += [(p.confidence, right) for one in looked[k::FOLDS] for p, right in judged(one, fitted)]
    chances, rights = zip(*found, strict=True)
    return np.array(chances), np.array(rights, float)


def by_chance(chances: np.ndarray, draws: int = 200) -> float:
    """The calibration error that is expected on so many attributions even of chances that are exactly right."""
    rng = np.random.default_rng(1)
    return float(np.mean([calibration(chances, rng.random(len(chances)) < chances) for _ in range(draws)]))


def main(args: argparse.Namespace) -> None:
    (args.weights / FILE).write_text(json.dumps(asdict(BEGIN)), encoding="utf-8")
    models = load_models(args.weights)
    rows = [json.loads(line) for line in args.articles.open(encoding="utf-8")]
    random.Random(0).shuffle(rows)
    looked = [Looked(row, models) for row in rows[: args.hold]]
    decisions = whole(looked, best(looked, replace(BEGIN, **platt(looked))))
    chances, rights = unseen(looked, decisions)
    error, chance = calibration(chances, rights), by_chance(chances)
    print(f"calibration error of whole attributions {error:.3f} ({chance:.3f} by chance)")
    (args.weights / FILE).write_text(json.dumps(asdict(decisions), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--hold", type=int, default=40)
    main(parser.parse_args())
