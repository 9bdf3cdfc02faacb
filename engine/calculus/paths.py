"""The chain rule as a sum over paths: every path from the output to the variable, and the product of its factors.

Counting and adding up are one pass over the graph; the largest paths are found by keeping, at each node, the best of
those that lead from it to the variable (the k best paths of an acyclic graph). No torch, and nothing lists all paths.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.budget import Budget
    from engine.calculus.graph import Edge, Trace

MOST_LISTED = 100
_Sizes: TypeAlias = "NDArray[np.float64]"


@dataclass(frozen=True, slots=True)
class Path:
    """One path from the output to the variable: places in `Trace.nodes` and, between them, in `Trace.edges`."""

    nodes: tuple[int, ...]
    edges: tuple[int, ...]
    factors: tuple[float, ...]
    product: float


@dataclass(frozen=True, slots=True)
class Paths:
    """All paths: how many there are, the sum of all their products, and the largest ones."""

    count: int
    total: float
    listed: tuple[Path, ...]
    backward_steps: int
    """How many nodes reverse mode goes through once each to get the same sum."""


def paths(trace: Trace, budget: Budget, most: int = MOST_LISTED) -> Paths:
    """Return the number of paths (exact), their sum, and at most `most` of them, the largest |product| first.

    Raises `EngineError` or `Cancelled` as the budget does.
    """
    outgoing = _outgoing(trace)
    counts, totals = [0] * len(trace.nodes), [0.0] * len(trace.nodes)
    for place, node in enumerate(trace.nodes):
        budget.check()
        if node.leaf == trace.variable:
            counts[place], totals[place] = 1, 1.0
        for edge in outgoing[place]:
            slot = trace.edges[edge]
            counts[place] += counts[slot.operand]
            # A way that never meets the variable adds nothing, not even where its factor is infinite.
            totals[place] += slot.local * totals[slot.operand] if counts[slot.operand] else 0.0
    steps = sum(1 for edges in outgoing if edges)
    return Paths(counts[trace.output], totals[trace.output], _largest(trace, outgoing, most, budget), steps)


def _outgoing(trace: Trace) -> list[list[int]]:
    """Return for each node the places of the edges that lead from it to its operands."""
    outgoing: list[list[int]] = [[] for _ in trace.nodes]
    for place, edge in enumerate(trace.edges):
        outgoing[edge.result].append(place)
    return outgoing


def _largest(trace: Trace, outgoing: Sequence[Sequence[int]], most: int, budget: Budget) -> tuple[Path, ...]:
    """Return the largest paths.

    `best[node]` holds, largest first, the size (the logarithm of |product|) of each kept path from there, the edge
    that it begins with, and which of the paths of that edge's operand it goes on as.
    """
    best: list[tuple[_Sizes, NDArray[np.int64], NDArray[np.int64]]] = []
    none = np.zeros(0, dtype=np.int64)
    for place, node in enumerate(trace.nodes):
        budget.check()
        if node.leaf == trace.variable:
            best.append((np.zeros(1), none, none))
            continue
        with np.errstate(invalid="ignore"):  # the logarithm of zero times infinity
            parts = [(edge, _size(trace.edges[edge]) + best[trace.edges[edge].operand][0]) for edge in outgoing[place]]
        if not parts:
            best.append((np.zeros(0), none, none))
            continue
        sizes = np.concatenate([size for _, size in parts])
        first = np.repeat([edge for edge, _ in parts], [size.size for _, size in parts])
        rest = np.concatenate([np.arange(size.size) for _, size in parts])
        # Zero times infinity is no number, and stands at the end.
        order = np.argsort(-np.nan_to_num(sizes, nan=-math.inf, posinf=math.inf, neginf=-math.inf), kind="stable")
        chosen = order[:most]
        best.append((sizes[chosen], first[chosen], rest[chosen]))
    found = [_followed(trace, best, rank) for rank in range(best[trace.output][0].size)]
    return tuple(sorted(found, key=lambda path: -_magnitude(path.product)))


def _size(edge: Edge) -> float:
    size = abs(edge.local)
    return math.log(size) if size > 0 else math.nan if math.isnan(size) else -math.inf


def _followed(trace: Trace, best: Sequence[tuple[_Sizes, NDArray[np.int64], NDArray[np.int64]]], rank: int) -> Path:
    """Return the path of this rank at the output."""
    nodes, edges = [trace.output], []
    while best[nodes[-1]][1].size:
        _, first, rest = best[nodes[-1]]
        edges.append(int(first[rank]))
        rank = int(rest[rank])
        nodes.append(trace.edges[edges[-1]].operand)
    factors = tuple(trace.edges[edge].local for edge in edges)
    return Path(tuple(nodes), tuple(edges), factors, math.prod(factors, start=1.0))


def _magnitude(product: float) -> float:
    return -1.0 if math.isnan(product) else abs(product)
