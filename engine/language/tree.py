"""The syntax tree that every notation is read into: frozen dataclasses, each with the span it was read from.

A node is a number (`Expression`) or a condition (`Condition`); the parsers keep the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.language.routine import Code, Default  # noqa: TC001
from engine.problems import Span  # noqa: TC001  (dataclass fields are read at run time)

ArithmeticOperator: TypeAlias = Literal["+", "-", "*", "/", "^", "%"]
Comparison: TypeAlias = Literal["<", "<=", ">", ">=", "==", "!="]


@dataclass(frozen=True, slots=True)
class Number:
    """A literal, always a float; constants such as π are `Name`s."""

    value: float
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """The variable, a bound name, a parameter, a defined value or a constant of the function table."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Negate:
    """`-operand`."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`left operator right`; `%` is floored."""

    operator: ArithmeticOperator
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function of the table, by its canonical name (`arcsin(x)` is read as `asin`)."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Apply:
    """A call of a user's own function; `order` primes: `f''(x+1)` has order 2 and is exact."""

    function: str
    order: int
    arguments: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Derivative:
    """`d^order/d variable^order (body)`, taken at the variable's present value."""

    body: Expression
    variable: str
    order: int
    span: Span


@dataclass(frozen=True, slots=True)
class Piecewise:
    """The value of the first branch whose condition holds, else `otherwise`; None: not defined there.

    `expression {condition}` (a domain restriction) is a Piecewise of one branch and no otherwise.
    """

    branches: tuple[tuple[Condition, Expression], ...]
    otherwise: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class Reduction:
    """`sum(index, start, stop, body)` or `prod(...)`: over start, start+1, ... <= stop."""

    operator: Literal["sum", "prod"]
    index: str
    start: Expression
    stop: Expression
    body: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Compare:
    """A chain: `0 < x <= 1` has three operands and two operators."""

    operands: tuple[Expression, ...]
    operators: tuple[Comparison, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Logic:
    """`a and b and c`, or the same with `or`."""

    operator: Literal["and", "or"]
    operands: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """`not operand`."""

    operand: Condition
    span: Span


@dataclass(frozen=True, slots=True)
class Routine:
    """The value that a Python function returns. `arguments` are the names that it is handed, `code` what it does.

    `uses` are the names and functions from outside of it, as `Name`s and as `Apply`s without arguments.
    """

    code: Code
    arguments: tuple[str, ...]
    defaults: tuple[Default, ...]
    uses: tuple[Expression, ...]
    span: Span


Expression: TypeAlias = (
    Number | Name | Negate | Arithmetic | Call | Apply | Derivative | Piecewise | Reduction | Routine
)
Condition: TypeAlias = Compare | Logic | Not


@dataclass(frozen=True, slots=True)
class Definition:
    """One card's text, read.

    `name` is None for a bare expression, which is a function of the variable found in it. `arguments` is the bound
    names of `f(x, y) = ...`, empty for `a = 1.5`, and `(variable,)` for a bare expression.
    """

    name: str | None
    arguments: tuple[str, ...]
    body: Expression
    span: Span
