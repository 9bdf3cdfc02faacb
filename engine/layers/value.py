"""The function itself."""

from __future__ import annotations

from engine.layers.layer import Layer, Sampled
from engine.shapes import Curve, Shape


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the curve of order 0, if it is drawn."""
    if 0 not in sampled.curves:
        return ()
    x, y = sampled.curves[0]
    return (Curve(x, y, "value", sampled.curve.function, 0),)


VALUE = Layer("value", shapes)
