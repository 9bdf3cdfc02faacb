"""What the arguments of functions are called in PyTorch and NumPy, so that pasted calls may name them."""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING

from engine.language.functions import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

Parameter = tuple[str, float | None]
"""What it may be called, apart by `/`, and its value if it is left out; None: it cannot be."""

INPUT: Parameter = ("input/x/a/x1/self", None)
OTHER: Parameter = ("other/y/x2", None)
TARGET: Parameter = ("target", None)
LOW: Parameter = ("min/a_min/low", -math.inf)
HIGH: Parameter = ("max/a_max/high", math.inf)
SIGNATURES: dict[str, tuple[Parameter, ...]] = {
    "leaky_relu": (INPUT, ("negative_slope/slope", 0.01)),
    "elu": (INPUT, ("alpha/a", 1.0)),
    "celu": (INPUT, ("alpha/a", 1.0)),
    "softshrink": (INPUT, ("lambd/d", 0.5)),
    "hardtanh": (INPUT, ("min_val", -1.0), ("max_val", 1.0)),
    "softplus": (INPUT, ("beta", 1.0)),
    "clamp": (INPUT, LOW, HIGH),
    "clip": (INPUT, LOW, HIGH),
    "pow": (INPUT, ("exponent", None)),
    "add": (INPUT, OTHER, ("alpha", 1.0)),
    "sub": (INPUT, OTHER, ("alpha", 1.0)),
    "subtract": (INPUT, OTHER, ("alpha", 1.0)),
    "where": (("condition", None), INPUT, OTHER),
    "lerp": (INPUT, ("end", None), ("weight", None)),
    "mse_loss": (INPUT, TARGET),
    "l1_loss": (INPUT, TARGET),
    "huber_loss": (INPUT, TARGET, ("delta", 1.0)),
    "smooth_l1_loss": (INPUT, TARGET, ("beta", 1.0)),
    "binary_cross_entropy_with_logits": (INPUT, TARGET),
    "full_like": (INPUT, ("fill_value", None)),
    "tensor": (("data", None),),
    "as_tensor": (("data", None),),
}
"""Functions whose arguments after the first have a name that code gives them."""


class NotTaken(Exception):
    """An argument that is not taken; `advice` says what to write instead."""

    def __init__(self, node: ast.expr | ast.keyword, advice: str) -> None:
        super().__init__(advice)
        self.node, self.advice = node, advice


ORDER = "Give the arguments in their order."


def in_order(name: str, given: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> tuple[str, list[ast.expr]]:
    """Return the function that is meant and its arguments by their places.

    Some functions are another one because of an argument, as `gelu(x, approximate="tanh")` is. Raises `NotTaken`.
    """
    kept = [keyword for keyword in keywords if not _is_without_effect(name, keyword)]
    if name == "gelu" and kept and kept[0].arg == "approximate":
        name, kept = _gelu(kept[0]), kept[1:]
    if name == "requires_grad_" and [one.value for one in given[1:] if isinstance(one, ast.Constant)] == [True]:
        given = given[:1]
    known = SIGNATURES.get(name) or _usual(name)
    if not kept and (len(given) == 1 or name not in ("clamp", "clip")):
        return name, list(given)
    return name, _placed(known, given, kept)


def _usual(name: str) -> tuple[Parameter, ...]:
    """Return how the arguments are called in the help of the table, or as torch calls most of them."""
    row = BY_NAME.get(name)
    if row is None or row.arity[1] is None or row.arity[1] > 2:
        return (INPUT, OTHER)
    return (INPUT, OTHER)[: row.arity[1]]


def _placed(known: tuple[Parameter, ...], given: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> list[ast.expr]:
    found: dict[int, ast.expr] = dict(enumerate(given))
    for keyword in keywords:
        place = next((at for at, (names, _) in enumerate(known) if keyword.arg in names.split("/")), None)
        if place is None or place in found:
            raise NotTaken(keyword, ORDER)
        found[place] = keyword.value
    return [
        found[place] if place in found else _default(known, place, found) for place in range(max(found, default=-1) + 1)
    ]


def _default(known: tuple[Parameter, ...], place: int, found: dict[int, ast.expr]) -> ast.expr:
    value = known[place][1]
    some = next(iter(found.values()))
    if value is None:
        raise NotTaken(some, ORDER)
    return ast.copy_location(ast.Constant(value), some)


def _gelu(keyword: ast.keyword) -> str:
    value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
    if value not in ("none", "tanh"):
        raise NotTaken(keyword, "Write `approximate='tanh'`, or leave it out.")
    return "gelu_tanh" if value == "tanh" else "gelu"


def _is_without_effect(name: str, keyword: ast.keyword) -> bool:
    """Whether an argument changes nothing here; raises `NotTaken` where it would change something."""
    value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
    if keyword.arg == "inplace":
        if value is not False:
            raise NotTaken(keyword, "Leave it out; a name gets another value by `=`.")
        return True
    if keyword.arg == "dtype":
        if not isinstance(keyword.value, ast.Attribute) or keyword.value.attr not in ("float64", "double"):
            raise NotTaken(keyword, "Leave it out; all numbers have 64 bits.")
        return True
    if keyword.arg == "threshold" and name == "softplus":
        if not isinstance(value, int | float) or value < 20:
            raise NotTaken(keyword, "Leave it out; softplus is exact everywhere.")
        return True
    return keyword.arg == "requires_grad" or (keyword.arg == "reduction" and value in ("mean", "sum", "none"))
