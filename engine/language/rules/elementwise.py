"""Functions of our own for autograd: a value, and a slope that is made of differentiable functions again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.torch_setup import torch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


Elementwise: TypeAlias = Callable[[torch.Tensor], torch.Tensor]
"""A function of one tensor, sample by sample."""


def elementwise(value: Elementwise, slope: Elementwise) -> Elementwise:
    """Return the function of one argument with this value and this derivative, exact in every order if `slope` is."""

    class Rule(torch.autograd.Function):
        @staticmethod
        def forward(context: Any, x: torch.Tensor) -> torch.Tensor:
            context.save_for_backward(x)
            return value(x.detach())

        @staticmethod
        def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
            (x,) = context.saved_tensors
            return gradient * slope(x)

    return Rule.apply


def from_scipy(
    function: Callable[[NDArray[np.float64]], NDArray[np.float64]],
) -> Elementwise:
    """Return a SciPy function as a value for `elementwise`."""

    def value(x: torch.Tensor) -> torch.Tensor:
        import numpy as np

        with np.errstate(all="ignore"):
            return torch.from_numpy(np.array(function(x.numpy()), dtype=np.float64)).reshape(x.shape)

    return value
