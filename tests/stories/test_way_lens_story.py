"""Someone looks at which way a function with branches and loops goes, and where."""

from __future__ import annotations

from dataclasses import replace as changed
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from engine.document import Document, Function, Parameter, View
from engine.session import decode, encode
from gui.export import png
from gui.export.options import ExportOptions
from gui.plot.way_words import way_text

TEXT = """\
def f(x, a=3.0):
    n = 0
    while x < a and n < 50:
        x = x + 1
        n += 1
    if x > 5:
        return x
    else:
        return n
"""


@pytest.fixture
def lens(person):
    document = Document(
        functions=(Function(1, TEXT),), parameters=(Parameter("a", 3.0),), view=View(x=(-6.0, 8.0)), cursor=-5.5
    )
    person.window.store.edit(document, "Test")
    person.waits()
    return person.window.plot.layout_.lens


def strip_centre(person, x):
    lens, mapping = person.window.plot.layout_.lens, person.window.plot.layout_.mapping_of(1)
    return QPoint(round(mapping.across(x)), round(lens.strips[1].bounds.center().y()))


def test_pointing_at_the_strip_names_the_way(person, lens):
    plot = person.window.plot
    for x, said in [(-5.5, "while ran 9 times, then else"), (4.5, "while did not run, then else"),
                    (2.5, "while ran once, then else"), (6.5, "while did not run, then if")]:  # fmt: skip
        QTest.mouseMove(plot, strip_centre(person, x))
        assert lens.label.visible
        assert lens.label.text == said
    QTest.mouseMove(plot, QPoint(strip_centre(person, 0.0).x(), plot.height() // 4))
    assert not lens.label.visible


def test_pointing_at_the_curve_names_its_way(person, lens):
    plot, layout = person.window.plot, person.window.plot.layout_
    mapping = layout.mapping_of(0)
    for x, value, said in [(-5.5, 9.0, "while ran 9 times, then else"), (6.5, 6.5, "while did not run, then if")]:
        at = QPoint(round(mapping.across(x)), round(float(mapping.down(np.array([value]))[0])))
        QTest.mouseMove(plot, at + QPoint(0, 3))
        assert lens.label.visible
        assert lens.label.text == said
        QTest.mouseMove(plot, at + QPoint(0, 40))
        assert not lens.label.visible


def test_the_strip_says_it_in_turkish_too(person, lens):
    person.does("language_tr")
    QTest.mouseMove(person.window.plot, strip_centre(person, -5.5))
    assert lens.label.text == "while 9 kez döndü, sonra else"
    described = person.window.plot.accessibleDescription
    person.qtbot.waitUntil(lambda: "İmleçte: while 9 kez döndü, sonra else." in described())
    person.does("language_en")
    person.qtbot.waitUntil(lambda: "At the cursor: while ran 9 times, then else." in described())
    assert lens.label.text == "while ran 9 times, then else"


def test_keys_move_the_cursor_and_name_its_way(person, lens):
    plot = person.window.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert lens.label.text == "while did not run, then if"
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert lens.label.text == "while ran 9 times, then else"
    assert "while ran 9 times, then else" in plot.accessibleDescription()


def test_the_strip_lies_under_the_lowest_plot_over_its_x_range(person, lens):
    area, strip = person.window.plot.layout_.mapping_of(1).area, lens.strips[1]
    assert (strip.bounds.left(), strip.bounds.right()) == (area.left, area.right)
    assert strip.bounds.top() > area.bottom
    edges = [box.left() for box, _ in strip.fills[1:]]
    mapping = person.window.plot.layout_.mapping_of(1)
    assert edges == pytest.approx([mapping.across(x) for x in (-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 5.0)])
    colours = [colour.name() for _, colour in strip.fills]
    assert all(one != other for one, other in pairwise(colours))


def test_curves_are_tinted_in_the_colours_of_their_ways(person, lens):
    assert set(lens.tints) == {("value", 1, 0), ("derivative", 1, 1)}
    mapping = person.window.plot.layout_.mapping_of(0)
    for (box, _), shade in zip(lens.strips[1].fills, range(3), strict=False):
        x = mapping.x_at(box.center().x())
        of = [colour for colour, lines in lens.tints["value", 1, 0].lines
              if any(line[0, 0] <= mapping.across(x) <= line[-1, 0] for line in lines)]  # fmt: skip
        assert len(of) == 1, shade


def test_the_ways_follow_a_slider_while_it_is_dragged(person, lens):
    seen = []
    person.window.picture.shown.connect(
        lambda outcome: seen.append((outcome.request.quality, len(outcome.ways[1].edges), len(lens.strips[1].fills)))
    )
    row = person.window.parameters.row("a").slider
    start = row._handle().center()
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(row, start + QPoint(15, 0))
    person.qtbot.waitUntil(lambda: any(quality == "live" for quality, *_ in seen), timeout=20_000)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start + QPoint(15, 0))
    person.waits()
    for _quality, edges, fills in seen:
        assert fills == edges + 1


def test_it_is_switched_in_the_menu_saved_and_taken_back(person, lens):
    height = person.window.plot.layout_.mapping_of(1).area.bottom
    assert person.window.actions_["ways"].isChecked()
    person.does("ways")
    person.waits()
    assert (lens.strips, lens.tints) == ({}, {})
    assert person.window.plot.layout_.mapping_of(1).area.bottom > height
    assert "At the cursor" not in person.window.plot.accessibleDescription()
    assert decode(encode(person.window.store.document), "ways").ways is False
    person.window.store.undo()
    person.waits()
    assert list(lens.strips) == [1]
    assert person.window.plot.layout_.mapping_of(1).area.bottom == height


def test_an_exported_figure_has_strip_and_tint(person, lens):
    window = person.window
    document, outcome = window.store.document, window.picture.outcome
    options = ExportOptions(900, 600)
    with_lens, without = (
        QImage.fromData(png.encode(document, shown, options)) for shown in (outcome, changed(outcome, ways={}))
    )
    for colours in (
        [colour for _, colour in lens.strips[1].fills],
        [colour for colour, _ in lens.tints["value", 1, 0].lines],
    ):
        names = {colour.name() for colour in colours}
        assert all(count(with_lens, name) > count(without, name) + 100 for name in names)


def count(image, name):
    """Return how many pixels have this colour."""
    shown = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(shown.constBits(), np.uint32).copy() & 0xFFFFFF
    return int((raw == int(name[1:], 16)).sum())


def test_several_functions_have_a_strip_and_a_name_each(person, lens):
    second = Function(2, "def g(x):\n    return x if x > 0 else -x\n", colour=1, orders=(0,))
    document = person.window.store.document
    person.window.store.edit(replace(document, functions=(*document.functions, second)), "Test")
    person.waits()
    assert list(lens.strips) == [1, 2]
    assert lens.strips[2].bounds.top() > lens.strips[1].bounds.bottom()
    assert lens.texts(2.5) == ["f: while ran once, then else", "g: if"]
    assert lens.texts(-2.5) == ["f: while ran 6 times, then else", "g: else"]


def test_words_that_a_function_has_twice_have_their_lines(person, lens):
    text = "def f(x):\n    if x > 0:\n        x = -x\n    if x > -1:\n        return 1\n    return x\n"
    person.window.store.edit(Document(functions=(Function(1, text),), view=View(x=(-3.0, 3.0))), "Test")
    person.waits()
    ways = lens.ways[1]
    assert way_text(ways, int(ways.index[0]), text) == "no branch that has a name"
    assert way_text(ways, int(ways.index[-1]), text) == "if in line 2"
