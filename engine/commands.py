"""The headless commands: a request (a dictionary, DESIGN 6) in, an answer (a dictionary ready for JSON) out."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from engine.document import Document, Parameter, View
from engine.problems import EngineError, ProblemCode, fail
from engine.requests import (
    HIGHEST_ORDER,
    HIGHEST_TRACED,
    dtype,
    expressions,
    integer,
    number_list,
    parameters,
    size,
    span_of_axis,
    syntax,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.evaluate import Subject
    from engine.language.names import Module
    from engine.outcome import Outcome
    from engine.problems import Problem
    from engine.shapes import Curve

Request: TypeAlias = dict[str, Any]
Answer: TypeAlias = dict[str, Any]
NOT_YET = ("descend", "fit")
FEATURES_SECONDS = 10.0
"""No frame waits for this command: it may take longer than a picture."""
DEFAULT_ORDER = 1
"""What the window shows at first: f and f′."""


def answer(request: object, plot: Callable[[Request], Answer] | None = None) -> Answer:
    """Return the answer to one request; a failure is an answer with `ok` false. `plot` draws, if there is a plotter."""
    try:
        if not isinstance(request, dict):
            raise fail(ProblemCode.BAD_REQUEST, reason="a request is a JSON object")
        return {"ok": True, **_command(text(request, "command"), plot)(request)}
    except EngineError as error:
        return failure(error.problem)


def failure(problem: Problem) -> Answer:
    """Return the answer that tells of a problem."""
    start, end = problem.span or (None, None)
    told = {"code": problem.code.value, "message": problem.message, "start": start, "end": end}
    return {"ok": False, "problem": told}


def finite(value: object) -> object:
    """Return the same value with every float that JSON has no number for replaced by its name."""
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    return value


def document_of(request: Request, orders: tuple[int, ...]) -> Document:
    """Return the document that the request's expressions make, with the parameters and the view it asks for."""
    document, notation = Document(), syntax(request)
    for expression in expressions(request):
        new = replace(document.new_function(expression), orders=orders, syntax=notation)
        document = document.with_function(new)
    given = parameters(request)
    document = document.with_parameters(tuple(Parameter(name, value=value) for name, value in given.items()))
    x = span_of_axis(request, "x") or View().x
    y = span_of_axis(request, "y")
    return document.with_view(View(x=x, y=(y,) * len(View().y), arrangement="overlay"))


def _command(name: str, plot: Callable[[Request], Answer] | None) -> Callable[[Request], Answer]:
    commands: dict[str, Callable[[Request], Answer]] = {
        "eval": evaluate,
        "trace": trace,
        "features": features,
        "shapes": shapes,
        "check": check,
    }
    if plot is not None:
        commands["plot"] = plot
    if name in NOT_YET:
        raise fail(ProblemCode.COMMAND_NOT_YET, command=name)
    if name not in commands:
        raise fail(ProblemCode.BAD_REQUEST, reason=f"there is no command `{name}`")
    return commands[name]


def evaluate(request: Request) -> Answer:
    """`eval`: the function and its derivatives at given points; `orders[k][i]` is the k-th derivative at `x[i]`."""
    highest = integer(request, "order", DEFAULT_ORDER, 0, HIGHEST_ORDER)
    at, kind = number_list(request, "at"), dtype(request)
    subject = subject_of(request, document_of(request, (0,)))

    import numpy as np

    from engine.sampling.points import values

    x = np.array(at, dtype=np.float64)
    orders = values(subject.orders, x, highest) if kind == "float64" else subject.orders_in(kind, x, highest)
    return {"x": at, "orders": [order.tolist() for order in orders]}


def subject_of(request: Request, document: Document, seconds: float = 2.0) -> Subject:
    """Return the last function, compiled, with its parameters; raises `EngineError` as `drawable` does."""
    entry = drawable(request, document)

    from engine.budget import Budget
    from engine.evaluate import Subject
    from engine.language.program import compile_entry
    from engine.plan import read_document

    module = read_document(document)
    program = compile_entry(module, entry)
    return Subject(program, parameter_values(document, module, program.parameters), Budget(seconds=seconds))


def features(request: Request) -> Answer:
    """`features`: the places worth knowing in a range, to the last digits (DESIGN 6)."""
    document = document_of(request, (0,))
    subject = subject_of(request, document, FEATURES_SECONDS)

    from engine.plan import Viewport
    from engine.sampling.adaptive import Screen
    from engine.sampling.features import features as find

    size = Viewport()
    screen = Screen(document.view.x, dict.fromkeys(range(3)), size.width, size.height)
    found = find(subject.orders, subject.guards, screen)
    return {
        "roots": found.roots,
        "holes": found.places("hole"),
        "kinks": found.places("kink"),
        "jumps": found.places("jump"),
        "poles": found.places("pole"),
        "vertical_tangents": found.places("vertical"),
        "oscillations": found.oscillations,
        "extrema": [{"x": x, "y": y, "kind": kind} for x, y, kind in found.extrema],
        "inflections": found.inflections,
        "gaps": [list(gap) for gap in found.gaps],
    }


