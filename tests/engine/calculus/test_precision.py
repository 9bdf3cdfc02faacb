from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.budget import Budget
from engine.calculus.precision import DTYPES, orders_in, precision
from engine.commands import answer
from engine.language.names import read_module
from engine.language.program import compile_entry

X = np.linspace(0.1, 3.0, 40)


def program_of(*texts):
    return compile_entry(read_module(tuple((text, "auto") for text in texts)), len(texts) - 1)


def seen(dtype, text, x, **parameters):
    return precision(dtype, program_of(text), np.array(x), parameters, Budget())


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
def test_the_numbers_are_those_of_torch_in_that_type(dtype):
    found = seen(dtype, "sin(x)*exp(x) + 2 x", X)
    x = torch.from_numpy(X).to(DTYPES[dtype]).requires_grad_()
    value = torch.sin(x) * torch.exp(x) + 2.0 * x
    value.sum().backward()
    assert found.value.tolist() == value.detach().double().tolist()
    assert found.slope.tolist() == x.grad.double().tolist()
    step = torch.finfo(DTYPES[dtype]).eps
    assert 0 < np.max(found.value_error / np.abs(found.value)) < 4 * step


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
@pytest.mark.parametrize(
    "texts",
    [
        ("if(x > 1, x^2, 3)",),
        ("sum(n, 1, 4, x^n)",),
        ("f(x) = x^3", "f'(x) + f'(2)"),
        ("sigmoid(x) + J0(x) + hypot(x, 1) + 0^x + gelu(x)",),
        ("x^x + x^(1/3) + max(x, 1)",),
        ("7",),
    ],
)
def test_every_form_stays_in_its_type(dtype, texts):
    rough = orders_in(dtype, program_of(*texts), X, {}, 1, Budget())
    exact = orders_in("float64", program_of(*texts), X, {}, 1, Budget())
    tensor = torch.from_numpy(np.stack(rough))
    assert torch.equal(tensor.to(DTYPES[dtype]).double(), tensor)
    tolerance = 40 * torch.finfo(DTYPES[dtype]).eps
    for order in (0, 1):
        away = np.abs(X - 1) > 0.05
        assert np.abs(rough[order] - exact[order])[away].max() < tolerance * (1 + np.abs(exact[order]).max())


def test_a_gradient_underflows_overflows_or_is_lost():
    found = seen("float16", "exp(-x)", [1.0, 20.0])
    assert found.underflow.tolist() == [False, True]
    found = seen("float16", "exp(x)", [1.0, 12.0])
    assert found.overflow.tolist() == [False, True]
    assert found.value_error[1] == np.inf
    found = seen("float16", "(x + 1000) - x", [0.3, 0.7])
    assert not found.lost.any()
    found = seen("bfloat16", "sin(x)", [0.7, 5000.7])
    assert found.lost.tolist() == [False, True]


def test_where_float64_has_no_number_there_is_no_error():
    found = seen("float32", "ln(x)", [-1.0, 1.0])
    assert np.isnan(found.slope_error[0])
    assert not (found.underflow | found.overflow | found.lost).any()


def test_eval_computes_in_the_type_that_is_asked_for():
    request = {"command": "eval", "expression": "sin(x)", "at": [0.7], "dtype": "float32"}
    assert answer(request)["orders"][0][0] == float(np.sin(np.float32(0.7)))
    assert answer({**request, "dtype": "int8"})["problem"]["code"] == "bad_request"


def test_an_operation_that_the_type_lacks_is_a_problem():
    told = answer(
        {"command": "eval", "expression": "zeta(x) + gamma(x) + erfinv(x/9)", "at": [2.5], "dtype": "float16"}
    )
    assert told["ok"] or told["problem"]["code"] == "not_offered"
