"""Every row of the function table against mpmath: values and derivatives, by each argument that may vary."""

import math

import pytest
import torch
from mpmath import mp, mpf

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.functions import BY_NAME, FUNCTIONS
from engine.language.program import compile_entry

DIGITS = 60
TOLERANCE = {"elementary": 1e-12, "special": 1e-9}
ZERO = mpf(10) ** -45
"""What mpmath's differences of 60 digits leave where the derivative is 0."""
WIDE = (-40.0, -7.3, -2.6, -0.8, -1e-3, -1e-8, 0.0, 1e-8, 1e-3, 0.35, 0.999, 1.7, 4.4, 12.5, 33.0)
"""Points of the complete sweep beside each row's own; those outside the function's domain are left out."""


def heaviside(x):
    return mpf(1) if x >= 0 else mpf(0)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log1p(mp.exp(x))


def sinc(x):
    return mp.sinc(mp.pi * x)


def real_root(degree, x):
    return -mp.root(-x, int(degree)) if x < 0 and int(degree) % 2 else mp.root(x, int(degree))


def nearest(x):
    below = mp.floor(x)
    rest = x - below
    up = rest > 0.5 or (rest == 0.5 and below % 2 == 1)
    return below + 1 if up else below


def clamp(x, low, high):
    return min(max(x, low), high)


def elu(x, a=1):
    return x if x > 0 else a * mp.expm1(x)


def selu(x):
    scale, alpha = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")
    return scale * (x if x > 0 else alpha * mp.expm1(x))


def softshrink(x, d=0.5):
    return x - d if x > d else x + d if x < -d else 0 * x


def huber(x, d=1):
    return x**2 / 2 if abs(x) <= d else d * (abs(x) - mpf(d) / 2)


ORACLE = {
    "sin": mp.sin,
    "cos": mp.cos,
    "tan": mp.tan,
    "cot": mp.cot,
    "sec": mp.sec,
    "csc": mp.csc,
    "asin": mp.asin,
    "acos": mp.acos,
    "atan": mp.atan,
    "acot": lambda x: mp.pi / 2 - mp.atan(x),
    "asec": lambda x: mp.acos(1 / x),
    "acsc": lambda x: mp.asin(1 / x),
    "atan2": mp.atan2,
    "sinc": sinc,
    "sinh": mp.sinh,
    "cosh": mp.cosh,
    "tanh": mp.tanh,
    "coth": mp.coth,
    "sech": mp.sech,
    "csch": mp.csch,
    "asinh": mp.asinh,
    "acosh": mp.acosh,
    "atanh": mp.atanh,
    "acoth": lambda x: mp.atanh(1 / x),
    "asech": lambda x: mp.acosh(1 / x),
    "acsch": lambda x: mp.asinh(1 / x),
    "exp": mp.exp,
    "expm1": mp.expm1,
    "ln": mp.log,
    "log10": mp.log10,
    "log2": lambda x: mp.log(x) / mp.log(2),
    "log1p": mp.log1p,
    "sqrt": mp.sqrt,
    "cbrt": lambda x: real_root(3, x),
    "root": real_root,
    "pow": mp.power,
    "hypot": mp.hypot,
    "abs": abs,
    "sign": mp.sign,
    "floor": mp.floor,
    "ceil": mp.ceil,
    "round": nearest,
    "trunc": lambda x: mp.sign(x) * mp.floor(abs(x)),
    "frac": lambda x: x - mp.floor(x),
    "mod": lambda x, m: x - m * mp.floor(x / m),
    "floordiv": lambda x, m: mp.floor(x / m),
    "min": min,
    "max": max,
    "clamp": clamp,
    "step": heaviside,
    "stop": lambda x: x,
    "erf": mp.erf,
    "erfc": mp.erfc,
    "erfinv": mp.erfinv,
    "gamma": mp.gamma,
    "lgamma": lambda x: mp.log(abs(mp.gamma(x))),
    "digamma": mp.digamma,
    "polygamma": lambda n, x: mp.polygamma(int(n), x),
    "beta": mp.beta,
    "J0": lambda x: mp.besselj(0, x),
    "J1": lambda x: mp.besselj(1, x),
    "I0": lambda x: mp.besseli(0, x),
    "I1": lambda x: mp.besseli(1, x),
    "K0": lambda x: mp.besselk(0, x),
    "K1": lambda x: mp.besselk(1, x),
    "Ai": mp.airyai,
    "lambertw": mp.lambertw,
    "zeta": mp.zeta,
    "relu": lambda x: max(x, mpf(0)),
    "leaky_relu": lambda x, slope=0.01: x if x > 0 else slope * x,
    "relu6": lambda x: clamp(x, mpf(0), mpf(6)),
    "elu": elu,
    "selu": selu,
    "celu": lambda x, a=1: x if x > 0 else a * mp.expm1(x / a),
    "gelu": lambda x: x * mp.erfc(-x / mp.sqrt(2)) / 2,
    "gelu_tanh": lambda x: x / 2 * (1 + mp.tanh(mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3))),
    "silu": lambda x: x * sigmoid(x),
    "mish": lambda x: x * mp.tanh(softplus(x)),
    "softplus": softplus,
    "sigmoid": sigmoid,
    "logit": lambda x: mp.log(x / (1 - x)),
    "logsigmoid": lambda x: -softplus(-x),
    "hardsigmoid": lambda x: clamp(x / 6 + mpf(1) / 2, mpf(0), mpf(1)),
    "hardswish": lambda x: x * clamp(x / 6 + mpf(1) / 2, mpf(0), mpf(1)),
    "hardtanh": lambda x: clamp(x, mpf(-1), mpf(1)),
    "softsign": lambda x: x / (1 + abs(x)),
    "tanhshrink": lambda x: x - mp.tanh(x),
    "softshrink": softshrink,
    "huber": huber,
    "logcosh": lambda x: mp.log(mp.cosh(x)),
    "bce_with_logits": lambda x, y: y * softplus(-x) + (1 - y) * softplus(x),
}


