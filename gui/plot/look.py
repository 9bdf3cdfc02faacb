"""How each shape of a document is dressed: in its function's colour, derivatives paler or dashed, grey if stale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.plot.curve_item import CurveItem
from gui.plot.formula import formula
from gui.plot.legend import Entry
from gui.plot.region_item import RegionItem
from gui.plot.style import POINT_FORMS, POINT_RADII, TOUCH_RADIUS, order_name

if TYPE_CHECKING:
    from collections.abc import Set

    from engine.document import Document, Function
    from engine.shapes import Role, Shape
    from gui.plot.plot import ShapeItem
    from gui.plot.style import Style

MARKERS: tuple[Role, ...] = ("root", "extremum", "inflection", "intersection")
"""What fades where there is much of it."""


SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class Look:
    """Everything that decides a shape's pen."""

    style: Style
    document: Document
    stale: frozenset[int]
    vector: bool

    @property
    def overlaid(self) -> bool:
        """Whether all orders share one plot."""
        return self.document.view.arrangement == "overlay"

    @cached_property
    def dressing(self) -> tuple[object, ...]:
        """All that a shape's pen depends on: where that is the same, it keeps the one it has."""
        return self.style, self.document.functions, self.overlaid, self.stale, self.vector

    def dress(self, item: ShapeItem, shape: Shape) -> None:
        """Give the item its pen."""
        colour, stale = self.document.function(shape.function).colour, shape.function in self.stale
        if isinstance(item, CurveItem):
            pen = self.style.pen(shape.role, colour, shape.order, stale=stale)
            dashes = self.style.role_dashes(shape.role) or self._dashes(shape.order)
            item.set_look(pen, dashes, vector=self.vector)
            return
        fill = self.style.stale(colour, shape.order) if stale else self.style.shade(colour, shape.order)
        if isinstance(item, RegionItem):
            item.set_look(self.style.band(fill))
        else:
            radius = POINT_RADII.get(shape.role, TOUCH_RADIUS)
            ring = shape.role == "open"
            form = POINT_FORMS.get(shape.role, "")
            item.crowds = shape.role in MARKERS
            item.set_look(fill, self.style.ground, self.style.scale, radius=radius, ring=ring, form=form)

    def _dashes(self, order: int) -> tuple[float, ...]:
        return self.style.dashes(order) if self.overlaid else ()

    def entries(self, drawn: Set[tuple[str, int]]) -> tuple[Entry, ...]:
        """Return the legend's rows: each function, in an overlay each of its derivatives, and its layers.

        `drawn` has the role and function of all that is drawn: what is not has no row.
        """
        keys = {key for _, key in drawn}
        shown = [function for function in self.document.functions if function.visible and function.key in keys]
        names = [function_name(function) for function in shown]
        return tuple(
            entry
            for function, name in zip(shown, names, strict=True)
            for called in (name if names.count(name) == 1 else f"({formula(function)})",)
            for entry in (*self._entries_of(function, called), *self._layers_of(function, called, drawn))
        )

    def _entries_of(self, function: Function, name: str) -> list[Entry]:
        """Return the rows of one function; `name` with primes is what its derivatives are called."""
        stale = function.key in self.stale
        orders = function.orders if self.overlaid else (0,)
        return [
            Entry(
                _title(function) if order == orders[0] and order == 0 else order_name(order, name),
                self.style.pen("value", function.colour, order, stale=stale),
                self._dashes(order),
            )
            for order in orders
        ]

    def _layers_of(self, function: Function, name: str, drawn: Set[tuple[str, int]]) -> list[Entry]:
        """Return the rows of what the document's switches add to a function."""
        rows: list[tuple[str, Role]] = []
        if self.document.taylor is not None and ("taylor", function.key) in drawn:
            rows.append((f"T{str(self.document.taylor).translate(SUBSCRIPTS)} {name}", "taylor_near"))
        by = self.document.sensitivity
        if by is not None and ("sensitivity", function.key) in drawn:
            step = self.document.parameter(by).step
            rows += [(f"∂{name}/∂{by}", "sensitivity"), (f"{name} | {by} + {step:g}", "ghost")]
        stale = function.key in self.stale
        return [
            Entry(text, self.style.pen(role, function.colour, 0, stale=stale), self.style.role_dashes(role))
            for text, role in rows
        ]


def _title(function: Function) -> str:
    """Return the formula, and where only points are drawn that the lines between them are not the function."""
    if function.points is None:
        return formula(function)
    text = QCoreApplication.translate("Legend", "{formula}: {count} joined points")
    return text.format(formula=formula(function), count=function.points.count)


def function_name(function: Function) -> str:
    """Return what the card calls its function (`g(x) = ...`, `def g(x):`), else f."""
    text = function.text.lstrip()
    head = text.partition("=")[0].partition("(")[0].removeprefix("def ").strip()
    return head if ("=" in text or text.startswith("def ")) and head.isidentifier() else "f"
