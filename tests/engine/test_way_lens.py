import math

import numpy as np
import pytest
from msgspec.structs import replace

from engine.budget import Budget
from engine.document import Document, Function, Parameter, View
from engine.evaluate import evaluate
from engine.plan import Viewport, plan
from engine.problems import ProblemCode, fail
from engine.sampling.way_edges import places, way_edges
from tests.engine.test_ways import SPLIT as COUNTS

BEND = """\
def f(x, a=1.0):
    s = 0
    for i in range(3):
        if x > a * i / 3:
            s = s + 0.001 * (x - a * i / 3)
    return s
"""


def drawn(text, quality="full", features=False, **changes):
    parameters = (Parameter("a", 1.0),) if "a=1.0" in text else ()
    document = Document(functions=(Function(1, text),), parameters=parameters, view=View(x=(-6.0, 8.0)))
    request = plan(replace(document, **changes), Viewport(1000, 700), quality, features=features)
    return evaluate(request, Budget(seconds=60))


def ways(outcome):
    assert outcome.problems == {}
    return outcome.ways[1]


def alone(x):
    """Return how often each place of COUNTS is gone through, as plain Python counts."""
    n = 0
    while x < 3 and n < 50:
        x = x + 1
        n += 1
    return n, "if" if x > 5 else "elif" if x > 4 else "else"


@pytest.mark.parametrize("quality", ["full", "live"])
def test_every_sample_has_the_way_that_python_takes(quality):
    got = ways(drawn(COUNTS, quality))
    assert got.x[0] == -6.0
    assert got.x[-1] == 8.0
    for x, way in zip(got.x.tolist()[::7], got.index.tolist()[::7], strict=True):
        loop, *branches = got.description(way)
        assert (loop.times, branches[0].word) == alone(x)


def test_edges_between_ways_are_found_to_the_last_float():
    got = ways(drawn(COUNTS))
    edges = got.edges
    assert edges.size == 11
    for left, right in zip(got.x[edges].tolist(), got.x[edges + 1].tolist(), strict=True):
        assert right - left <= 2**-40
        assert alone(left) != alone(right)
        assert round(right, 9) in {*range(-5, 6)}


def test_an_edge_that_no_eye_sees_is_a_kink_of_the_curve():
    outcome = drawn(BEND, features=True)
    kinks = [feature.x for feature in outcome.features if feature.kind == "kink"]
    assert kinks == pytest.approx([0.0, 1 / 3, 2 / 3], abs=1e-15)


def test_jumps_between_ways_stand_where_they_are_meant():
    outcome = drawn(COUNTS, features=True)
    jumps = [feature.x for feature in outcome.features if feature.kind == "jump"]
    assert jumps == [-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    x, y = next((one.x, one.y) for layer in outcome.layers for one in layer.shapes if one.role == "closed")
    assert dict(zip(x.tolist(), y.tolist(), strict=True))[1.0] == alone(1.0)[0]


@pytest.mark.parametrize("text", [COUNTS, BEND])
def test_neighbours_have_colours_of_their_own(text):
    for quality in ("full", "live"):
        got = ways(drawn(text, quality))
        edges = got.edges
        assert (got.shades[got.index[edges]] != got.shades[got.index[edges + 1]]).all()


def test_a_way_keeps_its_colour_when_the_range_moves():
    one, other = ways(drawn(COUNTS)), ways(drawn(COUNTS, view=View(x=(-3.0, 2.5))))
    for x in np.linspace(-2.9, 2.4, 40):
        assert one.at(x) == other.at(x)
        here, there = (int(got.shades[got.index[np.argmin(np.abs(got.x - x))]]) for got in (one, other))
        assert here == there


def test_nothing_is_told_that_is_not_asked_for():
    assert drawn(COUNTS, ways=False).ways == {}
    assert drawn("if(x > 0, x, -x)").ways == {}
    assert drawn("def f(x):\n    return x\n").ways == {}


def test_the_curve_is_the_same_with_and_without_the_lens():
    one, other = drawn(COUNTS), drawn(COUNTS, ways=False)
    for layer, same in zip(one.layers, other.layers, strict=True):
        for shape, again in zip(layer.shapes, same.shapes, strict=True):
            assert np.array_equal(shape.x, again.x)
            assert np.array_equal(shape.y, again.y, equal_nan=True)


def test_edges_that_lie_close_together_are_all_found():
    edges = (0.3, 0.30001, 0.30002)

    def numbers(x):
        return np.searchsorted(edges, x, side="right").astype(np.int64)

    left, right = way_edges(numbers, np.linspace(0.0, 1.0, 11))
    assert right.tolist() == list(edges)
    assert left.tolist() == [math.nextafter(edge, -1.0) for edge in edges]
    assert places((left, right), 1.0).tolist() == list(edges)


def test_what_there_is_no_time_for_is_left_out():
    calls = []

    def numbers(x):
        calls.append(x.size)
        if len(calls) > 1:
            raise fail(ProblemCode.TOO_MUCH_TIME, limit=2)
        return (x > 0.3).astype(np.int64)

    left, right = way_edges(numbers, np.linspace(0.0, 1.0, 11))
    assert (left.size, right.size, len(calls)) == (0, 0, 2)
