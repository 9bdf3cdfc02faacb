"""The GUI thread is never kept for more than 50 ms by anything a person does after the start."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

MOST_SECONDS = 0.050


def _watchdog_class():
    spec = importlib.util.spec_from_file_location("watchdog", Path(__file__).with_name("watchdog.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Watchdog


Watchdog = _watchdog_class()


def typing(person):
    person.types_and_waits("a sin(b x) exp(-x^2/20) + c cos(3x)")
    person.types_and_waits("tan(a x) + gamma(x)")
    person.types("sin(x")
    person.types_and_waits("{x < 0: -x, x >= 1: x^2, 0.5}")


def more_functions(person):
    for text in ("g(x) = f'(x)", "h(x) = g(x)^2"):
        person.does("add_function")
        person.types_and_waits(text)


def dragging(person):
    person.drags_slider("a", *(share / 40 for share in range(40)))
    person.waits()


def looking(person):
    plot = person.window.plot
    middle = plot.rect().center()
    person.drags(plot, middle, middle + QPoint(40, 10), middle + QPoint(120, 20))
    for delta in (120, 120, -120):
        plot.wheelEvent(QWheelEvent(QPointF(middle), QPointF(middle), QPoint(), QPoint(0, delta),
                                    Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                                    Qt.ScrollPhase.NoScrollPhase, False))  # fmt: skip
    plot.setFocus()
    for _ in range(20):
        QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    person.does("overlay")
    person.does("stacked")
    person.does("tangent")
    person.waits()


def history(person):
    person.types_and_waits("a x^2 + b")
    for identity in ("undo", "redo", "undo"):
        person.does(identity)
    person.waits()


def inspecting(person):
    person.types_and_waits("sin(a x) exp(-x^2/20) + sqrt(x + 4)")
    person.does("inspector")
    for name in ("graph", "paths", "features", "check", "precision", "cost"):
        person.window.inspector.open_page(name)
        person.waits()
        QApplication.processEvents()


def features(person):
    for text in ("sin(x)^2 + tan(x)", "floor(x) + |x - 1|"):
        person.types_and_waits(text)
        person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=30_000)


def languages(person):
    person.does("inspector")
    for identity in ("language_tr", "language_en"):
        person.does(identity)
        QApplication.processEvents()
    person.waits()


def schemes(person):
    for identity in ("scheme_dark", "scheme_light"):
        person.does(identity)
        QApplication.processEvents()
    person.waits()


def gallery(person):
    person.does("gallery")
    (dialog,) = person.window.findChildren(QDialog)
    person.qtbot.waitUntil(lambda: not dialog._coming)
    dialog.close()


def export(person):
    person.does("export")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(QDialog)))
    for dialog in person.window.findChildren(QDialog):
        QTest.qWait(0)
        dialog.close()


STORIES = (
    typing,
    more_functions,
    dragging,
    looking,
    history,
    inspecting,
    features,
    languages,
    schemes,
    gallery,
    export,
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_no_event_keeps_the_gui_thread(person, qapp, story):
    with Watchdog(qapp) as watchdog:
        story(person)
    seconds, event = watchdog.longest
    assert seconds <= MOST_SECONDS, f"{seconds * 1e3:.0f} ms in {event}"


def test_the_watchdog_sees_an_event_that_takes_long(person, qapp, qtbot):
    done = []

    def block():
        end = time.thread_time() + 2 * MOST_SECONDS
        while time.thread_time() < end:
            pass
        done.append(True)

    with Watchdog(qapp) as watchdog:
        QTimer.singleShot(0, block)
        qtbot.waitUntil(lambda: bool(done))
        qapp.processEvents()
    assert watchdog.longest[0] >= 2 * MOST_SECONDS
