"""Every form of the notations means what plain Python, written beside it, says."""

import math

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry

NAN = math.nan
POINTS = (-2.5, -1.0, -0.3, 0.0, 0.4, 1.0, 2.0, 3.5)
A, B = 1.5, -0.7
sin, cos, exp, pi, e = math.sin, math.cos, math.exp, math.pi, math.e


def sqrt(x):
    return math.sqrt(x) if x >= 0 else NAN


def ln(x):
    return math.log(x) if x > 0 else -math.inf if x == 0 else NAN


def over(p, q):
    return p / q if q else NAN if p == 0 else math.copysign(math.inf, p)


def cbrt(x):
    return math.copysign(abs(x) ** (1 / 3), x)


def values(text, *definitions, syntax="math"):
    """The values at POINTS; `a` and `b` are parameters where they occur."""
    module = read_module(tuple((source, syntax) for source in (text, *definitions)))
    assert [entry.problem for entry in module.entries] == [None] * len(module.entries)
    program = compile_entry(module, 0)
    numbers = {name: {"a": A, "b": B}[name] for name in program.parameters}
    samples = torch.tensor(POINTS, dtype=torch.float64)
    return derivatives(program, samples, numbers, 0, Budget())[0].tolist()


def same(got, oracle):
    want = [float(oracle(x)) for x in POINTS]
    assert got == pytest.approx(want, rel=1e-13, abs=1e-13, nan_ok=True)


