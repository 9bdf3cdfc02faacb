"""What computes for long can be cancelled in the middle of a backward pass, too."""

from __future__ import annotations

import gc
import weakref

import pytest
import torch

from engine.budget import Budget, Cancelled
from engine.calculus.derivatives import derivatives
from engine.language.compiler.block import WATCHED
from engine.language.names import read_module
from engine.language.program import compile_entry

TURNS = 10 * WATCHED
LOOP = f"""def f(x):
    total = 0
    for n in range({TURNS}):
        total = total + sin(x + n)
    return total
"""


class Impatient(Budget):
    """Is cancelled at its so-manieth look, a look being what spends nothing."""

    def __init__(self, looks=-1):
        super().__init__(seconds=60)
        self.left, self.looked = looks, 0

    def check(self, steps=1, bytes_=0):
        if steps == 0:
            self.looked += 1
            if self.looked == self.left:
                self.cancel()
        super().check(steps, bytes_)


def run(budget, text, order=2):
    program = compile_entry(read_module(((text, "auto"),)), 0)
    return derivatives(program, torch.linspace(1, 2, 50, dtype=torch.float64), {}, order, budget)


@pytest.mark.parametrize("text", [f"sum(n, 1, {TURNS}, sin(n x))", f"prod(n, 1, {TURNS}, cos(x/n))", LOOP])
def test_a_backward_pass_of_any_order_looks_at_the_budget(text):
    looks = []
    for order in range(3):
        budget = Impatient()
        run(budget, text, order)
        looks.append(budget.looked)
    first, second = looks[1] - looks[0], looks[2] - looks[1]
    assert first >= TURNS // WATCHED
    assert second >= first
    for look in looks[1:]:
        with pytest.raises(Cancelled):
            run(Impatient(look), text)


def test_the_numbers_are_those_of_an_unwatched_sum():
    samples = torch.linspace(1, 2, 50, dtype=torch.float64)
    for found, wanted in zip(
        run(Budget(seconds=60), f"sum(n, 1, {TURNS}, x^2)"),
        (TURNS * samples**2, 2 * TURNS * samples, torch.full_like(samples, 2.0 * TURNS)),
        strict=True,
    ):
        torch.testing.assert_close(found, wanted)


def test_no_look_keeps_the_graph():
    budget = Budget(seconds=60)
    run(budget, f"sum(n, 1, {TURNS}, sin(n x))")
    gone = weakref.ref(budget)
    del budget
    gc.collect()
    assert gone() is None
