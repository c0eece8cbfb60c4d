"""Proposes attributions: cues in the text, with the source and the content that the model gives to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Extent
from onrecord.models.arithmetic import chance, log_odds, softmax
from onrecord.models.decisions import Decisions, load_decisions
from onrecord.models.encoder import WEIGHTS, Floats, Network
from onrecord.models.runs import Run, heaviest, weight
from onrecord.models.tokens import Word
from onrecord.models.views import View

NETWORK = "roles.onnx"
CUE, MORE = 1, 2
"""The tags of a word that begins a cue, and of one that goes on with it."""
NOTHING, OF_CUE, OF_SOURCE, OF_CONTENT = range(4)
"""What a word is to one cue."""
ASK_AT = 0.2
"""How likely a word must begin a cue by its tag for its roles to be asked for."""
FAINT_AT = 0.2
"""How likely a word must begin a cue for the model to back a rule that sees one there."""
NEAR = 8
"""Words within which all words of a cue stand that the model gives to it."""
BESIDE_AT = 0.4
"""How likely the next word must be one of a cue, by its tag, to go on with it."""
REACH = 128
"""Pieces around a cue's first that are looked at for its source and its content."""
TOGETHER = 16
"""Cues whose roles are asked for at once: what the network holds for each, some 400 kB, is kept for the next report."""
NEVER = -20.0
"""The weight of a word that can't be part of a stretch."""
Places = NDArray[np.intp]
"""Numbers of pieces or of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An attribution as the model sees it; `source` may be empty. `confidence`: the chance (0 to 1) that all of it is
    right, and `signs` what that is made of: log-odds of the cue, of the content's and of the source's words. `firm`:
    the model tells it by itself; else it only finds the cue not unlikely."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    confidence: float
    signs: tuple[float, float, float] = (0.0, 0.0, 0.0)
    firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A word that may begin a cue: how likely by its tag, the chance of each word of its view to be each role to it
    (words x 4), and that of each to be a cue's, whichever it is, by its tag (words)."""

    anchor: int
    tag: float
    roles: Floats
    tagged: Floats