def parameter_values(document: Document, module: Module, names: tuple[str, ...]) -> dict[str, float]:
    """Return the values of these parameters, those that the document does not have at their default."""
    from engine.reconcile import new_parameter

    given = {parameter.name: parameter.value for parameter in document.parameters}
    return {name: given.get(name, new_parameter(name, module).value) for name in names}


def trace(request: Request) -> Answer:
    """`trace`: what autograd records at one point, and every path of the chain rule through it.

    Of the function, or with an order of its derivative: of f′ the value is f′, and its derivative is f″.
    """
    at = number_list(request, "at")
    if len(at) != 1:
        raise fail(ProblemCode.BAD_REQUEST, reason="`at` must be one number here")
    order = integer(request, "order", 0, 0, HIGHEST_TRACED)
    document = document_of(request, (0,))
    entry = drawable(request, document)

    from engine.budget import Budget
    from engine.calculus.answer import trace_answer
    from engine.calculus.derivative_trace import trace_of_order
    from engine.plan import read_document

    module = read_document(document)
    values = parameter_values(document, module, module.entries[entry].parameters)
    budget = Budget()
    return trace_answer(trace_of_order(module, entry, at[0], values, budget, order), budget.renewed())


def shapes(request: Request) -> Answer:
    """`shapes`: what would be drawn, one line for each unbroken piece of each order."""
    highest = integer(request, "order", DEFAULT_ORDER, 0, HIGHEST_ORDER)
    width, height = size(request, (1000, 700))
    outcome = outcome_of(request, document_of(request, tuple(range(highest + 1))), width, height)
    function = outcome.request.curves[-1].function
    return {"curves": [_curve(shape) for shape in curves_of(outcome) if shape.function == function]}


def curves_of(outcome: Outcome) -> list[Curve]:
    """Return the curves of functions and derivatives among an outcome's shapes."""
    from engine.shapes import Curve

    return [
        shape
        for layer in outcome.layers
        for shape in layer.shapes
        if isinstance(shape, Curve) and shape.role in ("value", "derivative")
    ]


def outcome_of(request: Request, document: Document, width: int, height: int) -> Outcome:
    """Return the full-quality outcome of a document whose functions must all be sound.

    Raises `EngineError` with the first problem of reading or evaluating.
    """
    from engine.budget import Budget
    from engine.evaluate import evaluate as evaluate_request
    from engine.plan import Viewport, plan
    from engine.reconcile import reconcile

    drawable(request, document)
    outcome = evaluate_request(plan(reconcile(document), Viewport(width, height)), Budget())
    for problem in outcome.problems.values():
        raise EngineError(problem)
    return outcome


def drawable(request: Request, document: Document) -> int:
    """Return the place of the last entry that is a function of one variable.

    Raises `EngineError` with the first problem of reading; its span counts from the start of `expression`.
    """
    from engine.plan import read_document

    entries = read_document(document).entries
    offset = 0
    for entry in entries:
        if entry.problem is not None and (entry.text.strip() or len(entries) == 1):
            raise EngineError(_moved(entry.problem, offset))
        offset += len(entry.text) + 1 if "expressions" not in request else 0
    places = [place for place, entry in enumerate(entries) if entry.variable is not None]
    if not places:
        raise fail(ProblemCode.BAD_REQUEST, reason="there is no function of one variable in it")
    return places[-1]


def _moved(problem: Problem, offset: int) -> Problem:
    if problem.span is None:
        return problem
    return dataclasses.replace(problem, span=(problem.span[0] + offset, problem.span[1] + offset))


def _curve(shape: Curve) -> Answer:
    """Return one curve, cut at NaN into its unbroken pieces."""
    import numpy as np

    drawn = np.isfinite(shape.y)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], drawn, [False])).astype(np.int8)))
    pieces = edges.reshape(-1, 2)
    lines = [{"x": shape.x[start:end].tolist(), "y": shape.y[start:end].tolist()} for start, end in pieces]
    return {"order": shape.order, "lines": lines}


def check(request: Request) -> Answer:
    """`check`: open a session strictly; the answer is empty when all is well."""
    from pathlib import Path

    from engine.session import load

    load(Path(text(request, "file")))
    return {}
