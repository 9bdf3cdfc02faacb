"""The syntax tree that every notation is read into: frozen structs, each with the span it was read from.

A node is a number (`Expression`) or a condition (`Condition`); the parsers keep the two apart. A long text has
thousands of nodes, and a struct is made in a fifth of the time of a dataclass.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from engine.language.routine import Code, Default  # noqa: TC001
from engine.problems import Span  # noqa: TC001  (a struct's fields are read at run time)

ArithmeticOperator: TypeAlias = Literal["+", "-", "*", "/", "^", "%"]
Comparison: TypeAlias = Literal["<", "<=", ">", ">=", "==", "!="]


class Number(Struct, frozen=True, gc=False):
    """A literal, always a float; constants such as π are `Name`s."""

    value: float
    span: Span


class Name(Struct, frozen=True, gc=False):
    """The variable, a bound name, a parameter, a defined value or a constant of the function table."""

    name: str
    span: Span


class Negate(Struct, frozen=True):
    """`-operand`."""

    operand: Expression
    span: Span


class Arithmetic(Struct, frozen=True):
    """`left operator right`; `%` is floored."""

    operator: ArithmeticOperator
    left: Expression
    right: Expression
    span: Span


class Call(Struct, frozen=True):
    """A call of a function of the table, by its canonical name (`arcsin(x)` is read as `asin`)."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span


class Apply(Struct, frozen=True):
    """A call of a user's own function; `order` primes: `f''(x+1)` has order 2 and is exact."""

    function: str
    order: int
    arguments: tuple[Expression, ...]
    span: Span


class Derivative(Struct, frozen=True):
    """`d^order/d variable^order (body)`, taken at the variable's present value."""

    body: Expression
    variable: str
    order: int
    span: Span


class Piecewise(Struct, frozen=True):
    """The value of the first branch whose condition holds, else `otherwise`; None: not defined there.

    `expression {condition}` (a domain restriction) is a Piecewise of one branch and no otherwise.
    """

    branches: tuple[tuple[Condition, Expression], ...]
    otherwise: Expression | None
    span: Span


class Reduction(Struct, frozen=True):
    """`sum(index, start, stop, body)` or `prod(...)`: over start, start+1, ... <= stop."""

    operator: Literal["sum", "prod"]
    index: str
    start: Expression
    stop: Expression
    body: Expression
    span: Span


class Compare(Struct, frozen=True):
    """A chain: `0 < x <= 1` has three operands and two operators."""

    operands: tuple[Expression, ...]
    operators: tuple[Comparison, ...]
    span: Span


class Logic(Struct, frozen=True):
    """`a and b and c`, or the same with `or`."""

    operator: Literal["and", "or"]
    operands: tuple[Condition, ...]
    span: Span


class Not(Struct, frozen=True):
    """`not operand`."""

    operand: Condition
    span: Span


class Routine(Struct, frozen=True):
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


class Definition(Struct, frozen=True):
    """One card's text, read.

    `name` is None for a bare expression, which is a function of the variable found in it. `arguments` is the bound
    names of `f(x, y) = ...`, empty for `a = 1.5`, and `(variable,)` for a bare expression.
    """

    name: str | None
    arguments: tuple[str, ...]
    body: Expression
    span: Span
