from __future__ import annotations

import math
import random

import pytest

from engine.budget import Budget
from engine.calculus.graph import Edge, Node, Trace
from engine.calculus.path_formula import as_latex, as_text, running_sums
from engine.calculus.paths import paths

EXAMPLE = "(sin(x)*x+x^2)*exp(x)"


def graph(size, seed, factors=(-2.0, -0.5, 0.0, 0.3, 1.0, 4.0)):
    """Return a random trace whose first node is the variable, and whose every node uses one or two earlier ones."""
    pick = random.Random(seed)
    edges = [Edge(node, pick.randrange(node), pick.choice(factors)) for node in range(1, size) for _ in range(2)]
    nodes = [Node(0, "x", "AccumulateGrad", 1.0, 1.0, leaf="x")]
    nodes += [Node(node, "+", "AddBackward0", 1.0, 1.0) for node in range(1, size)]
    return Trace(tuple(nodes), tuple(edges), size - 1, "x", 1.0, 1.0)


def every_path(trace):
    """Return the products of all paths, found by walking each."""
    waiting, products = [(trace.output, 1.0)], []
    while waiting:
        node, product = waiting.pop()
        if node == 0:
            products.append(product)
        waiting += [(edge.operand, product * edge.local) for edge in trace.edges if edge.result == node]
    return products


@pytest.mark.parametrize("seed", range(30))
def test_the_largest_are_found_without_walking_each(seed):
    trace = graph(9, seed)
    found, products = paths(trace, Budget(), 10), every_path(trace)
    assert found.count == len(products)
    assert found.total == pytest.approx(math.fsum(products), rel=1e-12, abs=1e-12)
    sizes = sorted(map(abs, products), reverse=True)[:10]
    assert [abs(path.product) for path in found.listed] == pytest.approx(sizes, rel=1e-12)
    assert len({path.edges for path in found.listed}) == len(found.listed)


@pytest.mark.parametrize("seed", range(5))
def test_each_path_is_a_way_through_the_graph(seed):
    trace = graph(40, seed)
    for path in paths(trace, Budget()).listed:
        assert (path.nodes[0], path.nodes[-1]) == (trace.output, 0)
        steps = [(trace.edges[edge].result, trace.edges[edge].operand) for edge in path.edges]
        assert steps == list(zip(path.nodes, path.nodes[1:], strict=False))
        assert path.factors == tuple(trace.edges[edge].local for edge in path.edges)
        assert path.product == math.prod(path.factors)


def test_the_example_has_four_paths(traced):
    trace = traced(EXAMPLE)
    found = paths(trace, Budget())
    told = [round(path.product, 6) for path in found.listed]
    assert (found.count, told) == (4, [2.819254, 1.894845, 1.297295, 1.078142])
    assert running_sums(found.listed)[-1] == pytest.approx(trace.derivative, rel=1e-15)
    assert found.backward_steps == 6


def test_doubling_paths_are_counted_exactly(traced):
    trace = traced("f(u) = u*u", "f(" * 30 + "x" + ")" * 30, at=1.0)
    found = paths(trace, Budget())
    assert found.count == 2**30
    assert len(found.listed) == 100
    assert found.total == trace.derivative == 2**30
    assert found.backward_steps == 30


def test_more_paths_than_a_float_can_count(traced):
    assert paths(traced("f(u) = u + u", "g(u) = " + "f(" * 60 + "u" + ")" * 60, "g(g(x))"), Budget()).count == 2**120


def test_infinite_and_unknown_factors_stand_where_they_belong():
    factors = (math.inf, 0.0, math.nan, 2.0)
    recorded = [Node(place, "+", "AddBackward0", 1.0, 1.0) for place in (1, 2)]
    nodes = (Node(0, "x", "AccumulateGrad", 1.0, 1.0, leaf="x"), *recorded)
    edges = (*(Edge(1, 0, factor) for factor in factors), Edge(2, 1, 1.0))
    listed = paths(Trace(nodes, edges, 2, "x", 1.0, 1.0), Budget()).listed
    assert [path.product for path in listed[:3]] == [math.inf, 2.0, 0.0]
    assert math.isnan(listed[3].product)


def test_a_way_to_a_parameter_is_no_path(traced):
    found = paths(traced("a b x + a", a=2.0, b=3.0), Budget())
    assert (found.count, found.total) == (1, 6.0)
    assert paths(traced("a", a=2.0), Budget()).count == 0


def test_the_sum_is_told_as_text_and_as_latex(traced):
    trace = traced("-x*x", at=3.0)
    assert as_text(trace, paths(trace, Budget())) == "df/dx = 3 × (-1) + (-3) = -6"
    trace = traced("1e-9 x^2", at=3.0)
    assert as_latex(trace, paths(trace, Budget())) == r"\frac{df}{dx} = 1 \cdot 10^{-9} \cdot 6 = 6 \cdot 10^{-9}"
    trace = traced("a", a=1.0)
    assert as_text(trace, paths(trace, Budget())) == "df/dx = 0 = 0"
