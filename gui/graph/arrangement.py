"""Where boxes and links of a diagram lie: a layered layout (Sugiyama, Tagawa and Toda, 1981), output on top. Pure.

igraph orders the boxes within their layers so that few links cross. Places along a layer are then the least-squares
ones (pool adjacent violators), which lets long links be as narrow as they are: a panel at the side is narrow, too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from gui.graph.layered import graph_class

if TYPE_CHECKING:
    from gui.graph.diagram import Diagram

WIDTH, HEIGHT = 146.0, 50.0
"""Of a box, in the scene's units: pixels, when nothing is zoomed."""
GAP = 16.0
LAYER_GAP = 46.0
TRUNK = 14.0
"""The room that a link takes where it passes a layer."""
SWEEPS = 12
PULL = 0.6
"""Of the way to its neighbours' mean, from the middle: a long chain would else wander off to one side."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Centres of the boxes, and for each link the points that it goes through, operand's top to result's bottom."""

    boxes: tuple[Point, ...]
    links: tuple[tuple[Point, ...], ...]


@lru_cache(maxsize=32)
def arrangement(diagram: Diagram) -> Arrangement:
    """Return the layout of the diagram. The first call imports igraph, which takes a moment: call it in a thread."""
    layers = _layers(diagram)
    levels, chains = _with_trunks(diagram, layers)
    pairs = sorted({pair for chain in chains for pair in pairwise(chain)})
    rows = _ordered(levels, pairs)
    xs = _placed(rows, pairs, len(diagram.boxes))
    points = [(x, -level * (HEIGHT + LAYER_GAP)) for x, level in zip(xs, levels, strict=True)]
    return Arrangement(tuple(points[: len(diagram.boxes)]), _routes(diagram, chains, points))


def _layers(diagram: Diagram) -> list[int]:
    """Return each box's layer: as high as its results let it be, so that links are short."""
    layers = [0] * len(diagram.boxes)
    for link in sorted(diagram.links, key=lambda link: -link.result):
        if not link.is_loop:
            layers[link.operand] = min(layers[link.operand], layers[link.result] - 1)
    lowest = min(layers)
    return [layer - lowest for layer in layers]


def _with_trunks(diagram: Diagram, layers: list[int]) -> tuple[list[int], list[list[int]]]:
    """Return all levels, those of the boxes first, and each forward link as a chain from its operand to its result.

    Links of one operand share the places where they pass a layer: they rise as one trunk.
    """
    levels = list(layers)
    trunks: dict[tuple[int, int], int] = {}
    chains: list[list[int]] = []
    for link in diagram.links:
        chain = [link.operand]
        for level in range(layers[link.operand] + 1, layers[link.result]):
            if (link.operand, level) not in trunks:
                trunks[link.operand, level] = len(levels)
                levels.append(level)
            chain.append(trunks[link.operand, level])
        chains.append([] if link.is_loop else [*chain, link.result])
    return levels, chains


def _ordered(levels: list[int], pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Return what stands in each layer, from left to right."""
    graph = graph_class()(n=len(levels), edges=[(above, below) for below, above in pairs], directed=True)
    highest = max(levels)
    layout = graph.layout_sugiyama(layers=[highest - level for level in levels])
    rows: list[list[int]] = [[] for _ in range(highest + 1)]
    for vertex in sorted(range(len(levels)), key=lambda vertex: layout[vertex][0]):
        rows[levels[vertex]].append(vertex)
    return rows


def _placed(rows: list[list[int]], pairs: list[tuple[int, int]], boxes: int) -> list[float]:
    """Return the x of every vertex: as near as may be to the mean of its neighbours, first below, then above."""
    below, above = defaultdict(list), defaultdict(list)
    for lower, upper in pairs:
        below[upper].append(lower)
        above[lower].append(upper)
    xs = [0.0] * sum(len(row) for row in rows)
    for sweep in range(SWEEPS):
        near, ordered = (below, rows) if sweep % 2 == 0 else (above, rows[::-1])
        for row in ordered:
            wanted = [PULL * _mean([xs[other] for other in near[vertex]], xs[vertex]) for vertex in row]
            half = [WIDTH / 2 if vertex < boxes else TRUNK / 2 for vertex in row]
            for vertex, x in zip(row, apart(wanted, half), strict=True):
                xs[vertex] = x
    return xs


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def apart(wanted: list[float], half: list[float]) -> list[float]:
    """Return places in this order, as near to the wanted ones as neighbours of these half widths let them be.

    Least squares under `x[i+1] - x[i] >= half[i] + GAP + half[i+1]`, by pooling adjacent violators (Ayer et al., 1955).
    """
    offsets = [0.0]
    for one, next_ in pairwise(half):
        offsets.append(offsets[-1] + one + GAP + next_)
    pools: list[list[float]] = []  # sum and count
    for want, offset in zip(wanted, offsets, strict=False):
        pools.append([want - offset, 1.0])
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    flat = [total / count for total, count in pools for _ in range(int(count))]
    return [x + offset for x, offset in zip(flat, offsets, strict=False)]


def _routes(diagram: Diagram, chains: list[list[int]], points: list[Point]) -> tuple[tuple[Point, ...], ...]:
    """Return each link's points; at a result its links have ports of their own, in the order in which they come."""
    arriving = defaultdict(list)
    for place, link in enumerate(diagram.links):
        x = points[chains[place][-2]][0] if chains[place] else points[link.operand][0] + WIDTH
        arriving[link.result].append((x, place))
    routes: list[tuple[Point, ...]] = [()] * len(diagram.links)
    for result, links in arriving.items():
        for port, (_, place) in enumerate(sorted(links)):
            x = points[result][0] + WIDTH * ((port + 0.5) / len(links) - 0.5)
            end = (x, points[result][1] + HEIGHT / 2)
            routes[place] = _route(points, chains[place], diagram.links[place].operand, end)
    return tuple(routes)


def _route(points: list[Point], chain: list[int], operand: int, end: Point) -> tuple[Point, ...]:
    x, y = points[operand]
    return ((x, y - HEIGHT / 2), *(points[vertex] for vertex in chain[1:-1]), end)
