"""From a request to what is drawn: `evaluate(request, budget) -> Outcome`. Imports torch; runs in the worker."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.calculus.derivatives import orders_at
from engine.calculus.guards import guards
from engine.calculus.precision import orders_in
from engine.calculus.sensitivity import sensitivity
from engine.inspection import inspect, reason
from engine.language.program import compile_entry
from engine.language.stops import stops
from engine.layers import LAYERS, Sampled
from engine.layers.envelope import notes
from engine.outcome import LayerOutcome, Outcome, Readout
from engine.pace import Pace
from engine.problems import EngineError
from engine.sampling.adaptive import Screen
from engine.sampling.points import repaired, sides, values
from engine.sampling.sampler import apart, even, sample, sample_live
from engine.shapes import read_only
from engine.torch_setup import torch
from engine.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.budget import Budget
    from engine.document import Dtype, Samples
    from engine.language.program import Program
    from engine.plan import CurveRequest, Request
    from engine.sampling.sampler import Sampling
    from engine.sampling.way_edges import WayNumbers
    from engine.shapes import Array, Note
    from engine.ways import Counts, Ways

FEW_STEPS = 40
WAY_SECONDS = 0.5
"""For the edges between ways, and for the ways themselves: a curve that is drawn in time has time for no more."""
SAME_SLOPE = 1e-12
READOUT_ORDER = 2
"""The readout shows x, f, f′ and f″ whatever is drawn."""


class Subject:
    """One compiled function with its parameters: what sampling asks for numbers. `spent` counts evaluated points.

    `repeats`: the same samples are asked for again with other parameters, as in a drag.
    """

    def __init__(
        self, program: Program, parameters: Mapping[str, float], budget: Budget, *, repeats: bool = False
    ) -> None:
        self._program, self._budget, self._repeats = program, budget, repeats
        self._parameters = {name: parameters[name] for name in program.parameters}
        self.spent = 0
        self._way_budget: Budget | None = None

    @property
    def steps(self) -> int:
        """How many operations one evaluation is."""
        return self._program.steps

    def orders(self, x: Array, highest: int) -> list[Array]:
        """Return the function and its derivatives up to `highest` at x of shape (N,), each float64 of shape (N,)."""
        self.spent += x.size
        return orders_at(self._program, x, self._parameters, highest, self._budget, repeats=self._repeats)

    def orders_in(self, dtype: Dtype, x: Array, highest: int) -> list[Array]:
        """Return the same, computed in this type."""
        self.spent += x.size
        return orders_in(dtype, self._program, x, self._parameters, highest, self._budget)

    def sensitivity(self, program: Program, x: Array, name: str) -> Array | None:
        """Return the derivative by this parameter at x of shape (N,); None if the function does not have it.

        `program` is the same function, for which what stops the variable alone is not stopped.
        """
        if name not in self._parameters:
            return None
        self.spent += x.size
        return read_only(sensitivity(program, x, self._parameters, name, self._budget))

    def guards(self, x: Array) -> tuple[Array, Array, Array]:
        """Return what may break at x, as `engine.calculus.guards` has it."""
        self.spent += x.size
        return guards(self._program, x, self._parameters, self._budget)

    @property
    def way_numbers(self) -> WayNumbers | None:
        """What tells which way samples go; None: they cannot part."""
        return self._way_numbers if self._program.forks else None

    def _way_numbers(self, x: Array) -> Counts:
        self.spent += x.size
        if self._way_budget is None:  # one for all that is asked
            self._way_budget = self._budget.renewed(seconds=WAY_SECONDS)
        return self._program.ways(torch.from_numpy(x), self._parameters, self._way_budget).numpy()

    def ways(self, x: Array) -> Ways | None:
        """Return the ways of the samples x, shape (N,); None: it has no branches and loops, or there is no time."""
        if self._program.code is None or not self._program.code.sites:
            return None
        self.spent += x.size
        try:
            return ways_at(self._program, x, self._parameters, self._budget.renewed(seconds=WAY_SECONDS))
        except EngineError:
            return None


def evaluate(request: Request, budget: Budget) -> Outcome:
    """Evaluate everything that the request asks for.

    A function that fails has its `Problem` in its layers; the others are not touched by it. Raises `Cancelled` when
    the budget was cancelled.
    """
    outcome = _curves(request, budget)
    return with_features(outcome, budget) if request.features else outcome


class Evaluation:
    """Evaluates as `evaluate` does, but in stages; where only the features are new it evaluates no curve again.

    Where a full picture takes long, the one that a drag would show comes first.
    """

    def __init__(self) -> None:
        self._last: Outcome | None = None
        self._pace = Pace()

    def __call__(self, request: Request, budget: Budget) -> Iterator[Outcome]:
        """Yield the outcome of this request, its stages before it; raises `Cancelled`."""
        plain, last = replace(request, features=False) if request.features else request, self._last
        if last is None or not request.features or last.request != plain:
            quick = None if request.features else self._pace.quick(plain)
            if quick is not None:
                yield _curves(quick, budget.renewed())
            for last in stages(plain, budget):
                self._pace.saw(last)
                self._last = last
                if not request.features:
                    yield last
        if request.features and last is not None:
            yield with_features(last, budget)


def stages(request: Request, budget: Budget) -> Iterator[Outcome]:
    """Yield the outcome; at full quality first without what is inspected, so that no curve waits for that.

    While something is dragged there is one outcome: what is inspected then is small, and follows with the curves.
    """
    if request.inspected is None or request.quality == "live":
        yield _curves(request, budget)
        return
    begun = time.perf_counter()
    curves = _curves(replace(request, inspected=None, lens="", traced_order=0), budget)
    yield curves
    inspection = inspect(request, budget.renewed())
    yield replace(curves, request=request, inspection=inspection, seconds=time.perf_counter() - begun)


def with_features(outcome: Outcome, budget: Budget) -> Outcome:
    """Return the outcome with the features of its functions and their markers; raises `Cancelled`.

    `samples` and `seconds` stay those of the curves: nobody waits for the features.
    """
    # SciPy takes half a second to import: the first picture does without.
    from engine.feature_stage import find, markers

    request = replace(outcome.request, features=True)
    # Switches change no value, and so no feature, but of what contains a derivative: no search could be trusted there.
    told = {curve.function: stops(request.module, request.switches, curve.entry) for curve in request.curves}
    able = [one for one in request.curves if one.function not in outcome.problems and not told[one.function].altered]
    subjects = {curve.function: _subject(request, curve, budget, plain=True) for curve in able}
    found = find(request, subjects)
    layers = (*outcome.layers, *markers(found))
    return replace(outcome, request=request, layers=layers, features=found)


def _subject(request: Request, curve: CurveRequest, budget: Budget, *, plain: bool = False) -> Subject:
    """Return the function of a curve; `plain`: as its text says it, without switches."""
    program = compile_entry(request.module if plain else request.switched(curve.entry), curve.entry)
    return Subject(program, dict(request.parameters), budget, repeats=request.quality == "live")


@np.errstate(all="ignore")  # what overflows is drawn as what it is; the worker is not to warn of it
def _curves(request: Request, budget: Budget) -> Outcome:
    begun = time.perf_counter()
    layers: list[LayerOutcome] = []
    readouts: list[Readout] = []
    told: list[Note] = []
    ways: dict[int, Ways] = {}
    samples = 0
    for curve in request.curves:
        try:
            subject = _subject(request, curve, budget)
            plain = _subject(request, curve, budget, plain=True) if _is_stopped(request, curve) else subject
            sampled = _sample(subject, plain, curve, request)
            readouts.append(_readout(subject, plain, sampled, budget))
        except EngineError as error:
            layers.append(LayerOutcome("value", curve.function, problem=error.problem))
            continue
        samples += subject.spent if plain is subject else subject.spent + plain.spent
        layers.extend(LayerOutcome(layer.name, curve.function, layer.shapes(sampled)) for layer in LAYERS)
        told.extend(notes(sampled))
        if sampled.ways is not None:
            ways[curve.function] = sampled.ways
    # Slow curves leave what is inspected nothing of their own budget.
    inspection = None if request.inspected is None else inspect(request, budget.renewed())
    spent = time.perf_counter() - begun
    return Outcome(request, tuple(layers), tuple(readouts), samples, spent, inspection, notes=tuple(told), ways=ways)


def ways_at(program: Program, x: Array, parameters: dict[str, float], budget: Budget) -> Ways | None:
    """Return which way each sample of x, shape (N,), goes; None: the function is no `def`. Raises as `Program` does."""
    if program.code is None:
        return None
    record = program.recorded(torch.from_numpy(x), parameters, budget)
    return ways_of(x, record.way.numpy(), record.held.numpy(), record.failed.numpy(), program.code.sites)


def screen_of(request: Request, orders: tuple[int, ...]) -> Screen:
    """Return the screen on which these orders are drawn."""
    visible = {order: request.y[order] if order < len(request.y) else None for order in orders}
    return Screen(request.x, visible, *request.size)


def _is_stopped(request: Request, curve: CurveRequest) -> bool:
    """Return whether switches leave of the curve's derivatives something else than its slopes."""
    return bool(request.switches) and bool(stops(request.module, request.switches, curve.entry).parts)


