"""MPNet-base as plain PyTorch, as a teacher: the encoder of sentence-transformers/all-mpnet-base-v2 (Apache-2.0).

Its vocabulary is BERT's behind four marks of its own, so that its word embeddings are put in the order of BERT's: the
same numbers of pieces go into either encoder. Positions are told by a bias of attention too (Song et al. 2020,
MPNet; buckets as in Raffel et al. 2020, T5).
"""

import math
from functools import lru_cache
from pathlib import Path

import torch
from bert import HEADS, Layer
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, INNER, PLACES, EPS = 768, 12, 3072, 512, 1e-5
BUCKETS, FARTHEST = 32, 128
MARKS = 4
"""Marks that stand before BERT's pieces in the vocabulary."""
INSTEAD = {0: 1, 101: 0, 102: 2, 103: -1}
"""The rows of MPNet's own padding, first, last and mask, by BERT's numbers of these."""


class Encoder(nn.Module):
    """Word embeddings (B x T x 768) and a mask (B x T, 1 for a piece, 0 for padding) in, vectors (B x T x 768) out.

    The lowest `frozen` layers are not trained.
    """

    width = WIDTH

    def __init__(self, frozen: int = 0) -> None:
        super().__init__()
        self.frozen = frozen
        self.places = nn.Embedding(PLACES, WIDTH)
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer(WIDTH, INNER, EPS) for _ in range(LAYERS))

    def forward(self, embedded: Tensor, mask: Tensor, drop: float = 0.1) -> Tensor:
        length = embedded.shape[1]
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = F.dropout(self.norm(embedded + self.places(torch.arange(length))), drop, self.training)
        near = self.near(buckets(length)).permute(2, 0, 1)[None].detach()
        bias = near + (1.0 - mask[:, None, None, :]) * -1e4
        for i, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and i >= self.frozen):
                x = layer(x, bias, drop)
        return x


@lru_cache(maxsize=256)
def buckets(length: int) -> Tensor:
    """The number of the bucket into which the distance of any two of so many places falls (T x T)."""
    at = torch.arange(length)
    away = at[:, None] - at[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = away.abs().clamp(min=1)
    wide = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long().clamp(min=-exact)
    return (away < 0).long() * half + torch.where(away.abs() < exact, away.abs(), wide.clamp(max=half - 1))


def load(folder: Path, frozen: int = 0) -> tuple[Tensor, Encoder]:
    """The word embeddings (30522 x 768) in the order of BERT's pieces, and the encoder with the weights in `folder`."""
    from safetensors.torch import load_file

    w = {k: v.float() for k, v in load_file(folder / "model.safetensors").items() if v.is_floating_point()}
    own = w["embeddings.word_embeddings.weight"]
    table = own[MARKS:-1].clone()
    for row, mark in INSTEAD.items():
        table[row] = own[mark]
    encoder = Encoder(frozen)
    state = {
        "places.weight": w["embeddings.position_embeddings.weight"][2:],
        "near.weight": w["encoder.relative_attention_bias.weight"],
        "norm.weight": w["embeddings.LayerNorm.weight"],
        "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            state[f"{new}qkv.{kind}"] = torch.cat([w[f"{old}attention.attn.{p}.{kind}"] for p in "qkv"])
            state[f"{new}out.{kind}"] = w[f"{old}attention.attn.o.{kind}"]
            state[f"{new}norm1.{kind}"] = w[f"{old}attention.LayerNorm.{kind}"]
            state[f"{new}up.{kind}"] = w[f"{old}intermediate.dense.{kind}"]
            state[f"{new}down.{kind}"] = w[f"{old}output.dense.{kind}"]
            state[f"{new}norm2.{kind}"] = w[f"{old}output.LayerNorm.{kind}"]
    encoder.load_state_dict(state)
    return table, encoder
