import math
from random import Random

import pytest
import torch

from engine.budget import Budget, Cancelled
from engine.calculus.derivatives import derivatives
from engine.language import tree
from engine.language.names import Entry, Module
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode

NAN = math.nan
HERE = (0, 1)
X = tree.Name("x", HERE)


def same(got, want):
    for numbers, wanted in zip(got, want, strict=True):
        assert numbers == pytest.approx(wanted, rel=1e-13, abs=1e-13, nan_ok=True)


def test_program_tells_its_variable_and_the_parameters_it_needs(module_of):
    program = compile_entry(module_of("f(t) = g(t) + a", "g(x) = b*x + c", "c = k^2"), 0)
    assert program.variable == "t"
    assert set(program.parameters) == {"a", "b", "k"}


@pytest.mark.parametrize("text", ["a = 1.5", "f(x, y) = x*y"])
def test_what_is_not_a_function_of_one_variable_has_no_program(module_of, text):
    with pytest.raises(ValueError, match="one variable"):
        compile_entry(module_of(text), 0)


def test_equal_modules_have_one_program(module_of):
    assert compile_entry(module_of("x + 1"), 0) is compile_entry(module_of("x + 1"), 0)


def test_steps_count_operations(module_of):
    assert compile_entry(module_of("sin(x) + 2*x"), 0).steps == 3
    assert compile_entry(module_of("f(x)+f(x)", "f(x) = x*x*x"), 0).steps == 5


def test_samples_come_back_apart_from_their_values(module_of):
    samples = torch.tensor([1.0, 2.0], dtype=torch.float64)
    got = compile_entry(module_of("3"), 0)(samples, {}, Budget())
    assert got.tolist() == [3, 3]
    assert got.dtype == torch.float64


@pytest.mark.parametrize("parameter", [2.0, torch.tensor(2.0, dtype=torch.float64)])
@pytest.mark.parametrize("text", ["a*x", "a", "x^a", "a^x", "a % x", "x % a", "a/x", "if(a > 1, a, x)", "sin(a)*x"])
def test_parameters_are_numbers_or_tensors(module_of, text, parameter):
    program = compile_entry(module_of(text), 0)
    samples = torch.tensor([3.0, 5.0], dtype=torch.float64)
    want = program(samples, {"a": 2.0}, Budget())
    assert program(samples, {"a": parameter}, Budget()).tolist() == pytest.approx(want.tolist(), rel=1e-15)


def test_gradients_reach_tensor_parameters(module_of):
    a = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    program = compile_entry(module_of("if(x > 0, a^2*x, f'(a))", "f(t) = t^3"), 0)
    value = program(torch.tensor([3.0, -1.0], dtype=torch.float64), {"a": a}, Budget())
    assert [torch.autograd.grad(one, a, retain_graph=True)[0].item() for one in value] == [12, 12]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1/0", math.inf),
        ("-1/0", -math.inf),
        ("0/0", NAN),
        ("9^9^9^9", math.inf),
        ("(-8)^0.5", NAN),
        ("(-8)^(1/3)", -2),
        ("(-8)^(-2/6)", -0.5),
        ("(-8)^((-1)/3)", -0.5),
        ("(-8)^(1/-3)", -0.5),
        ("(-8)^(2/4)", NAN),
        ("(-8)^(6/3)", 64),
        ("(-8)^(1/0)", math.inf),
        ("0^(-1)", math.inf),
        ("7 % 0", NAN),
        ("-7 % 3", 2),
        ("7 % -3", -2),
        ("log(-1)", NAN),
        ("exp(1000)", math.inf),
        ("2^0.5", math.sqrt(2)),
        ("1e308*10", math.inf),
    ],
)
def test_constants_fold_as_ieee_says(orders, module_of, text, want):
    same(orders(0, [1.0], text), [[want]])
    assert compile_entry(module_of(text), 0).steps == 1


@pytest.mark.parametrize("text", ["a/b", "b % b", "a^b", "sin(b)/b", "1/b", "b^(1/3)/b"])
def test_parameters_alone_never_raise(orders, text):
    orders(1, [1.0], text, a=-8, b=0)


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        (("f(5) + x", "f(x) = x^2"), 28),
        (("f(5) + a", "f(a) = a^2"), 32),
        (("sum(a, 1, 3, a) + a", ""), 13),
        (("sum(x, 1, 3, x) + x", ""), 9),
        (("sum(k, 1, 3, sum(k, 1, k, k))", ""), 10),
        (("g(x)", "g(a) = b*a", "b = a^2"), 147),
        (("d/dx(sum(x, 1, 3, x^2)) + x", ""), 3),
        (("g(1)", "g(x) = h(2) + x", "h(x) = 10*x"), 21),
        (("∂/∂a(g(a))", "g(x) = a*x"), 14),
        (("f(5)", "f(a) = d/da(g(a))", "g(x) = a*x"), 7),
        (("f(5)", "f(a) = d/da(b*a)", "b = a"), 7),
    ],
)
def test_a_name_is_the_nearest_one(orders, texts, want):
    same(orders(0, [3.0], *filter(None, texts), a=7), [[want]])


