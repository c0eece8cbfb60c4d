"""Texts with their attributions, as windows of word pieces with the answers for each."""

from collections.abc import Iterator

import torch
from shared import CONTENT, CUE, MORE, NOTHING, OF_CONTENT, OF_CUE, OF_SOURCE, OUTSIDE, SOURCE
from torch import Tensor

from onrecord.models.tokens import Vocabulary, Word

Chosen = tuple["Article", int, int]


class Article:
    """The words of a text with, for each, its tag and the numbers of the attributions that it belongs to."""

    def __init__(self, row: dict, vocabulary: Vocabulary) -> None:
        self.id: str = row["id"]
        self.words: list[Word] = vocabulary.words(row["text"])
        n = len(self.words)
        self.tags, self.owner = [OUTSIDE] * n, [-1] * n
        self.anchor: dict[int, int] = {}
        self.sources: list[list[int]] = [[] for _ in range(n)]
        for number, a in enumerate(row["attributions"]):
            cue = self.within(a["cue"])
            if not cue:
                continue
            self.anchor[number] = cue[0]
            for i in self.within(a["content"]):
                self.tags[i], self.owner[i] = CONTENT, number
            for i in self.within(a["source"]):
                self.tags[i] = SOURCE
                self.sources[i].append(number)
            for i in cue:
                self.tags[i], self.owner[i] = MORE, number
            self.tags[cue[0]] = CUE

    def within(self, spans: list[list[int]]) -> list[int]:
        return [i for i, w in enumerate(self.words) for s, e in spans if w.start >= s and w.end <= e]


def windows(article: Article, size: int, shift: int) -> Iterator[tuple[int, int]]:
    """Stretches of words whose pieces fill up a window, the first one `shift` pieces shorter."""
    start, used, room = 0, 0, size - 2 - shift
    for i, word in enumerate(article.words):
        need = len(word.pieces) + word.breaks
        if used + need > room:
            if i > start:
                yield start, i
            start, used, room = i, 0, size - 2
        used += need
    if start < len(article.words):
        yield start, len(article.words)


def pieces_of(words: list[Word], vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """The numbers of a window's pieces, and where among them each word begins."""
    ids, firsts = [vocabulary.first], []
    for k, word in enumerate(words):
        if word.breaks and k:
            ids.append(vocabulary.last)
        firsts.append(len(ids))
        ids += word.pieces
    return [*ids, vocabulary.last], firsts


def batch_of(chosen: list[Chosen], vocabulary: Vocabulary) -> dict[str, Tensor]:
    """Pieces, tags, and for each cue (`row`, `at`) what each word's first piece is to it; -100 is not asked."""
    rows = [pieces_of(a.words[s:e], vocabulary) for a, s, e in chosen]
    width = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), width), vocabulary.pad)
    mask, tags = torch.zeros(len(rows), width), torch.full((len(rows), width), -100)
    firsts = torch.zeros(len(rows), width, dtype=torch.bool)
    places: list[tuple[int, int]] = []
    roles: list[Tensor] = []
    for b, ((a, s, e), (pieces, at)) in enumerate(zip(chosen, rows, strict=True)):
        ids[b, : len(pieces)], mask[b, : len(pieces)] = torch.tensor(pieces), 1
        firsts[b, at] = True
        told = {n: torch.full((width,), -100) for n, anchor in a.anchor.items() if s <= anchor < e}
        for role in told.values():
            role[at] = NOTHING
        for i, k in zip(range(s, e), at, strict=True):
            own = [a.owner[i]] if a.owner[i] >= 0 else a.sources[i]
            for n in own:
                if n in told:
                    told[n][k] = {CONTENT: OF_CONTENT, SOURCE: OF_SOURCE}.get(a.tags[i], OF_CUE)
            if not own or any(n in told for n in own):
                tags[b, k] = a.tags[i]
        for n, role in told.items():
            places.append((b, at[a.anchor[n] - s]))
            roles.append(role)
    return {
        "ids": ids,
        "mask": mask,
        "tags": tags,
        "firsts": firsts,
        "row": torch.tensor([b for b, _ in places], dtype=torch.long),
        "at": torch.tensor([k for _, k in places], dtype=torch.long),
        "roles": torch.stack(roles) if roles else torch.zeros(0, width, dtype=torch.long),
    }
