"""The derivative by forward mode: one pass that carries each value's slope along, against which reverse is checked."""

from __future__ import annotations

import importlib
import math
import warnings
from functools import cache
from typing import TYPE_CHECKING

from engine.budget import unspent
from engine.torch_setup import torch

forward_ad = torch.autograd.forward_ad

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.program import Program


def forward_slope(program: Program, at: float, parameters: Mapping[str, float], budget: Budget) -> float:
    """Return the derivative at one point; NaN where torch has no forward rule for an operation, or f is not finite."""
    # That it records as well is for derivatives inside the expression, which are taken by reverse mode.
    _prepare()
    point = torch.tensor([at], dtype=torch.float64, requires_grad=True)
    with forward_ad.dual_level():
        try:
            dual = forward_ad.make_dual(point, torch.ones_like(point))  # type: ignore[no-untyped-call]
            value = program(dual, parameters, budget)
        except NotImplementedError:
            return math.nan
        primal, tangent = forward_ad.unpack_dual(value)  # type: ignore[no-untyped-call]
        slope = 0.0 if tangent is None else tangent.item()
        return slope if math.isfinite(primal.item()) else math.nan


@cache
def _prepare() -> None:
    """Import what torch's forward mode needs before its first use: the import warns of torch's own old habits."""
    with unspent(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        importlib.import_module("torch._decomp.decompositions_for_jvp")
