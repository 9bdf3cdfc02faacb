"""From a document and the plot's size to a complete, frozen request. Pure; no Qt, no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.document import Document, Range, Samples  # noqa: TC001  (dataclass fields are read at run time)
from engine.language.names import Module, Sources, read_module

Quality = Literal["live", "full"]
Lens = Literal["", "check", "precision", "cost"]
"""What else is wanted of the inspected function; empty: nothing but its trace."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """The plot area in logical pixels."""

    width: int = 1000
    height: int = 700


@dataclass(frozen=True, slots=True)
class CurveRequest:
    """One function to draw: its card's key, its place in the module, and the orders to draw."""

    function: int
    entry: int
    orders: tuple[int, ...]
    points: Samples | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """All that an evaluation needs. Equal requests have equal outcomes."""

    module: Module
    curves: tuple[CurveRequest, ...]
    parameters: tuple[tuple[str, float], ...]
    x: Range
    size: tuple[int, int]
    """Of the plot area in pixels."""
    cursor: float
    tangent: bool
    quality: Quality
    y: tuple[Range | None, ...] = ()
    """The visible range of each order's plot; None: automatic. Empty while dragged, when nothing depends on it."""
    features: bool = False
    """Find roots, extrema and so on as well: asked for when the curves of a settled document are on screen."""
    taylor: int | None = None
    ways: bool = False
    """Tell which way through its branches and loops each Python function takes where."""
    sensitivity: tuple[str, float] | None = None
    """The parameter by which functions are differentiated, and the slider's step."""
    inspected: CurveRequest | None = None
    """The function whose trace at the cursor is wanted; its orders do not matter. None: no trace is made."""
    lens: Lens = ""
    traced_order: int = 0
    """The derivative whose graph is wanted of the inspected function; 0: the function's own."""


def sources(document: Document) -> Sources:
    """Return what `read_module` reads of the document."""
    return tuple((function.text, function.syntax) for function in document.functions)


def read_document(document: Document) -> Module:
    """Read all cards of the document; its parameters count as known names."""
    return read_module(sources(document), frozenset(parameter.name for parameter in document.parameters))


def plan(
    document: Document,
    viewport: Viewport,
    quality: Quality = "full",
    *,
    inspected: int | None = None,
    lens: Lens = "",
    traced_order: int = 0,
    features: bool = False,
) -> Request:
    """Return what has to be evaluated to draw the document in a plot of this size.

    `inspected` is the key of the function whose trace at the cursor is shown, too; one that has no single variable,
    or that is not in the document, has none; of a `traced_order` above 0 it is that derivative's trace. `lens` looks
    at the function more closely, which waits for full quality; costs are told of its own nodes alone.
    The features are a second request, equal but for `features`, so that no curve waits for them and any change of the
    document cancels them alone.
    """
    module = read_document(document)
    curves = tuple(
        CurveRequest(function.key, index, function.orders, function.points)
        for index, function in enumerate(document.functions)
        if function.visible and function.orders and module.entries[index].variable is not None
    )
    view, chosen = document.view, _inspected(document, module, inspected)
    ranges = (view.y[0],) * len(view.y) if view.arrangement == "overlay" else view.y
    looks = chosen is not None and quality == "full" and not (lens == "cost" and traced_order)
    return Request(
        module=module,
        curves=curves,
        parameters=tuple((parameter.name, parameter.value) for parameter in document.parameters),
        x=document.view.x,
        size=(viewport.width, viewport.height),
        cursor=document.cursor,
        tangent=document.tangent,
        quality=quality,
        y=() if quality == "live" else ranges,
        features=features,
        taylor=document.taylor,
        ways=document.ways,
        sensitivity=_sensitivity(document),
        inspected=chosen,
        lens=lens if looks else "",
        traced_order=0 if chosen is None else traced_order,
    )


def _sensitivity(document: Document) -> tuple[str, float] | None:
    return next(((one.name, one.step) for one in document.parameters if one.name == document.sensitivity), None)


def _inspected(document: Document, module: Module, key: int | None) -> CurveRequest | None:
    for index, function in enumerate(document.functions):
        if function.key == key and module.entries[index].variable is not None:
            return CurveRequest(function.key, index, ())
    return None
