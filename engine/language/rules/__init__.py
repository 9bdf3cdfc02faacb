"""Rules by the names that the function table gives them: torch's own where they are right, else ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.language.rules import activations, hyperbolic, power, quotients, rounding, special, trigonometric
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

MODULES = (activations, hyperbolic, power, quotients, rounding, special, trigonometric)


def rule(name: str) -> Callable[..., torch.Tensor]:
    """Return the rule of a row of the table, which takes and returns float64 tensors; KeyError for an unknown name."""
    if name.startswith("torch."):
        return vars(torch)[name.removeprefix("torch.")]  # type: ignore[no-any-return]
    for module in MODULES:
        if name in vars(module):
            return vars(module)[name]  # type: ignore[no-any-return]
    raise KeyError(name)