@pytest.mark.parametrize(
    ("text", "value", "slope"),
    [
        ("if(x > 0, sqrt(x), 0)", [0, 0, 2, NAN], [0, 0, 0.25, NAN]),
        ("piecewise(x < 0, -x, x >= 4, x^2, 0.5)", [1, 0.5, 16, NAN], [-1, 0, 8, NAN]),
        ("piecewise(x > 0, x)", [NAN, NAN, 4, NAN], [NAN, NAN, 1, NAN]),
        ("if(x != 0, sin(x)/x, 1)", [math.sin(1), 1, math.sin(4) / 4, NAN], None),
        ("if(sqrt(x) > 1, 1, 2)", [NAN, 2, 1, NAN], [NAN, 0, 0, NAN]),
        ("if(x > 0 and log(x) > 0, 1, 2)", [2, 2, 1, NAN], [0, 0, 0, NAN]),
        ("if(x < 1 or log(x) > 0, 1, 2)", [1, 1, 1, NAN], [0, 0, 0, NAN]),
        ("if(not 0 <= x < 4, 1, 2)", [1, 2, 1, NAN], [0, 0, 0, NAN]),
        ("if(x == 4, x, if(x < 0, 3*x, x^2))", [-3, 0, 4, NAN], [3, 0, 1, NAN]),
        ("if(a > 0, x, 1/0)", [-1, 0, 4, NAN], [1, 1, 1, NAN]),
        ("if(a < 0 or a != a, 1, 2*x)", [-2, 0, 8, NAN], [2, 2, 2, NAN]),
        ("if(x > 0, a, 2)", [2, 2, 1, NAN], [0, 0, 0, NAN]),
    ],
)
def test_branches_are_evaluated_where_they_are_taken(orders, text, value, slope):
    got = orders(2, [-1.0, 0.0, 4.0, NAN], text, a=1)
    same(got[:1], [value])
    if slope is not None:
        same(got[1:2], [slope])


def test_a_branch_slices_what_a_derivative_varies(orders):
    got = orders(1, [-2.0, 3.0, 4.0], "∂/∂a(if(x > 0, a^2*x, g(x)))", "g(t) = a^3*t", a=2)
    same(got, [[-24, 12, 16], [12, 4, 4]])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("sum(k, 0, 3, x^k)", [15, 17]),
        ("sum(k, 1, a, k*x)", [12, 6]),
        ("sum(k, 1.5, 3, k)", [4, 0]),
        ("sum(k, 1, 10000, 1)", [10_000, 0]),
        ("prod(k, 1, 3, x + k)", [60, 47]),
        ("sum(k, 3, 2, x)", [0, 0]),
        ("prod(k, 3, 2, x)", [1, 0]),
        ("sum(k, 1, 2, prod(j, 1, k, x*j))", [10, 9]),
        ("sum(k, 1, 3, ∂/∂k(k^2*x))", [24, 12]),
        ("sum(k, 1, 1/0, x)", [NAN, NAN]),
        ("f(3)", [14, 0]),
        ("sum(k, 1, 3, if(k == 2, x^2, k))", [8, 4]),
    ],
)
def test_sums_and_products(orders, text, want):
    same(orders(1, [2.0], text, "f(n) = sum(k, 1, n, k^2)", a=3), [[number] for number in want])


