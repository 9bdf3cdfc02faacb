"""One slider drag, from the slider's signal to the painted frame, beside a floor, matplotlib and the obvious pyqtgraph.

200 ticks of a real slider through a = 0.5 .. 4.5 for sin(a x) exp(-x^2/20) + a cos(3x) on [-10, 10], f and f' one above
the other in a plot area of 1000x700 pixels, width 2, antialiased, grid on. Prints one JSON object: milliseconds a tick.

    QT_QPA_PLATFORM=offscreen python benchmarks/drag.py
"""

from __future__ import annotations

import gc
import json
import os
import platform
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from pyqtgraph.functions import ndarray_from_qpolygonf
from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSlider, QWidget

from engine.document import Document, Function, Parameter, View
from engine.language.names import Module
from engine.outcome import LayerOutcome, Outcome
from engine.plan import CurveRequest, Request
from engine.shapes import Curve
from gui.evaluation import Evaluator

TICKS = 200
WARM_UP = 20
TURNS = 4
SLOW = ("matplotlib_redrawing", "obvious_pyqtgraph")
"""So far behind that one turn tells enough."""
LOW, HIGH = 0.5, 4.5
WIDTH, HEIGHT = 1000, 700
SAMPLES = 501
TEXT = "sin(a x) exp(-x^2/20) + a cos(3x)"
Y_RANGES = ((-6.0, 6.0), (-16.0, 16.0))
"""Of f and f', each in a plot of its own, one under the other."""
ROW = 338
"""Pixels of height of each plot."""
COLOURS = ("#0072b2", "#d55e00")


def by_hand(a, x):
    """Return f and f' as NumPy arrays: the torch code that a person would write for this one function."""
    import torch

    x.grad = None
    y = torch.sin(a * x) * torch.exp(-x * x / 20) + a * torch.cos(3 * x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    return y.detach().numpy(), slope.numpy()


def samples():
    """Return x as a tensor that records, and as an array."""
    import torch

    torch.set_num_threads(1)
    x = torch.linspace(-10, 10, SAMPLES, dtype=torch.float64, requires_grad=True)
    return x, x.detach().numpy()


class Drag(QObject):
    """Moves a slider and measures from its signal until the subject says that its frame is painted."""

    painted = Signal()

    def __init__(self, application, slider=None):
        super().__init__()
        self._application = application
        self.slider = slider or QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=TICKS + WARM_UP)
        self._begun = 0.0
        self.slider.valueChanged.connect(self._begin)

    def _begin(self):
        self._begun = time.perf_counter()

    def run(self):
        """Return the milliseconds of each tick after the warm-up."""
        loop = QEventLoop()
        self.painted.connect(loop.quit)
        gc.collect()
        gc.freeze()
        spent = []
        for tick in range(1, TICKS + WARM_UP + 1):
            self.slider.setValue(self.position(tick))
            loop.exec()
            spent.append((time.perf_counter() - self._begun) * 1e3)
            self._application.processEvents()
        return spent[WARM_UP:]

    def position(self, tick):
        """Return where the slider goes at a tick: in the warm-up and again in the drag from the left to the right."""
        slider = self.slider
        share = tick / WARM_UP if tick <= WARM_UP else (tick - WARM_UP) / TICKS
        return slider.minimum() + round((slider.maximum() - slider.minimum()) * share)

    @property
    def parameter(self):
        """The value of a where the slider is."""
        slider = self.slider
        share = (slider.value() - slider.minimum()) / (slider.maximum() - slider.minimum())
        return LOW + (HIGH - LOW) * share


def figures(spent):
    """Return the percentiles of the ticks."""
    return {f"p{share}": round(float(np.percentile(spent, share)), 3) for share in (50, 95, 99)}


def down(y, order):
    """Return the device coordinates of values in the upper plot (order 0) or the lower one."""
    low, high = Y_RANGES[order]
    return 10 + order * (ROW + 12) + (high - y) / (high - low) * ROW


