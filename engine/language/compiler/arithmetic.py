"""The arithmetic operators on floats and tensors in any mix: floats follow IEEE 754 as tensors do, and never raise."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING, Any

from engine.language.compiler.scope import Register
from engine.language.odd_root import odd_root
from engine.language.rules.power import odd_root_power, power, power_literal
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Value
    from engine.language.compiler.scope import Operand
    from engine.language.tree import Arithmetic, Expression

PLAIN: dict[str, Callable[..., Any]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def function_of(node: Arithmetic, left: Operand, right: Operand) -> Callable[..., Any]:
    """Return what computes the node from the values of its two operands."""
    if node.operator in PLAIN:
        return PLAIN[node.operator]
    if node.operator == "/":
        return divide_number if isinstance(left, float) else divide
    if node.operator == "%":
        return remainder
    return _power_function(node.right, left, right)


def divide(left: Value, right: Value) -> Value:
    """Return left / right; a division of floats by zero is ±inf or NaN."""
    if isinstance(left, float) and not isinstance(right, float):
        return divide_number(left, right)
    try:
        return left / right
    except ZeroDivisionError:
        return left * math.copysign(math.inf, right)


def divide_number(left: float, right: Value) -> Value:
    """Return left / right, rounded once: torch's own rule for a number over a tensor is left * (1 / right)."""
    if isinstance(right, float):
        return divide(left, right)
    return right.reciprocal() if left == 1.0 else torch.div(as_tensor(left), right)


def remainder(left: Value, right: Value) -> Value:
    """Return left - right * floor(left / right), of the sign of `right`; NaN for a division by zero."""
    if isinstance(left, float) and isinstance(right, float):
        return torch.remainder(as_tensor(left), right).item()
    return torch.remainder(as_tensor(left), right)


def power_of(base: Value, exponent: Value) -> Value:
    """Return base ** exponent."""
    if isinstance(exponent, float):
        return float_power(base, exponent) if isinstance(base, float) else power_literal(base, exponent)
    return exponential(base, exponent) if isinstance(base, float) and base > 0 else power(as_tensor(base), exponent)


def exponential(base: float, exponent: torch.Tensor) -> torch.Tensor:
    """Return base ** exponent for a positive base."""
    return torch.exp(exponent) if base == math.e else torch.pow(base, exponent)


def float_power(base: float, exponent: float) -> float:
    """Return base ** exponent for plain numbers: inf on overflow, NaN where it is not real."""
    try:
        return math.pow(base, exponent)
    except (OverflowError, ValueError):
        return torch.pow(as_tensor(base), exponent).item()


def as_tensor(value: Value) -> torch.Tensor:
    """Return the value itself if it is a tensor, else a float64 tensor of shape ()."""
    return torch.tensor(value, dtype=torch.float64) if isinstance(value, float) else value


def _power_function(exponent: Expression, left: Operand, right: Operand) -> Callable[..., Any]:
    root = odd_root(exponent)
    if root is not None:
        p, q = root
        return lambda base, _: like(base, odd_root_power(as_tensor(base), p, q))
    if isinstance(right, float) and isinstance(left, Register) and left.tensor:
        return power_literal
    return power_of


def like(argument: Value, result: torch.Tensor) -> Value:
    """Return the result as a float if the argument was one."""
    return result.item() if isinstance(argument, float) else result
