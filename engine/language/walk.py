"""Walk a tree without recursion: a sum of thousands of terms leans to the left as deep as it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    waiting: list[tuple[Node, frozenset[str]]] = [(body, frozenset())]
    while waiting:
        node, bound = waiting.pop()
        if isinstance(node, Name) and node.name not in bound:
            yield node.name, node.span
        if isinstance(node, Derivative) and node.variable not in bound:
            yield node.variable, node.span
        if isinstance(node, Reduction):
            waiting.append((node.body, bound | {node.index}))
            waiting += [(node.stop, bound), (node.start, bound)]
        else:
            waiting += [(child, bound) for child in reversed(children(node))]


def calls(body: Expression) -> Iterator[Apply]:
    """Yield each call of a user's function, and of a derivative of one of the table."""
    waiting: list[Node] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Apply):
            yield node
        waiting += reversed(children(node))


def depth(body: Expression, limit: int) -> int:
    """Return how deep the tree is, at most `limit` + 1; the left side of a sum or product counts as level."""
    deepest = 0
    waiting: list[tuple[Node, int]] = [(body, 1)]
    while waiting and deepest <= limit:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        for place, child in enumerate(children(node)):
            leaning = isinstance(node, Arithmetic) and place == 0
            waiting.append((child, level if leaning else level + 1))
    return deepest
