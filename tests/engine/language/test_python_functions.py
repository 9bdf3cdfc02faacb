"""Functions with control flow against real Python and torch, one sample at a time, on the same text."""

import math

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry
from tests.engine.language.functions_table import TABLE

NAMES = {name: getattr(torch, name) for name in ("sin", "cos", "exp", "log", "sqrt")} | {"abs": abs}


class Scalar(torch.Tensor):
    """A torch number that `+=` rebinds, as it rebinds Python's own numbers."""

    __iadd__ = torch.Tensor.__add__
    __isub__ = torch.Tensor.__sub__
    __imul__ = torch.Tensor.__mul__
    __itruediv__ = torch.Tensor.__truediv__
    __ipow__ = torch.Tensor.__pow__


def real(text, at, highest):
    """The last function of the text run by Python itself on one torch scalar, and its derivatives by autograd."""
    space = dict(NAMES)
    exec(compile(text, "pasted", "exec"), space)
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    orders = [space["f"](x.as_subclass(Scalar))]
    for _ in range(highest):
        value = orders[-1]
        linked = isinstance(value, torch.Tensor) and value.requires_grad
        gradient = torch.autograd.grad(value, x, create_graph=True, allow_unused=True)[0] if linked else None
        orders.append(0.0 if gradient is None else gradient)
    return [value.item() if isinstance(value, torch.Tensor) else float(value) for value in orders]


def ours(text, points, highest):
    module = read_module(((text, "python"),))
    assert module.entries[0].problem is None, module.entries[0].problem.message
    program = compile_entry(module, 0)
    numbers = {name: default.value for name, default in module.defaults.items()}
    got = derivatives(program, torch.tensor(points, dtype=torch.float64), numbers, highest, Budget(seconds=20))
    return torch.stack(got, dim=1).tolist()


def test_the_table_is_large():
    assert len(TABLE) >= 40


@pytest.mark.parametrize("name", TABLE)
def test_each_sample_is_as_real_python_and_torch_have_it(name):
    text, points = TABLE[name]
    for at, got in zip(points, ours(text, points, 3), strict=True):
        want = real(text, at, 3)
        for order, (number, wanted) in enumerate(zip(got, want, strict=True)):
            if math.isnan(wanted):
                assert math.isnan(number), (at, order)
            else:
                assert number == pytest.approx(wanted, rel=1e-12, abs=1e-12), (at, order)
