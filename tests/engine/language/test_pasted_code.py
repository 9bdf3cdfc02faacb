"""Code as people paste it from PyTorch: it has the meaning that torch gives it, or is refused where it stands."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry

AT = (-1.3, 0.3, 1.7)
FUNCTIONS = (
    """
F.leaky_relu(x, negative_slope=0.1)|F.leaky_relu(x, 0.1)|F.leaky_relu(input=x)|F.elu(x, alpha=0.5)|F.celu(x, alpha=0.5)
F.softplus(x, beta=2)|F.softplus(x, 2)|F.softplus(x, beta=2, threshold=20)|F.gelu(x, approximate='tanh')|F.gelu(x)
F.gelu(x, approximate='none')|F.hardtanh(x, min_val=-2, max_val=1.5)|F.hardtanh(x, -1, 1)|F.softshrink(x, lambd=0.4)
F.relu(x, inplace=False)|torch.clamp(x, min=0)|torch.clamp(x, max=1.5)|torch.clamp(x, min=-1, max=1)|x.clamp(min=0)
x.clamp(-1, 1)|torch.clamp(x, -1)|x.clip(max=1)|torch.pow(x, exponent=2)|torch.pow(input=x, exponent=3)|x.pow(2)
torch.add(x, x, alpha=2)|torch.sub(x, 2*x, alpha=3)|torch.lerp(x, 2*x, 0.3)|torch.lerp(x, end=x*x, weight=0.3)
F.mse_loss(x, torch.tensor(1.0, dtype=torch.float64))|F.l1_loss(x, torch.zeros_like(x))|x.double()|x.sum()|x.mean()
F.huber_loss(x, torch.zeros_like(x), delta=0.5)|F.huber_loss(x, torch.zeros_like(x), reduction='sum')
F.smooth_l1_loss(x, torch.zeros_like(x), beta=0.5)|F.smooth_l1_loss(x, torch.ones_like(x))|torch.ones_like(x)*x
F.binary_cross_entropy_with_logits(x, target=torch.ones_like(x))|torch.where(x > 0, x, torch.zeros_like(x))
torch.where(condition=x > 0, input=x, other=-x)|torch.maximum(x, other=torch.zeros_like(x))|torch.full_like(x, 3.0)*x
torch.tensor(2.0, requires_grad=True)*x|x*math.pi|x*torch.pi|x*np.pi|x.item()*x|x*torch.tensor(1.0)|x.clone()**2
abs(x)**0.5|torch.sum(x*x)|math.factorial(4)*x|sum([x, 2*x])|sum([x, 1], 10)|sum([x, x*x], start=x)|max([x, 1.0, -x])
min([x*x, 1])|sum([x**k for k in range(4)])|sum(x**k for k in range(4))|len([x, x])*x|[x, x*x, 3][1]|sum((x, x))
sum(sum(x**k for k in range(k)) for k in range(4))|sum(k*x for k in [1, 2, 3] if k != 2 if k < 9)|(x + 1).square().sum()
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
PROGRAMS = {
    "sum of a list": "s = [x, 2*x, x**2]\nreturn sum(s) / len(s)",
    "a list of one value each": "s = [k*x for k in range(5) if k % 2 == 1]\ns.append(x)\nreturn sum(s) - s[0]*max(s)",
    "a name that is used outside": "k = 10\ns = [k*x for k in range(3)]\nreturn sum(s) + k",
    "Horner": "c = [1.0, -2.0, 3.0]\ny = 0.0\nfor one in c:\n    y = y*x + one\nreturn y",
    "requires_grad_": "x.requires_grad_()\ny = x.requires_grad_(True)\nreturn y**2",
    "a type and a comment": '"""Doc."""\ny: float = 2.0  # more\nreturn x*y',
    "a sum in a condition": "if x > 0 and sum([x, 1]) < 2:\n    return x\nreturn -x*x",
    "nothing to add": "return sum([]) + x",
    "over a comprehension": "t = 0.0\nfor v in [x, x*x, 1]:\n    t = t*x + v\nreturn t",
}
REFUSED = {
    "print(x)\nreturn x": ("print(x)", "values are shown at the cursor"),
    "y = x\ny.backward()\nreturn y": ("y.backward()", "drawn without it"),
    "x.add_(1)\nreturn x": ("x.add_(1)", "`x = x + 1`"),
    "return F.relu(x, inplace=True)": ("inplace=True", "by `=`"),
    "return torch.tensor(1.0, dtype=torch.float32)*x": ("dtype=torch.float32", "64 bits"),
    "return x.float()": ("x.float", "64 bits"),
    "return F.softplus(x, threshold=1)": ("threshold=1", "exact"),
    "return F.gelu(x, approximate='some')": ("approximate='some'", "'tanh'"),
    "return torch.clamp(x, low=0, min=1)": ("min=1", "in their order"),
    "return torch.sin(x, other=2)": ("other=2", "in their order"),
    "return torch.sin(*x)": ("*x", "in their order"),
    "return F.leaky_relu(negative_slope=0.1)": ("0.1", "in their order"),
    "g = lambda t: t*t\nreturn g(x)": ("lambda t: t*t", "`def`"),
    "return x @ x": ("x @ x", "+ - *"),
    "return f'{x}'": ("f'{x}'", "real number"),
    "with torch.no_grad():\n    y = x\nreturn y": ("with torch.no_grad():\n        y = x", "stop(x)"),
    "if (y := x) > 1:\n    return y\nreturn x": ("y := x", "line of its own"),
    "s = [i for i in [1] for j in [2]]\nreturn s[0]": ("[i for i in [1] for j in [2]]", "`for` loop"),
    "s = [1]\ns = [v*x for v in s]\nreturn s[0]": ("[v*x for v in s]", "name of its own"),
    "return [x, x]": ("return [x, x]", "one number"),
    "return max([])": ("max([])", "0 entries"),
}  # fmt: skip


