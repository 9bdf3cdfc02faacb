"""Evaluating at some of the samples: values are cut down to them before, and put back in their places after."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.language.compiler.arithmetic import as_tensor
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.language.compiler.block import Evaluation, Value


def indices(mask: torch.Tensor) -> torch.Tensor:
    """Return where the mask of shape (N,) holds, shape (M,)."""
    return mask.nonzero().view(-1)


def cut_down(values: Iterable[Value], chosen: torch.Tensor) -> list[Value]:
    """Return the values at the chosen samples; `chosen` are their indices, shape (M,)."""
    return [
        value.index_select(0, chosen) if isinstance(value, torch.Tensor) and value.ndim else value for value in values
    ]


def joined(pieces: Iterable[tuple[torch.Tensor, Value]], evaluation: Evaluation) -> torch.Tensor:
    """Return one value for each sample, each piece at its indices; NaN where there is none."""
    result = torch.full((evaluation.count,), math.nan, dtype=evaluation.dtype)
    for chosen, value in pieces:
        result = result.index_copy_(0, chosen, as_tensor(value).to(evaluation.dtype).expand_as(chosen))
    return result
