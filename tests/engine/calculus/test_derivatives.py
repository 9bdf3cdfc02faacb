import math
import subprocess
import sys
from pathlib import Path

import mpmath
import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.functions import FUNCTIONS
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode

NAN = math.nan
exp, log, sin, cos, sqrt = mpmath.exp, mpmath.log, mpmath.sin, mpmath.cos, mpmath.sqrt

SMOOTH = [
    ("a*sin(b*x) + x/4", lambda x: 2 * sin(3 * x) + x / 4),
    ("x^3 - 2*x + 1", lambda x: x**3 - 2 * x + 1),
    ("sin(x^2)*exp(-x/3) + log(x+11)", lambda x: sin(x**2) * exp(-x / 3) + log(x + 11)),
    ("1/x", lambda x: 1 / x),
    ("5/x", lambda x: 5 / x),
    ("x/(1 + x^2)", lambda x: x / (1 + x**2)),
    ("-x^2/20", lambda x: -(x**2) / 20),
    ("e^x", exp),
    ("2^x", lambda x: 2**x),
    ("a^x", lambda x: 2**x),
    ("x^a", lambda x: x**2),
    ("x^2.5", lambda x: x ** mpmath.mpf("2.5")),
    ("x^(-2)", lambda x: x**-2),
    ("x^0", lambda x: mpmath.mpf(1)),
    ("x^1", lambda x: x),
    ("x^(1/3)", lambda x: mpmath.cbrt(x)),
    ("(-x)^(1/3)", lambda x: -mpmath.cbrt(x)),
    ("x^(-2/3)", lambda x: x ** (-mpmath.mpf(2) / 3)),
    ("x^x", lambda x: x**x),
    ("(1 + 1/x)^x", lambda x: (1 + 1 / x) ** x),
    ("sqrt(1 + x^2)", lambda x: sqrt(1 + x**2)),
    ("x % 2", lambda x: x - 2 * mpmath.floor(x / 2)),
    ("7 % x", lambda x: 7 - x * mpmath.floor(7 / x)),
    ("sin(x) % (x/5)", lambda x: sin(x) - x / 5 * mpmath.floor(5 * sin(x) / x)),
    ("f(x) + f(2*x)", lambda x: x**5 - x + (2 * x) ** 5 - 2 * x),
    ("f'(x)", lambda x: 5 * x**4 - 1),
    ("f''(2*x)*x", lambda x: 20 * (2 * x) ** 3 * x),
    ("f'(f'(x))", lambda x: 5 * (5 * x**4 - 1) ** 4 - 1),
    ("g(x) + f'(2*x)", lambda x: (5 * x**4 - 1) ** 2 + 5 * (2 * x) ** 4 - 1),
    ("g''(x)", lambda x: 2 * (20 * x**3) ** 2 + 2 * (5 * x**4 - 1) * 60 * x**2),
    ("sin'(x)", cos),
    ("sin'''(x^2)", lambda x: -cos(x**2)),
    ("f'(3)*x", lambda x: 404 * x),
    ("d/dx(x^2*sin(x))", lambda x: 2 * x * sin(x) + x**2 * cos(x)),
    ("d^2/dx^2(exp(a*x))", lambda x: 4 * exp(2 * x)),
    ("d/dx(x*d/dx(x^3))", lambda x: 9 * x**2),
    ("∂/∂a(a^2*x + sin(a*x))", lambda x: 4 * x + x * cos(2 * x)),
    ("∂/∂a(d/dx(sin(a*x)))", lambda x: cos(2 * x) - 2 * x * sin(2 * x)),
    ("∂/∂a(h(x))", lambda x: 12 * x**2),
    ("d/dx(h'(x))", lambda x: mpmath.mpf(16)),
    ("if(x > 1, x^4, x^3)", lambda x: x**4 if x > 1 else x**3),
    ("if(x > 1, d/dx(x^4), f'(x))", lambda x: 4 * x**3 if x > 1 else 5 * x**4 - 1),
    ("d/dx(if(x > 1, sin(x), x^3))", lambda x: cos(x) if x > 1 else 3 * x**2),
    ("sum(k, 1, 4, x^k/k)", lambda x: sum(x**k / k for k in range(1, 5))),
    ("sum(k, 1, 3, f'(k*x))", lambda x: sum(5 * (k * x) ** 4 - 1 for k in range(1, 4))),
    ("prod(k, 1, 3, x - k/2)", lambda x: (x - 0.5) * (x - 1) * (x - 1.5)),
    ("d/dx(prod(k, 1, 3, x))", lambda x: 3 * x**2),
    ("7", lambda x: mpmath.mpf(7)),
    ("a", lambda x: mpmath.mpf(2)),
    ("f'(a)", lambda x: mpmath.mpf(79)),
    ("x", lambda x: x),
]


@pytest.mark.parametrize(("text", "oracle"), SMOOTH, ids=[text for text, _ in SMOOTH])
def test_derivatives_of_order_0_to_4_are_exact(orders, text, oracle):
    points = [0.7, 1.3]
    got = orders(4, points, text, "f(t) = t^5 - t", "g(t) = f'(t)^2", "h(t) = a^3*t^2", a=2, b=3)
    with mpmath.workdps(60):
        for order in range(5):
            want = [float(mpmath.diff(oracle, mpmath.mpf(x), order)) for x in points]
            assert got[order] == pytest.approx(want, rel=2e-12, abs=2e-12), order


