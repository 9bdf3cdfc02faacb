"""A loop that never ends for some x: the function is not defined there, and is what it is everywhere else."""

import math
import time

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.calculus.trace import trace
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError

NEVER = math.nan
SQUARE = "y = x\nwhile y < 5:\n    y = y*y\nreturn y"
CASES = {
    "a fixed point": (SQUARE, [0.5, 2.0, 0.0, 6.0, 1.0, -3.0], [NEVER, 16.0, NEVER, 6.0, NEVER, 9.0]),
    "alone": (SQUARE, [0.5], [NEVER]),
    "the derivative": (SQUARE, [0.5, 2.0, 3.0], [NEVER, 32.0, 6.0]),
    "to and fro": ("y = x\nwhile y > 0:\n    y = 4 - y if y > 1 else y - 1\nreturn y",
                   [0.5, 3.0, 2.0], [-0.5, 0.0, NEVER]),
    "a list": ("s = [x, 1]\nwhile s[0] > 0:\n    s[0], s[1] = s[0] - s[1], s[1]*s[1]*(x < 9)\nreturn s[0]",
               [2.5, 10.0, -1.0], [-0.5, NEVER, -1.0]),
    "inside of a loop": ("t = 0\nfor i in range(3):\n    y = x\n    while 0 < y < 3: y = y*y\n    t += y\nreturn t",
                         [2.0, 0.5, 4.0], [12.0, 0.0, 12.0]),
    "in a helper": (SQUARE.replace("y = x", "y = x/2"), [1.0, 4.0], [NEVER, 16.0]),
    "a break": ("n = 0\nwhile True:\n    if x > n:\n        break\n    x = x*1\nreturn x", [1.0, -1.0], [1.0, NEVER]),
    "Newton at 0": ("y = x\nwhile abs(y*y - 2) > 1e-12:\n    y = y - (y*y - 2)/(2*y)\nreturn y",
                    [0.0, 1.0, -3.0], [NEVER, math.sqrt(2), -math.sqrt(2)]),
    "Newton without an end": ("y = x\nwhile y*y != 2:\n    y = y - (y*y - 2)/(2*y)\nreturn y",
                              [1.0, 5.0], [NEVER, NEVER]),
}  # fmt: skip


def program(body):
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    module = read_module(((f"def f(x):\n{lines}", "python"),))
    assert module.entries[0].problem is None, module.entries[0].problem.message
    return compile_entry(module, 0)


@pytest.mark.parametrize("name", CASES)
def test_a_sample_whose_loop_never_ends_is_not_defined_and_the_others_are(name):
    body, at, want = CASES[name]
    made = derivatives(program(body), torch.tensor(at, dtype=torch.float64), {}, 1, Budget())
    assert made[int(name == "the derivative")].tolist() == pytest.approx(want, rel=1e-11, nan_ok=True)
    assert [math.isnan(slope) for slope in made[1].tolist()] == [math.isnan(value) for value in want]


def test_a_long_loop_comes_to_its_end():
    body = "y = x\nn = 0\nwhile n < 5000:\n    y = y if n % 300 else y + 1\n    n += 1\nreturn y"
    (value,) = derivatives(program(body), torch.tensor([0.5, 2.0], dtype=torch.float64), {}, 0, Budget())
    assert value.tolist() == [17.5, 19.0]


def test_minus_zero_is_another_number_than_zero():
    body = "y = 0.0*x\nn = 0\nwhile n < 100:\n    n = n + 1\n    y = -y\nreturn 1/(y - 0.0)"
    (value,) = derivatives(program(body), torch.tensor([1.0], dtype=torch.float64), {}, 0, Budget())
    assert value.tolist() == [math.inf]


def test_the_trace_of_such_a_sample_says_so_at_once():
    module = read_module((("def f(x):\n    " + SQUARE.replace("\n", "\n    "), "python"),))
    with pytest.raises(EngineError) as caught:
        trace(module, 0, 0.5, {}, Budget())
    assert caught.value.problem.code == "never_ends"
    assert trace(module, 0, 2.0, {}, Budget()).value == 16.0


@pytest.mark.parametrize("body", ["while True:\n    pass\nreturn x", "y = x\nwhile 1:\n    y = x\nreturn y"])
def test_a_loop_that_ends_for_no_x_is_a_problem_at_once(body):
    begun = time.thread_time()
    with pytest.raises(EngineError) as caught:
        derivatives(program(body), torch.tensor([1.0, 2.0], dtype=torch.float64), {}, 1, Budget())
    assert caught.value.problem.code == "never_ends"
    assert time.thread_time() - begun < 1
