import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.budget import Budget, Cancelled
from engine.calculus.derivatives import MOST_TAPED, derivatives, repeated
from engine.calculus.tapes import tapes_of
from engine.language.functions import FUNCTIONS
from engine.language.names import read_module
from engine.language.program import compile_entry

BY_TAPE = [
    "sin(a x) exp(-x^2/20) + a cos(3x)",
    "a",
    "x",
    "x + a",
    "e^x",
    "floor(a x)",
    "1/(x - a)",
    "sqrt(x - a)",
    "ln(a x)",
    "|x - a|",
    "tanh(a x) + ln(x)",
    "sum(k, 1, 5, sin(k a x)/k)",
    "sigmoid(a x) + gelu(b x)",
    "a x^3 - 2x + b",
    "mod(x, a)",
    "sin(a) x",
]
BY_AUTOGRAD = ["if(x > a, x^2, x)", "x^a", "gamma(a x)"]
VALUES = np.linspace(0.5, 4.5, 9)


def program(text, notation="math"):
    return compile_entry(read_module(((text, notation),)), 0)


def grid(count=101):
    return torch.linspace(-3, 3, count, dtype=torch.float64)


def is_believed(trial):
    return trial._tape is not None and bool(trial._proven)


def drag(one, samples, highest, values=VALUES, name=None):
    """Drag the parameter through the values; compare each answer with autograd's, to the last bit."""
    for value in values:
        parameters = {key: value if key == (name or key) else 1.25 for key in one.parameters}
        found, wanted = (ask(one, samples, parameters, highest, Budget()) for ask in (repeated, derivatives))
        for mine, its in zip(found, wanted, strict=True):
            assert torch.equal(mine.isnan(), its.isnan())
            assert torch.equal(mine.nan_to_num(nan=0.0), its.nan_to_num(nan=0.0))


@pytest.mark.parametrize("highest", range(1, 5))
@pytest.mark.parametrize("text", BY_TAPE)
def test_a_tape_gives_the_bits_of_autograd(text, highest):
    one = program(text)
    drag(one, grid(), highest)
    assert tapes_of(one).trial(grid(), highest)._tape is not None
    assert is_believed(tapes_of(one).trial(grid(), highest)) or not one.parameters


@pytest.mark.parametrize("text", BY_AUTOGRAD)
def test_what_depends_on_the_numbers_is_left_to_autograd(text):
    one = program(text)
    drag(one, grid(), 2)
    assert tapes_of(one).trial(grid(), 2)._tape is None


@pytest.mark.parametrize("name", [row.name for row in FUNCTIONS if row.arity == (1, 1)])
def test_every_function_of_the_table_gives_the_same_bits_in_a_drag(name):
    drag(program(f"{name}(a x)"), grid(), 2)


def test_a_function_with_branches_is_never_taped():
    one = program("def f(x, a=1.0):\n    if x > a:\n        return x * x\n    return a * x\n", "python")
    drag(one, grid(), 1)


def test_a_parameter_that_was_never_moved_is_compared_first():
    one, samples = program("a sin(b x)"), grid()
    drag(one, samples, 1, name="a")
    trial = tapes_of(one).trial(samples, 1)
    assert trial.run(samples, (2.0, 1.25)) is not None
    assert trial.run(samples, (2.0, 3.0)) is None
    drag(one, samples, 1, name="b")
    assert trial.run(samples, (2.0, 3.0)) is not None


def test_a_tape_that_differs_is_given_up():
    one, samples = program("a sin x"), grid()
    drag(one, samples, 1, VALUES[:2])
    trial = tapes_of(one).trial(samples, 1)
    wrong = [torch.zeros(101, dtype=torch.float64)] * 2
    trial.learn(samples, (2.0,), wrong, Budget())
    assert trial.run(samples, (2.0,)) is None
    drag(one, samples, 1)
    assert trial.run(samples, (2.0,)) is None


@pytest.mark.parametrize("text", ["sin(x) + a", "e^x + 0 a", "x^2", "x", "a x"])
def test_other_samples_are_computed_and_nobody_else_writes_into_what_is_given(text):
    one, samples = program(text), grid()
    drag(one, samples, 2)
    found = repeated(one, samples, dict.fromkeys(one.parameters, 2.0), 2, Budget())
    for order in found:
        order.numpy()[:] = 7.0
    assert torch.equal(samples, grid())
    drag(one, samples, 2)
    samples += 1.0
    drag(one, samples, 2)


def test_many_samples_are_not_taped():
    one, samples = program("sin(x) exp(x) a"), grid(MOST_TAPED + 1)
    drag(one, samples, 1)
    assert tapes_of(one).trial(samples, 1)._tape is None


def test_a_tape_heeds_the_budget():
    one, samples, budget = program("a sin x"), grid(), Budget()
    drag(one, samples, 1)
    budget.cancel()
    with pytest.raises(Cancelled):
        repeated(one, samples, {"a": 2.0}, 1, budget)


def test_what_is_too_dear_to_record_stays_with_autograd():
    one, samples = program("a sin x"), grid()
    drag(one, samples, 1, VALUES[:1])
    trial = tapes_of(one).trial(samples, 1)
    trial.learn(samples, (2.0,), [], Budget(steps=0))
    assert trial.run(samples, (2.0,)) is None
    drag(one, samples, 1)
    assert trial.run(samples, (2.0,)) is None


IMPORTS = """
import sys
from engine.budget import Budget
from engine.calculus.derivatives import repeated
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.torch_setup import torch
one = compile_entry(read_module((("a sin(x) + |x|", "math"),)), 0)
repeated(one, torch.ones(9, dtype=torch.float64), {"a": 1.0}, 2, Budget())
before = set(sys.modules)
for a in (2.0, 3.0, 4.0):
    repeated(one, torch.ones(9, dtype=torch.float64), {"a": a}, 2, Budget())
sys.exit(str(sorted(set(sys.modules) - before) or ""))
"""


def test_making_a_tape_imports_nothing():
    """Torch has a compiler, which it imports for a mode and for gradients with weights; that takes seconds."""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False, cwd=root)
    assert done.stderr.strip() == ""
