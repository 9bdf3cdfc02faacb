"""Where a curve ends or has a hole: rings at ends that do not belong to it, dots at those that do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.sampling.breaks import same
from engine.shapes import Points, Role, Shape, read_only

if TYPE_CHECKING:
    from engine.sampling.breaks import Break


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return the rings and the dots of each drawn order that has any."""
    found: list[Shape] = []
    roles: tuple[Role, Role] = ("open", "closed")
    for order, breaks in sampled.sampling.breaks.items():
        ends = [ends_of(one) for one in breaks]
        for place, role in enumerate(roles):
            flat = np.array([point for both in ends for point in both[place]])
            if flat.size:
                x, y = (read_only(flat[:, k].copy()) for k in (0, 1))
                found.append(Points(x, y, role, sampled.curve.function, order))
    return tuple(found)


def ends_of(one: Break) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return the open and the closed ends (x, y) of one order at a break."""
    if one.kind in ("kink", "vertical", "swing", "regular"):
        return [], []
    limits = {side.limit: side.error for side in (one.left, one.right) if side.real and math.isfinite(side.limit)}
    value = one.value if math.isfinite(one.value) else math.nan
    if one.kind == "edge" and not math.isnan(value):
        return [], []  # the curve simply begins here
    rings = [(one.x, limit) for limit, error in limits.items() if not same(limit, value, error)]
    if one.kind == "hole":
        rings = rings[:1]
    keeps = one.kind in ("jump", "hole", "point") or len(rings) < len(limits)
    return rings, [(one.x, value)] if keeps and not math.isnan(value) else []


ENDS = Layer("ends", shapes)
