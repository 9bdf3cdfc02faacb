"""From a trace to what is drawn of it: boxes and links, with the turns of a loop folded into one. Pure.

A diagram has no numbers in it: traces that differ in their values alone have equal diagrams, and one layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.graph.numbers import short

if TYPE_CHECKING:
    from engine.calculus.graph import Edge, Node, Trace

FOLDED_FROM = 3
"""A loop of fewer turns is drawn turn by turn."""
INFIX = frozenset("+-−*/×·^%")


@dataclass(frozen=True, slots=True)
class Box:
    """One box: the nodes (places in the trace, earliest first) that it stands for; its numbers are the last one's."""

    nodes: tuple[int, ...]

    @property
    def turns(self) -> int:
        """How many turns of a loop are folded into it."""
        return len(self.nodes)


@dataclass(frozen=True, slots=True)
class Link:
    """An operand slot: from a result's box to its operand's (places in `Diagram.boxes`), and the edges it stands for.

    `is_loop`: it carries a value from one turn to the next, against the direction of all other links.
    """

    result: int
    operand: int
    edges: tuple[int, ...]
    is_loop: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes in the order of computing, and the links between them."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    output: int
    leaves: tuple[int, ...]

    def box_of(self, node: int) -> int:
        """Return the box that stands for this node; StopIteration if there is none."""
        return next(place for place, box in enumerate(self.boxes) if node in box.nodes)


def diagram(trace: Trace, *, fold: bool = True) -> Diagram:
    """Return what is drawn of the trace; `fold` puts the turns of a loop into one box for each operation."""
    groups = _groups(trace) if fold else {place: [place] for place in range(len(trace.nodes))}
    boxes = tuple(Box(tuple(nodes)) for nodes in groups.values())
    box_of = {node: place for place, box in enumerate(boxes) for node in box.nodes}
    leaves = tuple(place for place, box in enumerate(boxes) if trace.nodes[box.nodes[0]].leaf)
    return Diagram(boxes, _links(trace.edges, box_of), box_of[trace.output], leaves)


def _groups(trace: Trace) -> dict[object, list[int]]:
    """Return the nodes of each box by what they have in common; order is that of the first ones."""
    counts: dict[object, int] = {}
    keys: list[object] = []
    for place, node in enumerate(trace.nodes):
        same = (node.entry, node.span, node.operation, node.order)
        seen = counts[same, node.turn] = counts.get((same, node.turn), -1) + 1
        keys.append((same, seen) if node.turn and not node.leaf else place)
    found: dict[object, list[int]] = {}
    for place, key in enumerate(keys):
        found.setdefault(key, []).append(place)
    return dict(_unfolded(found))


def _unfolded(found: dict[object, list[int]]) -> list[tuple[object, list[int]]]:
    """Return the groups, those of too few turns taken apart, in the order of their first nodes."""
    pairs: list[tuple[object, list[int]]] = []
    for key, nodes in found.items():
        pairs += [(key, nodes)] if len(nodes) >= FOLDED_FROM else [((key, node), [node]) for node in nodes]
    return sorted(pairs, key=lambda pair: pair[1][0])


def _links(edges: tuple[Edge, ...], box_of: dict[int, int]) -> tuple[Link, ...]:
    """Return one link for each slot of each box and each box that its operands stand in."""
    slots: dict[int, int] = {}
    joined: dict[tuple[int, int, int], list[int]] = {}
    for place, edge in enumerate(edges):
        slot = slots[edge.result] = slots.get(edge.result, -1) + 1
        joined.setdefault((box_of[edge.result], box_of[edge.operand], slot), []).append(place)
    return tuple(
        Link(result, operand, tuple(places), operand >= result) for (result, operand, _), places in joined.items()
    )


def reached(trace: Trace, leaf: str) -> frozenset[int]:
    """Return the nodes that this variable or parameter reaches, itself among them."""
    found = {place for place, node in enumerate(trace.nodes) if node.leaf == leaf}
    for edge in sorted(trace.edges, key=lambda edge: edge.result):
        if edge.operand in found:
            found.add(edge.result)
    return frozenset(found)


def node_at(trace: Trace, entry: int, place: int) -> int | None:
    """Return the node of the smallest part of this card's text around the place; of equal ones, the last."""
    around = [
        (node.span[0] - node.span[1], index)
        for index, node in enumerate(trace.nodes)
        if node.span is not None and node.entry == entry and node.span[0] <= place <= node.span[1]
    ]
    return max(around)[1] if around else None


def nodes_at(trace: Trace, entry: int, place: int) -> frozenset[int]:
    """Return the node of the smallest part of the text around the place; in a derivative's graph all of that part."""
    found = node_at(trace, entry, place)
    if found is None or not trace.order:
        return frozenset() if found is None else frozenset({found})
    same = trace.nodes[found]
    return frozenset(
        index
        for index, node in enumerate(trace.nodes)
        if (node.entry, node.span, node.turn) == (same.entry, same.span, same.turn)
    )


def title(node: Node) -> str:
    """Return the node's plain name with the plain numbers among its operands: `^ 2`, `2 *`, `max(·, 3)`."""
    if not node.constants:
        return node.operation
    constants = {slot: short(value) for slot, value in node.constants}
    if node.operation in INFIX and not constants.keys().isdisjoint((0, 1)):
        return f"{constants[0]} {node.operation}" if 0 in constants else f"{node.operation} {constants[1]}"
    slots = range(max(max(constants) + 1, 2 if 0 in constants else 1))
    return f"{node.operation}({', '.join(constants.get(slot, '·') for slot in slots)})"
