"""What functions and constants are called in real code, `torch.maximum` or `x.square()`, and what they are here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A function of real code that is an expression here."""

    arguments: int
    make: Callable[..., Expression]


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


def _add(x: Expression, y: Expression, span: Span) -> Expression:
    return Arithmetic("+", x, y, span)


def _sub(x: Expression, y: Expression, span: Span) -> Expression:
    return Arithmetic("-", x, y, span)


def _mul(x: Expression, y: Expression, span: Span) -> Expression:
    return Arithmetic("*", x, y, span)


def _div(x: Expression, y: Expression, span: Span) -> Expression:
    return Arithmetic("/", x, y, span)


SHORTHANDS: dict[str, Shorthand] = {
    "clone": Shorthand(1, _same), "as_tensor": Shorthand(1, _same), "double": Shorthand(1, _same),
    "float64": Shorthand(1, _same), "square": Shorthand(1, _square), "reciprocal": Shorthand(1, _reciprocal),
    "rsqrt": Shorthand(1, _rsqrt), "exp2": Shorthand(1, _exp2), "neg": Shorthand(1, Negate),
    "negative": Shorthand(1, Negate), "add": Shorthand(2, _add), "sub": Shorthand(2, _sub),
    "subtract": Shorthand(2, _sub), "mul": Shorthand(2, _mul), "multiply": Shorthand(2, _mul),
    "div": Shorthand(2, _div), "divide": Shorthand(2, _div), "true_divide": Shorthand(2, _div)}  # fmt: skip
