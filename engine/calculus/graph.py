"""What a trace holds: the computation at one point as plain nodes and edges. No torch: window and tests read it.

Values, picture, paths and highlighting all read this one structure. Nodes stand in the order in which they were
computed, so that every edge leads from a later node (a result) to an earlier one (its input).

Plain numbers are no nodes: autograd records nothing for them. Each stands in `constants` of the node that uses it. Only
where a number is all that the function is, the output, it has a node.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.problems import Span  # noqa: TC001  (dataclass fields are read at run time)


@dataclass(frozen=True, slots=True)
class Node:
    """One computed number.

    `operation` is its plain name (`sin`, `+`, `x`, `2`), `recorded` the name of what autograd recorded for it
    (`SinBackward0`, `AccumulateGrad` for a leaf, empty for a constant, and for what `stop` and `int` take out of its
    graph: a node here, with an edge of local derivative 0 to what is stopped). `adjoint` is the derivative of the
    output by this number (NaN: not known). `span` is its place in the text, `leaf` the variable's or parameter's name.
    """

    identity: int
    operation: str
    recorded: str
    value: float
    adjoint: float
    span: Span | None = None
    leaf: str = ""
    turn: int = 0
    """In which turn of its loop it was computed, from 1; 0: in no loop."""
    constants: tuple[tuple[int, float], ...] = ()
    """Its operand slots, counted from 0, that hold a plain number: `x^2` is `^` with ((1, 2.0),)."""
    entry: int = 0
    """The card in whose text `span` lies, as a place in `Module.entries`."""
    order: int = 0
    """Which derivative it was computed for; 0: it is part of the function itself.

    The span and the turn of one of a derivative are those of what it differentiates.
    """


@dataclass(frozen=True, slots=True)
class Edge:
    """One operand slot: `result` used `operand`, both as places in `Trace.nodes`; `local` is d result / d operand."""

    result: int
    operand: int
    local: float


@dataclass(frozen=True, slots=True)
class Trace:
    """The recorded computation of one function, or of its derivative of this order, at one point.

    Its output is the node `output`; `value` is the derivative of `order`, `derivative` the next one, and `lower` are
    those before, the function's own value first.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    output: int
    variable: str
    value: float
    derivative: float
    order: int = 0
    lower: tuple[float, ...] = ()

    @property
    def passed_back(self) -> frozenset[int]:
        """The edges, by their places, that a backward pass goes through: all but those at and behind a `stop`."""
        reached = {self.output} if self.nodes[self.output].recorded else set()
        passed = set()
        for place in reversed(range(len(self.edges))):  # the latest result first
            edge = self.edges[place]
            if edge.result in reached and self.nodes[edge.operand].recorded:
                reached.add(edge.operand)
                passed.add(place)
        return frozenset(passed)
