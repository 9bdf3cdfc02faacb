"""Zooming and panning as arithmetic on views. Pure: a gesture asks for a view, the owner of the document sets it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec.structs import replace

from engine.document import MAXIMUM_ORDER, View

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from engine.document import Range

LARGEST_SPAN = 1e300
SMALLEST_SHARE = 1e-12
"""A range is never narrower than this share of its values (or of 1): float64 has no more digits to show."""
DEFAULT_X = View().x


def is_possible(visible: Range) -> bool:
    """Return whether a range can be shown: ascending, finite, neither too narrow for float64 nor too wide."""
    low, high = visible
    least = SMALLEST_SHARE * max(1.0, abs(low), abs(high))
    return math.isfinite(low) and math.isfinite(high) and least <= high - low <= LARGEST_SPAN


def zoomed(visible: Range, factor: float, about: float) -> Range:
    """Return the range with its span times the factor, `about` staying where it is."""
    return about + (visible[0] - about) * factor, about + (visible[1] - about) * factor


def panned(visible: Range, share: float) -> Range:
    """Return the range moved by this share of its span."""
    distance = share * (visible[1] - visible[0])
    return visible[0] + distance, visible[1] + distance


def moved(view: View, x: Range | None = None, y: Map[int, Range] | None = None) -> View:
    """Return the view with these ranges, y by order; a range that cannot be shown leaves the old one."""
    ranges = list(view.y)
    for order, visible in (y or {}).items():
        if is_possible(visible):
            ranges[order] = visible
    return replace(view, x=x if x is not None and is_possible(x) else view.x, y=tuple(ranges))


def fitted(view: View, *, anything_to_see: bool) -> View:
    """Return the view with automatic y; x as at the start if there is nothing to see, or if y was automatic."""
    automatic = (None,) * (MAXIMUM_ORDER + 1)
    keeps_x = anything_to_see and view.y != automatic
    return replace(view, x=view.x if keeps_x else DEFAULT_X, y=automatic)
