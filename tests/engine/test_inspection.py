"""What is inspected: planned only when asked for, evaluated apart from the curves."""

from __future__ import annotations

import math

import pytest

from engine.budget import Budget, Cancelled
from engine.document import Document, Function, Parameter
from engine.evaluate import evaluate
from engine.plan import Viewport, plan

SMALL = Viewport(50, 50)


def document(*texts):
    functions = tuple(Function(key, text) for key, text in enumerate(texts, start=1))
    return Document(functions=functions, parameters=(Parameter("a", 2.0),), cursor=0.7)


def test_closed_nothing_is_planned_and_nothing_evaluated():
    request = plan(document("sin(a x)"), SMALL)
    assert request.inspected is None
    assert evaluate(request, Budget()).inspection is None


@pytest.mark.parametrize("key", [2, 3, 9])
def test_what_has_no_single_variable_or_is_not_there_is_not_inspected(key):
    assert plan(document("sin(a x)", "b = 2", "sin("), SMALL, inspected=key).inspected is None


def test_the_trace_and_its_paths_stand_at_the_cursor():
    inspection = evaluate(plan(document("1", "sin(a x)"), SMALL, inspected=2), Budget()).inspection
    assert inspection.function == 2
    assert inspection.trace.derivative == pytest.approx(2 * math.cos(1.4), rel=1e-14)
    assert inspection.paths.total == pytest.approx(inspection.trace.derivative, rel=1e-12)


def test_the_graph_of_a_derivative_is_planned_where_a_function_is_inspected():
    assert plan(document("sin(a x)"), SMALL, traced_order=1).traced_order == 0
    request = plan(document("sin(a x)"), SMALL, inspected=1, traced_order=1, lens="check")
    inspection = evaluate(request, Budget()).inspection
    assert inspection.trace.order == 1
    assert inspection.trace.lower == (pytest.approx(math.sin(1.4), rel=1e-14),)
    assert inspection.paths.total == pytest.approx(-4 * math.sin(1.4), rel=1e-12)
    assert inspection.check is not None


def test_costs_are_told_of_the_function_alone():
    request = plan(document("sin(a x)"), SMALL, inspected=1, traced_order=1, lens="cost")
    assert request.lens == ""
    assert evaluate(request, Budget()).inspection.costs is None
    assert plan(document("sin(a x)"), SMALL, inspected=1, lens="cost").lens == "cost"


def test_why_a_derivative_is_not_finite_is_told_of_its_own_graph():
    request = plan(document("sqrt(x - 0.7)"), SMALL, inspected=1, traced_order=1)
    inspection = evaluate(request, Budget()).inspection
    assert inspection.trace.value == math.inf
    assert inspection.finding.quantity == "value"
    assert inspection.trace.nodes[inspection.finding.node].order == 1


def test_too_large_a_trace_is_a_problem_of_the_inspection_alone():
    outcome = evaluate(plan(document("sum(k, 1, 3000, sin(k x))"), SMALL, inspected=1), Budget(seconds=60.0))
    assert outcome.inspection.problem is not None
    assert outcome.inspection.trace is None
    assert outcome.problems == {}


def test_a_renewed_budget_is_whole_and_is_cancelled_with_the_first():
    budget = Budget(steps=2)
    budget.check(2)
    renewed = budget.renewed()
    renewed.check(2)
    budget.cancel()
    with pytest.raises(Cancelled):
        renewed.check()
