"""Activations and losses of machine learning, exact in every order and in their tails."""

from __future__ import annotations

import math

from engine.language.rules.elementwise import Elementwise, elementwise
from engine.language.rules.hyperbolic import expm1, tanh
from engine.language.rules.rounding import absolute
from engine.torch_setup import torch

SELU_ALPHA, SELU_SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
"""Klambauer and others, Self-Normalizing Neural Networks, 2017."""

sigmoid: Elementwise = elementwise("Sigmoid", torch.sigmoid, lambda x: _sigmoid_slope(x))
_sigmoid_slope: Elementwise = elementwise(
    "SigmoidSlope", lambda x: torch.sigmoid(x) * torch.sigmoid(-x), lambda x: -_sigmoid_slope(x) * tanh(0.5 * x)
)
"""The quotient of its derivative and itself is the difference sigmoid(-x) - sigmoid(x), which has no digits near 0."""
softplus = elementwise("Softplus", lambda x: torch.clamp(x, min=0.0) + torch.log1p(torch.exp(-x.abs())), sigmoid)


def logsigmoid(x: torch.Tensor) -> torch.Tensor:
    """Return ln(sigmoid(x))."""
    return -softplus(-x)


def leaky_relu(x: torch.Tensor, slope: torch.Tensor | float = 0.01) -> torch.Tensor:
    """Return x, times `slope` below 0."""
    return torch.where(x > 0, x, slope * x)


def relu6(x: torch.Tensor) -> torch.Tensor:
    """Return x held between 0 and 6."""
    return torch.clamp(x, 0.0, 6.0)


def elu(x: torch.Tensor, alpha: torch.Tensor | float = 1.0) -> torch.Tensor:
    """Return x, or alpha(e^x - 1) below 0."""
    return torch.where(x > 0, x, alpha * expm1(torch.where(x > 0, 0.0, x)))


def selu(x: torch.Tensor) -> torch.Tensor:
    """Return elu with the two constants that keep mean and variance."""
    return SELU_SCALE * elu(x, SELU_ALPHA)


def celu(x: torch.Tensor, alpha: torch.Tensor | float = 1.0) -> torch.Tensor:
    """Return x, or alpha(e^(x/alpha) - 1) below 0."""
    return torch.where(x > 0, x, alpha * expm1(torch.where(x > 0, 0.0, x) / alpha))


def gelu(x: torch.Tensor) -> torch.Tensor:
    """Return x times the normal distribution's share below x."""
    return 0.5 * x * torch.erfc(x * -math.sqrt(0.5))


def gelu_tanh(x: torch.Tensor) -> torch.Tensor:
    """Return the approximation of gelu by tanh."""
    return x * sigmoid(math.sqrt(8.0 / math.pi) * (x + 0.044715 * x * x * x))


def silu(x: torch.Tensor) -> torch.Tensor:
    """Return x sigmoid(x)."""
    return x * sigmoid(x)


def mish(x: torch.Tensor) -> torch.Tensor:
    """Return x tanh(softplus(x))."""
    return x * tanh(softplus(x))


def hardsigmoid(x: torch.Tensor) -> torch.Tensor:
    """Return x/6 + 1/2 held between 0 and 1."""
    return torch.clamp(x / 6.0 + 0.5, 0.0, 1.0)


def hardswish(x: torch.Tensor) -> torch.Tensor:
    """Return x hardsigmoid(x)."""
    return x * hardsigmoid(x)


def hardtanh(x: torch.Tensor) -> torch.Tensor:
    """Return x held between -1 and 1."""
    return torch.clamp(x, -1.0, 1.0)


def softsign(x: torch.Tensor) -> torch.Tensor:
    """Return x/(1 + |x|)."""
    return x / (1.0 + absolute(x))


def softshrink(x: torch.Tensor, threshold: torch.Tensor | float = 0.5) -> torch.Tensor:
    """Return x moved towards 0 by `threshold`, and 0 where it would pass it."""
    return torch.where(x > threshold, x - threshold, torch.where(x < -threshold, x + threshold, 0.0 * x))


def huber(x: torch.Tensor, width: torch.Tensor | float = 1.0) -> torch.Tensor:
    """Return x²/2 up to |x| = width, and the straight line that goes on from there."""
    size = absolute(x)
    return torch.where(size <= width, 0.5 * x * x, width * (size - 0.5 * width))


def bce_with_logits(x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Return the cross entropy of the probability sigmoid(x) and a target from 0 to 1."""
    return target * softplus(-x) + (1.0 - target) * softplus(x)
