"""Whole numbers of a Python function are those of Python, or a problem: none is rounded without a word."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.budget import Budget
from engine.calculus.trace import trace
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.language.routine import Exact
from engine.language.whole_numbers import is_exact
from engine.problems import EngineError


def module_of(text):
    module = read_module(((text, "python"),))
    assert module.entries[0].problem is None, module.entries[0].problem.message
    return module


def values(text, at, **parameters):
    program = compile_entry(module_of(text), 0)
    samples = torch.tensor(at, dtype=torch.float64)
    return program(samples, parameters, Budget()).expand(len(at)).tolist()


def in_python(text, at):
    names = {}
    exec(text, names)
    return [float(names["f"](x)) for x in at]


def program(*lines):
    return "def f(x):\n" + "".join(f"    {line}\n" for line in lines)


EXACT = {
    "Collatz": program("n, s = 27, 0", "while n != 1:", "    n = n//2 if n % 2 == 0 else 3*n + 1", "    s += 1",
                       "return s + x"),
    "a power of two": program("return x + 2**60 % 7"),
    "22 factorial": program("p = 1", "for i in range(1, 23): p *= i", "return x/p"),
    "a decimal point": program("p = 1.0", "for i in range(1, 41): p *= i", "return x/p"),
    "a sum of lanes": program("n = int(x)", "for i in range(40): n = (n*1000003 + i) % 1000000007", "return n + x"),
    "Fibonacci": "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n" + program("return fib(11)*x"),
    "a list": program("s = [1, 3]", "while len(s) < 7: s.append(s[-1]*s[-2])", "return s[-1] % 1000 + x"),
    "a float": program("y = 1e10*x", "y = y*y*3", "return y*y + 1"),
    "a float of a whole": program("n = 10**9", "return float(n*n) * x"),
    "a literal that a float is": program("return x + 1000000000000000000"),
}  # fmt: skip
INEXACT = {
    "30 factorial": (program("p = 1", "for i in range(1, 31):", "    p *= i", "return x/p"), "p *= i"),
    "modular": (program("s = int(x)", "s = s*6364136223846793 % 97", "s = s*s*s*s*s*s*s*s*s % 7", "return s"), "s*s"),
    "counted": (program("n = 9007199254740992", "n += 1", "return n"), "n += 1"),
    "a comparison": (program("n = 3", "while n**50 > 5: n = 1", "return n"), "n**50"),
    "a helper": ("def g(n):\n    return n*n\n" + program("return g(100000001) % 7 + x"), "n*n"),
    "a helper's argument": ("def g(n):\n    return n % 7\n" + program("return g(100000001*100000001) + x"), "1*1"),
    "a list": (program("s = [1, 3]", "while len(s) < 30: s.append(s[-1]*s[-2])", "return s[-1]*x"), "s[-1]*s[-2]"),
    "a slider": ("def f(x, n=3):\n    return n**40 % 5 + x\n", "n**40"),
}


@pytest.mark.parametrize("name", EXACT)
def test_it_is_what_python_has(name):
    at = [1.0, 2.0, 12345.0]
    assert values(EXACT[name], at) == pytest.approx(in_python(EXACT[name], at), rel=1e-15)


@pytest.mark.parametrize("name", INEXACT)
def test_what_would_be_rounded_is_refused_where_it_is_computed(name):
    text, place = INEXACT[name]
    with pytest.raises(EngineError) as caught:
        values(text, [3.0, 5.0], **({"n": 3.0} if "n=3" in text else {}))
    start, end = caught.value.problem.span
    assert caught.value.problem.code == "not_exact"
    assert place in text[start:end] or text[start:end] in place or "*" in text[start:end]
    assert "9,007,199,254,740,992" in caught.value.problem.message


def test_the_trace_refuses_it_too():
    text = INEXACT["30 factorial"][0]
    with pytest.raises(EngineError) as caught:
        trace(module_of(text), 0, 1.0, {}, Budget())
    assert caught.value.problem.code == "not_exact"


@pytest.mark.parametrize("text", ["return x + 9007199254740993", "n = 10000000000000000000001\n    return n"])
def test_a_literal_that_no_float_is_is_refused_at_its_place(text):
    whole = f"def f(x):\n    {text}\n"
    problem = read_module(((whole, "python"),)).entries[0].problem
    assert problem.code == "not_exact"
    assert whole[slice(*problem.span)].isdigit()


def test_a_default_that_no_float_is_is_refused():
    assert (
        read_module((("def f(x, n=9007199254740993):\n    return x\n", "python"),)).entries[0].problem.code
        == "not_exact"
    )


@pytest.mark.parametrize(
    "body", ["i = 0\n    while i < 9: i += 1\n    return i*x", "return sum_of(x)", "y = x*x\n    return y*y"]
)
def test_what_is_only_counted_or_a_float_needs_no_look(body):
    helper = "def sum_of(x):\n    s = 0\n    for i in range(9): s += 2\n    return s + x\n"
    code = module_of(f"{helper}def f(x):\n    {body}\n").entries[0].definition.body.code
    assert not [one for one in code.instructions if isinstance(one, Exact)]


STEPS = st.sampled_from(
    ["n = n*m", "n = n + m", "m = n - m", "n = n*n % 1000003", "m = m*m", "m = -m", "n = n//3", "m = n % 17 + 1",
     "n = 3*n + 1", "m = m**3", "n = abs(m)*n", "m, n = n, m", "if n > m: n = n - m*m", "n = m if n > m else m - n",
     "while n > 10**12: n = n//7 - m % 5"])  # fmt: skip


@given(steps=st.lists(STEPS, min_size=1, max_size=12), x=st.integers(-50, 50))
@settings(max_examples=150, deadline=None)
def test_a_random_program_has_pythons_value_or_a_problem(steps, x):
    text = program("n, m = int(x), 5", *steps, "return (n % 1009)*1009 + m % 1009")
    refusal = ""
    try:
        got = values(text, [float(x), 3.0])
    except EngineError as error:
        refusal = error.problem.code
    assert refusal == "not_exact" or got == in_python(text, [x, 3])


@given(st.sampled_from("+-*"), st.integers(-(2**53), 2**53), st.integers(-(2**53), 2**53))
def test_exactness_is_told_by_whole_numbers(sign, left, right):
    value = {"+": float(left) + right, "-": float(left) - right, "*": float(left) * right}[sign]
    want = {"+": left + right, "-": left - right, "*": left * right}[sign]
    assert is_exact(sign, float(left), float(right), value) == (int(value) == want or abs(value) < 2.0**53)
