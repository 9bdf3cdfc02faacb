"""Read the fields of a headless request, each strictly: a wrong type or range is a Problem that names the field."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, cast

from engine.language.source import is_program
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.document import Dtype, Range, Syntax

HIGHEST_ORDER = 12
HIGHEST_TRACED = 2
"""Of a derivative whose graph is told: that of each further one is several times as large as the one before."""
MOST_POINTS = 1_000_000
MOST_PIXELS = 20_000
DEFINITION = re.compile(r"\s*\w+\s*(\([\w\s,;]*\))?\s*=(?!=)")
"""How a text begins that defines names, one a line, for the function in its last line."""


def text(request: dict[str, Any], key: str) -> str:
    """Return a text field that must be there."""
    value = request.get(key)
    if not isinstance(value, str):
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{key}` must be a text")
    return value


def expressions(request: dict[str, Any]) -> tuple[str, ...]:
    """Return the list `expressions`, or `expression`; if that has definitions, each of its lines."""
    several = request.get("expressions")
    if several is None:
        single = text(request, "expression")
        cards = DEFINITION.match(single) is not None and not is_program(single)
        several = single.split("\n") if cards else [single]
    if not isinstance(several, list) or not several or not all(isinstance(one, str) for one in several):
        raise fail(ProblemCode.BAD_REQUEST, reason="`expressions` must be a list of texts")
    return tuple(several)


def syntax(request: dict[str, Any]) -> Syntax:
    """Return the notation; left out: recognised."""
    value = request.get("syntax", "auto")
    if value not in ("auto", "math", "python"):
        raise fail(ProblemCode.BAD_REQUEST, reason="`syntax` must be `math` or `python`")
    return cast("Syntax", value)


def dtype(request: dict[str, Any]) -> Dtype:
    """Return the name of the number type to compute in."""
    value = request.get("dtype", "float64")
    if value not in ("float64", "float32", "float16", "bfloat16"):
        raise fail(ProblemCode.BAD_REQUEST, reason="`dtype` must be `float64`, `float32`, `float16` or `bfloat16`")
    return cast("Dtype", value)


def number(value: object, key: str) -> float:
    """Return a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{key}` must be a number")
    try:
        result = float(value)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{key}` must be a finite number")
    return result


def number_list(request: dict[str, Any], key: str) -> list[float]:
    """Return a list of at least one finite number."""
    value = request.get(key)
    if not isinstance(value, list) or not 0 < len(value) <= MOST_POINTS:
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{key}` must be a list of numbers")
    return [number(item, key) for item in value]


def integer(request: dict[str, Any], key: str, default: int, low: int, high: int) -> int:
    """Return a whole number within its bounds."""
    value = request.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{key}` must be a whole number from {low} to {high}")
    return value


def parameters(request: dict[str, Any]) -> dict[str, float]:
    """Return the parameters' values by name."""
    value = request.get("parameters", {})
    if not isinstance(value, dict):
        raise fail(ProblemCode.BAD_REQUEST, reason="`parameters` must be an object of numbers")
    return {str(name): number(item, f"parameters.{name}") for name, item in value.items()}


def span_of_axis(request: dict[str, Any], key: str) -> Range | None:
    """Return `[low, high]` with low < high and a finite distance; None where it is left out."""
    if request.get(key) is None:
        return None
    values = number_list(request, key)
    if len(values) != 2 or not 0.0 < values[1] - values[0] < math.inf:
        raise fail(
            ProblemCode.BAD_REQUEST, reason=f"`{key}` must be `[low, high]` with low < high, less than 1e308 apart"
        )
    return values[0], values[1]


def size(request: dict[str, Any], default: tuple[int, int]) -> tuple[int, int]:
    """Return `[width, height]` in pixels."""
    value = request.get("size", list(default))
    ok = isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value)
    if not ok or not all(1 <= item <= MOST_PIXELS for item in value):
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`size` must be `[width, height]`, each from 1 to {MOST_PIXELS}")
    return value[0], value[1]
