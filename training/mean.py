"""The mean of the weights of several models, as one.

usage: mean.py OUT.pt MODEL.pt MODEL.pt ...
"""

import sys
from pathlib import Path

import torch
from distil import averaged


def main(out: Path, *models: Path) -> None:
    states = [torch.load(path, weights_only=False)["model"] for path in models]
    torch.save({"model": averaged(states), "step": 0}, out)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
