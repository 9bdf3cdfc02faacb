"""What a layer is: a name, when it is wanted, and how samples become its shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.plan import CurveRequest, Request
    from engine.sampling.sampler import Sampling
    from engine.shapes import Array, Shape
    from engine.ways import Ways


@dataclass(frozen=True, slots=True)
class Sampled:
    """One function, evaluated: `curves[k]` is (x, y) of order k, `at_cursor[k]` its value at the cursor.

    A function that is drawn at chosen points has these alone in its curves.

    `sampling` is all that is known of it: its breaks and bands as well. `sensitivity` is its derivative by the
    parameter that the request names, at the x of order 0. `ways`: which way it takes where, if it is asked for.
    """

    curve: CurveRequest
    request: Request
    curves: Mapping[int, tuple[Array, Array]]
    at_cursor: tuple[float, ...]
    sampling: Sampling
    sensitivity: Array | None = None
    ways: Ways | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A thing derived from a function and drawn."""

    name: str
    shapes: Callable[[Sampled], tuple[Shape, ...]]
