"""What the window is measured beside: the same picture by a bare widget, by matplotlib and by pyqtgraph's usual calls.

Each function drags through the picture in its own way and returns the milliseconds of each tick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from pyqtgraph.functions import ndarray_from_qpolygonf
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.picture import BELOW, COLOURS, HEIGHT, LEFT, WIDTH, Picture, X, across, samples
from benchmarks.slider_drag import Drag, shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK = 16
"""Segments of a polyline: as one path, Qt would take ten times as long."""


def polygons(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[QPolygonF]:
    """Return one curve in chunks of segments that share their ends."""
    points = np.column_stack((x, y))
    found = []
    for start in range(0, len(points) - 1, CHUNK):
        chunk = points[start : start + CHUNK + 1]
        polygon = QPolygonF()
        polygon.resize(len(chunk))
        ndarray_from_qpolygonf(polygon)[:] = chunk
        found.append(polygon)
    return found


def grid_image() -> QImage:
    """Return a background with a grid."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("#dddddd"))
    for at in range(LEFT, WIDTH, 94):
        painter.drawLine(at, 0, at, HEIGHT)
    for at in range(BELOW, HEIGHT, 66):
        painter.drawLine(0, at, WIDTH, at)
    painter.end()
    return image


class Bare(QWidget):
    """Polylines over a cached background."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.background = grid_image()
        self.curves: list[tuple[QPen, list[QPolygonF]]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background and the curves."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self.background)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen, chunks in self.curves:
            painter.setPen(pen)
            for chunk in chunks:
                painter.drawPolyline(chunk)
        painter.end()
        self.painted.emit()


def floor(picture: Picture) -> list[float]:
    """Torch by hand, a cached background and the polylines on a bare widget."""
    tensor, x = samples()
    places = across(x)
    pens = [QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap) for colour in COLOURS]
    drag, widget = Drag(), Bare()
    widget.resize(WIDTH, HEIGHT)
    shown(widget)
    widget.painted.connect(drag.painted)

    def update() -> None:
        widget.curves = [
            (pens[place], polygons(places, picture.down(y, order)))
            for place, order, y in picture.curves(drag.parameter, tensor)
        ]
        widget.update()

    drag.slider.valueChanged.connect(update)
    return drag.run()


def pyqtgraph_as_usual(picture: Picture) -> list[float]:
    """addPlot, showGrid, plot, setData; width 2, antialiased."""
    import pyqtgraph

    pyqtgraph.setConfigOptions(antialias=True)
    tensor, x = samples()

    class Plots(pyqtgraph.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
        painted = Signal()

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted.emit()

    drag, widget = Drag(), Plots()
    widget.setBackground("w")
    plots = [widget.addPlot(row=order, col=0) for order in range(picture.highest + 1)]
    for order, plot in enumerate(plots):
        plot.showGrid(x=True, y=True)
        plot.setYRange(*picture.y_ranges[order])
    curves = {
        (place, order): plots[order].plot(pen=pyqtgraph.mkPen(COLOURS[place], width=2))
        for place in range(len(picture.functions))
        for order in range(picture.highest + 1)
    }
    widget.resize(WIDTH, HEIGHT)
    shown(widget)
    widget.painted.connect(drag.painted)

    def update() -> None:
        for place, order, y in picture.curves(drag.parameter, tensor):
            curves[place, order].setData(x, y)

    drag.slider.valueChanged.connect(update)
    spent = drag.run()
    pyqtgraph.setConfigOptions(antialias=False)
    return spent


def matplotlib_blitting(picture: Picture) -> list[float]:
    """QtAgg: the curves alone drawn over a kept background."""
    return _matplotlib(picture, blit=True)


def matplotlib_redrawing(picture: Picture) -> list[float]:
    """QtAgg: everything drawn again."""
    return _matplotlib(picture, blit=False)


def _matplotlib(picture: Picture, *, blit: bool) -> list[float]:
    import matplotlib

    matplotlib.use("QtAgg")
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    tensor, x = samples()

    class Canvas(FigureCanvasQTAgg):  # type: ignore[misc]  # matplotlib's Qt canvas has no types
        painted = Signal()

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted.emit()

    drag = Drag()
    canvas = Canvas(Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100))
    lines: dict[tuple[int, int], Any] = {}
    for order in range(picture.highest + 1):
        axes = canvas.figure.add_subplot(picture.highest + 1, 1, order + 1, xlim=X, ylim=picture.y_ranges[order])
        axes.grid(True)
        for place in range(len(picture.functions)):
            (lines[place, order],) = axes.plot(x, 0 * x, color=COLOURS[place], linewidth=2 * 72 / 100, animated=blit)
    canvas.resize(WIDTH, HEIGHT)
    shown(canvas)
    canvas.draw()
    background = canvas.copy_from_bbox(canvas.figure.bbox)
    canvas.painted.connect(drag.painted)

    def update() -> None:
        for place, order, y in picture.curves(drag.parameter, tensor):
            lines[place, order].set_ydata(y)
        if not blit:
            canvas.draw_idle()
            return
        canvas.restore_region(background)
        for line in lines.values():
            line.axes.draw_artist(line)
        canvas.update()  # `blit` would paint inside itself, past the event loop that all others go through

    drag.slider.valueChanged.connect(update)
    spent = drag.run()
    QApplication.processEvents()
    return spent
