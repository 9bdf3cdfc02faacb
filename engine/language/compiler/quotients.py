"""Quotients that are 0/0 at 0, such as sin(u)/u: as they are written they lose their derivatives near it.

A quotient is recognised where it stands exactly as in `QUOTIENTS`, the same u in each place, and computed by a rule
that keeps every digit. At u = 0 it stays undefined. The trace shows the computation as it is written.
"""

from __future__ import annotations

from functools import lru_cache

from engine.language.math_notation import parse
from engine.language.token import Scope
from engine.language.tree import Arithmetic, Call, Expression, Name, Negate, Number

QUOTIENTS = {
    "sin(u)/u": "sine_over",
    "(1 - cos(u))/u^2": "versine_over",
    "(exp(u) - 1)/u": "exponential_over",
    "(e^u - 1)/u": "exponential_over",
    "expm1(u)/u": "exponential_over",
}
"""As it is written -> the rule that computes it of u."""


def recognised(node: Expression) -> Expression:
    """Return the call of a quotient's rule if the node is that quotient, else the node itself."""
    if not isinstance(node, Arithmetic) or node.operator != "/" or isinstance(node.left, Number | Name):
        return node
    for pattern, rule in _patterns():
        operand = _operand(pattern, node)
        if operand is not None:
            return Call(rule, (operand,), node.span)
    return node


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Expression, str], ...]:
    scope = Scope(values=frozenset("u"))
    return tuple((parse(written, scope), rule) for written, rule in QUOTIENTS.items())


def _operand(pattern: Expression, node: Expression) -> Expression | None:
    """Return what stands for u where the node is as the pattern; None where it is not."""
    found: Expression | None = None
    waiting = [(pattern, node)]
    while waiting:
        wanted, present = waiting.pop()
        if isinstance(wanted, Name) and wanted.name == "u":
            if found is not None and not _same(found, present):
                return None
            found = present
        elif not _alike(wanted, present):
            return None
        else:
            waiting += zip(_parts(wanted), _parts(present), strict=True)
    return found


def _same(left: Expression, right: Expression) -> bool:
    """Whether both are written the same; walked without recursion."""
    waiting = [(left, right)]
    while waiting:
        one, other = waiting.pop()
        if not _alike(one, other):
            return False
        waiting += zip(_parts(one), _parts(other), strict=True)
    return True


def _alike(left: Expression, right: Expression) -> bool:
    """Whether two nodes are the same but for their parts; never for kinds of nodes that hold blocks of their own."""
    match left, right:
        case (Number(), Number()):
            return left.value == right.value
        case (Name(), Name()):
            return left.name == right.name
        case (Arithmetic(), Arithmetic()):
            return left.operator == right.operator
        case (Call(), Call()):
            return left.function == right.function and len(left.arguments) == len(right.arguments)
        case _:
            return isinstance(left, Negate) and isinstance(right, Negate)


def _parts(node: Expression) -> tuple[Expression, ...]:
    match node:
        case Arithmetic():
            return node.left, node.right
        case Call():
            return node.arguments
        case Negate():
            return (node.operand,)
        case _:
            return ()
