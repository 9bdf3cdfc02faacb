"""The upright lines that a curve runs along at its poles."""

from __future__ import annotations

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Curve, Shape, read_only

FAR = 1e300
"""Beyond every view."""


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return one curve of separate lines for each drawn order with poles."""
    found = []
    for order, breaks in sampled.sampling.breaks.items():
        at = [one.x for one in breaks if one.kind == "pole"]
        if at:
            x, y = np.repeat(at, 3), np.tile([-FAR, FAR, np.nan], len(at))
            found.append(Curve(read_only(x), read_only(y), "asymptote", sampled.curve.function, order))
    return tuple(found)


ASYMPTOTES = Layer("asymptotes", shapes)