class AttributionModel:
    """Finds attributions in what was looked at. Raises ModelError where its weights are missing."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._network = Network(folder / NETWORK, threads)
        self._decisions = load_decisions(folder)

    def propose(self, views: Sequence[View]) -> list[Proposal]:
        """Every attribution that the model sees, faintly too, in the order of their cues."""
        found = [p for view in views for p in decode(view, self.cues(view), self._decisions)]
        return sorted(found, key=lambda p: p.cue)

    def cues(self, view: View) -> list[Seen]:
        """The words that may begin a cue, of those that a view decides on."""
        firsts = np.array([at.start for at in view.places])
        tags = softmax(view.tags[firsts])
        own = slice(view.window.first - view.window.start, view.window.last - view.window.start)
        anchors = own.start + np.flatnonzero(tags[own, CUE] >= ASK_AT)
        if not anchors.size:
            return []
        several = [firsts[anchors[i : i + TOGETHER]] for i in range(0, len(anchors), TOGETHER)]
        roles = np.concatenate([self._roles(view, firsts, at) for at in several])
        tagged = tags[:, CUE] + tags[:, MORE]
        return [
            Seen(anchor=a, tag=float(tags[a, CUE]), roles=each, tagged=tagged)
            for a, each in zip(anchors.tolist(), roles, strict=True)
        ]

    def _roles(self, view: View, firsts: Places, at: Places) -> Floats:
        """The chance of each word of a view, told by its first piece, to be each role to the cues that begin at some
        pieces (cues x words x 4); what stands far from a cue is nothing to it."""
        near = around(at, len(view.vectors))
        words = within(firsts, near)
        [logits] = self._network.run({"vectors": view.vectors, "at": at, "near": near, "asked": firsts[words]})
        roles = np.zeros((len(at), len(firsts), logits.shape[-1]), np.float32)
        roles[..., NOTHING] = 1
        np.put_along_axis(roles, words[..., None], softmax(logits), 1)
        return roles


def around(at: Places, width: int) -> Places:
    """The REACH pieces nearest to each place, of so many as there are."""
    held = min(width, REACH)
    starts = np.clip(at - held // 2, 0, width - held)
    return starts[:, None] + np.arange(held)


def within(firsts: Places, near: Places) -> Places:
    """For each row of pieces the numbers of the words that begin in it; the last again where others have more."""
    low, high = np.searchsorted(firsts, near[:, 0]), np.searchsorted(firsts, near[:, -1], side="right")
    return np.minimum(low[:, None] + np.arange((high - low).max()), high[:, None] - 1)


def odds_of_cue(one: Seen, decisions: Decisions) -> float:
    """The log-odds that a word begins a cue, from its tag and its role to itself."""
    of_tag, of_role = log_odds(np.array([one.tag, one.roles[one.anchor, OF_CUE]], np.float32))
    return float(decisions.cue_of_tag * of_tag + decisions.cue_of_role * of_role + decisions.cue_added)


def decode(view: View, seen: Sequence[Seen], decisions: Decisions) -> Iterator[Proposal]:
    """The attributions that a view decides on."""
    asked = [(one, odds_of_cue(one, decisions)) for one in seen]
    cues = [(one, odds) for one, odds in asked if chance(odds) >= min(FAINT_AT, decisions.cue_at)]
    if not cues:
        return
    most = np.max([one.roles[:, OF_CONTENT] * (chance(odds) >= decisions.cue_at) for one, odds in cues], axis=0)
    for one, odds in cues:
        cue = cue_of(one)
        content, source = content_of(one, cue, most, decisions), source_of(one, decisions)
        if content:
            signs = (odds, sign(one, OF_CONTENT, content), sign(one, OF_SOURCE, source))
            yield Proposal(
                source=extents(view.words, source),
                cue=extents(view.words, [cue]),
                content=extents(view.words, content),
                confidence=chance(float(np.dot(signs, decisions.whole_of)) + decisions.whole_added),
                signs=signs,
                firm=chance(odds) >= decisions.cue_at,
            )


def sign(one: Seen, role: int, found: Sequence[Run]) -> float:
    """The mean log-odds of the words of a part; where there is none, those of the likeliest word against it."""
    odds = log_odds(one.roles[:, role])
    if not found:
        return -float(odds.max())
    return float(np.concatenate([odds[start:end] for start, end in found]).mean())


def cue_of(one: Seen) -> Run:
    """From the first to the last word that belongs to a cue, near the word where it begins, and on to either side as
    far as words are tagged as a cue's."""
    low, high = max(0, one.anchor - NEAR), one.anchor + NEAR + 1
    more = [low + int(i) for i in np.flatnonzero(one.roles[low:high, OF_CUE] >= 0.5)]
    start, end = min([one.anchor, *more]), max([one.anchor, *more]) + 1
    tagged = one.tagged >= BESIDE_AT
    while start > 0 and tagged[start - 1]:
        start -= 1
    while end < len(tagged) and tagged[end]:
        end += 1
    return start, end


def content_of(one: Seen, cue: Run, most: Floats, decisions: Decisions) -> list[Run]:
    """The stretches of what is told. A word that is likelier told by another cue speaks for nothing."""
    own = one.roles[:, OF_CONTENT]
    weights = log_odds(own) + decisions.content_added
    weights = np.where(own < most, np.minimum(weights, 0), weights)
    weights[cue[0] : cue[1]] = NEVER
    return heaviest(weights, decisions.content_cost)


def source_of(one: Seen, decisions: Decisions) -> list[Run]:
    """The heaviest stretch of words that may name a cue's source, if there is one."""
    weights = log_odds(one.roles[:, OF_SOURCE]) + decisions.source_added
    weights[one.anchor] = NEVER
    found = heaviest(weights, decisions.source_cost)
    return [max(found, key=lambda run: weight(run, weights))] if found else []


def extents(words: Sequence[Word], found: Sequence[Run]) -> tuple[Extent, ...]:
    """Where stretches of words stand in the text, neighbours joined."""
    joined: list[Run] = []
    for start, end in sorted(found):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(Extent(words[s].start, words[e - 1].end) for s, e in joined)