@pytest.mark.parametrize("text", ["3", "a", "1/3 + a", "if(x > 0, 1, 2)", "x^0", "d/dx(3)", "d/dx(a)", "sin'(a)"])
def test_what_does_not_vary_has_derivative_0(orders, text):
    got = orders(3, [-1.0, 0.0, 2.0], text, a=5)
    assert got[1:] == [[0, 0, 0]] * 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("log(x)", [NAN, -math.inf, math.log(2)]),
        ("sqrt(x)*0", [NAN, 0, 0]),
        ("1/x", [-1, math.inf, 0.5]),
        ("x % 0", [NAN, NAN, NAN]),
        ("x + 0/0", [NAN, NAN, NAN]),
        ("a + 1/0", [math.inf] * 3),
        ("piecewise(x > 0, x)", [NAN, NAN, 2]),
        ("log(x)*0 + 1", [NAN, NAN, 1]),
        ("d/dx(log(x))", [NAN, NAN, 0.5]),
        ("log'(x)", [NAN, NAN, 0.5]),
    ],
)
def test_where_f_is_not_finite_no_derivative_is(orders, text, value):
    got = orders(4, [-1.0, 0.0, 2.0], text, a=5)
    assert got[0] == pytest.approx(value, nan_ok=True)
    for order in got[1:]:
        assert [math.isnan(slope) for slope in order] >= [not math.isfinite(number) for number in value]
        assert all(math.isnan(slope) for slope, number in zip(order, value, strict=True) if not math.isfinite(number))


def test_where_a_lower_derivative_is_not_known_no_higher_is(orders):
    got = orders(4, [0.0, 1.0], "if(x > 0, x, 0*log(x) + x)")
    assert got[0] == pytest.approx([NAN, 1], nan_ok=True)
    slopes = orders(3, [0.0, 1.0], "sqrt(x)")
    assert slopes[1] == [math.inf, 0.5]
    assert [math.isnan(order[0]) for order in slopes[2:]] == [True, True]


def test_samples_are_neither_changed_nor_shared(module_of):
    samples = torch.tensor([1.0, 2.0], dtype=torch.float64)
    values = derivatives(compile_entry(module_of("x"), 0), samples, {}, 2, Budget())
    for value in values:
        value.add_(100)
    assert samples.tolist() == [1, 2]
    assert not samples.requires_grad
    assert all(value.is_contiguous() and value.dtype == torch.float64 for value in values)


def test_no_samples_have_no_values(orders):
    assert orders(2, [], "if(x > 0, sin(x), 1/x) + f'(x)", "f(t) = t^2") == [[], [], []]


def test_memory_comes_back_after_each_evaluation(module_of):
    program = compile_entry(module_of("sin(x)*x + sum(k, 1, 10, x^k) + f''(x)", "f(t) = t^5"), 0)
    budget = Budget(bytes_=3_000_000)
    for _ in range(50):
        derivatives(program, torch.linspace(1, 2, 100, dtype=torch.float64), {}, 3, budget)
    assert budget.bytes_left == 3_000_000


def test_a_graph_that_is_too_large_is_a_problem(module_of):
    program = compile_entry(module_of("+".join(["sin(x)"] * 1400)), 0)
    samples = torch.linspace(1, 2, 10_000, dtype=torch.float64)
    assert len(derivatives(program, samples, {}, 0, Budget(seconds=60))) == 1
    with pytest.raises(EngineError) as caught:
        derivatives(program, samples, {}, 4, Budget(seconds=60))
    assert caught.value.problem.code is ProblemCode.TOO_MUCH_MEMORY


def test_what_torch_cannot_allocate_is_a_problem():
    def program(samples, parameters, budget):
        return torch.empty(2**57, dtype=torch.float64)

    with pytest.raises(EngineError) as caught:
        derivatives(program, torch.ones(1), {}, 0, Budget())
    assert caught.value.problem.code is ProblemCode.TOO_MUCH_MEMORY


def test_other_errors_of_torch_are_bugs():
    def program(samples, parameters, budget):
        raise RuntimeError("shape mismatch")

    with pytest.raises(RuntimeError, match="shape mismatch"):
        derivatives(program, torch.ones(1), {}, 0, Budget())


IMPORTS = """
import sys
from engine.language.functions import FUNCTIONS
from engine.language.rules import rule
from engine.torch_setup import torch
for row in FUNCTIONS:
    at = row.samples[0]
    x = torch.tensor([at[-1]], dtype=torch.float64, requires_grad=True)
    first = [v if n in row.literals else torch.tensor([v], dtype=torch.float64) for n, v in enumerate(at[:-1])]
    y = rule(row.rule)(*first, x) * torch.sin(x)
    for order in range(4):
        before = set(sys.modules)
        y, = torch.autograd.grad(y.sum(), x, create_graph=True)
        if "sympy" in set(sys.modules) - before:
            sys.exit(f"{row.name}: order {order + 1}")
"""


def test_no_function_makes_torch_import_its_compiler():
    """The second derivative of torch.abs is a tensor that makes torch import 829 modules, which takes 1.5 s."""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")


CONSTANT_TO_DERIVATIVES = {"sign", "floor", "ceil", "round", "step", "stop"}


@pytest.mark.parametrize("row", FUNCTIONS, ids=lambda row: row.name)
def test_no_function_of_the_table_is_detached(module_of, row):
    last = len(row.samples[0]) - 1
    arguments = ["x" if at == last else repr(value) for at, value in enumerate(row.samples[0])]
    program = compile_entry(module_of(f"{row.name}({', '.join(arguments)})"), 0)
    samples = torch.tensor([row.samples[0][last]], dtype=torch.float64, requires_grad=True)
    value = program(samples, {}, Budget())
    assert value.requires_grad or row.name in CONSTANT_TO_DERIVATIVES
