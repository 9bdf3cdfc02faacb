"""Derivatives at samples to which another sample's way has leaked.

Samples that part later share the recorded graph before. A value that one of them never uses gets the adjoint 0 there,
and 0 times an infinite local derivative (of the root at 0) is NaN, where a sample alone would have no such term. So
where a derivative is NaN and what it is the derivative of is not, the samples are evaluated again, those together that
go the same way to the end: each value is then used by all of them or by none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    Again = Callable[[torch.Tensor], list[torch.Tensor]]
    """Evaluates all orders anew at some samples, given by their indices."""
    Ways = Callable[[torch.Tensor], torch.Tensor]
    """Returns a number for the way of each of these samples."""


def leaked(orders: list[torch.Tensor]) -> torch.Tensor:
    """Return the indices of the samples at which an order is NaN though the one before is finite."""
    doubtful = torch.zeros(orders[0].shape, dtype=torch.bool)
    for lower, higher in pairwise(orders):
        doubtful |= lower.detach().isfinite() & higher.detach().isnan()
    return doubtful.nonzero().view(-1)


def mended(orders: list[torch.Tensor], again: Again, ways: Ways) -> list[torch.Tensor]:
    """Return the orders, each of shape (N,), with what leaked evaluated again."""
    doubtful = leaked(orders)
    if not doubtful.numel():
        return orders
    there = ways(doubtful)
    for way in sorted(set(there.tolist())):
        chosen = doubtful[there == way]
        fresh = again(chosen)
        orders = [old.index_copy(0, chosen, new) for old, new in zip(orders, fresh, strict=True)]
    return orders
