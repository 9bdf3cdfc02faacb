"""The dots of a function that is drawn at chosen points; `value` and `derivative` join them by straight lines."""

from __future__ import annotations

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Points, Shape, read_only


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the dots of each drawn order where it is a number; none for a function drawn as a curve."""
    if sampled.curve.points is None:
        return ()
    found = []
    for order, (x, y) in sampled.curves.items():
        real = np.isfinite(y)
        found.append(Points(read_only(x[real]), read_only(y[real]), "sample", sampled.curve.function, order))
    return tuple(found)


SAMPLES = Layer("samples", shapes)
