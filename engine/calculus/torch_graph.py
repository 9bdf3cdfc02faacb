"""Copies a graph of torch's into plain nodes and edges, one for each of torch's own."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, TypeAlias

from engine.calculus.graph import Edge, Node
from engine.calculus.recorder import MOST_NODES, Place, called, get_gradient_edge, is_rule, too_many_nodes
from engine.calculus.watch import nodes_behind, numbers_of
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from engine.calculus.watch import AutogradNode, Constants, Seen

GradientEdge = torch.autograd.graph.GradientEdge
WORDS = re.compile(r"[A-Z]+[a-z0-9]*|[a-z0-9]+")

Leaf: TypeAlias = "tuple[str, Place, torch.Tensor]"
"""A name, where it stands, and its tensor."""
Named: TypeAlias = "tuple[str, Constants]"
"""A plain name, and the plain numbers among the operands."""


def copied(
    value: torch.Tensor,
    leaves: Sequence[Leaf],
    seen: Mapping[AutogradNode, Seen],
    named: Mapping[AutogradNode, Named],
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return the graph behind the value: leaves first, then the rest in the order in which torch recorded it.

    A name, a value or a place that is not known is a name of torch's, NaN, or none.
    Raises `EngineError` (too_many_nodes).
    """
    behind = nodes_behind(value)
    if len(behind) > MOST_NODES:
        raise too_many_nodes(Place())
    ends = {get_gradient_edge(leaf[2]).node: rank for rank, leaf in enumerate(leaves)}
    ordered = sorted(behind, key=lambda node: (bool(node.next_functions), ends.get(node, 0), node._sequence_nr()))
    place = {node: index for index, node in enumerate(ordered)}
    edges = tuple(
        Edge(result, place[operand], slope)
        for result, node in enumerate(ordered)
        for operand, slope in _slopes(node, seen.get(node))
    )
    inputs = [GradientEdge(node, 0) for node in ordered]
    adjoints: tuple[torch.Tensor | None, ...] = torch.autograd.grad(value, inputs, allow_unused=True, retain_graph=True)
    nodes = []
    for index, (node, adjoint) in enumerate(zip(ordered, adjoints, strict=True)):
        slope = 0.0 if adjoint is None else number(adjoint)
        if node in ends:
            name, where, tensor = leaves[ends[node]]
            nodes.append(
                Node(index, name, "AccumulateGrad", number(tensor), slope, where.span, name, entry=where.entry)
            )
        else:
            nodes.append(_inner(index, node, slope, seen.get(node), named.get(node)))
    return tuple(nodes), edges


def _slopes(node: AutogradNode, seen: Seen | None) -> Iterator[tuple[AutogradNode, float]]:
    """Yield the operand's node and the local derivative for each slot that autograd follows."""
    followers = [follower for follower, _ in node.next_functions]
    if any(follower is not None for follower in followers):
        slopes = called(node, torch.ones(1, dtype=torch.float64) if seen is None else seen.result)
        for follower, slope in zip(followers, slopes, strict=False):
            if follower is not None:
                yield follower, 0.0 if slope is None else number(slope)


def _inner(index: int, node: AutogradNode, adjoint: float, seen: Seen | None, named: Named | None) -> Node:
    """Return the node of an operation; a leaf without a name is a plain number at which a derivative was taken."""
    recorded = type(node).__name__
    variable = getattr(node, "variable", None)
    if isinstance(variable, torch.Tensor):
        return Node(index, f"{number(variable):g}", recorded, number(variable), adjoint)
    value, place, order = math.nan, Place(), 0
    if seen is not None:
        value, place, order = number(seen.result), seen.place or place, seen.order
    name, constants = named or _named(node, seen)
    return Node(index, name, recorded, value, adjoint, place.span, "", place.turn, constants, place.entry, order)


def _named(node: AutogradNode, seen: Seen | None) -> Named:
    """Return the plain name as far as torch tells it."""
    words = " ".join(WORDS.findall(type(node).__name__.partition("Backward")[0])).lower().replace(" slope", "′")
    if is_rule(node):
        saved = node.saved_tensors
        return words, numbers_of(saved) if len(saved) == len(node.next_functions) else ()
    if seen is not None and seen.name:
        return seen.operation, seen.constants
    return words, ()


def number(tensor: torch.Tensor) -> float:
    """Return the number in the tensor; NaN, not known, if there are several."""
    return tensor.item() if tensor.numel() == 1 else math.nan