MATH = [
    # products that are not written
    ("2x", lambda x: 2 * x),
    ("2 sin x", lambda x: 2 * sin(x)),
    ("x(x+1)", lambda x: x * (x + 1)),
    ("(x)(x)", lambda x: x * x),
    ("(x)2", lambda x: 2 * x),
    ("a x", lambda x: A * x),
    ("a b x", lambda x: A * B * x),
    ("3(x-1)(x+2)", lambda x: 3 * (x - 1) * (x + 2)),
    ("1/2x", lambda x: x / 2),
    ("x/2a", lambda x: x / 2 * A),
    ("2e x", lambda x: 2 * e * x),
    ("2e3x", lambda x: 2000 * x),
    ("e(x+1)", lambda x: e * (x + 1)),
    ("π(x+1)", lambda x: pi * (x + 1)),
    ("a(x+1) + a", lambda x: A * (x + 1) + A),
    ("a|x|", lambda x: A * abs(x)),
    ("x 2", lambda x: 2 * x),
    ("x!2", lambda x: 2 * math.gamma(x + 1) if x != -1 else math.inf),
    # functions without brackets
    ("sin 2x", lambda x: sin(2 * x)),
    ("sin x/2", lambda x: sin(x / 2)),
    ("sin x * 2", lambda x: sin(x * 2)),
    ("sin -x", lambda x: sin(-x)),
    ("sin x + 1", lambda x: sin(x) + 1),
    ("sin x - 1", lambda x: sin(x) - 1),
    ("sin x cos x", lambda x: sin(x) * cos(x)),
    ("sin 2x cos 3x", lambda x: sin(2 * x) * cos(3 * x)),
    ("sin cos x", lambda x: sin(cos(x))),
    ("sin x^2", lambda x: sin(x**2)),
    ("sin^2 x", lambda x: sin(x) ** 2),
    ("sin**2 x", lambda x: sin(x) ** 2),
    ("sin²x", lambda x: sin(x) ** 2),
    ("sin^2(x)", lambda x: sin(x) ** 2),
    ("sin(x)^2", lambda x: sin(x) ** 2),
    ("sin(x)x", lambda x: sin(x) * x),
    ("max(sin x, cos x)", lambda x: max(sin(x), cos(x))),
    # powers and signs
    ("x²", lambda x: x * x),
    ("x⁻¹", lambda x: over(1, x)),
    ("10¹²x", lambda x: 1e12 * x),
    ("-x^2", lambda x: -(x**2)),
    ("2^3^2 x", lambda x: 512 * x),
    ("2^-x", lambda x: 2**-x),
    ("2^-x^2", lambda x: 2 ** -(x**2)),
    ("x**2", lambda x: x**2),
    ("x*-2", lambda x: -2 * x),
    ("--x", lambda x: x),
    ("+x", lambda x: x),
    ("e^x", exp),
    ("x^(1/3)", cbrt),
    ("x^(2/3)", lambda x: cbrt(x) ** 2),
    ("pow(x, 2)", lambda x: x * x),
    ("root(3, x)", cbrt),
    ("2 - 3 - x", lambda x: 2 - 3 - x),
    ("x/2/a", lambda x: x / 2 / A),
    ("x·2×3", lambda x: 6 * x),
    ("x÷2−1", lambda x: x / 2 - 1),
    ("9^9^9^9", lambda x: math.inf),
    # signs of their own
    ("√2 x", lambda x: math.sqrt(2) * x),
    ("√(x+1)", lambda x: sqrt(x + 1)),
    ("√x²", lambda x: x if x >= 0 else NAN),
    ("2√x", lambda x: 2 * sqrt(x)),
    ("|x|", abs),
    ("||x|-1|", lambda x: abs(abs(x) - 1)),
    ("|x||x-1|", lambda x: abs(x) * abs(x - 1)),
    ("|a|x|b|", lambda x: abs(A) * x * abs(B)),
    ("2|x|-1", lambda x: 2 * abs(x) - 1),
    ("|x|²", lambda x: x * x),
    ("[x + 1] 2", lambda x: 2 * x + 2),
    ("3! x", lambda x: 6 * x),
    ("2^3! x", lambda x: 64 * x),
    ("-3! x", lambda x: -6 * x),
    # numbers
    ("1e-3 x", lambda x: 1e-3 * x),
    ("1E+3x", lambda x: 1e3 * x),
    (".5x", lambda x: 0.5 * x),
    ("5.x", lambda x: 5 * x),
    ("1e999 + x", lambda x: math.inf),
    ("1e-999 + x", lambda x: x),
    # logarithms
    ("ln x", ln),
    ("log x", ln),
    ("log10(x)", lambda x: ln(x) / math.log(10)),
    ("log2 x", lambda x: ln(x) / math.log(2)),
    ("log_3 x", lambda x: ln(x) / math.log(3)),
    ("log_a(x)", lambda x: ln(x) / math.log(A)),
    # remainders
    ("mod(x, 2)", lambda x: x % 2),
    ("x mod 2", lambda x: x % 2),
    ("x % 2", lambda x: x % 2),
    ("x % -2", lambda x: x % -2),
    ("2x % 3", lambda x: 2 * x % 3),
    # several arguments
    ("min(x, 1, a)", lambda x: min(x, 1, A)),
    ("max(x; 1; 2)", lambda x: max(x, 1, 2)),
    ("atan2(x, 2)", lambda x: math.atan2(x, 2)),
    # conditions
    ("{x < 0: -x, x >= 1: x^2, 0.5}", lambda x: -x if x < 0 else x * x if x >= 1 else 0.5),
    ("{x < 0: -x, x >= 1: x^2}", lambda x: -x if x < 0 else x * x if x >= 1 else NAN),
    ("2{x > 0: 1, 3}", lambda x: 2 if x > 0 else 6),
    ("if(x > 0, x, a)", lambda x: x if x > 0 else A),
    ("if(x > 0, x)", lambda x: x if x > 0 else NAN),
    ("piecewise(x > 1, 1, x > 0, 2, 3)", lambda x: 1 if x > 1 else 2 if x > 0 else 3),
    ("piecewise(x > 1, 1, x > 0, 2)", lambda x: 1 if x > 1 else 2 if x > 0 else NAN),
    ("if(0 < x <= 1, 1, 0)", lambda x: 0 < x <= 1),
    ("if(0 ≤ x ≠ 1, 1, 0)", lambda x: 0 <= x != 1),
    ("if(0≤x≤1, 1, 0)", lambda x: 0 <= x <= 1),
    ("if(x≥1, 1, if(x≠0, 2, 3))", lambda x: 1 if x >= 1 else 2 if x else 3),
    ("if(x == 1 or x > 2 and x < 3, 1, 0)", lambda x: x == 1 or 2 < x < 3),
    ("if(not x > 0 and not (x < -1 or x == 0), 1, 0)", lambda x: -1 <= x < 0),
    ("sqrt(x + 3) {0 < x < 3}", lambda x: math.sqrt(x + 3) if 0 < x < 3 else NAN),
    ("x + 1 {x > 0} {x < 3}", lambda x: x + 1 if 0 < x < 3 else NAN),
    ("x {{x > 0: 1, 2} > 1}", lambda x: NAN if x > 0 else x),
    ("2{x > 0: 2{x > 1: 3, 4}, 5}", lambda x: 12 if x > 1 else 16 if x > 0 else 10),
    # counts
    ("sum(n, 1, 10, n x)", lambda x: 55 * x),
    ("sum(n, 0, 3, x^n)", lambda x: 1 + x + x**2 + x**3),
    ("sum(n, 3, 1, x)", lambda x: 0),
    ("|sum(n, 3, 1, x)| + x", lambda x: x),
    ("prod(n, 3, 1, x)² x", lambda x: x),
    ("sin(sum(n, 1, 1/0, x)) + x", lambda x: NAN),
    ("prod(n, 1, 4, n) + x", lambda x: 24 + x),
    ("prod(n, 1, 3, x - n)", lambda x: (x - 1) * (x - 2) * (x - 3)),
    ("prod(n, 3, 1, x)", lambda x: 1),
    ("sum(n, 1, 2, sum(m, 1, n, m x))", lambda x: 4 * x),
    # derivatives
    ("d/dx(x^2 sin x)", lambda x: 2 * x * sin(x) + x * x * cos(x)),
    ("d^2/dx^2(x^4)", lambda x: 12 * x**2),
    ("d²/dx² x^4", lambda x: 12 * x**2),
    ("d/dx x^2 + 1", lambda x: 2 * x + 1),
    ("∂/∂a (a^2 x)", lambda x: 2 * A * x),
    ("d/da (a^2 x) b", lambda x: 2 * A * x * B),
    ("d/dx sin x cos x", lambda x: cos(x) * cos(x)),
    ("sin'(x)", cos),
    ("sin'' (2x)", lambda x: -sin(2 * x)),
    ("exp′ x", exp),
    ("sin″(x)", lambda x: -sin(x)),
]


