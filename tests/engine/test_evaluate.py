import math

import numpy as np
import pytest

from engine.budget import Budget, Cancelled
from engine.evaluate import evaluate
from engine.plan import CurveRequest, Request
from engine.problems import ProblemCode


@pytest.fixture
def request_for(module_of):
    """`request_for(text, ..., a=2)`: a request that draws the texts that are functions of one variable."""

    def make(*texts, orders=(0, 1), cursor=0.5, width=200, **parameters):
        module = module_of(*texts)
        curves = [CurveRequest(10 + at, at, orders) for at, entry in enumerate(module.entries) if entry.variable]
        numbers = tuple((name, float(value)) for name, value in parameters.items())
        return Request(module, tuple(curves), numbers, (-2.0, 2.0), (width, 150), cursor, True, "full")

    return make


def shapes(outcome, layer, function):
    return [shape for one in outcome.layers if (one.layer, one.function) == (layer, function) for shape in one.shapes]


def test_a_function_is_drawn_with_its_derivative(request_for):
    outcome = evaluate(request_for("a*x^2", a=3), Budget())
    (value,), (slope,) = (shapes(outcome, layer, 10) for layer in ("value", "derivative"))
    assert value.y == pytest.approx(3 * value.x**2)
    assert slope.y == pytest.approx(6 * slope.x)
    assert outcome.problems == {}
    assert outcome.samples >= 50


def test_the_readout_has_the_numbers_at_the_cursor(request_for):
    (readout,) = evaluate(request_for("a*x^3", orders=(0,), a=2), Budget()).readouts
    assert (readout.function, readout.x) == (10, 0.5)
    assert readout.values == pytest.approx((0.25, 1.5, 6))


def test_what_is_not_defined_at_the_cursor_is_nan_in_the_readout(request_for):
    (readout,) = evaluate(request_for("log(x)", cursor=-1.0), Budget()).readouts
    assert all(math.isnan(value) for value in readout.values)


def test_a_broken_function_does_not_touch_the_others(request_for):
    outcome = evaluate(request_for("x^2", "sum(k, 1, 20000, x)", "2*x"), Budget())
    assert {key: problem.code for key, problem in outcome.problems.items()} == {11: ProblemCode.TOO_MANY_TERMS}
    assert [readout.function for readout in outcome.readouts] == [10, 12]
    assert shapes(outcome, "value", 11) == []
    for function in (10, 12):
        alone = evaluate(request_for("x^2", "5*x", "2*x"), Budget())
        for one, other in zip(shapes(outcome, "value", function), shapes(alone, "value", function), strict=True):
            assert np.array_equal(one.y, other.y)


def test_memory_of_one_function_is_free_for_the_next(request_for):
    outcome = evaluate(request_for(*["sin(x)*exp(x)*cos(3*x)"] * 20, orders=(0, 4)), Budget(bytes_=2_000_000))
    assert outcome.problems == {}


def test_equal_requests_have_equal_outcomes(request_for):
    texts = ("sin(a*x)/x", "f'(x)", "f(t) = if(t > 0, sqrt(t), t % 1)")
    one, other = (evaluate(request_for(*texts, a=2), Budget()) for _ in range(2))
    assert one.readouts == other.readouts
    assert one.samples == other.samples
    for layer, again in zip(one.layers, other.layers, strict=True):
        assert (layer.layer, layer.function, layer.problem) == (again.layer, again.function, again.problem)
        for shape, same in zip(layer.shapes, again.shapes, strict=True):
            assert type(shape) is type(same)
            assert np.array_equal(shape.x, same.x)
            assert np.array_equal(shape.y, same.y, equal_nan=True)


@pytest.mark.parametrize("text", ["x", "sin(x)", "3", "if(x > 0, x, 1/x)"])
def test_arrays_cannot_be_changed_by_who_draws_them(request_for, text):
    outcome = evaluate(request_for(text, orders=(0, 1, 2)), Budget())
    curves = [shape for layer in ("value", "derivative") for shape in shapes(outcome, layer, 10)]
    assert len(curves) >= 3
    assert not any(array.flags.writeable for shape in curves for array in (shape.x, shape.y))


def test_a_cancelled_evaluation_ends_at_once(request_for):
    budget = Budget()
    budget.cancel()
    with pytest.raises(Cancelled):
        evaluate(request_for("x"), budget)
