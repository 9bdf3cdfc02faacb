"""The order in which a block computes its nodes, found without recursion: a chain of 5,000 terms is 5,000 deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.language.tree import Apply, Arithmetic, Call, Negate, Reduction

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.tree import Expression


def operands_first(
    root: Expression, taken_as: Callable[[Expression], Expression] = lambda node: node
) -> list[Expression]:
    """Return the nodes of one block, each as what it is taken as, and after its operands."""
    found: list[Expression] = []
    waiting = [root]
    while waiting:
        node = taken_as(waiting.pop())
        found.append(node)
        waiting.extend(children(node))
    return found[::-1]


def children(node: Expression) -> tuple[Expression, ...]:
    """Return the operands that are computed in the same block."""
    match node:
        case Negate():
            return (node.operand,)
        case Arithmetic():
            return (node.left, node.right)
        case Call() | Apply():
            return node.arguments
        case Reduction():
            return (node.start, node.stop)
        case _:
            return ()
