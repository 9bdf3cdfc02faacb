"""Evaluates texts at points, for the tests of the compiler and of derivatives."""

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry

PARAMETERS = frozenset({"a", "b", "k"})


def read(*texts):
    module = read_module(tuple((text, "math") for text in texts), PARAMETERS)
    assert [entry.problem for entry in module.entries] == [None] * len(texts)
    return module


@pytest.fixture
def module_of():
    """The module of these texts."""
    return read


@pytest.fixture
def orders():
    """`orders(highest, x, text, *definitions, a=2)`: a list of values for each order."""

    def evaluate(highest, at, *texts, **parameters):
        program = compile_entry(read(*texts), 0)
        samples = torch.tensor(at, dtype=torch.float64)
        numbers = {name: float(parameters[name]) for name in program.parameters}
        got = derivatives(program, samples, numbers, highest, Budget())
        assert all(value.shape == samples.shape and not value.requires_grad for value in got)
        assert samples.tolist() == pytest.approx(at, nan_ok=True)
        return [value.tolist() for value in got]

    return evaluate