def _sample(subject: Subject, plain: Subject, curve: CurveRequest, request: Request) -> Sampled:
    highest = max(READOUT_ORDER, *curve.orders, request.taylor or 0)
    if request.quality == "live":
        sampling, at = _sample_live(subject, curve, request, highest)
    else:
        sampling = _sample_full(subject, plain, curve, request)
        at = values(subject.orders, np.array([request.cursor]), highest)
    curves = sampling.curves if curve.points is None else _at_points(subject, curve.points, curve.orders)
    by_parameter = None
    if request.sensitivity is not None and 0 in curves:
        # To it it does not matter whether x has a gradient.
        program = compile_entry(request.switched(curve.entry, variable=False), curve.entry)
        by_parameter = subject.sensitivity(program, curves[0][0], request.sensitivity[0])
    known = tuple(float(value[0]) for value in at)
    ways = _ways(subject, request, sampling) if request.ways else None
    return Sampled(curve, request, curves, known, sampling, by_parameter, ways)


def _sample_full(subject: Subject, plain: Subject, curve: CurveRequest, request: Request) -> Sampling:
    """Return the sampling at full quality; where something is stopped, no order is the slope of the one before.

    The function itself is as it is without switches then, but for one that contains a derivative of what is stopped.
    """
    if plain is subject:
        return sample(subject.orders, subject.guards, screen_of(request, curve.orders), subject.way_numbers)
    altered = stops(request.module, request.switches, curve.entry).altered
    each = {order: subject if order or altered else plain for order in curve.orders}
    return apart(
        sample(one.orders, one.guards, screen_of(request, (order,)), one.way_numbers, slopes=one is plain)
        for order, one in each.items()
    )


