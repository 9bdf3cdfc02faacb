"""One step of nested reverse mode."""

from __future__ import annotations

from engine.torch_setup import torch


def gradient(total: torch.Tensor, variable: torch.Tensor, *, further: bool) -> torch.Tensor:
    """Return the gradient of a number by the variable, of its shape; 0 where it does not depend on it.

    `further`: it can be differentiated again.
    """
    found: tuple[torch.Tensor | None, ...] = torch.autograd.grad(
        total, variable, create_graph=further, allow_unused=True
    )
    return torch.zeros_like(variable) if found[0] is None else found[0]
