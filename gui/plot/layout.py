"""All plots of a document, in a window or off screen: stacked by order, or one overlay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from engine.document import Document
from engine.outcome import MARKED
from gui.plot.axis import below, beside, gap, number_metrics, width_of
from gui.plot.callouts import Callouts, nearest
from gui.plot.cursor import CursorItem
from gui.plot.drawing import Drawing
from gui.plot.formula import formula
from gui.plot.legend import LegendItem
from gui.plot.look import Look, function_name
from gui.plot.mapping import Mapping, Rectangle
from gui.plot.plot import Plot, ShapeKey
from gui.plot.style import Style, order_name
from gui.plot.text_item import TextItem
from gui.plot.ticks import Ticks, ticks
from gui.plot.way_lens import WayLens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor

    from engine.document import Function, Range
    from engine.outcome import Feature, Outcome
    from engine.shapes import Note, Shape

RIGHT, TOP, BETWEEN, BELOW = 16.0, 10.0, 12.0, 8.0
"""Pixels beside the plots' areas, between them and under the numbers of x."""
MARGIN_STEP = 8.0
"""The left margin grows in such steps, so that it does not shiver while numbers change."""
LEAST_MARGIN = 40.0
TICK_WIDTH, TICK_HEIGHT = 84.0, 40.0
"""Pixels between ticks, at least."""
LEAST_SIZE = 8.0
START_SIZE = QSizeF(640.0, 480.0)
LEGEND_DEPTH, CURSOR_DEPTH = 10.0, -1.0
"""The cursor lies under the curves and their points."""


