"""Python functions on a recorder: as they are evaluated, with names that share their nodes and numbered turns."""

from __future__ import annotations

import math

import pytest

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.calculus.paths import paths
from engine.calculus.trace import trace
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode
from engine.torch_setup import torch
from tests.engine.language.functions_table import TABLE


def traced(text, at, seconds=60.0):
    module = read_module(((text, "python"),))
    assert module.entries[0].problem is None
    numbers = {name: default.value for name, default in module.defaults.items()}
    return trace(module, 0, at, numbers, Budget(seconds=seconds))


@pytest.mark.parametrize("name", TABLE)
def test_a_function_is_traced_as_it_is_evaluated(name):
    text, points = TABLE[name]
    module = read_module(((text, "python"),))
    numbers = {name: default.value for name, default in module.defaults.items()}
    at = torch.tensor(points[:3], dtype=torch.float64)
    wanted = torch.stack(derivatives(compile_entry(module, 0), at, numbers, 1, Budget(seconds=60.0)), dim=1)
    for point, (value, derivative) in zip(points, wanted.tolist(), strict=False):
        try:
            found = traced(text, point)
        except EngineError as error:
            assert error.problem.code is ProblemCode.TOO_MANY_NODES  # noqa: PT017  (long loops are in the table)
            continue
        assert found.value == pytest.approx(value, rel=1e-12, nan_ok=True)
        assert found.derivative == pytest.approx(derivative, rel=1e-11, abs=1e-12, nan_ok=True)
        if math.isfinite(derivative):
            assert paths(found, Budget()).total == pytest.approx(derivative, rel=1e-11, abs=1e-12)


def test_doubling_paths_are_counted():
    found = traced("def f(x):\n    z = x\n    for i in range(30):\n        z = z * z\n    return z\n", 1.0)
    assert paths(found, Budget()).count == 2**30
    assert [node.turn for node in found.nodes] == list(range(31))
    assert paths(found, Budget()).backward_steps == 30


def test_a_loop_is_numbered_anew_each_time_it_is_entered():
    text = """\
def f(x):
    t = x
    for i in range(2):
        for j in range(3):
            if j == 2:
                break
            t = sin(t)
        t = t * x
    return exp(t)
"""
    turns = [(node.operation, node.turn) for node in traced(text, 0.7).nodes]
    assert turns == [("x", 0), ("sin", 1), ("sin", 2), ("*", 1), ("sin", 1), ("sin", 2), ("*", 2), ("exp", 0)]


@pytest.mark.parametrize(
    ("step", "codes"),
    [("x + 0", ["never_ends"]), ("x + 1", ["too_much_time", "too_many_nodes", "too_many_steps"])],
)
def test_an_endless_loop_is_stopped(step, codes):
    with pytest.raises(EngineError) as caught:
        traced(f"def f(x):\n    while True:\n        x = {step}\n    return x\n", 1.0, seconds=0.5)
    assert caught.value.problem.code.value in codes
