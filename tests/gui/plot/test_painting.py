import gc
import sys

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from engine.document import Document, View
from engine.outcome import LayerOutcome, Outcome
from engine.plan import Viewport, plan
from engine.shapes import Curve
from gui.plot.layout import PlotLayout
from gui.plot.primitives import polygon
from gui.plot.style import Style


def picture(layout):
    """Return the layout painted, as an array of (height, width, 3) integers."""
    image = QImage(layout.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    layout.draw(painter)
    painter.end()
    return pixels(image)


def pixels(image):
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[..., 2::-1].astype(int)


def nearness(found, colour, tolerance=60):
    wanted = np.array(QColor(colour).getRgb()[:3])
    return np.abs(found - wanted).max(axis=2) <= tolerance


def curve(x, y):
    return Outcome(plan(Document(), Viewport()), (LayerOutcome("value", 1, (Curve(x, y, "value", 1, 0),)),), (), 0, 0.0)


@pytest.fixture
def make_layout(qtbot):
    def make(shown, drawn, size=(600, 400), style=Style("light")):  # noqa: B008  (frozen)
        layout = PlotLayout()
        layout.resize(*size)
        layout.set_style(style)
        layout.synchronise(shown)
        layout.show_outcome(drawn)
        return layout

    return make


FIXED = View(x=(-10.0, 10.0), y=((-2.0, 2.0),) * 5)


def test_a_curve_is_painted_where_it_is(make_layout, document):
    x = np.linspace(-10, 10, 401)
    layout = make_layout(document((0,), view=FIXED), curve(x, np.sin(x)))
    found, mapping = picture(layout), layout.mapping
    for at in (-8.0, -3.0, 0.5, 4.0):
        across, down = int(mapping.across(at)), mapping.down(np.sin(at))
        column = nearness(found, "#0072b2")[:, across]
        assert column.any()
        assert abs(np.flatnonzero(column).mean() - down) < 4


def test_nothing_is_painted_across_a_break(make_layout, document):
    x = np.linspace(-10, 10, 401)
    y = np.where(abs(x) < 1.0, np.nan, np.sign(x))
    layout = make_layout(document((0,), view=FIXED), curve(x, y))
    inked, mapping = nearness(picture(layout), "#0072b2"), layout.mapping
    top = int(mapping.down(1.5))
    assert not inked[top : int(mapping.area.bottom), int(mapping.across(-0.8)) : int(mapping.across(0.8))].any()
    assert inked[:, int(mapping.across(3.0))].any()


@pytest.mark.parametrize(
    "function",
    [
        np.sin,
        lambda x: 2 * np.sin(6 * x),
        lambda x: np.abs(x) - 1,
        lambda x: np.sign(np.sin(3 * x)),
        lambda x: 0.19 * x,
    ],
)
def test_the_fast_way_of_drawing_looks_like_one_stroke(make_layout, document, function):
    """No beads and no gaps: beside the whole curve stroked as one path, pixels differ by little."""
    x = np.linspace(-10, 10, 501)
    layout = make_layout(document((0,), view=View(x=(-10.0, 10.0), y=((-2.5, 2.5),) * 5)), curve(x, function(x)))
    found = picture(layout)
    item = layout.plots[0].items["value", 1, 0]
    layout.plots[0].show_shapes({}, layout._look())
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layout.draw(painter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(item.pen))
    painter.drawPolyline(polygon(layout.mapping.points(x, function(x))))
    painter.end()
    wanted = pixels(image)
    inked = np.abs(wanted - 255).max(axis=2) > 60
    difference = np.abs(found - wanted).max(axis=2)
    assert difference[inked].mean() < 8
    assert np.percentile(difference, 99.9) < 100


def test_a_wide_line_has_no_open_joints(make_layout, document):
    """In a picture of four times the size, beside one stroke."""
    x = np.linspace(-10, 10, 201)
    layout = make_layout(document((0,), view=FIXED), curve(x, np.sin(2 * x)), (1200, 800), Style("light", scale=4.0))
    item = layout.plots[0].items["value", 1, 0]
    item.prepare()
    assert max(len(line) for line in item.lines) == 17
    assert nearness(picture(layout), "#0072b2").any()


def test_a_fine_screen_has_no_open_joints(make_layout, document, monkeypatch):
    x = np.linspace(-10, 10, 201)
    layout = make_layout(document((0,), view=FIXED), curve(x, np.sin(2 * x)))
    item = layout.plots[0].items["value", 1, 0]
    ratios, prepare = [], item.prepare
    monkeypatch.setattr(item, "prepare", lambda ratio: (ratios.append(ratio), prepare(ratio)))
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    layout.draw(painter)
    painter.end()
    assert ratios == [2.0]
    assert max(len(line) for line in item.lines) == 17
    prepare(1.0)
    assert max(len(line) for line in item.lines) < 17


def test_a_lone_sample_is_seen(make_layout, document):
    layout = make_layout(document((0,), view=FIXED), curve(np.array([3.0]), np.array([1.0])))
    inked, mapping = nearness(picture(layout), "#0072b2", 110), layout.mapping
    down, across = int(mapping.down(1.0)), int(mapping.across(3.0))
    assert inked[down - 3 : down + 4, across - 3 : across + 4].any()


@pytest.mark.parametrize("count", [0, 1, 2, 8001])
def test_any_number_of_samples_is_painted(make_layout, document, count):
    x = np.linspace(-10, 10, count)
    picture(make_layout(document((0,)), curve(x, np.sin(50 * x))))


@pytest.mark.parametrize("scale", [1e300, 1e-300, 1.7e308])
@pytest.mark.parametrize("arrangement", ["stacked", "overlay"])
def test_extreme_values_are_painted_without_warnings(make_layout, document, outcome, scale, arrangement):
    shown = document((0, 1), arrangement=arrangement)
    found = picture(make_layout(shown, outcome(shown, scale=scale)))
    assert nearness(found, "#0072b2").sum() > 300


@pytest.mark.parametrize("x", [(1e6, 1e6 + 1e-3), (-1e299, 1e299), (0.0, 1e-12)])
def test_extreme_ranges_are_painted_without_warnings(make_layout, document, outcome, x):
    shown = document((0,), view=View(x=x))
    assert nearness(picture(make_layout(shown, outcome(shown))), "#0072b2", 120).sum() > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_is_the_schemes(make_layout, document, outcome, scheme):
    shown = document((0,))
    found = picture(make_layout(shown, outcome(shown), style=Style(scheme)))
    assert found[1, 1].tolist() == list(Style(scheme).ground.getRgb()[:3])


def test_a_transparent_picture_has_no_ground(make_layout, document, outcome):
    shown = document((0,))
    layout = make_layout(shown, outcome(shown), style=Style("light", transparent=True))
    image = QImage(600, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    layout.draw(painter)
    painter.end()
    assert image.pixelColor(1, 1).alpha() == 0


def test_repainting_loses_no_references(make_view, document, outcome, qtbot):
    """PySide 6.12.0 drops a reference to None with most calls (PYSIDE-3474) and aborts after some hundred frames."""
    view, owner = make_view(document((0, 1)))
    QApplication.processEvents()
    gc.collect()
    before = sys.getrefcount(None)
    for index in range(100):
        with qtbot.waitSignal(view.frame_painted):
            view.show_outcome(outcome(owner.document, scale=1 + index / 100))
    gc.collect()
    assert sys.getrefcount(None) > before - 50


def test_an_unchanged_curve_is_mapped_once(make_view, document, qtbot, monkeypatch):
    view, _ = make_view(document((0,)))
    item = view.layout_.plots[0].items["value", 1, 0]
    view.grab()
    calls = []
    monkeypatch.setattr(item, "prepare", lambda ratio: calls.append(ratio))
    view.grab()
    assert calls == []
