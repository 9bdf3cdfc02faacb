"""Every function that is promised exists in both notations, has a value at its sample, and help in both languages."""

import math
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import torch

from engine.budget import Budget
from engine.language.functions import BY_NAME
from engine.language.names import read_module
from engine.language.program import compile_entry

WORDS = """
sin cos tan cot sec csc asin acos atan acot asec acsc arcsin arccos arctan arccot arcsec arccsc
sinh cosh tanh coth sech csch asinh acosh atanh acoth asech acsch arcsinh arccosh arctanh arccoth arcsech arccsch
exp expm1 ln log log10 log2 log1p sqrt cbrt root abs sign floor ceil round frac mod min max clamp hypot atan2
erf erfc erfinv gamma lgamma digamma polygamma beta J0 J1 I0 I1 K0 K1 Ai lambertw zeta sinc
relu leaky_relu relu6 elu selu celu gelu gelu_tanh silu swish mish softplus sigmoid logit logsigmoid
hardsigmoid hardswish hardtanh softsign tanhshrink softshrink huber logcosh bce_with_logits step
"""
PROMISED = WORDS.split()
CATALOGUE = Path(__file__).parents[3] / "resources/translations/gradient_visualizer_tr.ts"


@pytest.fixture(scope="module")
def turkish():
    """The Turkish text of each English one of the function table."""
    contexts = {context.findtext("name"): context for context in ElementTree.parse(CATALOGUE).iter("context")}
    return {row.findtext("source"): row.findtext("translation") for row in contexts["Function"].iter("message")}


@pytest.mark.parametrize("syntax", ["math", "python"])
@pytest.mark.parametrize("name", PROMISED)
def test_a_promised_function_has_a_value(name, syntax):
    row = BY_NAME[name]
    for sample in row.samples[:1]:
        free = next(place for place in range(len(sample)) if place not in row.literals)
        written = ", ".join("x" if place == free else repr(value) for place, value in enumerate(sample))
        program = compile_entry(read_module(((f"{name}({written})", syntax),)), 0)
        at = torch.tensor([sample[free]], dtype=torch.float64)
        assert math.isfinite(program(at, {}, Budget()).item())


@pytest.mark.parametrize("name", PROMISED)
def test_a_promised_function_has_help_in_both_languages(name, turkish):
    row = BY_NAME[name]
    for english in filter(None, (row.help, row.domain)):
        assert turkish[english]
    assert row.help
