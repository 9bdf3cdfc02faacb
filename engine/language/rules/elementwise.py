"""Functions of our own for autograd: a value, and a slope that is made of differentiable functions again."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.torch_setup import torch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


Elementwise: TypeAlias = Callable[[torch.Tensor], torch.Tensor]
"""A function of one tensor, sample by sample."""
Pairwise: TypeAlias = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""A function of two tensors, sample by sample."""


def elementwise(name: str, value: Elementwise, slope: Elementwise) -> Elementwise:
    """Return the function of one argument with this value and this derivative, exact in every order if `slope` is.

    Autograd records it as `<name>Backward`, without the number at the end that names of torch's own have.
    """

    class Rule(torch.autograd.Function):
        @staticmethod
        def forward(context: Any, x: torch.Tensor) -> torch.Tensor:
            context.save_for_backward(x)
            context.save_for_forward(x)
            return value(x.detach())

        @staticmethod
        def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
            (x,) = context.saved_tensors
            return gradient * slope(x)

        @staticmethod
        def jvp(context: Any, tangent: torch.Tensor) -> torch.Tensor:
            (x,) = context.saved_tensors
            return tangent * slope(x)

    return _named(name, Rule).apply


def pairwise(name: str, value: Pairwise, left_slope: Pairwise, right_slope: Pairwise) -> Pairwise:
    """Return the function of two arguments of one shape with this value and these partial derivatives."""

    class Rule(torch.autograd.Function):
        @staticmethod
        def forward(context: Any, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
            context.save_for_backward(x, y)
            context.save_for_forward(x, y)
            return value(x.detach(), y.detach())

        @staticmethod
        def backward(context: Any, gradient: torch.Tensor) -> tuple[torch.Tensor | None, torch.Tensor | None]:
            x, y = context.saved_tensors
            by_x, by_y = context.needs_input_grad
            return gradient * left_slope(x, y) if by_x else None, gradient * right_slope(x, y) if by_y else None

        @staticmethod
        def jvp(context: Any, by_x: torch.Tensor | None, by_y: torch.Tensor | None) -> torch.Tensor:
            x, y = context.saved_tensors
            left = torch.zeros_like(x) if by_x is None else by_x * left_slope(x, y)
            return left if by_y is None else left + by_y * right_slope(x, y)

    named = _named(name, Rule)

    def apply(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        kind = torch.result_type(x, y)
        return named.apply(*torch.broadcast_tensors(x.to(kind), y.to(kind)))  # type: ignore[no-any-return, no-untyped-call]

    return apply


def from_scipy(function: Callable[..., NDArray[np.float64]]) -> Callable[..., torch.Tensor]:
    """Return a SciPy function as a value for `elementwise` or `pairwise`."""

    def value(*arguments: torch.Tensor) -> torch.Tensor:
        import numpy as np

        with np.errstate(all="ignore"):
            made = function(*(argument.double().numpy() for argument in arguments))
        return torch.from_numpy(np.array(made, dtype=np.float64)).reshape(arguments[0].shape).to(arguments[0].dtype)

    return value


def _named(name: str, rule: type[torch.autograd.Function]) -> type[torch.autograd.Function]:
    """Return the rule under another name: autograd takes that of the class when the class is made."""
    return types.new_class(name, (rule,))
