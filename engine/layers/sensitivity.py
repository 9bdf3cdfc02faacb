"""∂f/∂a over the range, and a ghost of where the slider's next step is predicted to move the curve."""

from __future__ import annotations

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Curve, Shape, read_only


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the derivative by the parameter, role `sensitivity`, and f + step ∂f/∂a, role `ghost`."""
    request, function = sampled.request, sampled.curve.function
    if request.sensitivity is None or sampled.sensitivity is None or 0 not in sampled.curves:
        return ()
    x, y = sampled.curves[0]
    with np.errstate(all="ignore"):
        ghost = y + request.sensitivity[1] * sampled.sensitivity
    return (
        Curve(x, sampled.sensitivity, "sensitivity", function, 0),
        Curve(x, read_only(ghost), "ghost", function, 0),
    )


SENSITIVITY = Layer("sensitivity", shapes)
