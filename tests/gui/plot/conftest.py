import numpy as np
import pytest
from msgspec.structs import replace

from engine.document import Document, Function, View
from engine.outcome import LayerOutcome, Outcome
from engine.plan import Viewport, plan
from engine.shapes import Curve, Points
from gui.fonts import bundled_font
from gui.plot.plot_view import PlotView


@pytest.fixture(autouse=True)
def _font(qapp):
    before = qapp.font()
    qapp.setFont(bundled_font())
    yield
    qapp.setFont(before)


def document(*orders, arrangement="stacked", **changes):
    """Return a document of one function for each tuple of orders."""
    functions = tuple(
        Function(key, f"{'fghk'[key - 1]}(x) = sin({key} x)", colour=key - 1, orders=shown)
        for key, shown in enumerate(orders, start=1)
    )
    return replace(Document(functions=functions, view=View(arrangement=arrangement)), **changes)


def outcome(shown, *, scale=1.0, without=(), count=401):
    """Return what an engine would make of the document: sines, their derivatives, and the points at the cursor."""
    x = np.linspace(*shown.view.x, count)
    layers = []
    for function in shown.functions:
        if function.key in without or not function.visible:
            continue
        k, c = function.key, shown.cursor
        shapes = []
        for order in function.orders:
            role = "derivative" if order else "value"
            shapes.append(Curve(x, scale * k**order * np.sin(k * x + order * np.pi / 2), role, k, order))
            at = scale * k**order * np.sin(k * c + order * np.pi / 2)
            shapes.append(Points(np.array([c]), np.array([at]), "touch", k, order))
        if 0 in function.orders:
            ends = np.array(shown.view.x)
            with np.errstate(over="ignore"):
                tangent = scale * (np.sin(k * c) + k * np.cos(k * c) * (ends - c))
            shapes.append(Curve(ends, tangent, "tangent", k, 0))
        layers.append(LayerOutcome("value", k, tuple(shapes)))
    return Outcome(plan(shown, Viewport()), tuple(layers), (), 0, 0.0)


class Owner:
    """Owns the document of a view, as the store does in the window."""

    def __init__(self, view, shown):
        self.view, self.document = view, shown
        self.views, self.cursors, self.settled = [], [], []
        view.view_changed.connect(self._on_view)
        view.cursor_moved.connect(self._on_cursor)
        view.view_settled.connect(lambda: self.settled.append("view"))
        view.cursor_settled.connect(lambda: self.settled.append("cursor"))
        view.synchronise(shown)
        view.show_outcome(outcome(shown))

    def edit(self, changed):
        self.document = changed
        self.view.synchronise(changed)

    def _on_view(self, view):
        self.views.append(view)
        self.edit(self.document.with_view(view))

    def _on_cursor(self, x):
        self.cursors.append(x)
        self.edit(self.document.with_cursor(x))


@pytest.fixture
def make_view(qtbot):
    def make(shown, size=(800, 500)):
        view = PlotView()
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        return view, Owner(view, shown)

    return make


@pytest.fixture(name="document")
def document_fixture():
    return document


@pytest.fixture(name="outcome")
def outcome_fixture():
    return outcome