class PlotLayout:
    """Draws a document and an outcome, in plots and items that it keeps.

    It needs neither a widget nor an event loop, only a size and a painter. `on_screen` keeps a picture of what lies
    under the curves, and shows the cursor; `changed` is called when it has to be painted anew.
    """

    def __init__(self, *, on_screen: bool = False, changed: Callable[[], object] = lambda: None) -> None:
        self._on_screen = on_screen
        self.size = START_SIZE
        """In pixels."""
        self.drawing = Drawing(cached=on_screen, changed=changed)
        self._document = Document()
        self._style = Style("light")
        self._shapes: dict[ShapeKey, Shape] = {}
        self._stale: frozenset[int] = frozenset()
        self._held = False
        self._vector = False
        self._backdrop: QPixmap | None = None
        self.plots: dict[int, Plot] = {}
        """The plots now shown, by order from the highest to the lowest; an overlay is plot 0."""
        self.legend, self.cursor = LegendItem(self.drawing, LEGEND_DEPTH), CursorItem(self.drawing, CURSOR_DEPTH)
        self.hint = TextItem(self.drawing, centred=True)
        self.callouts = Callouts(self.drawing)
        self.lens = WayLens(self.drawing)
        self._outcome: Outcome | None = None
        self._match_plots()
        self._dress()
        self._arrange()

    def resize(self, width: float, height: float) -> None:
        """Have this size."""
        if QSizeF(width, height) != self.size:
            self.size = QSizeF(width, height)
            self._arrange()

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._document

    @property
    def vector(self) -> bool:
        """Whether each unbroken piece is drawn as one polyline, for SVG and PDF."""
        return self._vector

    @vector.setter
    def vector(self, on: bool) -> None:
        self._vector = on
        self._show_shapes()

    def synchronise(self, document: Document) -> None:
        """Show this document's functions, view and cursor; the shapes stay until the next outcome."""
        before, self._document = self._document, document
        if document.functions == before.functions and document.view == before.view:
            # The tick of a slider, or a move of the cursor.
            self._place_cursor()
            if (document.taylor, document.sensitivity) != (before.taylor, before.sensitivity):
                self._show_legend()
            return
        self._keep(self._shapes)
        self._match_plots()
        self._show_shapes()
        self._follow()
        self._arrange()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show these shapes; what a function with a problem had before stays."""
        kept = self._stale | outcome.problems.keys()
        self._outcome = outcome
        shapes = {key: shape for key, shape in self._shapes.items() if shape.function in kept}
        for layer in outcome.layers:
            shapes.update({(shape.role, shape.function, shape.order): shape for shape in layer.shapes})
        drawn = self._shapes.keys()
        self._keep(shapes)
        ways = {key: ways for key, ways in self.lens.ways.items() if key in kept} | dict(outcome.ways)
        strips = self.lens.take(ways, self._document.functions)
        self._show_shapes()
        if self._follow() or strips:
            self._arrange()
        else:
            self._show_callouts()
            if self._shapes.keys() != drawn:
                self._show_legend()

    def feature_at(self, at: QPointF) -> Feature | None:
        """Return the marked feature at this place; None if there is none."""
        if self._outcome is None or 0 not in self.plots:
            return None
        shown = {f.key for f in self._document.functions if f.visible and 0 in f.orders}
        marked = tuple(one for one in self._outcome.features if one.kind in MARKED and one.function in shown)
        return nearest(marked, self.mapping_of(0), at)

    def point_at(self, feature: Feature | None) -> None:
        """Show the label of this feature; None: no label."""
        if feature != self.callouts.pointed:
            self.callouts.point_at(feature, self.mapping_of(0) if feature is not None else self.mapping, self._style)

    def _show_callouts(self) -> None:
        """Write the notes; a label goes with the marker that it belongs to."""
        if self._outcome is None or self.callouts.pointed not in self._outcome.features:
            self.point_at(None)
        elif self.callouts.pointed is not None:
            self.callouts.point_at(self.callouts.pointed, self.mapping_of(0), self._style)
        self.callouts.write_notes(self._notes(), self._style)

    def _notes(self) -> list[tuple[Note, str, Mapping]]:
        shown = {f.key: f for f in self._document.functions if f.visible}
        overlaid = self._document.view.arrangement == "overlay"
        found = () if self._outcome is None else self._outcome.notes
        return [
            (note, self._name(shown[note.function], note.order), self.mapping_of(order))
            for note in found
            if note.function in shown and (order := 0 if overlaid else note.order) in self.plots
        ]

    def _name(self, function: Function, order: int) -> str:
        """Return what a note calls a curve: by its formula where the name alone would not tell."""
        names = [function_name(other) for other in self._document.functions if other.visible and other.text.strip()]
        name = function_name(function)
        if names.count(name) == 1:
            return order_name(order, name)
        return order_name(order, f"({formula(function)})" if order else formula(function))

    def set_style(self, style: Style) -> None:
        """Use these colours, at this scale."""
        if style != self._style:
            self._style = style
            self._dress()
            self._show_shapes()
            self._arrange()

    def set_stale(self, keys: frozenset[int]) -> None:
        """Grey the curves of these functions, and keep them when an outcome has none."""
        if keys != self._stale:
            self._stale = keys
            self._show_shapes()
            self._show_legend()

    def hold_y(self, on: bool) -> None:
        """Keep automatic y ranges still, or let them follow the curves again."""
        if on == self._held:
            return
        self._held = on
        if self._follow():
            self._arrange()

    def retranslate(self) -> None:
        """Write the hint in the language that is now installed."""
        self._show_hint()
        self._show_callouts()
        self.lens.show(self.plots, self._shapes, self._look())

    def point_at_way(self, at: QPointF | None) -> None:
        """Name the way of each function where the strips are pointed at; None: no label."""
        self.lens.point_at(at, self._style.scale)

    def y_range(self, order: int) -> Range:
        """Return the range that the plot of this order shows."""
        fixed = self._document.view.y[order]
        return fixed if fixed is not None else self.plots[order].automatic

    def order_at(self, down: float) -> int:
        """Return the order of the plot at this height, or of the one nearest to it."""

        def distance(order: int) -> float:
            area = self.mapping_of(order).area
            return max(area.top - down, down - area.bottom)

        return min(self.plots, key=distance)

    @property
    def mapping(self) -> Mapping:
        """The mapping of the highest plot; x is the same in all."""
        return self.mapping_of(next(iter(self.plots)))

    def mapping_of(self, order: int) -> Mapping:
        """Return the mapping of the plot of this order."""
        mapping = self.plots[order].mapping
        if mapping is None:
            raise RuntimeError("a plot is arranged as soon as it is made")
        return mapping

    @property
    def accent(self) -> QColor:
        """The colour of what is being selected."""
        return self._style.accent

    @property
    def has_finite_shapes(self) -> bool:
        """Whether there is anything to see."""
        return any(_is_finite(shape) for shape in self._shapes.values())

    @property
    def _is_empty(self) -> bool:
        return not any(function.text.strip() for function in self._document.functions)

    def _look(self) -> Look:
        return Look(self._style, self._document, self._stale, self._vector)

    def _keep(self, shapes: dict[ShapeKey, Shape]) -> None:
        """Keep the shapes of what the document shows."""
        shown = {(f.key, order) for f in self._document.functions if f.visible for order in f.orders}
        self._shapes = {key: shape for key, shape in shapes.items() if key[1:] in shown}

    def _orders(self) -> tuple[int, ...]:
        if self._document.view.arrangement == "overlay":
            return (0,)
        shown = [f for f in self._document.functions if f.visible and f.text.strip()]
        return tuple(sorted({order for function in shown for order in function.orders})) or (0,)

    def _match_plots(self) -> None:
        orders = self._orders()
        if orders == tuple(self.plots):
            return
        for order in self.plots.keys() - set(orders):
            self.plots[order].discard()
        self.plots = {order: self.plots.get(order) or self._new_plot() for order in orders}

    def _new_plot(self) -> Plot:
        plot = Plot(self.drawing)
        plot.title.set_look(self._style.font(bold=True), self._style.text, self._style.patch)
        return plot

    def _shapes_of(self, order: int) -> dict[ShapeKey, Shape]:
        if self._document.view.arrangement == "overlay":
            return self._shapes
        return {key: shape for key, shape in self._shapes.items() if shape.order == order}

    def _show_shapes(self) -> None:
        look = self._look()
        for order, plot in self.plots.items():
            plot.show_shapes(self._shapes_of(order), look)
        self.lens.show(self.plots, self._shapes, look)

    def _show_legend(self) -> None:
        area = self.mapping.area
        self.legend.show_entries(self._look().entries({key[:2] for key in self._shapes}), area.width, area.height)
        self.legend.move_to(area.right, area.top)

    def _follow(self) -> bool:
        """Let automatic y ranges follow the curves; return whether any changed."""
        if self._held:
            return False
        before = [plot.automatic for plot in self.plots.values()]
        for order, plot in self.plots.items():
            if self._document.view.y[order] is None:
                plot.follow(self._shapes_of(order))
        return before != [plot.automatic for plot in self.plots.values()]

    def _dress(self) -> None:
        self.legend.set_style(self._style)
        self.cursor.set_style(self._style)
        self.hint.set_look(self._style.font(1.1), self._style.axis, self._style.ground)
        for plot in self.plots.values():
            plot.title.set_look(self._style.font(bold=True), self._style.text, self._style.patch)

    def _arrange(self) -> None:
        """Place everything for the size, the ranges and the texts of now."""
        rows = self._rows()
        y_ticks = {order: self._y_ticks(order, top, bottom) for order, (top, bottom) in rows.items()}
        left = self._left_margin(y_ticks)
        right = max(left + LEAST_SIZE, self.size.width() - RIGHT * self._style.scale)
        x_ticks = ticks(self._document.view.x, int((right - left) / (TICK_WIDTH * self._style.scale)))
        for order, (top, bottom) in rows.items():
            plot = self.plots[order]
            mapping = Mapping(self._document.view.x, self.y_range(order), Rectangle(left, top, right, bottom))
            plot.arrange(mapping, x_ticks, y_ticks[order])
            plot.title.set_text(self._title(order, y_ticks[order]))
            plot.labels = beside(mapping, y_ticks[order], self._style)
        low = replace(
            mapping, area=replace(mapping.area, bottom=mapping.area.bottom + self.lens.height(self._style.scale))
        )
        plot.labels += below(low, x_ticks, self._style, self.size.width() - 1)  # only the lowest says what x is
        self.lens.show(self.plots, self._shapes, self._look())
        self._place_cursor()
        self._show_legend()
        self._show_hint()
        self._show_callouts()
        self._backdrop = None
        self.drawing.changed()

    def _rows(self) -> dict[int, tuple[float, float]]:
        """Return the top and the bottom of each plot, in whole pixels."""
        scale, count = self._style.scale, len(self.plots)
        room = self.size.height() - (TOP + BELOW) * scale - gap(self._style) - number_metrics(self._style).height()
        room -= self.lens.height(scale)
        height = max(LEAST_SIZE, (room - (count - 1) * BETWEEN * scale) / count)
        tops = [round(TOP * scale + index * (height + BETWEEN * scale)) for index in range(count)]
        return {order: (top, round(top + height)) for order, top in zip(self.plots, tops, strict=True)}

    def _y_ticks(self, order: int, top: float, bottom: float) -> Ticks:
        return ticks(self.y_range(order), int((bottom - top) / (TICK_HEIGHT * self._style.scale)) + 1)

    def _left_margin(self, y_ticks: dict[int, Ticks]) -> float:
        scale = self._style.scale
        needed = max(width_of(found, self._style) for found in y_ticks.values()) + 4 * scale
        step = MARGIN_STEP * scale
        return float(round(max(LEAST_MARGIN * scale, -(-needed // step) * step)))

    def _title(self, order: int, y_ticks: Ticks) -> str:
        name = "" if self._document.view.arrangement == "overlay" else order_name(order)
        return f"{name}   {y_ticks.shared}".strip()

    def _place_cursor(self) -> None:
        low, high = self._document.view.x
        is_inside = low <= self._document.cursor <= high
        self.cursor.set_visible(self._on_screen and is_inside and not self._is_empty)
        first, last = self.mapping.area, self.mapping_of(list(self.plots)[-1]).area
        if self.cursor.visible:
            self.cursor.move_to(round(self.mapping.across(self._document.cursor)) + 0.5, first.top)
            self.cursor.set_length(last.bottom - first.top)

    def _show_hint(self) -> None:
        self.hint.set_visible(self._is_empty)
        self.hint.set_text(QCoreApplication.translate("PlotLayout", "Type a function at the left"))
        area = self.mapping.area
        self.hint.move_to(round((area.left + area.right) / 2), round(area.top + area.height * 0.42))

    def draw(self, painter: QPainter) -> None:
        """Paint everything; what lies under the curves, on screen from a picture that is kept until it changes."""
        if self._on_screen:
            ratio = painter.device().devicePixelRatioF()
            if self._backdrop is None or self._backdrop.devicePixelRatioF() != ratio:
                self._backdrop = self._picture(ratio)
            painter.drawPixmap(0, 0, self._backdrop)
        else:
            painter.save()
            self._draw_backdrop(painter)
            painter.restore()
        self.drawing.draw(painter)

    def _picture(self, ratio: float) -> QPixmap:
        picture = QPixmap((self.size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._style.ground)
        painter = QPainter(picture)
        self._draw_backdrop(painter)
        painter.end()
        return picture

    def _draw_backdrop(self, painter: QPainter) -> None:
        if not self._style.transparent:
            painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), self._style.ground)
        for plot in self.plots.values():
            plot.draw_backdrop(painter, self._style)


def _is_finite(shape: Shape) -> bool:
    return bool(shape.y.size) and bool((abs(shape.y) < float("inf")).any())
