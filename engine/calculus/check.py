"""Is it the derivative? Autograd at one point against differences over a sweep of steps, and against forward mode."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.calculus.derivatives import orders_at
from engine.calculus.forward import forward_slope
from engine.calculus.verdicts import Verdict, VerdictCode
from engine.shapes import Array, read_only

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.budget import Budget
    from engine.language.program import Program

STEPS = 61
LARGEST, SMALLEST = -1, -16
"""Exponents of ten of the steps, times the size of x where that is above 1."""
SIDE = 1e-5
"""One-sided slopes are extrapolated from autograd's at this step and twice this step, times the size of x."""
TOLERANCE = 1e-6
ROUGH = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """All numbers of the check at `at`. What is not known is NaN.

    `steps`, `central` and `errors` have shape (M,), steps descending: (f(x+h) - f(x-h))/2h, and how far it is from
    autograd. `floor` is where autograd stands in the same picture: its rounding error.
    """

    at: float
    value: float
    autograd: float
    forward: float
    left: float
    right: float
    steps: Array
    central: Array
    errors: Array
    floor: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the point: the slope there, what f tends to there, and the slopes at two distances."""

    slope: float
    limit: float
    near: float
    far: float


def check(
    program: Program, at: float, parameters: Mapping[str, float], budget: Budget, *, stopped: bool = False
) -> Check:
    """Return the check of the program's derivative at one point; `stopped`: a part of it takes no part in derivatives.

    Raises `EngineError`, `Cancelled` as the budget.
    """
    with np.errstate(all="ignore"):
        return _check(program, at, parameters, budget, stopped)


def _check(program: Program, at: float, parameters: Mapping[str, float], budget: Budget, stopped: bool) -> Check:

    def orders(x: Array, highest: int) -> list[Array]:
        return orders_at(program, x, dict(parameters), highest, budget)

    value, autograd = (float(order[0]) for order in orders(np.array([float(at)]), 1))
    scale = max(1.0, abs(at))
    steps = scale * np.logspace(LARGEST, SMALLEST, STEPS)
    above, below = at + steps, at - steps
    (values,) = orders(np.concatenate([above, below]), 0)
    # The step that was really made, not the one that was asked for; none if it is lost in x.
    central = (values[:STEPS] - values[STEPS:]) / (above - below)
    errors = np.abs(central - autograd)
    sides = _side(orders, at, -SIDE * scale), _side(orders, at, SIDE * scale)
    forward = forward_slope(program, at, parameters, budget)
    floor = float(np.spacing(abs(autograd))) if math.isfinite(autograd) else math.nan
    numbers = _Numbers(value, autograd, forward, sides[0], sides[1], steps, central, errors, stopped)
    found = (read_only(steps), read_only(central), read_only(errors))
    return Check(at, value, autograd, forward, sides[0].slope, sides[1].slope, *found, floor, _verdict(numbers))


def _side(orders: Callable[[Array, int], list[Array]], at: float, step: float) -> _Side:
    values, slopes = orders(at + step * np.array([1.0, 2.0]), 1)
    near, far = float(slopes[0]), float(slopes[1])
    slope = 2.0 * near - far
    # A cubic through the values and slopes at the two distances, read at the point.
    limit = float(2.0 * values[0] - values[1]) + step * (far - near)
    return _Side(slope, limit, near, far)


@dataclass(frozen=True, slots=True, eq=False)
class _Numbers:
    value: float
    autograd: float
    forward: float
    left: _Side
    right: _Side
    steps: Array
    central: Array
    errors: Array
    stopped: bool

    @property
    def size(self) -> float:
        """What a difference of slopes is measured against."""
        return 1.0 + max(abs(self.left.slope), abs(self.right.slope))

    @property
    def best(self) -> int | None:
        """The place of the step at which differences are nearest to autograd."""
        return int(np.nanargmin(self.errors)) if np.isfinite(self.errors).any() else None


def _verdict(numbers: _Numbers) -> Verdict:
    code = _code(numbers)
    best = numbers.best
    told = {
        "autograd": numbers.autograd,
        "forward": numbers.forward,
        "left": numbers.left.slope,
        "right": numbers.right.slope,
        "central": _settled(numbers.central),
        "error": math.nan if best is None else float(numbers.errors[best]),
        "step": math.nan if best is None else float(numbers.steps[best]),
    }
    digits = {"error": 2, "step": 2}
    return Verdict(code, tuple((key, f"{value + 0.0:.{digits.get(key, 8)}g}") for key, value in told.items()))


def _code(numbers: _Numbers) -> VerdictCode:
    if not math.isfinite(numbers.value):
        return VerdictCode.NOT_DEFINED
    left, right = numbers.left, numbers.right
    if math.isfinite(left.slope) != math.isfinite(right.slope):
        return VerdictCode.EDGE
    if max(_growth(left), _growth(right)) > 1.2 and not math.isfinite(numbers.autograd):
        return VerdictCode.VERTICAL
    steep = max(abs(left.near), abs(right.near))
    if max(abs(left.limit - numbers.value), abs(right.limit - numbers.value)) > ROUGH * (1.0 + steep * SIDE):
        return VerdictCode.JUMP
    if abs(left.slope - right.slope) > ROUGH * numbers.size:
        return VerdictCode.KINK
    if not math.isfinite(numbers.autograd):
        known = math.isfinite(_settled(numbers.central))
        return VerdictCode.AUTOGRAD_UNKNOWN if known else VerdictCode.NOTHING_KNOWN
    if abs(numbers.forward - numbers.autograd) > 1e-9 * (1.0 + abs(numbers.autograd)):
        return VerdictCode.FORWARD_DIFFERS
    best = numbers.best
    near = best is not None and numbers.errors[best] <= TOLERANCE * (abs(numbers.autograd) + 1e-3 * numbers.size)
    if near:
        return VerdictCode.AGREES
    return VerdictCode.STOPPED if numbers.stopped else VerdictCode.DIFFERS


def _growth(side: _Side) -> float:
    """Return how much steeper it is at half the distance: 1 for a smooth side, 2^(1-p) for |x|^p."""
    return abs(side.near / side.far) if side.far else 1.0


def _settled(central: Array) -> float:
    """Return the difference quotient where it changes least from one step to the next."""
    changes = np.abs(np.diff(central))
    return float(central[int(np.nanargmin(changes))]) if np.isfinite(changes).any() else math.nan
