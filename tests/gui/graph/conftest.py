import math
import random

import pytest

from engine.calculus.graph import Edge, Node, Trace
from gui.fonts import bundled_font


@pytest.fixture(autouse=True)
def _font(qapp):
    before = qapp.font()
    qapp.setFont(bundled_font())
    yield
    qapp.setFont(before)


@pytest.fixture
def product():
    return TRACES.product


@pytest.fixture
def slope():
    return TRACES.slope


@pytest.fixture
def loop():
    return TRACES.loop


@pytest.fixture
def wide():
    return TRACES.wide


class TRACES:
    @staticmethod
    def product(x=0.7):
        """(x + a) * x at a = 2, written by hand: x is used twice."""
        a, s = 2.0, x + 2.0
        nodes = (
            Node(0, "x", "AccumulateGrad", x, s + x, (1, 2), "x"),
            Node(1, "a", "AccumulateGrad", a, x, (5, 6), "a"),
            Node(2, "+", "AddBackward0", s, x, (0, 7)),
            Node(3, "*", "MulBackward0", s * x, 1.0, (0, 11)),
        )
        edges = (Edge(2, 0, 1.0), Edge(2, 1, 1.0), Edge(3, 2, x), Edge(3, 0, s))
        return Trace(nodes, edges, 3, "x", s * x, s + x)

    @staticmethod
    def slope():
        """The graph of f′ = 2 sin(x) cos(x) of f = sin(x)^2 at 0.7, the sine shared, written by hand."""
        s, c = math.sin(0.7), math.cos(0.7)
        nodes = (
            Node(0, "x", "AccumulateGrad", 0.7, 2 * (c * c - s * s), (4, 5), "x"),
            Node(1, "sin", "SinBackward0", s, 2 * c, (0, 3)),
            Node(2, "*", "MulBackward0", 2 * s, c, (0, 3), constants=((0, 2.0),), order=1),
            Node(3, "cos", "CosBackward0", c, 2 * s, (0, 3), order=1),
            Node(4, "*", "MulBackward0", 2 * s * c, 1.0, (0, 9), order=1),
        )
        edges = (Edge(1, 0, c), Edge(2, 1, 2.0), Edge(3, 0, -s), Edge(4, 2, c), Edge(4, 3, 2 * s))
        return Trace(nodes, edges, 4, "x", 2 * s * c, 2 * (c * c - s * s), 1, (s * s,))

    @staticmethod
    def loop(turns):
        """z = x, then z = z * x so many times."""
        x, values = 2.0, [2.0]
        nodes = [Node(0, "x", "AccumulateGrad", x, (turns + 1) * x**turns, (0, 1), "x")]
        edges = []
        for turn in range(1, turns + 1):
            edges += [Edge(turn, turn - 1, x), Edge(turn, 0, values[-1])]
            values.append(values[-1] * x)
            nodes.append(Node(turn, "*", "MulBackward0", values[-1], x ** (turns - turn), (10, 15), turn=turn))
        return Trace(tuple(nodes), tuple(edges), turns, "x", values[-1], (turns + 1) * x**turns)

    @staticmethod
    def wide(count, seed=1):
        """A graph of so many nodes without a meaning, its numbers consistent by no rule."""
        chance = random.Random(seed)
        nodes = [
            Node(0, "x", "AccumulateGrad", 0.7, 1.2, (0, 1), "x"),
            Node(1, "a", "AccumulateGrad", 1.5, 0.2, (2, 3), "a"),
        ]
        edges = []
        for place in range(2, count):
            nodes.append(Node(place, "sin", "SinBackward0", 0.3, 0.1, (0, place)))
            operands = {place - 1, chance.randrange(max(0, place - 6), place)} | (
                {0} if chance.random() < 0.1 else set()
            )
            edges += [Edge(place, operand, 0.5) for operand in sorted(operands)]
        return Trace(tuple(nodes), tuple(edges), count - 1, "x", 0.3, 1.2)
