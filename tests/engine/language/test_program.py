import itertools
import math

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import Entry, Module
from engine.language.program import compile_entry
from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Compare,
    Definition,
    Derivative,
    Name,
    Negate,
    Number,
    Piecewise,
    Reduction,
)

S = (0, 1)
X = Name("x", S)
TEXTS = itertools.count()


def num(value):
    return Number(float(value), S)


def name(text):
    return Name(text, S)


def node(thing):
    return num(thing) if isinstance(thing, int | float) else thing


def op(operator, *operands):
    first, *rest = map(node, operands)
    for operand in rest:
        first = Arithmetic(operator, first, operand, S)
    return first


def compare(left, operator, right):
    return Compare((node(left), node(right)), (operator,), S)


def module(*definitions):
    made = [d if isinstance(d, Definition) else Definition(None, ("x",), node(d), S) for d in definitions]
    return Module(tuple(Entry(f"text {next(TEXTS)}", "math", d) for d in made))


def define(text, arguments, body):
    return Definition(text, arguments, node(body), S)


def values(highest, at, *definitions, **parameters):
    program = compile_entry(module(*definitions), 0)
    x = torch.tensor(at, dtype=torch.float64)
    got = derivatives(program, x, {key: float(parameters[key]) for key in program.parameters}, highest, Budget())
    assert all(value.shape == x.shape and not value.requires_grad for value in got)
    return [value.tolist() for value in got]


def same(got, want):
    assert got == pytest.approx(want, rel=1e-13, abs=1e-13, nan_ok=True)


def test_arithmetic_and_parameters():
    body = op("+", op("*", name("a"), Call("sin", (op("*", name("b"), X),), S)), op("/", X, 4))
    program = compile_entry(module(body), 0)
    assert program.variable == "x"
    assert program.parameters == ("a", "b")
    at = [0.3, -2.0]
    got = values(2, at, body, a=2, b=3)
    same(got[0], [2 * math.sin(3 * x) + x / 4 for x in at])
    same(got[1], [6 * math.cos(3 * x) + 0.25 for x in at])
    same(got[2], [-18 * math.sin(3 * x) for x in at])


def test_primes_are_exact_at_their_argument():
    f = define("f", ("t",), op("^", name("t"), 5))
    body = Apply("f", 2, (op("+", op("*", 2, X), 1),), S)
    (at,) = [0.5]
    got = values(2, [at], body, f)
    u = 2 * at + 1
    same([g[0] for g in got], [20 * u**3, 2 * 60 * u**2, 4 * 120 * u])
    same([g[0] for g in values(1, [at], Apply("sin", 3, (X,), S))], [-math.cos(at), math.sin(at)])


def test_branches_do_not_leak():
    body = Piecewise(((compare(X, ">", 0), Call("sqrt", (X,), S)),), num(0), S)
    got = values(2, [-1.0, 4.0, math.nan], body)
    same(got[0], [0, 2, math.nan])
    same(got[1], [0, 0.25, math.nan])
    same(got[2], [0, -1 / 32, math.nan])


def test_derivative_by_a_parameter_varies_it_everywhere():
    f = define("f", ("t",), op("*", name("c"), name("t")))
    c = define("c", (), op("^", name("a"), 2))
    body = Derivative(Apply("f", 0, (X,), S), "a", 1, S)
    got = values(1, [3.0, 4.0], body, f, c, a=5)
    same(got[0], [30, 40])
    same(got[1], [10, 10])


def test_derivative_by_a_value_of_the_document():
    f = define("f", ("t",), op("*", name("c"), name("t")))
    c = define("c", (), op("^", name("a"), 2))
    same(values(1, [3.0], Derivative(Apply("f", 0, (X,), S), "c", 1, S), f, c, a=5)[0], [3])


def test_sums_and_products():
    body = Reduction("sum", "k", num(0), num(3), op("^", X, name("k")), S)
    got = values(2, [2.0], body)
    same([g[0] for g in got], [15, 1 + 4 + 12, 2 + 12])
    same(values(0, [2.0], Reduction("prod", "k", num(3), num(2), X, S))[0], [1])


def test_long_chains():
    got = values(2, [0.5, 1.0], op("+", *[Call("sin", (X,), S)] * 5000))
    same(got[1], [5000 * math.cos(0.5), 5000 * math.cos(1)])


def test_constants_fold_as_floats_do():
    same(values(0, [1.0], op("/", 1, 0))[0], [math.inf])
    same(values(0, [1.0], op("^", 9, op("^", 9, op("^", 9, 9))))[0], [math.inf])
    same(values(0, [1.0], op("^", Negate(num(8), S), 0.5))[0], [math.nan])


def test_nothing_of_f_real_means_no_derivative():
    got = values(2, [-1.0, 0.0, 1.0], Call("log", (X,), S))
    same(got[0], [math.nan, -math.inf, 0])
    same(got[1], [math.nan, math.nan, 1])
    same(got[2], [math.nan, math.nan, -1])
