"""Many samples are evaluated in blocks: samples do not mix, so the numbers are the same.

The arrays of a block stay in the processor's cache, and their memory is taken from what the block before gave back. All
at once, ten million samples take five times as long each as a thousand of them do, and 20 times the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.budget import Budget

    Parameters = Mapping[str, torch.Tensor | float]
    Evaluate = Callable[[torch.Tensor, Parameters], list[torch.Tensor]]
    """Returns the orders, each of the shape of the samples."""

BLOCK = 1 << 16
"""Samples: half a megabyte, with which a sample costs least."""
UNDIVIDED = 2 * BLOCK
"""So many are evaluated at once: two blocks gain less than putting them together takes, where the function is short."""


def in_blocks(evaluate: Evaluate, samples: torch.Tensor, parameters: Parameters, budget: Budget) -> list[torch.Tensor]:
    """Return what `evaluate` returns for samples of shape (N,), found one block after the other.

    The budget pays for what is returned, and gets back what a block took.
    """
    if len(samples) <= UNDIVIDED:
        return evaluate(samples, parameters)
    results: list[torch.Tensor] = []
    for start in range(0, len(samples), BLOCK):
        place = slice(start, start + BLOCK)
        orders = evaluate(samples[place], {name: _part(value, place) for name, value in parameters.items()})
        if not results:
            results = [order.new_empty(len(samples)) for order in orders]
            budget.check(0, sum(result.nbytes for result in results))
        for result, order in zip(results, orders, strict=True):
            result[place] = order
    return results


def _part(value: torch.Tensor | float, place: slice) -> torch.Tensor | float:
    return value[place] if isinstance(value, torch.Tensor) and value.ndim else value
