import math
import subprocess
import sys
from pathlib import Path

import pytest

from engine.budget import Budget
from engine.calculus.paths import paths

STOPPED = [
    # text, x, derivative, paths, steps of a backward pass
    ("x + stop(round(x) - x)", 2.7, 1.0, 3, 1),
    ("x + detach(round(x) - x)", 2.7, 1.0, 3, 1),
    ("x stop(x)", 2.7, 2.7, 2, 1),
    ("stop(x)", 2.7, 0.0, 1, 0),
    ("stop(sin(x))*stop(x) + x^2", 2.7, 5.4, 3, 2),
    ("x + stop(stop(x)*x)", 2.7, 1.0, 3, 1),
    ("def f(x):\n    y = torch.round(x) - x\n    return x + y.detach()\n", 2.7, 1.0, 3, 1),
    ("def f(x):\n    return x * int(x)\n", 2.7, 2.0, 2, 1),
    ("x + stop(sqrt(x))", 0.0, 1.0, 2, 1),
]


@pytest.mark.parametrize(("text", "at", "derivative", "count", "steps"), STOPPED)
def test_what_is_stopped_is_a_node_through_which_nothing_passes(traced, text, at, derivative, count, steps):
    trace = traced(text, at=at)
    found = paths(trace, Budget())
    assert (trace.derivative, found.total, math.fsum(path.product for path in found.listed)) == (derivative,) * 3
    assert (found.count, found.backward_steps) == (count, steps)
    stops = [node.identity for node in trace.nodes if node.operation in ("stop", "trunc")]
    assert stops
    assert [edge.local for edge in trace.edges if edge.result in stops] == [0.0] * len(stops)
    assert not any(trace.nodes[stop].recorded for stop in stops)


@pytest.mark.parametrize(("text", "at"), [row[:2] for row in STOPPED[:-1]])
def test_each_adjoint_is_what_comes_over_the_edges(traced, text, at):
    trace = traced(text, at=at)
    for node in trace.nodes:
        passed = [
            trace.nodes[edge.result].adjoint * edge.local for edge in trace.edges if edge.operand == node.identity
        ]
        assert node.adjoint == pytest.approx(math.fsum(passed) if node.identity != trace.output else 1.0, rel=1e-14)


def test_what_is_computed_from_stopped_numbers_alone_is_not_said_to_be_recorded(traced):
    trace = traced("stop(sin(x))*stop(x) + x^2", at=2.7)
    assert [(node.operation, node.recorded) for node in trace.nodes] == [
        ("x", "AccumulateGrad"), ("sin", "SinBackward0"), ("stop", ""), ("stop", ""), ("*", ""), ("^", "PowBackward0"),
        ("+", "AddBackward0"),
    ]  # fmt: skip


def test_the_whole_part_of_a_plain_number_is_one(traced):
    assert traced("x trunc(2.5)", at=3.0).derivative == 2.0


FIRST = """
import sys, engine.evaluate
from engine.budget import Budget
from engine.calculus.trace import trace
from engine.language.names import read_module
trace(read_module((("tan(x) sin(x)^2/x + stop(x)", "auto"),)), 0, 0.7, {}, Budget())
sys.exit("sympy" in sys.modules)
"""


def test_the_first_trace_does_not_import_sympy():
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", FIRST], cwd=root, check=False).returncode == 0
