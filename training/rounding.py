"""Training with the rounding to eight bits in it, so that weights settle where rounding harms little.

The forward pass rounds as ONNX Runtime will: activations by the range of their window, weights by that of their column.
The backward pass takes no notice (Bengio, Léonard and Courville 2013).
"""

from collections.abc import Sequence

import torch
from bert import Encoder
from smooth import MATRICES, Scales
from torch import Tensor, nn
from torch.nn import functional as F

LEVELS, STEPS = 255, 63
"""Of an activation; of a weight to either side of nought, which are seven bits: see `export.py`."""


class Rounded(nn.Linear):
    """A matrix that rounds its weights and what enters it, after that has been scaled channel by channel."""

    scale: Tensor

    @classmethod
    def of(cls, matrix: nn.Linear, scale: Tensor) -> "Rounded":
        rounded = cls(matrix.in_features, matrix.out_features)
        rounded.weight, rounded.bias = matrix.weight, matrix.bias
        rounded.register_buffer("scale", scale, persistent=False)
        return rounded

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(activations(x / self.scale), weights(self.weight * self.scale), self.bias)


def activations(x: Tensor) -> Tensor:
    """Rounded to 256 levels between the least and the greatest of each window (B x T x C), nought among them."""
    with torch.no_grad():
        low, high = (x.amin((1, 2), keepdim=True).clamp(max=0), x.amax((1, 2), keepdim=True).clamp(min=0))
        step = (high - low).clamp(min=1e-6) / LEVELS
        zero = torch.round(-low / step)
        error = (torch.clamp(torch.round(x / step) + zero, 0, LEVELS) - zero) * step - x
    return x + error


def weights(w: Tensor) -> Tensor:
    """Rounded to as many levels on either side of nought for what makes one channel of the result."""
    with torch.no_grad():
        step = w.abs().amax(1, keepdim=True) / STEPS
        error = torch.round(w / step) * step - w
    return w + error


def round_off(encoder: Encoder, scales: Sequence[Scales]) -> None:
    """From now on the encoder rounds."""
    for layer, own in zip(encoder.layers, scales, strict=True):
        for name in MATRICES:
            setattr(layer, name, Rounded.of(getattr(layer, name), own[name]))
