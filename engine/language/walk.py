"""Walk a tree without recursion: a sum of thousands of terms leans to the left as deep as it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Compare,
    Condition,
    Derivative,
    Expression,
    Logic,
    Name,
    Negate,
    Not,
    Number,
    Piecewise,
    Reduction,
    Routine,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.problems import Span

Node = Expression | Condition
LEAVES = (Name, Number)
NAMING = (Name, Derivative)


PARTS: dict[type[Node], Callable[[Any], tuple[Node, ...]]] = {
    Negate: lambda node: (node.operand,),
    Not: lambda node: (node.operand,),
    Arithmetic: lambda node: (node.left, node.right),
    Call: lambda node: node.arguments,
    Apply: lambda node: node.arguments,
    Derivative: lambda node: (node.body,),
    Piecewise: lambda node: (
        *(part for branch in node.branches for part in branch),
        *([] if node.otherwise is None else [node.otherwise]),
    ),
    Reduction: lambda node: (node.start, node.stop, node.body),
    Routine: lambda node: node.uses,
    Compare: lambda node: node.operands,
    Logic: lambda node: node.operands,
    Number: lambda _: (),
    Name: lambda _: (),
}


def children(node: Node) -> tuple[Node, ...]:
    """Return the node's parts in the order in which they were written."""
    return PARTS[type(node)](node)


class Uses(NamedTuple):
    """The first place of each free name, and of each call of a user's function, in the order of these places."""

    names: dict[str, Span]
    calls: dict[str, Span]


def uses(body: Node) -> Uses:
    """Return what the tree needs from outside of it; constants too, and names that a derivative is taken by."""
    found = Uses({}, {})
    _gather(body, frozenset(), found)
    return found


def names(body: Node) -> dict[str, Span]:
    """Return the first place of each free name."""
    return uses(body).names


def _gather(body: Node, bound: frozenset[str], found: Uses) -> None:
    """Add what is used; `bound` are the indices of the sums and products around."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        while isinstance(node, Arithmetic):  # most nodes of long texts
            waiting.append(node.right)
            node = node.left
        if isinstance(node, NAMING):
            name = node.name if isinstance(node, Name) else node.variable
            if name not in found.names and name not in bound:
                found.names[name] = node.span
        elif isinstance(node, Apply):
            found.calls.setdefault(node.function, node.span)
        if isinstance(node, Reduction):
            for part in (node.start, node.stop):
                _gather(part, bound, found)
            _gather(node.body, bound | {node.index}, found)
        elif not isinstance(node, LEAVES):
            waiting += reversed(children(node))


def depth(body: Expression, limit: int) -> int:
    """Return how deep the tree is, at most `limit` + 1; the left side of a sum or product counts as level."""
    deepest = 0
    waiting: list[tuple[Node, int]] = [(body, 1)]
    while waiting and deepest <= limit:
        node, level = waiting.pop()
        below = level + 1
        while isinstance(node, Arithmetic):
            if not isinstance(node.right, LEAVES):
                waiting.append((node.right, below))
            elif below > deepest:
                deepest = below
            node = node.left
        if level > deepest:
            deepest = level
        if not isinstance(node, LEAVES):
            waiting += [(child, below) for child in children(node)]
    return deepest
