"""The derivatives of order 1 and above."""

from __future__ import annotations

from engine.layers.layer import Layer, Sampled
from engine.shapes import Curve, Shape


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return one curve for each drawn order above 0."""
    return tuple(
        Curve(x, y, "derivative", sampled.curve.function, order, sampled.sampling.noise.get(order, 0.0))
        for order, (x, y) in sampled.curves.items()
        if order > 0
    )


DERIVATIVE = Layer("derivative", shapes)