def polygons(across, heights):
    """Return one curve in chunks of 16 segments, as the picture of the subject is drawn."""
    points = np.column_stack((across, heights))
    found = []
    for start in range(0, len(points) - 1, 16):
        chunk = points[start : start + 17]
        polygon = QPolygonF()
        polygon.resize(len(chunk))
        ndarray_from_qpolygonf(polygon)[:] = chunk
        found.append(polygon)
    return found


def grid_image():
    """Return a background with a grid."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("#dddddd"))
    for at in range(40, WIDTH, 94):
        painter.drawLine(at, 0, at, HEIGHT)
    for at in range(10, HEIGHT, 66):
        painter.drawLine(0, at, WIDTH, at)
    painter.end()
    return image


class Bare(QWidget):
    """Two polylines over a cached background."""

    painted = Signal()

    def __init__(self):
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.background, self.curves = grid_image(), ()

    def paintEvent(self, event):
        """Paint the background and the curves."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self.background)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, curve in zip(COLOURS, self.curves, strict=False):
            pen = QPen(QColor(colour), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for chunk in curve:
                painter.drawPolyline(chunk)
        painter.end()
        self.painted.emit()


def floor(application):
    """Torch by hand, a cached background and two polylines on a bare QWidget."""
    tensor, x = samples()
    across = 40 + (x + 10) / 20 * (WIDTH - 56)
    drag, widget = Drag(application), Bare()
    widget.resize(WIDTH, HEIGHT)
    shown(application, widget)
    widget.painted.connect(drag.painted)

    def update():
        widget.curves = [polygons(across, down(y, order)) for order, y in enumerate(by_hand(drag.parameter, tensor))]
        widget.update()

    drag.slider.valueChanged.connect(update)
    return drag.run()


def shown(application, widget):
    """Show the widget and let it paint."""
    widget.show()
    for _ in range(20):
        application.processEvents()
    return widget


def obvious_pyqtgraph(application):
    """addPlot, setData, width 2, antialias, showGrid."""
    import pyqtgraph

    pyqtgraph.setConfigOptions(antialias=True)
    tensor, x = samples()

    class Plots(pyqtgraph.GraphicsLayoutWidget):
        painted = Signal()

        def paintEvent(self, event):
            super().paintEvent(event)
            self.painted.emit()

    drag, widget = Drag(application), Plots()
    widget.setBackground("w")
    curves = []
    for order, colour in enumerate(COLOURS):
        plot = widget.addPlot(row=order, col=0)
        plot.showGrid(x=True, y=True)
        plot.setYRange(*Y_RANGES[order])
        curves.append(plot.plot(pen=pyqtgraph.mkPen(colour, width=2)))
    widget.resize(WIDTH, HEIGHT)
    shown(application, widget)
    widget.painted.connect(drag.painted)

    def update():
        for curve, y in zip(curves, by_hand(drag.parameter, tensor), strict=True):
            curve.setData(x, y)

    drag.slider.valueChanged.connect(update)
    spent = drag.run()
    pyqtgraph.setConfigOptions(antialias=False)
    return spent


def matplotlib_canvas(application, *, blit):
    """QtAgg with a grid; the curves alone drawn over a kept background, or everything drawn again."""
    import matplotlib

    matplotlib.use("QtAgg")
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    tensor, x = samples()

    class Canvas(FigureCanvasQTAgg):
        painted = Signal()

        def paintEvent(self, event):
            super().paintEvent(event)
            self.painted.emit()

    drag = Drag(application)
    canvas = Canvas(Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100))
    lines = []
    for order, colour in enumerate(COLOURS):
        axes = canvas.figure.add_subplot(2, 1, order + 1, xlim=(-10, 10), ylim=Y_RANGES[order])
        axes.grid(True)
        lines += axes.plot(x, 0 * x, color=colour, linewidth=2 * 72 / 100, animated=blit)
    canvas.resize(WIDTH, HEIGHT)
    shown(application, canvas)
    canvas.draw()
    background = canvas.copy_from_bbox(canvas.figure.bbox)
    canvas.painted.connect(drag.painted)

    def update():
        for line, y in zip(lines, by_hand(drag.parameter, tensor), strict=True):
            line.set_ydata(y)
        if not blit:
            canvas.draw_idle()
            return
        canvas.restore_region(background)
        for line in lines:
            line.axes.draw_artist(line)
        # `blit` paints at once, inside itself; `update` goes through the event loop as every other subject does.
        canvas.update()

    drag.slider.valueChanged.connect(update)
    return drag.run()


