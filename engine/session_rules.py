"""What the types of a document cannot say, and every session must keep."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.document import COLOUR_COUNT, MAXIMUM_ORDER, MAXIMUM_TAYLOR
from engine.strict_json import Refused, shown

if TYPE_CHECKING:
    from engine.document import Document, Function, Parameter, Range, Samples, View

MAXIMUM_FUNCTIONS = 200
MAXIMUM_PARAMETERS = 1_000
MAXIMUM_TEXT = 10_000
MAXIMUM_KEY = 2**31 - 1
MAXIMUM_POINTS = 1_000
LONGEST_LESSON = 64


def check(document: Document) -> None:
    """Raise `Refused` with a plain reason if this document is not one that the program could have made."""
    _check_functions(document.functions)
    _check_parameters(document.parameters)
    _check_view(document.view)
    known = not document.lesson or (document.lesson.isidentifier() and len(document.lesson) <= LONGEST_LESSON)
    _require(known, "it has a lesson whose name is not a word")
    _require(math.isfinite(document.cursor), "the cursor is not at a finite number")
    taylor = document.taylor
    known = taylor is None or 0 <= taylor <= MAXIMUM_TAYLOR
    _require(known, f"it has a Taylor polynomial whose order is not between 0 and {MAXIMUM_TAYLOR}")
    known = document.sensitivity is None or document.sensitivity.isidentifier()
    _require(known, "it has a sensitivity to a name that is not a word")


def _require(holds: bool, reason: str) -> None:
    if not holds:
        raise Refused(reason)


def _check_functions(functions: tuple[Function, ...]) -> None:
    _require(len(functions) <= MAXIMUM_FUNCTIONS, f"there are more than {MAXIMUM_FUNCTIONS} functions")
    for place, function in enumerate(functions, 1):
        _check_function(function, f"function {place}")
        if function.points is not None:
            _check_points(function.points, f"the row of points of function {place}")
    keys = {function.key for function in functions}
    _require(len(keys) == len(functions), "two functions have the same key")


def _check_function(function: Function, where: str) -> None:
    _require(1 <= function.key <= MAXIMUM_KEY, f"{where} has a key that is not between 1 and {MAXIMUM_KEY:,}")
    _require(len(function.text) <= MAXIMUM_TEXT, f"{where} has more than {MAXIMUM_TEXT:,} characters")
    _require(0 <= function.colour < COLOUR_COUNT, f"{where} has a colour that is not between 0 and {COLOUR_COUNT - 1}")
    ascending = function.orders == tuple(sorted(set(function.orders)))
    _require(ascending, f"{where} has derivatives that are not in ascending order")
    known = all(0 <= order <= MAXIMUM_ORDER for order in function.orders)
    _require(known, f"{where} has a derivative that is not between 0 and {MAXIMUM_ORDER}")


def _check_points(points: Samples, where: str) -> None:
    _check_range((points.low, points.high), where)
    _require(2 <= points.count <= MAXIMUM_POINTS, f"{where} has a number that is not between 2 and {MAXIMUM_POINTS:,}")


def _check_parameters(parameters: tuple[Parameter, ...]) -> None:
    _require(len(parameters) <= MAXIMUM_PARAMETERS, f"there are more than {MAXIMUM_PARAMETERS:,} parameters")
    for parameter in parameters:
        _check_parameter(parameter)
    names = {parameter.name for parameter in parameters}
    _require(len(names) == len(parameters), "two parameters have the same name")


def _check_parameter(parameter: Parameter) -> None:
    """Check one slider.

    A name that means a function is allowed: the table of functions grows, and old sessions still open. So is a value
    outside the slider's range: nothing is wrong with it.
    """
    where = f"parameter `{shown(parameter.name)}`"
    _require(parameter.name.isidentifier(), f"{where} has a name that is not a word")
    _require(math.isfinite(parameter.value), f"{where} has a value that is not finite")
    _check_range((parameter.low, parameter.high), where)
    _require(0 < parameter.step < math.inf, f"{where} has a step that is not above 0")


def _check_view(view: View) -> None:
    _check_range(view.x, "the view's x")
    _require(len(view.y) == MAXIMUM_ORDER + 1, f"the view has not {MAXIMUM_ORDER + 1} ranges of y")
    for order, y in enumerate(view.y):
        if y is not None:
            _check_range(y, f"the view's y of order {order}")


def _check_range(bounds: Range, where: str) -> None:
    low, high = bounds
    _require(low < high, f"{where} has a range that is empty")
    _require(math.isfinite(high - low), f"{where} has a range that is not finite")
