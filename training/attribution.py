"""Trains the attribution model: tags of words (source, cue, content) and links from each to its cue.

usage: attribution.py TRAIN.jsonl BASE_FOLDER OUT.pt [--epochs 3] [--seed 1] [--hold 40]
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from bert import WIDTH, Encoder, load
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary, Word

OUTSIDE, CUE, MORE, SOURCE, CONTENT = range(5)
LINK = 96
WINDOW = 256


class Attribution(nn.Module):
    """Tags (B x T x 5) and links (2 x B x T x T): whether piece i belongs to the cue that begins at piece j, as its
    content or more of the cue (0, softmax over j) or as its source (1, sigmoid)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(WIDTH, 5)
        self.parts = nn.Linear(WIDTH, 2 * LINK)
        self.cues = nn.Linear(WIDTH, 2 * LINK)
        self.mix = nn.Parameter(torch.eye(LINK).repeat(2, 1, 1) / LINK**0.5)
        self.bias = nn.Linear(WIDTH, 2)

    def forward(self, embedded: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder(embedded, mask, drop=0.0)
        b, t, _ = x.shape
        parts = F.gelu(self.parts(x)).view(b, t, 2, LINK).permute(2, 0, 1, 3)
        cues = F.gelu(self.cues(x)).view(b, t, 2, LINK).permute(2, 0, 3, 1)
        links = parts @ self.mix[:, None] @ cues + self.bias(x).permute(2, 0, 1)[:, :, None, :]
        return self.tags(x), links


class Article:
    """The words of an article with, for each, its tag and the numbers of the attributions that it belongs to."""

    def __init__(self, row: dict, vocabulary: Vocabulary) -> None:
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


def batch_of(chosen: list[tuple[Article, int, int]], vocabulary: Vocabulary) -> dict[str, Tensor]:
    rows = [pieces_of(a.words[s:e], vocabulary) for a, s, e in chosen]
    width = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), width), vocabulary.pad)
    mask, tags = torch.zeros(len(rows), width), torch.full((len(rows), width), -100)
    owner, anchors = torch.full((len(rows), width), -100), torch.zeros(len(rows), width, dtype=torch.bool)
    of_source = torch.zeros(len(rows), width, width)
    is_source = torch.zeros(len(rows), width, dtype=torch.bool)
    for b, ((a, s, e), (pieces, firsts)) in enumerate(zip(chosen, rows, strict=True)):
        ids[b, : len(pieces)] = torch.tensor(pieces)
        mask[b, : len(pieces)] = 1
        for i, at in zip(range(s, e), firsts, strict=True):
            far = a.owner[i] >= 0 and not s <= a.anchor[a.owner[i]] < e
            if far or (a.sources[i] and not any(s <= a.anchor[n] < e for n in a.sources[i])):
                continue
            tags[b, at] = a.tags[i]
            anchors[b, at] = a.tags[i] == CUE
            if a.tags[i] in (MORE, CONTENT):
                owner[b, at] = firsts[a.anchor[a.owner[i]] - s]
            for n in a.sources[i]:
                is_source[b, at] = True
                if s <= a.anchor[n] < e:
                    of_source[b, at, firsts[a.anchor[n] - s]] = 1
    return {
        "ids": ids,
        "mask": mask,
        "tags": tags,
        "owner": owner,
        "anchors": anchors,
        "of_source": of_source,
        "is_source": is_source,
    }


def loss_of(model: Attribution, table: Tensor, batch: dict[str, Tensor], bf16: bool) -> tuple[Tensor, list[float]]:
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        tags, links = model(F.embedding(batch["ids"], table), batch["mask"])
    tags, links = tags.float(), links.float()
    tagging = F.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=-100)
    rivals = links[0].masked_fill(~batch["anchors"][:, None, :], -1e4)
    known = batch["owner"] >= 0
    owning = F.cross_entropy(rivals[known], batch["owner"][known]) if known.any() else tags.sum() * 0
    pairs = batch["is_source"][:, :, None] & batch["anchors"][:, None, :]
    naming = (
        F.binary_cross_entropy_with_logits(links[1][pairs], batch["of_source"][pairs])
        if pairs.any()
        else tags.sum() * 0
    )
    return tagging + 0.5 * owning + 0.5 * naming, [tagging.item(), owning.item(), naming.item()]


def train(args: argparse.Namespace) -> None:
    random.seed(args.seed), torch.manual_seed(args.seed)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    rows = [json.loads(line) for line in args.train.open(encoding="utf-8")]
    random.Random(0).shuffle(rows)
    articles = [Article(row, vocabulary) for row in rows[args.hold :]]
    table, encoder = load(args.base)
    model = Attribution(encoder).train()
    if args.resume:
        model.load_state_dict(torch.load(args.resume, weights_only=False)["model"])
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": args.rate}, {"params": heads, "lr": 5 * args.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = args.steps or args.epochs * sum(1 for a in articles for _ in windows(a, args.window, 0)) // args.batch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.06 * total), max(0.02, (total - s) / (0.94 * total)))
    )
    step, began, seen = 0, time.time(), [0.0, 0.0, 0.0]
    for epoch in range(args.epochs):
        chosen = [(a, s, e) for a in articles for s, e in windows(a, args.window, random.randrange(args.window - 60))]
        random.shuffle(chosen)
        for at in range(0, len(chosen), args.batch):
            loss, parts = loss_of(model, table, batch_of(chosen[at : at + args.batch], vocabulary), args.bf16)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            if step > total:
                break
            seen = [0.95 * x + 0.05 * y for x, y in zip(seen, parts, strict=True)]
            if step % 20 == 0:
                print(epoch, step, total, [round(x, 3) for x in seen], round(time.time() - began), flush=True)
            if step % 200 == 0:
                torch.save({"model": model.state_dict(), "args": vars(args)}, args.out)
        torch.save({"model": model.state_dict(), "args": vars(args)}, args.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hold", type=int, default=40)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--window", type=int, default=WINDOW)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--resume", type=Path, help="weights to go on from")
    parser.add_argument("--steps", type=int, help="steps in all, if not whole epochs")
    parser.add_argument("--bf16", action="store_true")
    train(parser.parse_args())
