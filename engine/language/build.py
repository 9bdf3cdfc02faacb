"""Build tree nodes that both notations share: calls with their checks, powers, piecewise, sums and products."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from engine.language.functions import BY_NAME
from engine.language.suggestions import unknown_name
from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Compare,
    Condition,
    Expression,
    Logic,
    Name,
    Negate,
    Not,
    Number,
    Piecewise,
    Reduction,
)
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.language.token import Scope

Node = Expression | Condition
CONDITIONS = (Compare, Logic, Not)
"""A tuple, because a union would be made anew at each of the thousands of nodes of a long text."""
_CLASSES: frozenset[type] = frozenset(CONDITIONS)
"""To look a node's class up in is quicker still."""
EXAMPLES = {
    "if": "if(x < 0, -x, x)",
    "piecewise": "piecewise(x < 0, -x, x)",
    "sum": "sum(n, 1, 10, x^n)",
    "prod": "prod(n, 1, 5, x - n)",
}
OPERATORS = {"mod": "%", "pow": "^"}
"""Functions of the table that an operator says as well, and better: `pow(x, 1)` has derivatives at 0 as `x^1` has."""


def number(node: Node) -> Expression:
    """Return the node as a number; raises not_a_number for a condition."""
    if node.__class__ in _CLASSES:
        raise fail(ProblemCode.NOT_A_NUMBER, node.span)
    return node  # type: ignore[return-value]


def condition(node: Node) -> Condition:
    """Return the node as a condition; raises not_a_condition for a number."""
    if isinstance(node, CONDITIONS):
        return node
    raise fail(ProblemCode.NOT_A_CONDITION, node.span)


def arithmetic(operator: str, left: Node, right: Node, span: Span | None = None) -> Arithmetic:
    """Return `left operator right`."""
    if left.__class__ in _CLASSES or right.__class__ in _CLASSES:
        for operand in (left, right):
            number(operand)
    return Arithmetic(operator, left, right, span or (left.span[0], right.span[1]))  # type: ignore[arg-type]


def factorial(operand: Node, span: Span) -> Call:
    """Return x! as gamma(x + 1)."""
    one = Number(1.0, operand.span)
    return Call("gamma", (arithmetic("+", operand, one, operand.span),), span)


def logarithm(base: Expression, argument: Node, span: Span) -> Expression:
    """Return the logarithm to a base as ln/ln."""
    over = Call("ln", (number(argument),), span)
    return Arithmetic("/", over, Call("ln", (base,), base.span), span)


def call(
    name: str, arguments: Sequence[Node], scope: Scope, span: Span, name_span: Span, primes: int = 0
) -> Expression:
    """Return the call of any name: a form, a function of the user, or one of the table.

    Raises `EngineError` for an unknown name, a wrong number of arguments, or an argument that must be a plain number.
    """
    if name in ("if", "piecewise"):
        return choice(name, arguments, span, name_span)
    if name in ("sum", "prod"):
        return reduction(name, arguments, span, name_span)
    if name in scope.functions:
        return own_call(name, arguments, scope, span, name_span, primes)
    if name not in BY_NAME:
        raise unknown_name(name, name_span, scope.functions)
    return table_call(name, arguments, span, name_span, primes)


def own_call(
    name: str, arguments: Sequence[Node], scope: Scope, span: Span, name_span: Span, primes: int
) -> Expression:
    """Return the call of a user's function, or of its derivative."""
    count = scope.functions[name]
    expect(name, len(arguments), count, count, name_span, f"{name}({', '.join('xyzuvw'[:count])})")
    if primes and count != 1:
        advice = f"Primes are for functions of one variable; write `∂/∂x ({name}(…))`."
        raise fail(ProblemCode.NOT_OFFERED, name_span, what=f"A prime on `{name}`", advice=advice)
    return Apply(name, primes, tuple(number(argument) for argument in arguments), span)


