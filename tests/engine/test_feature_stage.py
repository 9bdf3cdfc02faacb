import math

import pytest

from engine.budget import Budget, Cancelled
from engine.evaluate import evaluate
from engine.plan import CurveRequest, Request


@pytest.fixture
def request_for(module_of):
    def make(*texts, cursor=0.7, features=True):
        curves = tuple(CurveRequest(10 + at, at, (0, 1)) for at in range(len(texts)))
        size, y = (1000, 700), (None,) * 5
        return Request(module_of(*texts), curves, (), (-4.0, 4.0), size, cursor, True, "full", y, features)

    return make


def test_features_are_found_only_when_asked_for(request_for):
    assert evaluate(request_for("sin(x)", features=False), Budget(seconds=60)).features == ()
    found = evaluate(request_for("sin(x)"), Budget(seconds=60)).features
    roots = [one.x for one in found if one.kind == "root"]
    assert roots == pytest.approx([-math.pi, 0, math.pi], abs=1e-12)


def test_two_functions_meet_where_they_are_equal(request_for):
    found = evaluate(request_for("x^2", "2 - x", "x^2 - 2x + 1"), Budget(seconds=60)).features
    meet = [(one.function, one.other, one.x, one.y) for one in found if one.kind == "intersection"]
    assert [(one[0], one[1]) for one in meet] == [(10, 11), (10, 11), (10, 12), (11, 12), (11, 12)]
    golden = (math.sqrt(5) - 1) / 2
    assert [one[2] for one in meet] == pytest.approx([-2, 1, 0.5, -golden, 1 + golden], rel=1e-12)


def test_a_gap_is_told_from_its_beginning_to_its_end(request_for):
    found = evaluate(request_for("sqrt(x^2 - 1)", "log(x)"), Budget(seconds=60)).features
    gaps = [(one.function, one.x, one.end) for one in found if one.kind == "gap"]
    assert gaps == [(10, -1.0, 1.0), (11, -4.0, 0.0)]


@pytest.mark.parametrize(
    ("text", "code"),
    [("log(x)", "logarithm"), ("sqrt(x)", "root"), ("asin(x - 3)", "inverse"), ("x^1.2", "power"),
     ("{x > 0: x}", "no_branch")],
)  # fmt: skip
def test_the_readout_says_why_there_is_no_value(request_for, text, code):
    (readout,) = evaluate(request_for(text, cursor=-1.0, features=False), Budget(seconds=60)).readouts
    assert math.isnan(readout.values[0])
    assert readout.cause.code == code
    (readout,) = evaluate(request_for(text, cursor=2.5, features=False), Budget(seconds=60)).readouts
    assert readout.cause is None


def test_roots_and_extrema_are_marked(request_for):
    outcome = evaluate(request_for("x^2 - 1"), Budget(seconds=60))
    marks = [shape for layer in outcome.layers if layer.layer == "features" for shape in layer.shapes]
    assert {shape.role for shape in marks} == {"root", "extremum"}
    found = sorted(pair for shape in marks for pair in zip(shape.x, shape.y, strict=True))
    assert [x for x, _ in found] == pytest.approx([-1, 0, 1], abs=1e-12)
    assert [y for _, y in found] == pytest.approx([0, -1, 0], abs=1e-12)


def test_the_search_can_be_cancelled(request_for):
    budget = Budget()
    budget.cancel()
    with pytest.raises(Cancelled):
        evaluate(request_for("sin(x)"), budget)


def test_the_readout_at_a_kink_has_both_sides(request_for):
    (readout,) = evaluate(request_for("|x|", cursor=0.0, features=False), Budget(seconds=60)).readouts
    assert readout.values[1] == 0
    assert (readout.left[1], readout.right[1]) == pytest.approx((-1, 1))
    (readout,) = evaluate(request_for("|x|", features=False), Budget(seconds=60)).readouts
    assert (readout.left, readout.right) == (None, None)
