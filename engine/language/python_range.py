"""What a loop goes over: a list that is written out, or the numbers of a `range`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from engine.language.tree import Compare, Logic, Name, Number

if TYPE_CHECKING:
    from engine.language.tree import Condition, Expression


def remains(present: Name, last: Name, by: Name, step: Expression) -> Condition:
    """Return whether a range has another number."""
    span = present.span
    up, down = Compare((present, last), ("<",), span), Compare((present, last), (">",), span)
    if isinstance(step, Number):
        return up if step.value > 0 else down
    zero = Number(0.0, span)
    rising = Logic("and", (Compare((by, zero), (">",), span), up), span)
    falling = Logic("and", (Compare((by, zero), ("<",), span), down), span)
    return Logic("or", (rising, falling), span)


def entries_of(node: ast.expr) -> tuple[list[ast.expr] | None, ast.expr | None]:
    """Return the entries of a list, and how many times over it is written (`[0.0] * 5`); None: it is no list."""
    if isinstance(node, ast.List | ast.Tuple):
        return node.elts, None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.List):
        return node.left.elts, node.right
    return None, None