def table_call(name: str, arguments: Sequence[Node], span: Span, name_span: Span, primes: int) -> Expression:
    """Return the call of a function of the table by its canonical name."""
    row = BY_NAME[name]
    least, most = row.arity
    example = "log_2(x)" if row.name == "ln" and len(arguments) == 2 else row.signature
    expect(name, len(arguments), least, most, name_span, example)
    values = tuple(number(argument) for argument in arguments)
    for place in row.literals:
        if place < len(values) and not is_literal(values[place]):
            raise fail(ProblemCode.NEEDS_LITERAL, values[place].span, what=f"This argument of `{name}`", example="3")
    if row.name in OPERATORS:
        return arithmetic(OPERATORS[row.name], values[0], values[1], span)
    if primes:
        if len(values) != 1:
            raise fail(
                ProblemCode.NOT_OFFERED,
                name_span,
                what=f"A prime on `{name}`",
                advice="Primes are for functions of one variable.",
            )
        return Apply(row.name, primes, values, span)
    return Call(row.name, values, span)


def is_literal(node: Expression) -> bool:
    """Whether a node is a plain number, perhaps with a sign."""
    return isinstance(node, Number) or (isinstance(node, Negate) and isinstance(node.operand, Number))


def expect(name: str, count: int, least: int, most: int | None, span: Span, example: str = "") -> None:
    """Raise wrong_argument_count unless least <= count <= most."""
    if count >= least and (most is None or count <= most):
        return
    raise fail(
        ProblemCode.WRONG_ARGUMENT_COUNT,
        span,
        name=name,
        expected=_expected(least, most),
        count=count,
        example=example or EXAMPLES[name],
    )


def _expected(least: int, most: int | None) -> str:
    if most is None:
        return "at least 1 argument" if least == 1 else f"at least {least} arguments"
    if least != most:
        return f"{least} to {most} arguments"
    return "1 argument" if least == 1 else f"{least} arguments"


def choice(name: str, arguments: Sequence[Node], span: Span, name_span: Span) -> Piecewise:
    """Return `if(c, a, b)` or `piecewise(c, a, ..., b)`; without the last part it is not defined elsewhere."""
    expect(name, len(arguments), 2, 3 if name == "if" else None, name_span)
    pairs = range(0, len(arguments) - 1, 2)
    branches = tuple((condition(arguments[place]), number(arguments[place + 1])) for place in pairs)
    otherwise = number(arguments[-1]) if len(arguments) % 2 else None
    return Piecewise(branches, otherwise, span)


def reduction(name: str, arguments: Sequence[Node], span: Span, name_span: Span) -> Reduction:
    """Return `sum(n, 1, 10, body)` or `prod(...)`."""
    expect(name, len(arguments), 4, 4, name_span)
    index = arguments[0]
    if not isinstance(index, Name):
        advice = f"The first argument of `{name}` is the name that counts, as in `{EXAMPLES[name]}`."
        raise fail(ProblemCode.UNEXPECTED_TOKEN, index.span, text="…", advice=advice)
    start, stop, body = (number(argument) for argument in arguments[1:])
    return Reduction("sum" if name == "sum" else "prod", index.name, start, stop, body, span)


def compare(left: Node, operator: str, right: Node) -> Compare:
    """Return the comparison of two numbers."""
    return Compare((number(left), number(right)), (operator,), (left.span[0], right.span[1]))  # type: ignore[arg-type]


def compare_on(left: Compare, operator: str, right: Node) -> Compare:
    """Return the chain with one more comparison at its end."""
    operators: tuple[Any, ...] = (*left.operators, operator)
    return Compare((*left.operands, number(right)), operators, (left.span[0], right.span[1]))


def logic(operator: Literal["and", "or"], operands: Sequence[Node]) -> Logic:
    """Return the operands with `and` or `or` between them."""
    return Logic(operator, tuple(map(condition, operands)), (operands[0].span[0], operands[-1].span[1]))


__all__ = [
    "EngineError",
    "Node",
    "arithmetic",
    "call",
    "compare",
    "condition",
    "factorial",
    "logarithm",
    "logic",
    "number",
]
