"""What names mean while a compiled expression is evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget

Value: TypeAlias = "torch.Tensor | float"
"""One number for all samples (a float, or a tensor of no dimension), or a tensor of shape (N,), one for each."""


@dataclass(frozen=True, slots=True)
class Environment:
    """`bound` has arguments and counting names, `free` parameters; `count` is N, the number of samples."""

    bound: Mapping[str, Value]
    free: Mapping[str, Value]
    budget: Budget
    count: int

    def bind(self, name: str, value: Value) -> Environment:
        """Return the environment with one bound name more."""
        return Environment({**self.bound, name: value}, self.free, self.budget, self.count)

    def set_free(self, name: str, value: Value) -> Environment:
        """Return the environment with another value of a parameter or defined value."""
        return Environment(self.bound, {**self.free, name: value}, self.budget, self.count)

    def call(self, bound: Mapping[str, Value]) -> Environment:
        """Return the environment of a function's body: its arguments, and the same parameters."""
        return Environment(bound, self.free, self.budget, self.count)

    def at(self, samples: torch.Tensor) -> Environment:
        """Return the environment of some of the samples, given by their indices."""
        return Environment(
            {name: _taken(value, samples) for name, value in self.bound.items()},
            {name: _taken(value, samples) for name, value in self.free.items()},
            self.budget,
            samples.numel(),
        )

    def per_sample(self, value: Value) -> torch.Tensor:
        """Return the value as a tensor of shape (N,)."""
        if isinstance(value, float):
            return torch.full((self.count,), value, dtype=torch.float64)
        return value.expand(self.count) if value.ndim == 0 else value


def _taken(value: Value, samples: torch.Tensor) -> Value:
    if isinstance(value, float) or value.ndim == 0:
        return value
    return value.index_select(0, samples)
