"""The features of all functions of a request, and where two of them meet."""

from __future__ import annotations

import math
from itertools import combinations, islice
from typing import TYPE_CHECKING

import numpy as np

from engine.outcome import MARKED, Feature, LayerOutcome
from engine.problems import EngineError
from engine.sampling.adaptive import Screen
from engine.sampling.features import Features, features
from engine.shapes import Points, read_only

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.evaluate import Subject
    from engine.outcome import FeatureKind
    from engine.plan import Request
    from engine.sampling.breaks import Break
    from engine.shapes import Array, Role

MOST_PAIRS = 15
_KINDS: tuple[FeatureKind, ...] = ("hole", "kink", "jump", "pole", "vertical")


def find(request: Request, subjects: Mapping[int, Subject]) -> tuple[Feature, ...]:
    """Return the features of the functions whose curve of order 0 is drawn; one that fails has none.

    Raises `Cancelled` as `Budget.check` does.
    """
    screen = Screen(request.x, {0: request.y[0] if request.y else None, 1: None, 2: None}, *request.size)
    drawn = {curve.function: subjects[curve.function] for curve in request.curves if curve.function in subjects}
    drawn = {key: drawn[key] for key in drawn if any(c.function == key and 0 in c.orders for c in request.curves)}
    found: list[Feature] = []
    for key, subject in drawn.items():
        try:
            found += told(key, subject, features(subject.orders, subject.guards, screen, subject.way_numbers))
        except EngineError:
            continue  # its curve is on screen already: what cannot be found in the time is left out
    for one, other in islice(combinations(drawn, 2), MOST_PAIRS):
        try:
            found += meetings(one, other, drawn[one], drawn[other], screen)
        except EngineError:
            continue
    return tuple(found)


def markers(found: tuple[Feature, ...]) -> list[LayerOutcome]:
    """Return the layer of each function that has roots, extrema, inflections or intersections to be marked."""
    marked: dict[tuple[int, Role], list[tuple[float, float]]] = {}
    for one in found:
        if one.kind in MARKED and math.isfinite(one.y):
            marked.setdefault((one.function, MARKED[one.kind]), []).append((one.x, one.y))
    shapes = [(key, Points(*_columns(at), role, key, 0)) for (key, role), at in marked.items()]
    keys = dict.fromkeys(key for key, _ in shapes)
    return [LayerOutcome("features", key, tuple(shape for of, shape in shapes if of == key)) for key in keys]


def _columns(at: list[tuple[float, float]]) -> tuple[Array, Array]:
    x, y = np.array(at).T
    return read_only(x.copy()), read_only(y.copy())


def told(key: int, subject: Subject, found: Features) -> list[Feature]:
    """Return one function's features as data for the window."""
    made = [Feature(key, "root", x, 0.0) for x in found.roots]
    made += [Feature(key, "minimum" if kind == "minimum" else "maximum", x, y) for x, y, kind in found.extrema]
    if found.inflections:
        heights = subject.orders(np.array(found.inflections), 0)[0].tolist()
        made += [Feature(key, "inflection", x, y) for x, y in zip(found.inflections, heights, strict=True)]
    for kind in _KINDS:
        places = set(found.places(kind))
        made += [Feature(key, kind, one[0].x, _height(one[0])) for one in found.breaks if one[0].x in places]
    made += [Feature(key, "gap", low, math.nan, end=high) for low, high in found.gaps]
    return made + [Feature(key, "oscillation", x, math.nan) for x in found.oscillations]


def _height(one: Break) -> float:
    if one.kind == "pole":
        return math.nan
    return one.left.limit if one.kind == "hole" else one.value


def meetings(one: int, other: int, first: Subject, second: Subject, screen: Screen) -> list[Feature]:
    """Return where two functions meet or touch: the roots of their difference."""

    def orders(x: Array, highest: int) -> list[Array]:
        pairs = zip(first.orders(x, highest), second.orders(x, highest), strict=True)
        with np.errstate(all="ignore"):
            return [left - right for left, right in pairs]

    def guards(x: Array) -> tuple[Array, Array, Array]:
        left, right = first.guards(x), second.guards(x)
        return np.vstack((left[0], right[0])), np.vstack((left[1], right[1])), np.maximum(left[2], right[2])

    automatic = Screen(screen.x, dict.fromkeys(screen.y), screen.width, screen.height)
    at = features(orders, guards, automatic).roots
    heights = first.orders(np.array(at), 0)[0].tolist() if at else []
    return [Feature(one, "intersection", x, y, other=other) for x, y in zip(at, heights, strict=True)]
