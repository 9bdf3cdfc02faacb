"""What an evaluation returns. No torch: the window and its tests hold outcomes without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from engine.language.stops import NONE, Stops, stops

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.calculus.check import Check
    from engine.calculus.cost import Cost
    from engine.calculus.detective import Finding
    from engine.calculus.graph import Trace
    from engine.calculus.paths import Paths
    from engine.calculus.precision import Precision
    from engine.plan import Request
    from engine.problems import Problem
    from engine.shapes import Array, Note, Role, Shape
    from engine.ways import Ways

FeatureKind: TypeAlias = Literal[
    "root",
    "minimum",
    "maximum",
    "inflection",
    "intersection",
    "hole",
    "kink",
    "jump",
    "pole",
    "vertical",
    "oscillation",
    "gap",
]

MARKED: dict[FeatureKind, Role] = {
    "root": "root",
    "minimum": "extremum",
    "maximum": "extremum",
    "inflection": "inflection",
    "intersection": "intersection",
}
"""What is marked in the plot, and the role of its marker."""


@dataclass(frozen=True, slots=True)
class LayerOutcome:
    """What one layer made of one function: its shapes, or the problem that stopped it."""

    layer: str
    function: int
    shapes: tuple[Shape, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Readout:
    """The numbers at the cursor: `values[k]` is the k-th derivative there (NaN: not known), orders 0 to 2 at least.

    At a break or a kink `left` and `right` are the limits of orders 0 to 2 on both sides, and the number of autograd
    is a convention where they differ; elsewhere, and while something is dragged, they are None. `cause` says why there
    is no value, as far as that is known; not while something is dragged. `is_no_slope`: switches have left of the first
    derivative another number than the slope of the curve.
    """

    function: int
    x: float
    values: tuple[float, ...]
    left: tuple[float, ...] | None = None
    right: tuple[float, ...] | None = None
    cause: Finding | None = None
    is_no_slope: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """A point worth knowing: `y` is the value of the function there (its limit at a hole, NaN at a pole).

    `order` is the plot that it belongs to. Of an intersection `function` is the first and `other` the second. Of a gap,
    where the function is not real, `x` is the beginning and `end` the end; at an end of the range it may go on.
    """

    function: int
    kind: FeatureKind
    x: float
    y: float
    order: int = 0
    other: int | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Precisions:
    """A function at x, of shape (N,), in each smaller number type that has it; the problems are of those without it."""

    x: Array
    types: tuple[Precision, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """How one function was computed at the cursor: its trace and the paths through it, or the problem instead.

    `finding` says where a number that is not finite was born. What the lens of the request shows is there, or its own
    problem is.
    """

    function: int
    trace: Trace | None = None
    paths: Paths | None = None
    problem: Problem | None = None
    finding: Finding | None = None
    check: Check | None = None
    precisions: Precisions | None = None
    costs: tuple[Cost, ...] | None = None
    """Of each node of the trace."""
    lens_problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that was evaluated for one request. `seconds` is the time spent, `samples` the number of evaluated points."""

    request: Request
    layers: tuple[LayerOutcome, ...]
    readouts: tuple[Readout, ...]
    samples: int
    seconds: float
    inspection: Inspection | None = None
    features: tuple[Feature, ...] = ()
    """Of all functions; empty unless the request asks for them."""
    notes: tuple[Note, ...] = ()
    """What has to be said about the curves."""
    ways: Mapping[int, Ways] = field(default_factory=dict)
    """The ways through each Python function with branches or loops, by the function's key, if they are asked for."""

    @property
    def stops(self) -> dict[int, Stops]:
        """What switches stop in each drawn function in which they stop anything, by the function's key."""
        request = self.request
        if not request.switches:
            return {}
        told = {one.function: stops(request.module, request.switches, one.entry) for one in request.curves}
        return {key: one for key, one in told.items() if one != NONE}

    @property
    def problems(self) -> dict[int, Problem]:
        """The first problem of each function that has one, by the function's key."""
        found: dict[int, Problem] = {}
        for layer in self.layers:
            if layer.problem is not None:
                found.setdefault(layer.function, layer.problem)
        return found
