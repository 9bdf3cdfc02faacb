"""The chain rule as a sum over paths: every path from the output to the variable, and the product of its factors.

A path through a `stop` is one of the computation as written, and its product is 0.

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
    outgoing, passed = _outgoing(trace), trace.passed_back
    counts, totals = [0] * len(trace.nodes), [0.0] * len(trace.nodes)
    for place, node in enumerate(trace.nodes):
        budget.check()
        if node.leaf == trace.variable:
            counts[place], totals[place] = 1, 1.0
        for edge in outgoing[place]:
            slot = trace.edges[edge]
            counts[place] += counts[slot.operand]
            # A way that is stopped, or never meets the variable, adds nothing: not even where its factor is infinite.
            adds = edge in passed and counts[slot.operand]
            totals[place] += slot.local * totals[slot.operand] if adds else 0.0
    steps = len({trace.edges[edge].result for edge in passed})
    listed = _largest(trace, outgoing, most, budget)
    return Paths(counts[trace.output], totals[trace.output], listed, steps)


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
    passed = trace.passed_back
    found = [_followed(trace, best, rank, passed) for rank in range(best[trace.output][0].size)]
    return tuple(sorted(found, key=lambda path: -_magnitude(path.product)))


def _size(edge: Edge) -> float:
    size = abs(edge.local)
    return math.log(size) if size > 0 else math.nan if math.isnan(size) else -math.inf


def _followed(
    trace: Trace,
    best: Sequence[tuple[_Sizes, NDArray[np.int64], NDArray[np.int64]]],
    rank: int,
    passed: frozenset[int],
) -> Path:
    """Return the path of this rank at the output."""
    nodes, edges = [trace.output], []
    while best[nodes[-1]][1].size:
        _, first, rest = best[nodes[-1]]
        edges.append(int(first[rank]))
        rank = int(rest[rank])
        nodes.append(trace.edges[edges[-1]].operand)
    factors = tuple(trace.edges[edge].local for edge in edges)
    product = math.prod(factors, start=1.0) if passed.issuperset(edges) else 0.0
    return Path(tuple(nodes), tuple(edges), factors, product)


def _magnitude(product: float) -> float:
    return -1.0 if math.isnan(product) else abs(product)
