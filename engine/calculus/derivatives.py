"""Derivatives of a function over all its samples at once, exact in every order, by nested reverse mode.

The samples do not mix (every operation is elementwise), so the gradient of the sum over the samples is the derivative
at each of them.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from engine.budget import BYTES
from engine.calculus.blocks import in_blocks
from engine.calculus.gradient import gradient
from engine.calculus.mending import mended
from engine.calculus.tapes import tapes_of
from engine.language.compiler.lanes import cut_down
from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.program import Program
    from engine.shapes import Array


TAPED_SECONDS, MOST_TAPED = 0.02, 5_000
"""What takes longer, or has more samples, computes most of its time: a tape would spare little, and keep much."""


def derivatives(
    program: Program,
    samples: torch.Tensor,
    parameters: Mapping[str, torch.Tensor | float],
    highest: int,
    budget: Budget,
) -> list[torch.Tensor]:
    """Return the function and its derivatives up to order `highest` at the samples, each (N,) float64 without history.

    Where the function or a lower derivative is not a finite number, the derivative is NaN; where the function does not
    depend on the variable, it is 0. Raises `EngineError` and `Cancelled` as `Budget.check` does.
    """
    before = budget.bytes_left

    def block(part: torch.Tensor, there: Mapping[str, torch.Tensor | float]) -> list[torch.Tensor]:
        spendable = budget.bytes_left
        values = [_plain(value) for value in _orders(program, part, there, highest, budget)]
        budget.bytes_left = spendable
        if program.forks and highest:
            values = _mended(values, program, part, there, budget)
            budget.bytes_left = spendable
        return [_own(value, part) for value in values]

    try:
        return in_blocks(block, samples, parameters, budget)
    except RuntimeError as error:
        if "allocate" not in str(error):
            raise
        raise fail(ProblemCode.TOO_MUCH_MEMORY, limit=BYTES // 1_000_000) from error
    finally:
        budget.bytes_left = before


def repeated(
    program: Program, samples: torch.Tensor, parameters: Mapping[str, float], highest: int, budget: Budget
) -> list[torch.Tensor]:
    """Return the same as `derivatives`, for who asks it again with other parameters, as a drag does.

    From the fourth time on a tape may give it, to the same bits. A function alone has no graph that a tape could spare.
    """
    if program.forks or not highest or samples.numel() > MOST_TAPED:
        return derivatives(program, samples, parameters, highest, budget)
    trial, numbers = tapes_of(program).trial(samples, highest), tuple(parameters[name] for name in program.parameters)
    orders = trial.run(samples, numbers)
    if orders is not None:
        budget.check(program.steps << highest)
        return orders
    begun = time.thread_time()
    found = derivatives(program, samples, parameters, highest, budget)
    if time.thread_time() - begun < TAPED_SECONDS:
        trial.learn(samples, numbers, found, budget.renewed())
    return found


def orders_at(
    program: Program, x: Array, parameters: Mapping[str, float], highest: int, budget: Budget, *, repeats: bool = False
) -> list[Array]:
    """Return the same as `derivatives`, or as `repeated`, from and to arrays of shape (N,)."""
    evaluate = repeated if repeats else derivatives
    return [order.numpy() for order in evaluate(program, torch.from_numpy(x), parameters, highest, budget)]


def derivative(value: torch.Tensor | float, variable: torch.Tensor, *, further: bool) -> torch.Tensor:
    """Return the derivative of the value by the variable at each sample; `further`: it can be differentiated again.

    NaN where the value is not finite, whatever autograd says there (it has -1 for the derivative of ln at -1).
    """
    if not isinstance(value, torch.Tensor) or not value.requires_grad:
        return torch.zeros_like(variable) + _undefined(value)
    total = value.sum()
    found = gradient(total, variable, further=further)
    return found if math.isfinite(total.item()) else found + _undefined(value.detach())


def _orders(
    program: Program,
    samples: torch.Tensor,
    parameters: Mapping[str, torch.Tensor | float],
    highest: int,
    budget: Budget,
) -> list[torch.Tensor]:
    variable = samples.detach().requires_grad_() if highest else _plain(samples)
    before = budget.bytes_left
    values = [program(variable, parameters, budget)]
    graph = before - budget.bytes_left
    for order in range(1, highest + 1):
        further = order < highest
        budget.check(program.steps << order, graph << order if further else 0)
        values.append(derivative(values[-1], variable, further=further))
    return values


def _mended(
    values: list[torch.Tensor],
    program: Program,
    samples: torch.Tensor,
    parameters: Mapping[str, torch.Tensor | float],
    budget: Budget,
) -> list[torch.Tensor]:
    def there(chosen: torch.Tensor) -> dict[str, torch.Tensor | float]:
        return dict(zip(parameters, cut_down(parameters.values(), chosen), strict=True))

    def again(chosen: torch.Tensor) -> list[torch.Tensor]:
        before = budget.bytes_left
        fresh = _orders(program, samples[chosen], there(chosen), len(values) - 1, budget)
        budget.bytes_left = before
        return [_plain(value) for value in fresh]

    return mended(values, again, lambda chosen: program.ways(samples[chosen], there(chosen), budget))


def _plain(value: torch.Tensor) -> torch.Tensor:
    """Return the value without history, itself where it has none: a drag of few samples feels every call."""
    return value.detach() if value.requires_grad else value


def _own(value: torch.Tensor, samples: torch.Tensor) -> torch.Tensor:
    """Return the value contiguous and apart from the samples, which the function `x` returns as they are."""
    return value.clone() if value.data_ptr() == samples.data_ptr() else value.contiguous()


def _undefined(value: torch.Tensor | float) -> torch.Tensor | float:
    """Return 0 where the value is finite, else NaN."""
    return value - value
