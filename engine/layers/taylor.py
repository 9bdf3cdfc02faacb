"""The Taylor polynomial at the cursor, and the part of it that is within a pixel of the function."""

from __future__ import annotations

import math

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Array, Curve, Shape, read_only


def coefficients(derivatives: tuple[float, ...]) -> Array:
    """Return the coefficients of the powers of (x - cursor), ascending, from the derivatives there."""
    return np.array([value / math.factorial(order) for order, value in enumerate(derivatives)])


def near(error: Array, at: int, pixel: float) -> slice:
    """Return the unbroken part around the sample `at` in which the error is at most a pixel; empty if there is none."""
    far = np.flatnonzero(~(error <= pixel))
    place = np.searchsorted(far, at)
    start = int(far[place - 1]) + 1 if place > 0 else 0
    end = int(far[place]) if place < far.size else error.size
    return slice(start, end)


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the polynomial over the visible range, role `taylor`, and its true part, role `taylor_near`."""
    request, function = sampled.request, sampled.curve.function
    if request.taylor is None or 0 not in sampled.curves:
        return ()
    derivatives = sampled.at_cursor[: request.taylor + 1]
    if not all(map(math.isfinite, derivatives)):
        return ()
    x, y = sampled.curves[0]
    with np.errstate(all="ignore"):
        polynomial: Array = np.asarray(
            np.polynomial.polynomial.polyval(x - request.cursor, coefficients(derivatives)), dtype=np.float64
        )
        part = near(np.abs(polynomial - y), int(np.argmin(np.abs(x - request.cursor))), _pixel(sampled, y))
    whole = Curve(x, read_only(polynomial), "taylor", function, 0)
    if part.stop - part.start < 2:
        return (whole,)
    return whole, Curve(x[part], read_only(polynomial[part]), "taylor_near", function, 0)


def _pixel(sampled: Sampled, y: Array) -> float:
    """Return how much of y a pixel is; in an automatic range, as if the function filled the plot."""
    seen = sampled.request.y[0] if sampled.request.y else None
    if seen is None:
        finite = y[np.isfinite(y)]
        seen = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    height = seen[1] - seen[0]
    return (height or 1.0) / sampled.request.size[1]


TAYLOR = Layer("taylor", shapes)
