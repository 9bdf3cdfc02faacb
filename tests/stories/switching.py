"""What a person does and sees who switches nodes of the graph."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = "f(x) = x sin(2x) + a x^2"


def begins(person):
    """Type a function and open the inspector on its graph."""
    person.types_and_waits(TEXT)
    person.does("inspector")
    waits_for_boxes(person, 8)
    return person


def waits_for_boxes(person, count):
    graph = person.window.inspector.graph.view.graph
    person.qtbot.waitUntil(lambda: len(graph.boxes) == count, timeout=20_000)
    sees(person)


def sees(person):
    """Wait until picture and graph show what is switched."""
    person.waits()
    person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=20_000)


def tools(person):
    return person.window.inspector.graph.switch_tools


def box(person, name):
    return next(box for box in person.window.inspector.graph.view.graph.boxes if box.text.title == name)


def clicks(person, name, button=Qt.MouseButton.LeftButton):
    view = person.window.inspector.graph.view
    at = view.mapFromScene(box(person, name).pos())
    QTest.mouseClick(view.viewport(), button, pos=at)
    return at


def walks_to(person, name):
    """Press arrow keys until this box is selected: the first one goes to the output, then down, then sideways."""
    view, goal = person.window.inspector.graph.view, box(person, name)
    QTest.keyClick(view, Qt.Key.Key_Down)
    for _ in range(12):
        if goal.look.selected:
            return
        away = goal.pos() - next(one for one in view.graph.boxes if one.look.selected).pos()
        sideways = Qt.Key.Key_Left if away.x() < 0 else Qt.Key.Key_Right
        QTest.keyClick(view, Qt.Key.Key_Down if away.y() > 1 else sideways)
    pytest.fail(f"no keys lead to {name}")


def opens_menu(person, name):
    view = person.window.inspector.graph.view
    at = view.mapFromScene(box(person, name).pos())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return tools(person).menu


def torch_slope(function, x, **parameters):
    """What torch's own autograd gives for each x."""
    leaf = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    value = function(leaf, **parameters)
    if not value.requires_grad:
        return np.zeros_like(x)
    return torch.autograd.grad(value.sum(), leaf)[0].numpy()


def f_stopped_at_sine(x, a=1.0):
    return x * (2 * x).sin().detach() + a * x**2


def agrees(person, function, order=1, **parameters):
    (x,), (y,) = person.curve(order)
    known = np.isfinite(y)
    assert known.sum() > 100
    np.testing.assert_allclose(y[known], torch_slope(function, x[known], **parameters), rtol=1e-12, atol=1e-12)


def legend(person):
    return person.window.plot.layout_.legend.texts


def corner(person, row=0):
    return person.window.readout._rows[row].corner.text()
