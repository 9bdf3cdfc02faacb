"""How one function is computed at the cursor, and what its derivative is put to the test with. Imports torch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.calculus.check import check
from engine.calculus.cost import costs
from engine.calculus.derivative_trace import trace_of_order
from engine.calculus.detective import investigate
from engine.calculus.paths import paths
from engine.calculus.precision import precision
from engine.calculus.trace import trace
from engine.language.program import compile_entry
from engine.outcome import Inspection, Precisions
from engine.problems import EngineError
from engine.shapes import read_only

if TYPE_CHECKING:
    from engine.budget import Budget
    from engine.calculus.detective import Finding
    from engine.calculus.precision import Precision
    from engine.document import Dtype, Range
    from engine.language.names import Module
    from engine.language.program import Program
    from engine.plan import Request
    from engine.problems import Problem

SAMPLES = 401
"""Of the visible range, to show how far off the smaller number types are."""
SMALLER: tuple[Dtype, ...] = ("float32", "float16", "bfloat16")


def inspect(request: Request, budget: Budget) -> Inspection | None:
    """Return the inspection that the request asks for; None if it asks for none.

    A trace that cannot be made has its `Problem` there, and so has the lens; neither touches the other. Raises
    `Cancelled` when the budget was cancelled.
    """
    if request.inspected is None:
        return None
    traced = _traced(request, request.inspected.function, request.inspected.entry, budget)
    if not request.lens:
        return traced
    try:
        return _through_lens(traced, request, request.inspected.entry, budget.renewed())
    except EngineError as error:
        return replace(traced, lens_problem=error.problem)


def reason(module: Module, entry: int, at: float, parameters: dict[str, float], budget: Budget) -> Finding | None:
    """Return why the entry has no finite value or derivative at this point; None if it has, or cannot be traced.

    Raises `Cancelled` when the budget was cancelled.
    """
    try:
        return investigate(trace(module, entry, at, parameters, budget))
    except EngineError:
        return None


def _traced(request: Request, key: int, entry: int, budget: Budget) -> Inspection:
    try:
        given, order = dict(request.parameters), request.traced_order
        made = trace_of_order(request.module, entry, request.cursor, given, budget, order)
    except EngineError as error:
        return Inspection(key, problem=error.problem)
    finding = investigate(made)
    try:
        return Inspection(key, made, paths(made, budget), finding=finding)
    except EngineError as error:
        return Inspection(key, made, problem=error.problem, finding=finding)


def _through_lens(traced: Inspection, request: Request, entry: int, budget: Budget) -> Inspection:
    given = dict(request.parameters)
    if request.lens == "cost":
        # The same computation has the same nodes.
        made, found = costs(request.module, entry, request.cursor, given, budget)
        return replace(traced, trace=made, costs=found)
    program = compile_entry(request.module, entry)
    parameters = {name: given[name] for name in program.parameters}
    if request.lens == "check":
        return replace(traced, check=check(program, request.cursor, parameters, budget))
    return replace(traced, precisions=_precisions(program, request.x, parameters, budget))


def _precisions(program: Program, visible: Range, parameters: dict[str, float], budget: Budget) -> Precisions:
    x = np.linspace(*visible, SAMPLES)
    found: list[Precision] = []
    problems: list[Problem] = []
    for dtype in SMALLER:
        try:
            found.append(precision(dtype, program, x, parameters, budget))
        except EngineError as error:
            problems.append(error.problem)
    return Precisions(read_only(x), tuple(found), tuple(problems))
