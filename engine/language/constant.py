"""Numbers as a person types them into a field: `1e-3`, `2pi`, `1/3`, `-sqrt(2)`. No torch."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING

from engine.language.functions import CONSTANTS
from engine.language.math_notation import parse
from engine.language.token import Scope
from engine.language.tree import Arithmetic, Call, Name, Negate, Number
from engine.problems import EngineError, ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.tree import Expression

NOTHING_KNOWN = Scope()
OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": math.pow,
    "%": operator.mod,
}
CALLS: dict[str, Callable[[float], float]] = {"sqrt": math.sqrt, "exp": math.exp, "ln": math.log}


def constant(text: str) -> float:
    """Return the finite number that the text says; raises `EngineError`, with the place in the text."""
    tree = parse(text, NOTHING_KNOWN, 0)
    try:
        value = _value(tree)
    except (ArithmeticError, ValueError):
        value = math.nan
    if not math.isfinite(value):
        raise fail(ProblemCode.MALFORMED_NUMBER, (0, len(text)), text=text.strip())
    return value


def _value(tree: Expression) -> float:
    match tree:
        case Number(value):
            return value
        case Name(name) if name in CONSTANTS:
            return CONSTANTS[name]
        case Negate(operand):
            return -_value(operand)
        case Arithmetic(sign, left, right):
            return OPERATIONS[sign](_value(left), _value(right))
        case Call(function, (argument,)) if function in CALLS:
            return CALLS[function](_value(argument))
    raise _refused(tree)


def _refused(tree: Expression) -> EngineError:
    what = "What is typed here"
    return fail(ProblemCode.NEEDS_LITERAL, tree.span, what=what, example="1.5")
