"""The document: everything that a session file holds, immutable. Each `with_...` returns a new document."""

from __future__ import annotations

from typing import Literal

import msgspec

MAXIMUM_ORDER = 4
COLOUR_COUNT = 8
MAXIMUM_TAYLOR = 8

Range = tuple[float, float]
Syntax = Literal["auto", "math", "python"]
Arrangement = Literal["stacked", "overlay"]
Dtype = Literal["float64", "float32", "float16", "bfloat16"]
PlayMode = Literal["loop", "bounce", "once"]


class Samples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Evenly spaced points from `low` to `high`, both among them."""

    low: float
    high: float
    count: int


class Function(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One card: a text and how it is shown. `key` is unique in its document and never reused."""

    key: int
    text: str = ""
    syntax: Syntax = "auto"
    colour: int = 0
    """Index into the palette of `gui.plot.style`."""
    visible: bool = True
    orders: tuple[int, ...] = (0, 1)
    """Which derivatives are drawn, ascending; 0 is the function itself."""
    points: Samples | None = None
    """Draw it at these points alone, as dots joined by straight lines; None: as the curve that it is."""


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One slider."""

    name: str
    value: float = 1.0
    low: float = -5.0
    high: float = 5.0
    step: float = 0.01
    play: PlayMode = "bounce"


class View(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The visible range. `y[k]` is the plot of order k; None: automatic. An overlay uses `y[0]`."""

    x: Range = (-10.0, 10.0)
    y: tuple[Range | None, ...] = (None,) * (MAXIMUM_ORDER + 1)
    arrangement: Arrangement = "stacked"


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The only truth: functions, parameters, view and cursor."""

    functions: tuple[Function, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    view: View = View()
    lesson: str = ""
    """The lesson whose text goes with the session; one that this program does not have is not shown."""
    cursor: float = 0.7
    tangent: bool = True
    taylor: int | None = None
    """The order of the Taylor polynomials at the cursor; None: none are drawn."""
    features: bool = True
    """Whether roots, extrema, inflections and intersections are marked."""
    ways: bool = True
    """Whether it is shown which way through its branches and loops each Python function takes."""
    sensitivity: str | None = None
    """The parameter by which the functions' derivatives are drawn; None: none are."""

    def function(self, key: int) -> Function:
        """Return the function with this key; KeyError if there is none."""
        for function in self.functions:
            if function.key == key:
                return function
        raise KeyError(key)

    def parameter(self, name: str) -> Parameter:
        """Return the parameter of this name; KeyError if there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise KeyError(name)

    def with_function(self, function: Function) -> Document:
        """Return the document with the function of the same key replaced, or with this one added at the end."""
        if all(old.key != function.key for old in self.functions):
            return msgspec.structs.replace(self, functions=(*self.functions, function))
        changed = tuple(function if old.key == function.key else old for old in self.functions)
        return msgspec.structs.replace(self, functions=changed)

    def without_function(self, key: int) -> Document:
        """Return the document without the function of this key."""
        return msgspec.structs.replace(self, functions=tuple(old for old in self.functions if old.key != key))

    def new_function(self, text: str = "") -> Function:
        """Return a function with a free key and the least used colour; it is not yet in the document."""
        key = max((function.key for function in self.functions), default=0) + 1
        used = [function.colour for function in self.functions]
        colour = min(range(COLOUR_COUNT), key=lambda index: (used.count(index), index))
        return Function(key=key, text=text, colour=colour)

    def with_parameter(self, parameter: Parameter) -> Document:
        """Return the document with the parameter of the same name replaced, or with this one added at the end."""
        if all(old.name != parameter.name for old in self.parameters):
            return msgspec.structs.replace(self, parameters=(*self.parameters, parameter))
        changed = tuple(parameter if old.name == parameter.name else old for old in self.parameters)
        return msgspec.structs.replace(self, parameters=changed)

    def with_parameters(self, parameters: tuple[Parameter, ...]) -> Document:
        """Return the document with exactly these parameters."""
        return msgspec.structs.replace(self, parameters=parameters)

    def with_view(self, view: View) -> Document:
        """Return the document with another visible range."""
        return msgspec.structs.replace(self, view=view)

    def with_cursor(self, cursor: float) -> Document:
        """Return the document with the cursor elsewhere."""
        return msgspec.structs.replace(self, cursor=cursor)