def program(body):
    return "def f(x):\n" + "".join(f"    {line}\n" for line in body.split("\n"))


def read(text):
    return read_module(((text, "python"),))


def in_torch(text):
    names = {"torch": torch, "F": F, "math": math, "np": np}
    exec(text, names)
    values, slopes = [], []
    for at in AT:
        x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
        y = torch.as_tensor(names["f"](x), dtype=torch.float64)
        (slope,) = torch.autograd.grad(y, x, allow_unused=True) if y.requires_grad else (None,)
        values.append(y.item())
        slopes.append(0.0 if slope is None else slope.item())
    return values, slopes


@pytest.mark.parametrize("text", [*map("return {}".format, FUNCTIONS), *PROGRAMS.values()])
def test_pasted_code_has_the_value_and_the_slope_of_torch(text):
    module = read(program(text))
    assert module.entries[0].problem is None, module.entries[0].problem.message
    samples = torch.tensor(AT, dtype=torch.float64)
    made = derivatives(compile_entry(module, 0), samples, {}, 1, Budget())
    for got, want in zip(made, in_torch(program(text)), strict=True):
        assert got.tolist() == pytest.approx(want, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("text", [one for one in FUNCTIONS if "[" not in one and "for" not in one and "((" not in one])
def test_a_plain_expression_takes_the_same_arguments(text):
    (entry,) = read(text).entries
    assert entry.problem is None, entry.problem.message


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_meant_is_refused_where_it_stands(text):
    whole = program(text)
    module = read(whole)
    problem = module.entries[0].problem
    if problem is None:
        with pytest.raises(Exception) as caught:  # noqa: PT011  (its problem is looked at)
            derivatives(compile_entry(module, 0), torch.tensor(AT, dtype=torch.float64), {}, 0, Budget())
        problem = caught.value.problem
    place, word = REFUSED[text]
    assert whole[slice(*problem.span)] == place
    assert word in problem.message


def test_a_helper_takes_its_arguments_by_name():
    helper = "def g(x, n=2, m=0.0):\n    return x**n + m\n\n"
    for call in ("g(x, n=3)", "g(n=3, x=x)", "g(x, m=x)", "g(m=1.0, x=x, n=1)"):
        text = f"{helper}def f(x):\n    return {call}\n"
        made = derivatives(compile_entry(read(text), 0), torch.tensor(AT, dtype=torch.float64), {}, 1, Budget())
        for got, want in zip(made, in_torch(text), strict=True):
            assert got.tolist() == pytest.approx(want, rel=1e-12)
    for call, code in {
        "g(x, k=3)": "not_offered",
        "g(x, x=1)": "not_offered",
        "g(n=1)": "wrong_argument_count",
    }.items():
        assert read(f"{helper}def f(x):\n    return {call}\n").entries[0].problem.code == code


def test_a_constant_above_the_functions_says_where_it_goes():
    problem = read("PI = 3.14\ndef f(x):\n    return PI*x\n").entries[0].problem
    assert problem.span == (0, 9)
    assert "default argument" in problem.message
