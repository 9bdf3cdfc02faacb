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
