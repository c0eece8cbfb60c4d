"""MiniLM-L6 as plain PyTorch: the encoder of sentence-transformers/all-MiniLM-L6-v2, its word embeddings apart.

The word embeddings stay as they are (frozen): both models share them, and at run time they are looked up outside.
"""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, HEADS, INNER, PLACES = 384, 6, 12, 1536, 512


class Layer(nn.Module):
    """One transformer layer, as BERT has it (norm after the sum)."""

    def __init__(self, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=eps), nn.LayerNorm(width, eps=eps)

    def forward(self, x: Tensor, bias: Tensor, drop: float) -> Tensor:
        b, t, width = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(b, t, width)
        x = self.norm1(x + F.dropout(self.out(mixed), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Encoder(nn.Module):
    """Word embeddings (B x T x 384) and a mask (B x T, 1 for a piece, 0 for padding) in, vectors (B x T x 384) out."""

    width = WIDTH

    def __init__(self, layers: int = LAYERS, inner: int = INNER) -> None:
        super().__init__()
        self.places = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner=inner) for _ in range(layers))

    @classmethod
    def of(cls, state: Mapping[str, Tensor]) -> "Encoder":
        """That of a model's weights, with as many layers and inner units as these have."""
        own = {name.removeprefix("encoder."): w for name, w in state.items() if name.startswith("encoder.")}
        layers = 1 + max(int(name.split(".")[1]) for name in own if name.startswith("layers."))
        encoder = cls(layers, len(own["layers.0.up.weight"]))
        encoder.load_state_dict(own)
        return encoder

    def forward(self, embedded: Tensor, mask: Tensor, drop: float = 0.1) -> Tensor:
        places = self.places(torch.arange(embedded.shape[1], device=embedded.device))
        x = F.dropout(self.norm(embedded + places), drop, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias, drop)
        return x


def load(folder: Path) -> tuple[Tensor, Encoder]:
    """The word embeddings (30522 x 384) and the encoder with the weights of `model.safetensors` in `folder`."""
    from safetensors.torch import load_file

    w = {k.removeprefix("bert."): v.float() for k, v in load_file(folder / "model.safetensors").items()}
    encoder = Encoder()
    table = w["embeddings.word_embeddings.weight"]
    token_type = w["embeddings.token_type_embeddings.weight"][0]
    state = {
        "places.weight": w["embeddings.position_embeddings.weight"] + token_type,
        "norm.weight": w["embeddings.LayerNorm.weight"],
        "norm.bias": w["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            state[f"{new}qkv.{kind}"] = torch.cat(
                [w[f"{old}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            )
            state[f"{new}out.{kind}"] = w[f"{old}attention.output.dense.{kind}"]
            state[f"{new}norm1.{kind}"] = w[f"{old}attention.output.LayerNorm.{kind}"]
            state[f"{new}up.{kind}"] = w[f"{old}intermediate.dense.{kind}"]
            state[f"{new}down.{kind}"] = w[f"{old}output.dense.{kind}"]
            state[f"{new}norm2.{kind}"] = w[f"{old}output.LayerNorm.{kind}"]
    encoder.load_state_dict(state)
    return table, encoder
