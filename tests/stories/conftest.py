"""The real window with the real engine, as a person has it after the start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.window import Window
from tests.stories.switching import begins


class Person:
    """Someone in front of a window: types, presses, drags, looks."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.bugs = qtbot, window, []
        window._application.bugs.reported.connect(self.bugs.append)

    def waits(self):
        """Until the picture is whole."""
        self.qtbot.waitUntil(lambda: self.window.picture.is_settled, timeout=20_000)

    def card(self, place=-1):
        return self.window.functions.card(self.window.store.document.functions[place].key)

    def types(self, text, place=-1):
        """Replace the text of a card, key by key."""
        box = self.card(place).text
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        box.completions.hide()

    def types_and_waits(self, text, place=-1):
        self.types(text, place)
        self.window.store.finish_gesture()
        self.waits()

    def drags(self, widget, start, *points):
        """Press the left button, move, and let it go at the last point."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for point in points:
            QTest.mouseMove(widget, point)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=points[-1])

    def drags_slider(self, name, *shares):
        """Drag a slider's handle to these shares of its width, one after the other."""
        slider = self.window.parameters.row(name).slider
        points = [QPoint(round(share * slider.width()), slider.height() // 2) for share in shares]
        self.drags(slider, slider._handle().center(), *points)

    def sees(self, field):
        """Wait until the lens of the open page has shown this."""
        self.waits()
        self.qtbot.waitUntil(lambda: getattr(self.window.picture.outcome.inspection, field, None) is not None,
                             timeout=20_000)  # fmt: skip

    def opens(self, page, field):
        """Open a page of the inspector and wait for what its lens sees."""
        self.does("inspector")
        self.window.inspector.open_page(page)
        self.sees(field)

    def does(self, identity):
        self.window.actions_[identity].trigger()

    def curve(self, order=0, key=None):
        """The x and y that are drawn, of all pieces one after the other."""
        key = key or self.window.store.document.functions[0].key
        layers = [layer for layer in self.window.picture.outcome.layers if layer.function == key]
        shapes = [shape for layer in layers for shape in layer.shapes
                  if shape.role in ("value", "derivative") and shape.order == order]  # fmt: skip
        return [shape.x for shape in shapes], [shape.y for shape in shapes]

    @property
    def texts(self):
        return [function.text for function in self.window.store.document.functions]

    @property
    def names(self):
        return [parameter.name for parameter in self.window.store.document.parameters]

    def value(self, name):
        return self.window.store.document.parameter(name).value


@pytest.fixture
def open_window(qtbot, qapp):
    """Make a window, wait for its first curve, and close it in the end."""
    people = []

    def made():
        window = Window(qapp)
        qtbot.addWidget(window, before_close_func=lambda window: window.store.mark_saved())
        with qtbot.waitSignal(window.first_curve_painted, timeout=60_000):
            window.show()
        people.append(Person(qtbot, window))
        people[-1].waits()
        return people[-1]

    yield made
    for person in people:
        assert person.bugs == []


@pytest.fixture
def person(open_window):
    return open_window()


@pytest.fixture
def switching(person):
    """The person with a function, its derivative and its graph."""
    return begins(person)
