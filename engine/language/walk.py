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
    from collections.abc import Callable, Iterator

    from engine.problems import Span

Node = Expression | Condition
LEAVES = (Name, Number)


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


def names(body: Expression) -> Iterator[tuple[str, Span]]:
    """Yield each free name with its span, in order, also those that a derivative is taken by; constants too."""
    for node, bound in _walked(body):
        if isinstance(node, Name) and node.name not in bound:
            yield node.name, node.span
        elif isinstance(node, Derivative) and node.variable not in bound:
            yield node.variable, node.span


def _walked(body: Expression) -> Iterator[tuple[Node, frozenset[str]]]:
    """Yield each node with the indices of sums and products around it, in the order in which they were written."""
    waiting: list[tuple[Node, frozenset[str]]] = [(body, frozenset())]
    while waiting:
        node, bound = pair = waiting.pop()
        yield pair
        if isinstance(node, Reduction):
            waiting.append((node.body, bound | {node.index}))
            waiting += [(node.stop, bound), (node.start, bound)]
        elif isinstance(node, Arithmetic):  # most nodes of long texts
            waiting.append((node.right, bound))
            waiting.append((node.left, bound))
        elif not isinstance(node, LEAVES):
            waiting += [(child, bound) for child in reversed(children(node))]


class Uses(NamedTuple):
    """The first place of each free name, as `names` yields them, and of each call of a user's function."""

    names: dict[str, Span]
    calls: dict[str, Span]


def uses(body: Expression) -> Uses:
    """Return what the tree needs from outside of it, in the order in which it was written; walked only once."""
    found = Uses({}, {})
    for node, bound in _walked(body):
        if isinstance(node, Apply):
            found.calls.setdefault(node.function, node.span)
        elif isinstance(node, Name) and node.name not in bound:
            found.names.setdefault(node.name, node.span)
        elif isinstance(node, Derivative) and node.variable not in bound:
            found.names.setdefault(node.variable, node.span)
    return found


def depth(body: Expression, limit: int) -> int:
    """Return how deep the tree is, at most `limit` + 1; the left side of a sum or product counts as level."""
    deepest = 0
    waiting: list[tuple[Node, int]] = [(body, 1)]
    while waiting and deepest <= limit:
        node, level = waiting.pop()
        if level > deepest:
            deepest = level
        if isinstance(node, Arithmetic):
            waiting.append((node.left, level))
            waiting.append((node.right, level + 1))
        elif not isinstance(node, LEAVES):
            waiting += [(child, level + 1) for child in children(node)]
    return deepest
