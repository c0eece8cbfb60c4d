"""The model that is trained: one encoder, and the heads that read it for attributions and for events."""

from pathlib import Path

import torch
from bert import WIDTH, Encoder, load
from torch import Tensor, nn
from torch.nn import functional as F

OUTSIDE, CUE, MORE, SOURCE, CONTENT = range(5)
"""What a word is, as the tags have it; a cue's first word is CUE, its others MORE."""
NOTHING, OF_CUE, OF_SOURCE, OF_CONTENT = range(4)
"""What a word is to one cue."""
TYPES = (
    "none AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    " ASSAULT"
).split()
NARROW, REACH, NARROW_HEADS = 128, 100, 4


class Roles(nn.Module):
    """What each piece is to a cue (C x T x 4): vectors, their mask, the cues' rows and places in; one narrow layer."""

    def __init__(self) -> None:
        super().__init__()
        self.own, self.cue = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW, bias=False)
        self.near = nn.Embedding(2 * REACH + 1, NARROW)
        self.norm0, self.norm1, self.norm2 = (nn.LayerNorm(NARROW) for _ in range(3))
        self.qkv, self.out = nn.Linear(NARROW, 3 * NARROW), nn.Linear(NARROW, NARROW)
        self.up, self.down = nn.Linear(NARROW, 4 * NARROW), nn.Linear(4 * NARROW, NARROW)
        self.roles = nn.Linear(NARROW, 4)

    def forward(self, x: Tensor, mask: Tensor, row: Tensor, at: Tensor) -> Tensor:
        far = torch.clamp(torch.arange(x.shape[1])[None, :] - at[:, None], -REACH, REACH) + REACH
        y = self.norm0(self.own(x)[row] + self.cue(x[row, at])[:, None, :] + self.near(far))
        c, t, _ = y.shape
        q, k, v = self.qkv(y).view(c, t, 3, NARROW_HEADS, NARROW // NARROW_HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (NARROW // NARROW_HEADS) ** -0.5
        weights = (scores + (1.0 - mask[row])[:, None, None, :] * -1e4).softmax(-1)
        y = self.norm1(y + self.out((weights @ v).transpose(1, 2).reshape(c, t, NARROW)))
        return self.roles(self.norm2(y + self.down(F.gelu(self.up(y)))))


class Pairs(nn.Module):
    """Logits of the types (P x 16) and where in its sentence each pair was read off (P x T).

    `actor` and `recipient` (P x T) weigh the pieces of a party, all zero where there is none; `row` (P) is the pair's
    window and `sentence` (P x T) tells the pieces of its sentence.
    """

    def __init__(self) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.nobody = nn.Parameter(torch.zeros(2, WIDTH))
        self.ask = nn.Linear(2 * WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.join = nn.Linear(4 * WIDTH, WIDTH)
        self.types = nn.Linear(WIDTH, len(TYPES))

    def forward(
        self, x: Tensor, actor: Tensor, recipient: Tensor, sentence: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor]:
        windows = [(x[b], row == b) for b in range(len(x))]
        found = [self.judge(y, actor[own], recipient[own], sentence[own]) for y, own in windows if own.any()]
        back = torch.argsort(torch.argsort(row, stable=True))
        return torch.cat([types for types, _ in found])[back], torch.cat([looks for _, looks in found])[back]

    def judge(self, x: Tensor, actor: Tensor, recipient: Tensor, sentence: Tensor) -> tuple[Tensor, Tensor]:
        """The same for pairs of one window (T x 384)."""
        a = actor @ x + (1 - actor.sum(1, keepdim=True)) * self.nobody[0]
        b = recipient @ x + (1 - recipient.sum(1, keepdim=True)) * self.nobody[1]
        parties = torch.cat([a, b], 1)
        scores = self.ask(parties) @ self.key(x).T * WIDTH**-0.5
        looks = (scores + (1.0 - sentence) * -1e4).softmax(-1)
        mean = sentence @ x / sentence.sum(1, keepdim=True)
        joined = F.gelu(self.join(self.drop(torch.cat([parties, looks @ x, mean], 1))))
        return self.types(self.drop(joined)), looks


class Shared(nn.Module):
    """Word embeddings, encoder, and heads: `tags` (B x T x 5), `roles` and `pairs`."""

    def __init__(self, table: Tensor, encoder: Encoder) -> None:
        super().__init__()
        self.table = nn.Parameter(table)
        self.encoder = encoder
        self.tags = nn.Linear(WIDTH, 5)
        self.roles = Roles()
        self.pairs = Pairs()

    def read(self, ids: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        return self.encoder(F.embedding(ids, self.table), mask, drop)


def begin(base: Path) -> Shared:
    """The model with the base's encoder and untrained heads."""
    return Shared(*load(base))


def resume(path: Path, base: Path) -> Shared:
    """The model of some weights, as large as they are."""
    state = torch.load(path, weights_only=False)["model"]
    model = Shared(load(base)[0], Encoder.of(state))
    model.load_state_dict(state)
    return model
