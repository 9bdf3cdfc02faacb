"""What all contenders of a drag draw: functions and their derivatives, by hand in torch, over a range on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Function = Callable[[torch.Tensor, float], torch.Tensor]

LOW, HIGH = 0.5, 4.5
X = (-10.0, 10.0)
WIDTH, HEIGHT = 1000, 700
LEFT, RIGHT, TOP, BETWEEN, BELOW = 40, 16, 10, 12, 14
"""Pixels of the margins."""
SAMPLES = 501
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


@dataclass(frozen=True)
class Picture:
    """Functions as texts and by hand, the highest order drawn, and the y range of each order's plot."""

    functions: tuple[tuple[str, Function], ...]
    highest: int
    y_ranges: tuple[tuple[float, float], ...]

    def curves(self, a: float, x: torch.Tensor) -> list[tuple[int, int, NDArray[np.float64]]]:
        """Return (function, order, values) of every curve, as a person would write it for these functions."""
        found = []
        for place, (_, function) in enumerate(self.functions):
            y = function(x, a)
            found.append((place, 0, y.detach().numpy()))
            for order in range(1, self.highest + 1):
                (y,) = torch.autograd.grad(y.sum(), x, create_graph=order < self.highest)
                found.append((place, order, y.detach().numpy()))
        return found

    @property
    def row(self) -> float:
        """Pixels of height of each plot; they stand one under the other."""
        count = self.highest + 1
        return (HEIGHT - TOP - BELOW - (count - 1) * BETWEEN) / count

    def down(self, y: NDArray[np.float64], order: int) -> NDArray[np.float64]:
        """Return the device coordinates of values in the plot of an order."""
        low, high = self.y_ranges[order]
        return TOP + order * (self.row + BETWEEN) + (high - y) / (high - low) * self.row


def across(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the device coordinates of x."""
    return LEFT + (x - X[0]) / (X[1] - X[0]) * (WIDTH - LEFT - RIGHT)


def samples() -> tuple[torch.Tensor, NDArray[np.float64]]:
    """Return x as a tensor that records, and as an array."""
    torch.set_num_threads(1)
    x = torch.linspace(*X, SAMPLES, dtype=torch.float64, requires_grad=True)
    return x, x.detach().numpy()


ONE = Picture(
    (
        (
            "sin(a x) exp(-x^2/20) + a cos(3x)",
            lambda x, a: torch.sin(a * x) * torch.exp(-x * x / 20) + a * torch.cos(3 * x),
        ),
    ),
    1,
    ((-6.0, 6.0), (-16.0, 16.0)),
)
SIX = Picture(
    (
        *ONE.functions,
        ("a sin(x) + x/4", lambda x, a: a * torch.sin(x) + x / 4),
        ("cos(a x)", lambda x, a: torch.cos(a * x)),
        ("a exp(-x^2/8)", lambda x, a: a * torch.exp(-x * x / 8)),
        ("a/(1 + x^2)", lambda x, a: a / (1 + x * x)),
        ("tanh(a x) + sin(2x)", lambda x, a: torch.tanh(a * x) + torch.sin(2 * x)),
    ),
    2,
    ((-6.0, 6.0), (-16.0, 16.0), (-45.0, 45.0)),
)
"""18 curves: six functions, f, f' and f'' of each."""