@pytest.mark.parametrize(("text", "oracle"), MATH, ids=[text for text, _ in MATH])
def test_math_notation(text, oracle):
    same(values(text), oracle)


PYTHON = [
    ("2*x*sin(x)**2", lambda x: 2 * x * sin(x) ** 2),
    ("x**2 if x > 0 else -x", lambda x: x**2 if x > 0 else -x),
    ("1 if x > 2 else 2 if x > 0 else 3", lambda x: 1 if x > 2 else 2 if x > 0 else 3),
    ("log(x)", ln),
    ("-x**2", lambda x: -(x**2)),
    ("2**-x", lambda x: 2**-x),
    ("2**3**2*x", lambda x: 512 * x),
    ("x % 2", lambda x: x % 2),
    ("x // 2", lambda x: x // 2),
    ("x**(1/3)", cbrt),
    ("1 if 0 < x <= 1 else 0", lambda x: 0 < x <= 1),
    ("1 if not x > 0 and x != -1 else 0", lambda x: x <= 0 and x != -1),
    ("1 if x < 0 or x > 1 or x == 1 else 0", lambda x: x < 0 or x >= 1),
    ("max(x, a, 1)", lambda x: max(x, A, 1)),
    ("sum(n, 1, 3, n*x)", lambda x: 6 * x),
    ("(\n x +\n 1)", lambda x: x + 1),
    ("1_000*x", lambda x: 1000 * x),
    ("pi*x + e", lambda x: pi * x + e),
    ("+x", lambda x: x),
]


@pytest.mark.parametrize(("text", "oracle"), PYTHON, ids=[text for text, _ in PYTHON])
def test_python_notation(text, oracle):
    same(values(text, syntax="python"), oracle)


DEFINITIONS = [
    (("f(x)^2 + f'(2x)", "f(x) = x^3"), lambda x: x**6 + 12 * x**2),
    (("f''(x+1)", "f(t) = t^3"), lambda x: 6 * (x + 1)),
    (("f^2(x)", "f(x) = x + 1"), lambda x: (x + 1) ** 2),
    (("f sin x", "f(x) = x + 1"), lambda x: sin(x) + 1),
    (("f(x, 2)", "f(x, y) = x - y"), lambda x: x - 2),
    (("c x", "c = 4"), lambda x: 4 * x),
    (("c(x + 1)", "c = 4"), lambda x: 4 * (x + 1)),
    (("y(2) x", "y = x^2"), lambda x: 4 * x),
    (("g(x)", "g(x) = f(x) + c", "f(x) = 2c x", "c = 3"), lambda x: 6 * x + 3),
    (("x_0 + x₀", "x_0 = 2"), lambda x: 4),
    (("λ x", "λ = 2"), lambda x: 2 * x),
    (("d/dx(f(x)) + d/da(g(x))", "f(x) = x^2", "g(x) = a^2 x"), lambda x: 2 * x + 2 * A * x),
]


@pytest.mark.parametrize(("texts", "oracle"), DEFINITIONS, ids=[texts[0] for texts, _ in DEFINITIONS])
def test_definitions(texts, oracle):
    same(values(*texts), oracle)