def _ways(subject: Subject, request: Request, sampling: Sampling) -> Ways | None:
    """Return the ways over the visible range, at full quality with samples on both sides of each edge."""
    if sampling.grid is None:
        return subject.ways(even(request.x, request.size[0]).copy())  # torch wants to write
    return subject.ways(np.unique(np.concatenate((sampling.grid.x, *sampling.edges))))


def _at_points(subject: Subject, points: Samples, orders: tuple[int, ...]) -> dict[int, tuple[Array, Array]]:
    x = np.linspace(points.low, points.high, points.count)
    found = values(subject.orders, x, max(orders))
    return {order: (read_only(x), read_only(found[order])) for order in orders}


def _sample_live(subject: Subject, curve: CurveRequest, request: Request, highest: int) -> tuple[Sampling, list[Array]]:
    """Return the curves and the orders up to `highest` at the cursor.

    It is one of the samples where those have its orders, and in a short function: one more order of them all takes
    less time there than a graph of its own for one point, unless a Taylor polynomial wants many.
    """
    samples, cursor = even(request.x, request.size[0]), np.array([request.cursor])
    drawn = max(curve.orders)
    joins = drawn >= highest or (highest == READOUT_ORDER and subject.steps <= FEW_STEPS)
    if not joins:
        found, at = subject.orders(samples.copy(), drawn), subject.orders(cursor, highest)  # torch wants to write
    else:
        both = subject.orders(np.append(samples, cursor), highest)
        found, at = [order[:-1] for order in both], [order[-1:] for order in both]
    if not _is_stopped(request, curve):
        sampling = sample_live(subject.orders, samples, found, curve.orders)
    else:  # no order is the slope of the one before
        sampling = apart(sample_live(subject.orders, samples, found[: one + 1], (one,)) for one in curve.orders)
    return sampling, repaired(subject.orders, cursor, at)


def _readout(subject: Subject, plain: Subject, sampled: Sampled, budget: Budget) -> Readout:
    """Return the numbers at the cursor, with both sides where it stands on a break or a kink."""
    x, breaks = sampled.request.cursor, sampled.sampling.breaks.values()
    shown = sampled.at_cursor[: max(READOUT_ORDER, *sampled.curve.orders) + 1]
    request, cause = sampled.request, None
    if math.isnan(shown[0]) and request.quality == "full":
        cause = reason(request.module, sampled.curve.entry, x, dict(request.parameters), budget.renewed())
    wrong = plain is not subject and _is_no_slope(plain, sampled)
    if not any(one.x == x for some in breaks for one in some):
        return Readout(sampled.curve.function, x, shown, cause=cause, is_no_slope=wrong)
    return Readout(sampled.curve.function, x, shown, *sides(subject.orders, x, READOUT_ORDER), cause, wrong)


def _is_no_slope(plain: Subject, sampled: Sampled) -> bool:
    """Return whether switches make the first derivative at the cursor another number than the slope of this curve."""
    value, slope = (float(order[0]) for order in plain.orders(np.array([sampled.request.cursor]), 1))
    same_curve = math.isclose(value, sampled.at_cursor[0], rel_tol=SAME_SLOPE)
    return same_curve and not math.isclose(slope, sampled.at_cursor[1], rel_tol=SAME_SLOPE, abs_tol=SAME_SLOPE)
