"""Scales by which the encoder's activations round to eight bits with less loss: SmoothQuant (Xiao et al. 2023).

A few channels of what enters a matrix are ten times as large as the others, and all are rounded by one scale. Each is
divided by a scale of its own, and its row of the matrix multiplied by it, which changes nothing else.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import mpnet
import torch
from articles import Article, batch_of, windows
from bert import Encoder
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

SHARE = 0.8
"""How much of the difference goes from activations to weights: alpha of the paper's equation 4. With 0.8 vectors of
articles are off by 5.7% after rounding, with 0.7 by 5.9%, 0.9 by 6.7%, 0.6 by 8.3%, and unscaled by 10.3%."""
ARTICLES, WINDOW, OFTEN = 40, 256, 5
"""How many articles are looked at, the pieces of a window, and of every how many windows one is."""
MATRICES = ("qkv", "out", "up", "down")
Scales = Mapping[str, Tensor]
"""By which each channel of what enters a matrix of a layer is divided."""


def smooth(encoder: Encoder | mpnet.Encoder, table: Tensor, articles: Path, vocabulary: Vocabulary) -> list[Scales]:
    """The scales of every layer, by what articles make of it. `table`: the word embeddings."""
    largest = seen(encoder, table, some_windows(articles, vocabulary))
    return [{name: between(largest[matrix], matrix) for name, matrix in named(layer)} for layer in encoder.layers]


def some_windows(articles: Path, vocabulary: Vocabulary) -> Iterator[dict[str, Tensor]]:
    """Windows of some articles, each a batch."""
    lines = articles.read_text(encoding="utf-8").splitlines()[:ARTICLES]
    read = [Article(json.loads(line), vocabulary) for line in lines]
    chosen = [(article, *window) for article in read for window in windows(article, WINDOW, 0)][::OFTEN]
    return (batch_of([one], vocabulary) for one in chosen)


def named(layer: nn.Module) -> list[tuple[str, nn.Linear]]:
    return [(name, getattr(layer, name)) for name in MATRICES]


@torch.no_grad()
def seen(
    encoder: Encoder | mpnet.Encoder, table: Tensor, batches: Iterable[dict[str, Tensor]]
) -> dict[nn.Module, Tensor]:
    """The largest value of each channel that enters a matrix."""
    largest: dict[nn.Module, Tensor] = {}

    def note(matrix: nn.Module, inputs: tuple[Tensor], _: Tensor) -> None:
        here = inputs[0].abs().flatten(0, -2).amax(0)
        largest[matrix] = torch.maximum(largest.get(matrix, here), here)

    hooks = [matrix.register_forward_hook(note) for matrix in matrices(encoder)]
    for batch in batches:
        encoder(F.embedding(batch["ids"], table), batch["mask"], drop=0.0)
    for hook in hooks:
        hook.remove()
    return largest


def matrices(encoder: Encoder | mpnet.Encoder) -> list[nn.Linear]:
    return [matrix for layer in encoder.layers for _, matrix in named(layer)]


def between(largest: Tensor, matrix: nn.Linear) -> Tensor:
    """The paper's equation 4, about one in the middle."""
    weights = matrix.weight.detach().abs().amax(0)
    scale = largest.clamp(min=1e-3) ** SHARE / weights.clamp(min=1e-4) ** (1 - SHARE)
    return scale / scale.median()
