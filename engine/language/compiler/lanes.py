"""Evaluating at some of the samples: values are cut down to them before, and put back in their places after."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.language.compiler.arithmetic import as_tensor
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.language.compiler.block import Value


def indices(mask: torch.Tensor) -> torch.Tensor:
    """Return where the mask of shape (N,) holds, shape (M,)."""
    return mask.nonzero().view(-1)


def cut_down(values: Iterable[Value], chosen: torch.Tensor) -> list[Value]:
    """Return the values at the chosen samples; `chosen` are their indices, shape (M,)."""
    return [
        value.index_select(0, chosen) if isinstance(value, torch.Tensor) and value.ndim else value for value in values
    ]


def joined(pieces: Iterable[tuple[torch.Tensor, Value]], count: int) -> torch.Tensor:
    """Return (count,) values, each piece at its indices; NaN where there is none."""
    result = torch.full((count,), math.nan, dtype=torch.float64)
    for chosen, value in pieces:
        result = result.index_copy_(0, chosen, as_tensor(value).expand_as(chosen))
    return result
