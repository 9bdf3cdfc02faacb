"""From a request to what is drawn: `evaluate(request, budget) -> Outcome`. Imports torch; runs in the worker."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from engine.calculus.derivatives import derivatives
from engine.calculus.sensitivity import sensitivity
from engine.language.program import compile_entry
from engine.layers import LAYERS, Sampled
from engine.outcome import LayerOutcome, Outcome, Readout
from engine.problems import EngineError
from engine.sampling.sampler import sample
from engine.shapes import read_only
from engine.torch_setup import torch
from engine.ways import ways_of

if TYPE_CHECKING:
    from engine.budget import Budget
    from engine.language.program import Program
    from engine.plan import CurveRequest, Request
    from engine.shapes import Array
    from engine.ways import Ways

READOUT_ORDER = 2
"""The readout shows x, f, f′ and f″ whatever is drawn."""


def evaluate(request: Request, budget: Budget) -> Outcome:
    """Evaluate everything that the request asks for.

    A function that fails has its `Problem` in its layers; the others are not touched by it. Raises `Cancelled` when
    the budget was cancelled.
    """
    begun = time.perf_counter()
    layers: list[LayerOutcome] = []
    readouts: list[Readout] = []
    samples = 0
    for curve in request.curves:
        try:
            sampled, spent = _sample(curve, request, budget)
        except EngineError as error:
            layers.append(LayerOutcome("value", curve.function, problem=error.problem))
            continue
        samples += spent
        layers.extend(LayerOutcome(layer.name, curve.function, layer.shapes(sampled)) for layer in LAYERS)
        readouts.append(
            Readout(curve.function, request.cursor, sampled.at_cursor[: max(READOUT_ORDER, *curve.orders) + 1])
        )
    return Outcome(request, tuple(layers), tuple(readouts), samples, time.perf_counter() - begun)


def _sample(curve: CurveRequest, request: Request, budget: Budget) -> tuple[Sampled, int]:
    """Return the function evaluated over the range and at the cursor, and how many points that took."""
    program = compile_entry(request.module, curve.entry)
    parameters = {name: value for name, value in request.parameters if name in program.parameters}
    highest = max(curve.orders)
    spent = 0

    def orders(x: Array, highest: int = highest) -> list[Array]:
        nonlocal spent
        spent += x.size
        return orders_at(program, x, parameters, highest, budget)

    curves = sample(orders, request.x, request.samples, curve.orders)
    at_cursor = orders(np.array([request.cursor]), max(READOUT_ORDER, highest, request.taylor or 0))
    by_parameter = None
    if request.sensitivity is not None and request.sensitivity[0] in parameters and 0 in curves:
        by_parameter = read_only(sensitivity(program, curves[0][0], parameters, request.sensitivity[0], budget))
        spent += by_parameter.size
    return Sampled(curve, request, curves, tuple(float(value[0]) for value in at_cursor), by_parameter), spent


def ways_at(program: Program, x: Array, parameters: dict[str, float], budget: Budget) -> Ways | None:
    """Return which way each sample of x, shape (N,), goes; None: the function is no `def`. Raises as `Program` does."""
    if program.code is None:
        return None
    record = program.recorded(torch.from_numpy(x), parameters, budget)
    return ways_of(x, record.way.numpy(), record.held.numpy(), record.failed.numpy(), program.code.sites)


def orders_at(program: Program, x: Array, parameters: dict[str, float], highest: int, budget: Budget) -> list[Array]:
    """Return the function and its derivatives up to `highest` at x of shape (N,), each a float64 array (N,)."""
    tensors = derivatives(program, torch.from_numpy(x), parameters, highest, budget)
    return [tensor.numpy() for tensor in tensors]
