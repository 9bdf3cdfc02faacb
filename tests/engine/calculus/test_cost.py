from __future__ import annotations

from engine.budget import Budget
from engine.calculus.cost import Cost, costs
from engine.language.names import read_module


def costed(text, at=0.7):
    module = read_module(((text, "auto"),))
    trace, found = costs(module, 0, at, {}, Budget(seconds=60.0))
    assert len(found) == len(trace.nodes)
    return {node.operation: cost for node, cost in zip(trace.nodes, found, strict=True)}


def test_each_operation_has_times_and_leaves_have_none():
    found = costed("sin(x) + x*exp(x)")
    assert found["x"] == Cost()
    for operation in ("sin", "*", "exp", "+"):
        assert 0 < found[operation].forward < 0.1
        assert 0 < found[operation].backward < 0.1


def test_what_is_kept_for_backward_is_counted():
    found = costed("sin(x)*exp(x) + 2")
    assert found["*"].kept == 16  # both factors
    assert found["sin"].kept == 8  # its argument
    assert found["exp"].kept == 8  # its result
    assert found["+"].kept == 0


def test_a_plain_number_costs_nothing():
    assert costed("7") == {"7": Cost()}
