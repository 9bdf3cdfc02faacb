"""What functions and constants are called in real code, `torch.maximum` or `x.square()`, and what they are here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

from engine.language.tree import Arithmetic, Expression, Negate, Number
from engine.language.tree import Call as TableCall

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.problems import Span

MODULES: dict[str, str] = {
    "torch": "torch", "math": "math", "np": "numpy", "numpy": "numpy", "F": "torch.nn.functional",
    "nn": "torch.nn"}  # fmt: skip
"""Names that modules usually have in code -> the module."""
IMPORTED = frozenset({"torch", "math", "numpy", "torch.nn", "torch.nn.functional", "torch.special", "__future__"})
"""What may be imported; the line is read, and has no effect."""

RENAMED: dict[str, str] = {
    "absolute": "abs", "fabs": "abs", "power": "pow", "maximum": "max", "minimum": "min", "fmax": "max",
    "fmin": "min", "expit": "sigmoid", "remainder": "mod", "where": "if", "item": "stop", "tensor": "stop",
    "int": "trunc", "fix": "trunc", "float": "stop", "floor_divide": "floordiv", "i0": "I0", "i1": "I1",
    "bessel_j0": "J0", "bessel_j1": "J1", "binary_cross_entropy_with_logits": "bce_with_logits"}  # fmt: skip
"""Name in real code -> name in the function table, or of a form."""

CONSTANTS_OF_MODULES: dict[str, str | float] = {
    "pi": "pi", "e": "e", "tau": math.tau, "inf": math.inf, "nan": math.nan}  # fmt: skip


def _same(x: Expression, _span: Span) -> Expression:
    return x


def _square(x: Expression, span: Span) -> Expression:
    return Arithmetic("^", x, Number(2.0, span), span)


def _reciprocal(x: Expression, span: Span) -> Expression:
    return Arithmetic("/", Number(1.0, span), x, span)


def _rsqrt(x: Expression, span: Span) -> Expression:
    return Arithmetic("/", Number(1.0, span), TableCall("sqrt", (x,), span), span)


def _exp2(x: Expression, span: Span) -> Expression:
    return Arithmetic("^", Number(2.0, span), x, span)


def _zero(_x: Expression, span: Span) -> Expression:
    return Number(0.0, span)


def _one(_x: Expression, span: Span) -> Expression:
    return Number(1.0, span)


def _factorial(x: Expression, span: Span) -> Expression:
    return TableCall("gamma", (Arithmetic("+", x, Number(1.0, span), span),), span)


def _full(_x: Expression, value: Expression, _span: Span) -> Expression:
    return value


def _operation(sign: Literal["+", "-", "*", "/"]) -> Callable[..., Expression]:
    """Return what makes `x sign y`, or `x sign factor*y`."""

    def make(x: Expression, y: Expression, *rest: Any) -> Expression:
        *factors, span = rest
        return Arithmetic(sign, x, Arithmetic("*", factors[0], y, span) if factors else y, span)

    return make


def _lerp(x: Expression, end: Expression, weight: Expression, span: Span) -> Expression:
    return Arithmetic("+", x, Arithmetic("*", weight, Arithmetic("-", end, x, span), span), span)


def _softplus(x: Expression, beta: Expression, span: Span) -> Expression:
    return Arithmetic("/", TableCall("softplus", (Arithmetic("*", beta, x, span),), span), beta, span)


def _hardtanh(x: Expression, low: Expression, high: Expression, span: Span) -> Expression:
    return TableCall("clamp", (x, low, high), span)


def _clamp(x: Expression, low: Expression, span: Span) -> Expression:
    return TableCall("clamp", (x, low, Number(math.inf, span)), span)


def _squared_error(x: Expression, target: Expression, span: Span) -> Expression:
    return _square(Arithmetic("-", x, target, span), span)


def _absolute_error(x: Expression, target: Expression, span: Span) -> Expression:
    return TableCall("abs", (Arithmetic("-", x, target, span),), span)


def _huber(x: Expression, target: Expression, *rest: Any) -> Expression:
    *delta, span = rest
    return TableCall("huber", (Arithmetic("-", x, target, span), *delta), span)


def _smooth(x: Expression, target: Expression, *rest: Any) -> Expression:
    *beta, span = rest
    made = _huber(x, target, *rest)
    return Arithmetic("/", made, beta[0], span) if beta else made


ADD, SUB, MUL, DIV = map(_operation, ("+", "-", "*", "/"))  # type: ignore[arg-type]
SHORTHANDS: dict[tuple[str, int], Callable[..., Expression]] = {
    ("clone", 1): _same, ("as_tensor", 1): _same, ("double", 1): _same, ("float64", 1): _same, ("sum", 1): _same,
    ("mean", 1): _same, ("requires_grad_", 1): _same, ("square", 1): _square, ("reciprocal", 1): _reciprocal,
    ("rsqrt", 1): _rsqrt, ("exp2", 1): _exp2, ("neg", 1): Negate, ("negative", 1): Negate, ("zeros_like", 1): _zero,
    ("ones_like", 1): _one, ("factorial", 1): _factorial, ("full_like", 2): _full, ("add", 2): ADD, ("add", 3): ADD,
    ("sub", 2): SUB, ("sub", 3): SUB, ("subtract", 2): SUB, ("subtract", 3): SUB, ("mul", 2): MUL,
    ("multiply", 2): MUL, ("div", 2): DIV, ("divide", 2): DIV, ("true_divide", 2): DIV, ("lerp", 3): _lerp,
    ("softplus", 2): _softplus, ("hardtanh", 3): _hardtanh, ("clamp", 2): _clamp, ("clip", 2): _clamp,
    ("mse_loss", 2): _squared_error, ("l1_loss", 2): _absolute_error, ("huber_loss", 2): _huber,
    ("huber_loss", 3): _huber, ("smooth_l1_loss", 2): _smooth, ("smooth_l1_loss", 3): _smooth}  # fmt: skip
"""Functions of real code that are an expression here, by their name and how many arguments they are given.

The mean and the sum are of one number: a sample is one. A sum of a list is read before."""
METHODS = frozenset({"sum", "mean", "requires_grad_"})
"""Of these not the bare names."""
SHORT_NAMES = frozenset(name for name, _ in SHORTHANDS)
