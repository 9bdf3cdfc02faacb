"""THE table of functions and constants.

Both notations, completion, highlighting, the help page and the derivative test read it. It imports no torch: `rule`
names the torch rule, which `engine.language.rules` looks up once torch is there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Group = Literal["trigonometric", "hyperbolic", "exponential", "power", "rounding", "special", "activation", "loss"]
Kind = Literal["elementary", "special"]


@dataclass(frozen=True, slots=True)
class Row:
    """One function.

    `arity` is the least and the greatest number of arguments (None: any number). `rule` is `"torch.sin"` for torch's
    own operation, or the name of a function in `engine.language.rules` where torch's rule is wrong or missing.
    `literals` are the positions of arguments that must be plain numbers. `samples` are argument tuples inside the
    domain at which the derivative test compares orders 0 to 3 with mpmath. `kind` chooses that test's tolerance.
    """

    name: str
    signature: str
    help: str
    group: Group
    rule: str
    samples: tuple[tuple[float, ...], ...]
    domain: str = "all real x"
    arity: tuple[int, int | None] = (1, 1)
    aliases: tuple[str, ...] = ()
    literals: tuple[int, ...] = ()
    kind: Kind = "elementary"


CONSTANTS: dict[str, float] = {"e": math.e, "π": math.pi, "pi": math.pi}

FUNCTIONS: tuple[Row, ...] = (
    Row("sin", "sin(x)", "Sine of an angle in radians.", "trigonometric", "torch.sin", ((0.7,), (-3.0,), (20.0,))),
    Row("cos", "cos(x)", "Cosine of an angle in radians.", "trigonometric", "torch.cos", ((0.7,), (-3.0,), (20.0,))),
    Row("tan", "tan(x)", "Tangent of an angle in radians.", "trigonometric", "torch.tan", ((0.7,), (-3.0,), (1.5,)),
        domain="all real x but odd multiples of π/2"),
    Row("cot", "cot(x)", "Cotangent, cos/sin.", "trigonometric", "cot", ((0.7,), (-2.0,), (3.0,)),
        domain="all real x but multiples of π"),
    Row("sec", "sec(x)", "Secant, 1/cos.", "trigonometric", "sec", ((0.7,), (-3.0,), (1.4,)),
        domain="all real x but odd multiples of π/2"),
    Row("csc", "csc(x)", "Cosecant, 1/sin.", "trigonometric", "csc", ((0.7,), (-2.0,), (3.0,)),
        domain="all real x but multiples of π"),
    Row("asin", "asin(x)", "Angle whose sine is x.", "trigonometric", "torch.asin", ((0.3,), (-0.9,), (0.99,)),
        domain="-1 ≤ x ≤ 1", aliases=("arcsin",)),
    Row("acos", "acos(x)", "Angle whose cosine is x.", "trigonometric", "torch.acos", ((0.3,), (-0.9,), (0.99,)),
        domain="-1 ≤ x ≤ 1", aliases=("arccos",)),
    Row("atan", "atan(x)", "Angle whose tangent is x.", "trigonometric", "torch.atan", ((0.3,), (-4.0,), (50.0,)),
        aliases=("arctan",)),
    Row("acot", "acot(x)", "Angle from 0 to π whose cotangent is x.", "trigonometric", "acot",
        ((0.3,), (-4.0,), (50.0,)), aliases=("arccot",)),
    Row("asec", "asec(x)", "Angle whose secant is x.", "trigonometric", "asec", ((1.3,), (-4.0,), (50.0,)),
        domain="|x| ≥ 1", aliases=("arcsec",)),
    Row("acsc", "acsc(x)", "Angle whose cosecant is x.", "trigonometric", "acsc", ((1.3,), (-4.0,), (50.0,)),
        domain="|x| ≥ 1", aliases=("arccsc",)),
    Row("atan2", "atan2(y, x)", "Angle of the point (x, y), from -π to π.", "trigonometric", "torch.atan2",
        ((0.5, 1.0), (2.0, -1.0), (-1.0, -2.0)), domain="all but (0, 0)", arity=(2, 2), aliases=("arctan2",)),
    Row("sinc", "sinc(x)", "sin(πx)/(πx), and 1 at 0, as in NumPy and PyTorch.", "trigonometric", "sinc",
        ((0.0,), (1e-09,), (0.2,), (0.4,), (-2.3,), (7.1,))),
    Row("sinh", "sinh(x)", "Hyperbolic sine.", "hyperbolic", "torch.sinh", ((0.7,), (-3.0,), (10.0,))),
    Row("cosh", "cosh(x)", "Hyperbolic cosine.", "hyperbolic", "torch.cosh", ((0.7,), (-3.0,), (10.0,))),
    Row("tanh", "tanh(x)", "Hyperbolic tangent.", "hyperbolic", "tanh", ((0.2,), (-0.7,), (3.0,), (-20.0,))),
    Row("coth", "coth(x)", "Hyperbolic cotangent, 1/tanh.", "hyperbolic", "coth", ((0.7,), (-3.0,), (20.0,)),
        domain="x ≠ 0"),
    Row("sech", "sech(x)", "Hyperbolic secant, 1/cosh.", "hyperbolic", "sech", ((0.7,), (-3.0,), (20.0,))),
    Row("csch", "csch(x)", "Hyperbolic cosecant, 1/sinh.", "hyperbolic", "csch", ((0.7,), (-3.0,), (20.0,)),
        domain="x ≠ 0"),
    Row("asinh", "asinh(x)", "Inverse of sinh.", "hyperbolic", "torch.asinh", ((0.7,), (-3.0,), (100.0,)),
        aliases=("arcsinh", "arsinh")),
    Row("acosh", "acosh(x)", "Inverse of cosh.", "hyperbolic", "torch.acosh", ((1.1,), (3.0,), (100.0,)),
        domain="x ≥ 1", aliases=("arccosh", "arcosh")),
    Row("atanh", "atanh(x)", "Inverse of tanh.", "hyperbolic", "torch.atanh", ((0.3,), (-0.9,), (0.99,)),
        domain="-1 < x < 1", aliases=("arctanh", "artanh")),
    Row("acoth", "acoth(x)", "Inverse of coth.", "hyperbolic", "acoth", ((1.1,), (-3.0,), (100.0,)), domain="|x| > 1",
        aliases=("arccoth", "arcoth")),
    Row("asech", "asech(x)", "Inverse of sech.", "hyperbolic", "asech", ((0.1,), (0.5,), (0.9,)), domain="0 < x ≤ 1",
        aliases=("arcsech", "arsech")),
    Row("acsch", "acsch(x)", "Inverse of csch.", "hyperbolic", "acsch", ((0.7,), (-3.0,), (100.0,)), domain="x ≠ 0",
        aliases=("arccsch", "arcsch")),
    Row("exp", "exp(x)", "e to the power x.", "exponential", "torch.exp", ((0.7,), (-3.0,), (20.0,))),
    Row("expm1", "expm1(x)", "exp(x) - 1, exact near 0.", "exponential", "expm1",
        ((1e-05,), (-0.7,), (3.0,), (-40.0,))),
    Row("ln", "ln(x)", "Natural logarithm; log means the same.", "exponential", "torch.log",
        ((0.1,), (0.9,), (50.0,)), domain="x > 0", aliases=("log",)),
    Row("log10", "log10(x)", "Logarithm to the base 10.", "exponential", "torch.log10", ((0.1,), (0.9,), (50.0,)),
        domain="x > 0", aliases=("lg",)),
    Row("log2", "log2(x)", "Logarithm to the base 2; log_b(x) is to any base b.", "exponential", "torch.log2",
        ((0.1,), (0.9,), (50.0,)), domain="x > 0"),
    Row("log1p", "log1p(x)", "ln(1 + x), exact near 0.", "exponential", "torch.log1p", ((1e-05,), (-0.7,), (3.0,)),
        domain="x > -1"),
    Row("sqrt", "sqrt(x)", "Square root.", "power", "torch.sqrt", ((0.1,), (2.0,), (50.0,)), domain="x ≥ 0"),
    Row("cbrt", "cbrt(x)", "Cube root, also of numbers below 0.", "power", "cbrt", ((0.1,), (-8.0,), (50.0,))),
    Row("root", "root(n, x)", "Root of a whole degree n; odd degrees also below 0.", "power", "root",
        ((3.0, -8.0), (4.0, 2.0), (5.0, 0.3)), domain="x ≥ 0, or n odd", arity=(2, 2), literals=(0,)),
    Row("pow", "pow(x, y)", "x to the power y, as x^y.", "power", "power", ((2.0, 3.5), (0.3, -1.2), (1.0, 1.0)),
        domain="x > 0, or y whole", arity=(2, 2)),
    Row("hypot", "hypot(x, y)", "Length of the vector (x, y).", "power", "hypot",
        ((0.5, 1.0), (-2.0, 1.5), (3.0, -4.0), (700.0, 1.0)), arity=(2, 2)),
    Row("abs", "abs(x)", "Absolute value, |x|.", "rounding", "absolute", ((0.7,), (-3.0,), (20.0,))),
    Row("sign", "sign(x)", "-1, 0 or 1.", "rounding", "torch.sign", ((0.7,), (-3.0,), (20.0,)), aliases=("sgn",)),
    Row("floor", "floor(x)", "Greatest whole number that is not above x.", "rounding", "torch.floor",
        ((0.7,), (-3.2,), (20.5,))),
    Row("ceil", "ceil(x)", "Least whole number that is not below x.", "rounding", "torch.ceil",
        ((0.7,), (-3.2,), (20.5,))),
    Row("round", "round(x)", "Nearest whole number; a half goes to the even one.", "rounding", "torch.round",
        ((0.7,), (-3.2,), (20.4,))),
    Row("trunc", "trunc(x)", "The whole number next to x towards 0.", "rounding", "torch.trunc",
        ((0.7,), (-3.2,), (20.5,))),
    Row("frac", "frac(x)", "x - floor(x), from 0 up to 1.", "rounding", "frac", ((0.7,), (-3.2,), (20.4,))),
    Row("mod", "mod(x, m)", "Floored remainder, with the sign of m; also x mod m and x % m.", "rounding",
        "torch.remainder", ((5.5, 3.0), (-1.0, 3.0), (7.3, -2.0)), domain="m ≠ 0", arity=(2, 2)),
    Row("floordiv", "floordiv(x, m)", "Whole part of x/m, floored; x // m in Python.", "rounding", "floor_division",
        ((5.5, 3.0), (-1.0, 3.0), (7.3, -2.0)), domain="m ≠ 0", arity=(2, 2)),
    Row("min", "min(x, y, …)", "Least of several.", "rounding", "least", ((0.7, 1.0), (2.0, 1.0), (3.0, -1.0, 2.0)),
        arity=(1, None)),
    Row("max", "max(x, y, …)", "Greatest of several.", "rounding", "greatest",
        ((0.7, 1.0), (2.0, 1.0), (3.0, -1.0, 2.0)), arity=(1, None)),
    Row("clamp", "clamp(x, low, high)", "x, held between low and high.", "rounding", "clamp",
        ((0.7, 0.0, 1.0), (-2.0, 0.0, 1.0), (5.0, 0.0, 1.0)), domain="low ≤ high", arity=(3, 3), aliases=("clip",)),
    Row("step", "step(x)", "0 below 0, else 1.", "rounding", "step", ((0.7,), (-3.0,), (20.0,)),
        aliases=("heaviside",)),
    Row("stop", "stop(x)", "x, taken as a constant by every derivative, as detach() does in PyTorch.", "rounding",
        "stop", ((0.7,), (-3.0,), (20.0,)), aliases=("detach",)),
    Row("erf", "erf(x)", "Error function.", "special", "torch.erf", ((0.3,), (-1.2,), (3.0,)), kind="special"),
    Row("erfc", "erfc(x)", "1 - erf(x), exact in the tail.", "special", "torch.erfc", ((0.3,), (-1.2,), (6.0,)),
        kind="special"),
    Row("erfinv", "erfinv(x)", "Inverse of erf.", "special", "torch.erfinv", ((0.3,), (-0.9,), (0.999,)),
        domain="-1 < x < 1", kind="special"),
    Row("gamma", "gamma(x)", "Gamma function; x! is gamma(x + 1).", "special", "gamma",
        ((0.5,), (4.2,), (-0.5,), (-2.3,)), domain="all real x but 0, -1, -2, …", aliases=("Γ",), kind="special"),
    Row("lgamma", "lgamma(x)", "Logarithm of |gamma(x)|.", "special", "lgamma", ((0.5,), (4.2,), (100.0,), (-0.5,)),
        domain="all real x but 0, -1, -2, …", aliases=("gammaln",), kind="special"),
    Row("digamma", "digamma(x)", "Derivative of lgamma.", "special", "digamma", ((0.5,), (4.2,), (100.0,), (-0.5,)),
        domain="all real x but 0, -1, -2, …", aliases=("psi",), kind="special"),
    Row("polygamma", "polygamma(n, x)", "Derivative of digamma of a whole order n.", "special", "polygamma",
        ((1.0, 0.5), (2.0, 4.2), (1.0, 30.0)), domain="x > 0", arity=(2, 2), literals=(0,), kind="special"),
    Row("beta", "beta(a, b)", "gamma(a) gamma(b)/gamma(a + b).", "special", "beta",
        ((0.5, 1.5), (2.0, 3.0), (4.5, 0.3), (700.0, 1.5)), domain="a, b > 0", arity=(2, 2), kind="special"),
    Row("J0", "J0(x)", "Bessel function of the first kind of order 0.", "special", "bessel_j0",
        ((0.0,), (0.5,), (-3.0,), (20.0,)), aliases=("besselj0",), kind="special"),
    Row("J1", "J1(x)", "Bessel function of the first kind of order 1.", "special", "bessel_j1",
        ((0.5,), (-3.0,), (20.0,)), aliases=("besselj1",), kind="special"),
    Row("I0", "I0(x)", "Modified Bessel function of the first kind of order 0.", "special", "bessel_i0",
        ((0.0,), (0.5,), (-3.0,), (10.0,)), aliases=("besseli0",), kind="special"),
    Row("I1", "I1(x)", "Modified Bessel function of the first kind of order 1.", "special", "bessel_i1",
        ((0.5,), (-3.0,), (10.0,)), aliases=("besseli1",), kind="special"),
    Row("K0", "K0(x)", "Modified Bessel function of the second kind of order 0.", "special", "bessel_k0",
        ((0.1,), (0.5,), (10.0,)), domain="x > 0", aliases=("besselk0",), kind="special"),
    Row("K1", "K1(x)", "Modified Bessel function of the second kind of order 1.", "special", "bessel_k1",
        ((0.1,), (0.5,), (10.0,)), domain="x > 0", aliases=("besselk1",), kind="special"),
    Row("Ai", "Ai(x)", "Airy function.", "special", "airy_ai", ((0.0,), (0.5,), (-3.0,), (5.0,)), aliases=("airy",),
        kind="special"),
    Row("lambertw", "lambertw(x)", "Solution w ≥ -1 of w exp(w) = x.", "special", "lambertw",
        ((0.0,), (0.5,), (-0.3,), (50.0,)), domain="x ≥ -1/e", aliases=("W",), kind="special"),
    Row("zeta", "zeta(x)", "Riemann's zeta function.", "special", "zeta",
        ((1.5,), (3.0,), (0.3,), (-0.5,), (-3.3,), (20.0,)), domain="x ≠ 1", kind="special"),
    Row("relu", "relu(x)", "x above 0, else 0.", "activation", "torch.relu", ((0.7,), (-3.0,), (20.0,))),
    Row("leaky_relu", "leaky_relu(x, slope)", "x above 0, else slope times x; slope is 0.01 if left out.",
        "activation", "leaky_relu", ((0.7,), (-3.0,), (-2.0, 0.2)), arity=(1, 2)),
    Row("relu6", "relu6(x)", "x, held between 0 and 6.", "activation", "relu6", ((0.7,), (-3.0,), (20.0,))),
    Row("elu", "elu(x, a)", "x above 0, else a (exp(x) - 1); a is 1 if left out.", "activation", "elu",
        ((0.7,), (-3.0,), (-2.0, 0.5)), arity=(1, 2)),
    Row("selu", "selu(x)", "Scaled elu that keeps mean and variance.", "activation", "selu",
        ((0.7,), (-3.0,), (-0.2,))),
    Row("celu", "celu(x, a)", "x above 0, else a (exp(x/a) - 1); a is 1 if left out.", "activation", "celu",
        ((0.7,), (-3.0,), (-2.0, 0.5)), arity=(1, 2)),
    Row("gelu", "gelu(x)", "x times the normal distribution's share below x.", "activation", "gelu",
        ((0.7,), (-3.8,), (3.0,), (-8.0,))),
    Row("gelu_tanh", "gelu_tanh(x)", "The approximation of gelu by tanh.", "activation", "gelu_tanh",
        ((0.7,), (-3.0,), (3.0,))),
    Row("silu", "silu(x)", "x sigmoid(x).", "activation", "silu", ((0.7,), (-3.0,), (20.0,), (-40.0,)),
        aliases=("swish",)),
    Row("mish", "mish(x)", "x tanh(softplus(x)).", "activation", "mish", ((0.7,), (-3.0,), (20.0,))),
    Row("softplus", "softplus(x)", "ln(1 + exp(x)), a smooth relu.", "activation", "softplus",
        ((0.7,), (-3.0,), (30.0,), (-40.0,))),
    Row("sigmoid", "sigmoid(x)", "1/(1 + exp(-x)).", "activation", "sigmoid",
        ((0.7,), (-3.0,), (40.0,), (-40.0,), (1e-08,)),
        aliases=("logistic",)),
    Row("logit", "logit(x)", "Inverse of sigmoid.", "activation", "torch.logit", ((0.3,), (0.01,), (0.9,)),
        domain="0 < x < 1"),
    Row("logsigmoid", "logsigmoid(x)", "ln(sigmoid(x)).", "activation", "logsigmoid",
        ((0.7,), (-3.0,), (40.0,), (-40.0,))),
    Row("hardsigmoid", "hardsigmoid(x)", "x/6 + 1/2, held between 0 and 1.", "activation", "hardsigmoid",
        ((0.7,), (-4.0,), (20.0,))),
    Row("hardswish", "hardswish(x)", "x hardsigmoid(x).", "activation", "hardswish", ((0.7,), (-4.0,), (20.0,))),
    Row("hardtanh", "hardtanh(x)", "x, held between -1 and 1.", "activation", "hardtanh", ((0.7,), (-4.0,), (20.0,))),
    Row("softsign", "softsign(x)", "x/(1 + |x|).", "activation", "softsign", ((0.7,), (-3.0,), (20.0,))),
    Row("tanhshrink", "tanhshrink(x)", "x - tanh(x).", "activation", "tanhshrink", ((0.01,), (-0.7,), (3.0,), (20.0,))),
    Row("softshrink", "softshrink(x, d)", "x moved towards 0 by d, at most to 0; d is 0.5 if left out.", "activation",
        "softshrink", ((0.7,), (-3.0,), (0.2,), (2.0, 1.0)), arity=(1, 2)),
    Row("huber", "huber(x, d)", "x²/2 up to |x| = d, then a straight line; d is 1 if left out.", "loss", "huber",
        ((0.7,), (-3.0,), (2.0, 0.5)), arity=(1, 2)),
    Row("logcosh", "logcosh(x)", "ln(cosh(x)).", "loss", "logcosh", ((0.01,), (-0.7,), (3.0,), (30.0,))),
    Row("bce_with_logits", "bce_with_logits(x, y)", "Cross entropy of sigmoid(x) and a target y from 0 to 1.", "loss",
        "bce_with_logits", ((0.7, 1.0), (-3.0, 0.0), (20.0, 0.3)), domain="0 ≤ y ≤ 1", arity=(2, 2)),
)  # fmt: skip

BY_NAME: dict[str, Row] = {name: row for row in FUNCTIONS for name in (row.name, *row.aliases)}
GREEK_NAMES = frozenset(name for name in ("beta", "gamma", "psi", "zeta") if BY_NAME[name].arity[0] > 1)
"""Functions only where a bracket follows, else names: what is called like a Greek letter and needs several arguments
cannot take the product that follows."""
