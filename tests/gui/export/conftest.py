import numpy as np
import pytest

from engine.document import Document, Function, View
from engine.outcome import LayerOutcome, Outcome
from engine.plan import Viewport, plan
from engine.shapes import Curve
from gui.export import dialog
from gui.fonts import bundled_font


@pytest.fixture(autouse=True)
def _clean(qapp):
    before = qapp.font()
    qapp.setFont(bundled_font())
    dialog._last.clear()
    yield
    dialog._last.clear()
    qapp.setFont(before)


X, Y = (-4.0, 6.0), (-2.0, 2.0)


def made(x=X, count=501, arrangement="stacked", *, broken=False):
    """Return a document of a sine and its derivative, and of a second, plain function; and its outcome."""
    functions = (Function(1, "f(x) = sin(k x) & <more>", orders=(0, 1)), Function(2, "-x/9", colour=1, orders=(0,)))
    view = View(x=x, y=(Y,) * 5, arrangement=arrangement)
    at, wave = np.linspace(*x, count), np.linspace(-4, 6, count)
    value = np.sin(wave)
    if broken:
        value[count // 2] = np.nan
    shapes = (Curve(at, value, "value", 1, 0), Curve(at, np.cos(wave), "derivative", 1, 1))
    second = (Curve(at, -wave / 9, "value", 2, 0), Curve(np.array(x), np.zeros(2), "tangent", 2, 0))
    layers = (LayerOutcome("value", 1, shapes), LayerOutcome("value", 2, second))
    return Document(functions=functions, view=view), Outcome(plan(Document(), Viewport()), layers, (), 0, 0.0)


@pytest.fixture
def make():
    return made


@pytest.fixture
def shown():
    return made()