def document():
    """Return the document that is dragged."""
    function = Function(key=1, text=TEXT, orders=(0, 1))
    view = View(y=(*Y_RANGES, None, None, None))
    return Document(functions=(function,), parameters=(Parameter("a", LOW, LOW, HIGH),), view=view, tangent=False)


def evaluate_by_hand():
    """Return an `evaluate` that does what the engine does for this one function."""
    tensor, x = samples()

    def evaluate(request, budget):
        (_, a), *_ = request.parameters
        y, slope = by_hand(a, tensor)
        shapes = (Curve(x, y, "value", 1, 0), Curve(x, slope, "derivative", 1, 1))
        return Outcome(request, (LayerOutcome("value", 1, shapes),), (), x.size, 0.0)

    return evaluate


def ours_alone(application):
    """Drag the plot view with the evaluator's worker thread; torch by hand in place of the engine."""
    from gui.plot.plot_view import PlotView

    drag, plot, evaluator = Drag(application), PlotView(), Evaluator(evaluate_by_hand)
    plot.resize(WIDTH, HEIGHT)
    shown(application, plot)
    plot.frame_painted.connect(drag.painted)
    evaluator.finished.connect(plot.show_outcome)
    evaluator.start()
    curve = CurveRequest(1, 0, (0, 1))

    def update():
        a = drag.parameter
        changed = document().with_parameter(Parameter("a", a, LOW, HIGH))
        plot.synchronise(changed)
        plot.set_stale(frozenset())
        request = Request(Module(()), (curve,), (("a", a),), (-10.0, 10.0), (WIDTH, ROW), 0.7, False, "live")
        evaluator.request(request)

    drag.slider.valueChanged.connect(update)
    spent = drag.run()
    evaluator.close()
    return spent


def ours(application):
    """Drag in the whole window: its own slider, store, plan, engine and plot."""
    from gui.window import Window

    window = Window(document())
    window.plot.setFixedSize(WIDTH, HEIGHT)
    shown(application, window)
    window.evaluator.start()
    slider = window.parameters.findChild(QSlider)
    drag = Drag(application, slider)
    window.plot.frame_painted.connect(drag.painted)
    slider.setSliderDown(True)
    spent = drag.run()
    slider.setSliderDown(False)
    window.evaluator.close()
    window.deleteLater()
    return spent


def main():
    """Measure all subjects by turns, so that what else the machine does hits them alike; print JSON."""
    from gui.application import Application

    application = Application(["drag"])
    has_window = find_spec("gui.store") is not None and find_spec("engine.calculus.derivatives") is not None
    subjects = {
        "ours": ours if has_window else ours_alone,
        "floor": floor,
        "matplotlib_blitting": lambda app: matplotlib_canvas(app, blit=True),
        "matplotlib_redrawing": lambda app: matplotlib_canvas(app, blit=False),
        "obvious_pyqtgraph": obvious_pyqtgraph,
    }
    if has_window:
        subjects["plot_alone"] = ours_alone
    spent = {name: [] for name in subjects}
    for turn in range(TURNS):
        for name, measure in subjects.items():
            if turn == 0 or name not in SLOW:
                spent[name] += measure(application)
    results = {name: figures(found) for name, found in spent.items()}
    reached = {
        "p50_at_most_matplotlib_blitting": results["ours"]["p50"] <= results["matplotlib_blitting"]["p50"],
        "p95_at_most_twice_the_floor": results["ours"]["p95"] <= 2 * results["floor"]["p95"],
    }
    print(json.dumps({"unit": "ms", "machine": machine(), "ticks": TICKS, "results": results, "reached": reached}))


def machine():
    """Return what the figures depend on."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