def cases(rows=FUNCTIONS, points=None):
    """(row, arguments, place): the function is differentiated by the argument at `place`, which `points` replace."""
    for row in rows:
        for sample in row.samples:
            for place in set(range(len(sample))) - set(row.literals):
                for point in points or [sample[place]]:
                    yield row, (*sample[:place], point, *sample[place + 1 :]), place


def title(value):
    return value if isinstance(value, str) else getattr(value, "name", str(value))


def wanted(row, sample, place, highest, direction=0):
    """The function and its derivatives up to order `highest` + 1."""
    arguments = [mpf(value) for value in sample]

    def function(moved):
        return ORACLE[row.name](*arguments[:place], moved, *arguments[place + 1 :])

    if row.name == "stop":  # it is defined by having no derivative
        return [function(arguments[place])] + [mpf(0)] * (highest + 1)
    with mp.workdps(DIGITS):
        return list(mp.diffs(function, arguments[place], highest + 1, direction=direction))


def wanted_where_smooth(row, sample, place, highest):
    """The same; None where the function is not real, too large for a float, or differs between left and right."""
    try:
        left, right = (wanted(row, sample, place, highest, direction) for direction in (-1, 1))
    except (ZeroDivisionError, ValueError):
        return None
    real = all(mp.isfinite(value) and not mp.im(value) and abs(value) < 1e300 for value in left + right)
    agree = real and all(mp.almosteq(*pair, rel_eps=1e-20, abs_eps=ZERO) for pair in zip(left, right, strict=True))
    return right if agree else None


def computed(module_of, row, sample, place, highest):
    arguments = ["x" if at == place else repr(value) for at, value in enumerate(sample)]
    program = compile_entry(module_of(f"{row.name}({', '.join(arguments)})"), 0)
    samples = torch.tensor([sample[place]], dtype=torch.float64)
    return [order.item() for order in derivatives(program, samples, {}, highest, Budget())]


def check(got, want, at, tolerance):
    """The error is within the tolerance times the condition max(1, |x f'/f|) of the derivative of that order."""
    for order, number in enumerate(got):
        scale = max(abs(want[order]), abs(at * want[order + 1]))
        assert math.isfinite(number), (at, order)
        assert abs(number - want[order]) <= tolerance * scale + ZERO, (at, order, number, float(want[order]))


def test_every_function_has_an_oracle():
    assert set(ORACLE) == {row.name for row in FUNCTIONS}


FIRST = [case for case in cases() if case[1] == case[0].samples[0]]


@pytest.mark.parametrize(("row", "sample", "place"), FIRST, ids=title)
def test_value_and_two_derivatives_agree_with_mpmath(module_of, row, sample, place):
    want = wanted(row, sample, place, 2)
    check(computed(module_of, row, sample, place, 2), want, sample[place], TOLERANCE[row.kind])


@pytest.mark.parametrize(("row", "sample", "place"), FIRST[::8], ids=title)
def test_value_and_four_derivatives_agree_with_mpmath_at_some(module_of, row, sample, place):
    test_value_and_four_derivatives_agree_with_mpmath_at_every_sample(module_of, row, sample, place)


@pytest.mark.slow
@pytest.mark.parametrize(("row", "sample", "place"), [*cases()], ids=title)
def test_value_and_four_derivatives_agree_with_mpmath_at_every_sample(module_of, row, sample, place):
    want = wanted(row, sample, place, 4)
    check(computed(module_of, row, sample, place, 4), want, sample[place], TOLERANCE[row.kind])


@pytest.mark.slow
@pytest.mark.parametrize("row", [row for row in FUNCTIONS if row.kind == "elementary"], ids=title)
def test_elementary_functions_agree_with_mpmath_far_and_near(module_of, row):
    checked = 0
    for _, sample, place in dict.fromkeys(cases([row], WIDE)):
        want = wanted_where_smooth(row, sample, place, 4)
        if want is not None:
            check(computed(module_of, row, sample, place, 4), want, sample[place], TOLERANCE[row.kind])
            checked += 1
    assert checked


@pytest.mark.parametrize("alias", sorted(BY_NAME.keys() - {row.name for row in FUNCTIONS}))
def test_another_name_means_the_same_function(module_of, alias):
    row = BY_NAME[alias]
    arguments = ["x", *map(repr, row.samples[0][1:])]
    samples = torch.tensor([row.samples[0][0]], dtype=torch.float64)
    one, other = (
        compile_entry(module_of(f"{name}({', '.join(arguments)})"), 0)(samples, {}, Budget()).item()
        for name in (alias, row.name)
    )
    assert one == other
