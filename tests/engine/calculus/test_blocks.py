"""More samples than one block has give what they give by themselves."""

from __future__ import annotations

import pytest
import torch

from engine.budget import Budget
from engine.calculus.blocks import BLOCK
from engine.calculus.derivatives import derivatives
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode

COUNT = 2 * BLOCK + 7
TEXTS = ("sin(a x) exp(-x^2/20)", "if(x > 0, sqrt(x), x^2)", "x", "a", "ln(x)")


def there(module_of, text, samples, a, **budget):
    return derivatives(compile_entry(module_of(text), 0), samples, {"a": a}, 2, Budget(seconds=60, **budget))


@pytest.mark.parametrize("text", TEXTS)
def test_a_block_gives_what_its_samples_give(module_of, text):
    samples = torch.linspace(-10, 10, COUNT, dtype=torch.float64)
    whole = there(module_of, text, samples, 1.5)
    assert [order.shape for order in whole] == [samples.shape] * 3
    for chosen in (slice(0, 50), slice(BLOCK - 20, BLOCK + 20), slice(COUNT - 9, COUNT)):
        for order, part in zip(whole, there(module_of, text, samples[chosen], 1.5), strict=True):
            torch.testing.assert_close(order[chosen], part, rtol=1e-14, atol=1e-15, equal_nan=True)


def test_a_parameter_with_a_value_for_each_sample_is_cut_with_them(module_of):
    samples = torch.linspace(-10, 10, COUNT, dtype=torch.float64)
    value, slope, _ = there(module_of, "a x", samples, torch.arange(COUNT, dtype=torch.float64))
    torch.testing.assert_close(value, samples * torch.arange(COUNT))
    torch.testing.assert_close(slope, torch.arange(COUNT, dtype=torch.float64))


def test_memory_is_that_of_one_block_and_the_result(module_of):
    text, samples = "+".join(["sin(x)"] * 20), torch.linspace(-10, 10, 10 * BLOCK, dtype=torch.float64)
    result = 3 * samples.nbytes
    assert len(there(module_of, text, samples, 1.5, bytes_=20 * result)) == 3
    with pytest.raises(EngineError) as caught:
        there(module_of, text, samples, 1.5, bytes_=result)
    assert caught.value.problem.code is ProblemCode.TOO_MUCH_MEMORY
