"""The loss of attributions: tags of all words, and what each word is to each cue, likely false cues among them."""

import torch
from shared import CUE, NOTHING, Shared
from torch import Tensor
from torch.nn import functional as F

TAG_WEIGHTS = torch.tensor([1.0, 2.0, 1.5, 1.5, 1.0])
ROLE_WEIGHTS = torch.tensor([1.0, 2.0, 2.0, 1.0])
MOST = 18
"""How many cues of a batch are asked about."""
MOST_FALSE, FALSE_AT = 6, 0.05
"""How many words that are no cues, and at least how likely by the tags, are asked about as if they were."""


def loss_of(model: Shared, x: Tensor, batch: dict[str, Tensor]) -> tuple[Tensor, list[float]]:
    """The loss to go down of the vectors of a batch, and its parts: tags, roles."""
    tags = model.tags(x)
    tagging = F.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), TAG_WEIGHTS, ignore_index=-100)
    row, at, wanted = with_false_cues(tags.detach(), batch)
    if not len(row):
        return tagging, [tagging.item(), 0.0]
    logits = model.roles(x, batch["mask"], row, at)
    each = F.cross_entropy(logits.flatten(0, 1), wanted.flatten(), ROLE_WEIGHTS, ignore_index=-100, reduction="sum")
    roles = each / (wanted > NOTHING).sum().clamp(min=30)
    return tagging + 0.5 * roles, [tagging.item(), roles.item()]


def with_false_cues(tags: Tensor, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    """The cues of a batch, and words that the model takes for one and that are none: to these, nothing is anything."""
    chance = tags.softmax(-1)[..., CUE] * (batch["tags"] >= 0) * (batch["tags"] != CUE)
    best, where = chance.flatten().topk(min(MOST_FALSE, chance.numel()))
    where = where[best >= FALSE_AT]
    row, at = where // chance.shape[1], where % chance.shape[1]
    nothing = torch.where(batch["firsts"][row], NOTHING, -100)
    some = torch.randperm(len(batch["row"]))[:MOST]
    return (
        torch.cat([batch["row"][some], row]),
        torch.cat([batch["at"][some], at]),
        torch.cat([batch["roles"][some], nothing]),
    )
