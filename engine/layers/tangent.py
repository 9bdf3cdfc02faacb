"""The tangent at the cursor, and the point where it touches; on each drawn derivative the point alone."""

from __future__ import annotations

import math

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Curve, Points, Shape, read_only


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the tangent line across the visible range and the points at the cursor, where they are numbers."""
    request, function = sampled.request, sampled.curve.function
    at, values = request.cursor, sampled.at_cursor
    if not request.tangent or not request.x[0] <= at <= request.x[1]:
        return ()
    found: list[Shape] = []
    x = np.array(request.x)
    y = values[0] + values[1] * (x - at)
    if 0 in sampled.curves and np.isfinite(y).all():
        found.append(Curve(read_only(x), read_only(y), "tangent", function, 0))
    for order in sampled.curves:
        if math.isfinite(values[order]):
            point = (read_only(np.array([at])), read_only(np.array([values[order]])))
            found.append(Points(*point, "touch", function, order))
    return tuple(found)


TANGENT = Layer("tangent", shapes)
