"""The operators + - * / % ^ on floats and tensors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.language import scalars
from engine.language.rules import power as rules
from engine.language.tree import Arithmetic, Expression, Negate, Number
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.environment import Value


def tensor(value: Value) -> torch.Tensor:
    """Return the value as a tensor, a float as one of no dimension."""
    return torch.tensor(value, dtype=torch.float64) if isinstance(value, float) else value


def add(left: Value, right: Value) -> Value:
    """Return left + right."""
    return left + right


def subtract(left: Value, right: Value) -> Value:
    """Return left - right."""
    return left - right


def multiply(left: Value, right: Value) -> Value:
    """Return left * right."""
    return left * right


def divide(left: Value, right: Value) -> Value:
    """Return left / right."""
    if isinstance(left, float) and isinstance(right, float):
        return scalars.divide(left, right)
    return left / right


def modulo(left: Value, right: Value) -> Value:
    """Return left - right floor(left / right), the floored remainder; NaN where right is 0."""
    if isinstance(left, float) and isinstance(right, float):
        return scalars.modulo(left, right)
    return torch.remainder(tensor(left), tensor(right))


ARITHMETIC: dict[str, Callable[[Value, Value], Value]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "%": modulo,
}


def power(base: Value, exponent: Value) -> Value:
    """Return base ^ exponent; a number as exponent is exact in every order, also where the base is 0 or less."""
    if isinstance(exponent, float):
        if isinstance(base, float):
            return scalars.power(base, exponent)
        return rules.power_literal(base, exponent)
    return rules.power(tensor(base), exponent)


def odd_root(base: Value, numerator: int, denominator: int) -> Value:
    """Return the real power of a fraction with an odd denominator, defined for bases below 0 too."""
    made = rules.odd_root_power(tensor(base), numerator, denominator)
    return float(made) if isinstance(base, float) else made


def literal(node: Expression) -> float | None:
    """Return the value of a plain number, perhaps with a sign; None for anything else."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Negate) and isinstance(node.operand, Number):
        return -node.operand.value
    return None


def odd_fraction(node: Expression) -> tuple[int, int] | None:
    """Return (p, q) in lowest terms of a literal fraction p/q with odd q > 1, such as 1/3; else None."""
    sign = 1
    while isinstance(node, Negate):
        sign, node = -sign, node.operand
    if not isinstance(node, Arithmetic) or node.operator != "/":
        return None
    above, below = literal(node.left), literal(node.right)
    if above is None or below is None or not (above.is_integer() and below.is_integer()) or below == 0:
        return None
    if max(abs(above), abs(below)) > 1e6:
        return None
    divisor = math.gcd(int(above), int(below))
    numerator, denominator = int(above) // divisor, int(below) // divisor
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    return (sign * numerator, denominator) if denominator % 2 == 1 and denominator > 1 else None
