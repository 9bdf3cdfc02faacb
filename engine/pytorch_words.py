"""What the functions of the table are in plain PyTorch, for scripts that run with torch alone. No torch here."""

from __future__ import annotations

TORCH: dict[str, str] = {
    "abs": "torch.abs",
    "tanh": "torch.tanh",
    "expm1": "torch.expm1",
    "hypot": "torch.hypot",
    "lgamma": "torch.lgamma",
    "digamma": "torch.digamma",
    "sinc": "torch.sinc",
    "I0": "torch.special.i0",
    "I1": "torch.special.i1",
    "sigmoid": "torch.sigmoid",
    "relu6": "torch.nn.functional.relu6",
    "gelu": "torch.nn.functional.gelu",
    "silu": "torch.nn.functional.silu",
    "mish": "torch.nn.functional.mish",
    "selu": "torch.nn.functional.selu",
    "softplus": "torch.nn.functional.softplus",
    "logsigmoid": "torch.nn.functional.logsigmoid",
    "softsign": "torch.nn.functional.softsign",
    "tanhshrink": "torch.nn.functional.tanhshrink",
}
"""Functions whose rule here is made for all orders, and for which torch has one of the same value and slope."""

HELPERS: dict[str, str] = {
    "cot": "def cot(x):\n    return torch.cos(x) / torch.sin(x)",
    "sec": "def sec(x):\n    return 1 / torch.cos(x)",
    "csc": "def csc(x):\n    return 1 / torch.sin(x)",
    "acot": "def acot(x):\n    return torch.atan2(torch.ones_like(x), x)",
    "asec": "def asec(x):\n    return torch.acos(1 / x)",
    "acsc": "def acsc(x):\n    return torch.asin(1 / x)",
    "coth": "def coth(x):\n    return 1 / torch.tanh(x)",
    "sech": "def sech(x):\n    return 1 / torch.cosh(x)",
    "csch": "def csch(x):\n    return 1 / torch.sinh(x)",
    "acoth": "def acoth(x):\n    return torch.atanh(1 / x)",
    "asech": "def asech(x):\n    return torch.acosh(1 / x)",
    "acsch": "def acsch(x):\n    return torch.asinh(1 / x)",
    "cbrt": "def cbrt(x):\n    return torch.sign(x) * torch.abs(x) ** (1 / 3)",
    "root": (
        "def root(n, x):\n    size = torch.abs(x) ** (1 / n)\n"
        "    return torch.where(x < 0, -size, size) if n % 2 == 1 else x ** (1 / n)"
    ),
    "odd_root": (
        "def odd_root(x, p, q):\n    size = torch.abs(x) ** (p / q)\n"
        "    return torch.where(x < 0, -size, size) if p % 2 else size"
    ),
    "floordiv": "def floordiv(x, m):\n    return torch.floor(x / m)",
    "stop": "def stop(x):\n    return x.detach()",
    "frac": "def frac(x):\n    return x - torch.floor(x)",
    "step": "def step(x):\n    return torch.where(x >= 0, 1.0, 0.0)",
    "clamp": "def clamp(x, low, high):\n    return torch.minimum(torch.maximum(x, low), high)",
    "gamma": (
        "def gamma(x):\n    size = torch.exp(torch.lgamma(x))\n"
        "    return torch.where((x < 0) & (torch.floor(x) % 2 == 1), -size, size)"
    ),
    "beta": "def beta(a, b):\n    return torch.exp(torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b))",
    "leaky_relu": "def leaky_relu(x, slope=0.01):\n    return torch.where(x > 0, x, slope * x)",
    "elu": "def elu(x, a=1.0):\n    return torch.where(x > 0, x, a * torch.expm1(torch.clamp(x, max=0.0)))",
    "celu": "def celu(x, a=1.0):\n    return torch.where(x > 0, x, a * torch.expm1(torch.clamp(x, max=0.0) / a))",
    "gelu_tanh": 'def gelu_tanh(x):\n    return torch.nn.functional.gelu(x, approximate="tanh")',
    "softshrink": (
        "def softshrink(x, d=0.5):\n    return torch.where(x > d, x - d, torch.where(x < -d, x + d, 0.0 * x))"
    ),
    # torch's own of these three have no second derivative.
    "hardsigmoid": "def hardsigmoid(x):\n    return torch.clamp(x / 6 + 0.5, 0.0, 1.0)",
    "hardswish": "def hardswish(x):\n    return x * torch.clamp(x / 6 + 0.5, 0.0, 1.0)",
    "hardtanh": "def hardtanh(x):\n    return torch.clamp(x, -1.0, 1.0)",
    "huber": (
        "def huber(x, d=1.0):\n    size = torch.abs(x)\n"
        "    return torch.where(size <= d, x * x / 2, d * (size - d / 2))"
    ),
    "logcosh": (
        "def logcosh(x):\n    size = torch.abs(x)\n    return size + torch.log1p(torch.exp(-2 * size)) - math.log(2)"
    ),
    "bce_with_logits": (
        "def bce_with_logits(x, y):\n    softplus = torch.nn.functional.softplus\n"
        "    return y * softplus(-x) + (1 - y) * softplus(x)"
    ),
    "number": "def number(value):\n    return torch.as_tensor(value, dtype=torch.float64)",
    "choose": (
        "def choose(x, condition, inside, outside):\n"
        '    """Evaluate each branch only where it is taken, so that no NaN leaks out of the other."""\n'
        "    taken = condition(x)\n    y = torch.empty_like(x)\n"
        "    y[taken] = inside(x[taken])\n    y[~taken] = outside(x[~taken])\n    return y"
    ),
    "derivative": (
        "def derivative(f, x):\n"
        "    with torch.enable_grad():\n"
        "        if not x.requires_grad:\n            x = x.detach().requires_grad_()\n"
        "        y = f(x) + 0 * x\n"
        "        return torch.autograd.grad(y.sum(), x, create_graph=True)[0]"
    ),
}
"""Functions that a script defines for itself before it uses them."""