def test_ends_of_a_sum_may_differ_from_sample_to_sample(orders):
    at = [-1.0, 2.5, 3.0, NAN, math.inf]
    same(orders(1, at, "sum(k, 1, x, k*x)"), [[0, 7.5, 18, NAN, NAN], [0, 3, 6, NAN, NAN]])
    same(orders(1, at, "sum(k, x, 3, k^2)"), [[1 + 0 + 1 + 4 + 9, 6.25, 9, NAN, NAN], [10, 5, 6, NAN, NAN]])
    same(orders(1, [1.0, 2.0], "f(x + 1)", "f(n) = prod(k, 1, n, 2*n)"), [[16, 216], [16, 108 * 2]])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sum(k, 1, 20000, x)", ProblemCode.TOO_MANY_TERMS),
        ("sum(k, -1e300, 1e300, x)", ProblemCode.TOO_MANY_TERMS),
        ("sum(k, 1, 20000*x, k)", ProblemCode.TOO_MANY_TERMS),
        ("sum(i, 1, 9999, sum(j, 1, 9999, sin(x)))", ProblemCode.TOO_MUCH_TIME),
        ("f(x)", ProblemCode.TOO_MANY_STEPS),
        ("f0(x)", ProblemCode.TOO_DEEP),
        ("sin'''''''''''''''''''''''''(x)", ProblemCode.TOO_MANY_STEPS),
    ],
)
def test_what_is_too_much_is_a_problem(orders, text, code):
    doubling = [f"g{n}(x) = g{n + 1}(x) + g{n + 1}(x)" for n in range(40)]
    deep = [f"f{n}(x) = f{n + 1}(x) + 1" for n in range(200)]
    with pytest.raises(EngineError) as caught:
        orders(1, [1.0, 2.0], text, "f(x) = g0(x)", *doubling, "g40(x) = x", *deep, "f200(x) = x")
    assert caught.value.problem.code is code


def test_nested_text_that_is_too_deep_is_a_problem(orders):
    text = "x"
    for _ in range(90):
        text = f"if(x > 0, {text} + 1, 2)"
    with pytest.raises(EngineError) as caught:
        orders(0, [1.0], text)
    assert caught.value.problem.code is ProblemCode.TOO_DEEP


def test_nested_text_below_the_limit_is_evaluated(orders):
    text = "x"
    for _ in range(60):
        text = f"if(x > 0, {text} + 1, 2)"
    same(orders(1, [1.0], text), [[61], [1]])


def test_a_cancelled_budget_stops_a_sum(module_of):
    budget = Budget()
    budget.cancel()
    with pytest.raises(Cancelled):
        compile_entry(module_of("sum(k, 1, 10, x)"), 0)(torch.ones(2, dtype=torch.float64), {}, budget)


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "^"])
def test_a_chain_of_5000_operands_is_compiled_and_differentiated(operator):
    body = X
    for _ in range(4999):
        body = tree.Arithmetic(operator, *((body, X) if operator != "^" else (X, body)), HERE)
    entry = Entry(f"chain {operator}", "math", tree.Definition(None, ("x",), body, HERE))
    program = compile_entry(Module((entry,)), 0)
    assert program.steps == 4999
    got = derivatives(program, torch.tensor([1.0], dtype=torch.float64), {}, 2, Budget(seconds=30))
    slope = {"+": 5000, "-": -4998, "*": 5000, "/": -4998, "^": 1}[operator]
    assert [value.item() for value in got[:2]] == [{"+": 5000, "-": -4998}.get(operator, 1), slope]


def test_a_number_over_a_tensor_is_rounded_once(orders):
    assert orders(0, [49.0, 3.0], "49/x")[0] == [1, 49 / 3]


def test_no_temporary_register_is_read_after_it_was_reused(orders):
    same(orders(1, [2.0], "(x+1)*(a+(x*x-b)) + c", "c = a*b", a=3, b=5), [[3 * 2 + 15], [2 + 3 * 4]])


def random_text(random, depth):
    if depth == 0 or random.random() < 0.15:
        return random.choice(["x", "x", "a", "b", "2", "0.5"])
    part = [random_text(random, depth - 1) for _ in range(2)]
    made = random.choice(
        ["({}+{})", "({}-{})", "({}*{})", "({}/{})", "(-{})", "sin({})", "cos({})", "{}^2", "f({},{})"]
    )
    return made.format(*part)


@pytest.mark.parametrize("seed", range(60))
def test_random_expressions_agree_with_torch_by_hand(orders, seed):
    text = random_text(Random(seed), 7)
    x = torch.tensor([0.3, -1.7, 2.4], dtype=torch.float64, requires_grad=True)
    a, b = torch.tensor([1.5, -0.7], dtype=torch.float64)
    names = {"x": x, "a": a, "b": b, "f": lambda p, q: p * q - p}
    names |= {"sin": lambda p: torch.sin(p + 0 * x), "cos": lambda p: torch.cos(p + 0 * x)}
    want = eval(text.replace("^", "**"), names) + 0 * x
    (slope,) = torch.autograd.grad(want.sum(), x)
    got = orders(1, x.tolist(), text, "f(p, q) = p*q - p", a=1.5, b=-0.7)
    for numbers, wanted in zip(got, (want.tolist(), slope.tolist()), strict=True):
        assert numbers == pytest.approx(wanted, rel=1e-9, abs=1e-9, nan_ok=True)
