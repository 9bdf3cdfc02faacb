"""Someone who presses everything: random keys, clicks, drags, wheels and actions over the whole window."""

from __future__ import annotations

import random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QDialog, QMenu, QWidget

from engine.examples import examples
from gui.actions import ACTIONS

ENDING = {"quit"}
"""Actions that close the window."""
SCRAPS = (
    "x", "sin", "(", ")", "^2", "+", "-", "/", "a", "b", "*", "'", "{x<0: ", ", ", "}", "exp", "|", "1", ".5", "=",
    "f(x)=", "g(x)=", "sum(n,1,9,", "√", "π", "ş", "sni", "\"", "@", "if(x>0,x,-x)", "tan", "1/", "d/dx(", "9^9^9",
)  # fmt: skip
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
)  # fmt: skip
NONE, SHIFT, CONTROL = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                        Qt.KeyboardModifier.ControlModifier)  # fmt: skip


class Monkey:
    """Does `events` random things to a window; equal seeds do the same things."""

    def __init__(self, window, seed):
        self.window, self.random = window, random.Random(seed)
        self._deeds = (
            (self.types, 30), (self.presses, 20), (self.clicks, 20), (self.drags, 14), (self.wheels, 6),
            (self.acts, 10), (self.undoes, 6), (self.resizes, 1), (self.opens, 0.2), (self.switches, 3),
        )  # fmt: skip

    def plays(self, events):
        deeds, weights = zip(*self._deeds, strict=True)
        for _ in range(events):
            self.random.choices(deeds, weights)[0]()
            QApplication.processEvents()
            self._closes_others()

    def _widget(self, kind=QWidget):
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled() and not _is_own(w)]
        return self.random.choice(found) if found else None

    def _point(self, widget):
        return QPoint(self.random.randrange(max(1, widget.width())), self.random.randrange(max(1, widget.height())))

    def _focused(self):
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.window.isAncestorOf(focused) else self.window

    def types(self):
        cards = list(self.window.functions._cards.values())
        if cards and self.random.random() < 0.5:
            self.random.choice(cards).text.setFocus()
        for sign in self.random.choice(SCRAPS):  # QTest.keyClicks knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(self._focused(), QKeyEvent(kind, 0, NONE, sign))

    def presses(self):
        QTest.keyClick(self._focused(), self.random.choice(KEYS), self.random.choice((NONE, NONE, SHIFT)))

    def clicks(self):
        widget = self._widget(self.random.choice((QWidget, QAbstractButton)))
        if widget is not None and not isinstance(widget, QComboBox) and _opens_no_menu(widget):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))

    def drags(self):
        widget = self._widget()
        if widget is None or not _opens_no_menu(widget):
            return
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))
        for _ in range(self.random.randrange(1, 6)):
            if not widget.isVisible():
                break
            QTest.mouseMove(widget, self._point(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))

    def wheels(self):
        plot = self.window.plot
        at = QPointF(self._point(plot))
        turn = QPoint(0, self.random.choice((-480, -120, 120, 480)))
        keys = self.random.choice((NONE, NONE, SHIFT, CONTROL))
        event = QWheelEvent(at, plot.mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton, keys,
                            Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QCoreApplication.sendEvent(plot, event)

    def acts(self):
        identity = self.random.choice([row.identity for row in ACTIONS if row.identity not in ENDING])
        if self.window.actions_[identity].isEnabled():
            self.window.actions_[identity].trigger()

    def switches(self):
        """Select a node of the graph, if one is shown, and switch it, or switch all back."""
        view = self.window.inspector.graph.view
        if not view.isVisible() or not view.graph.boxes:
            return
        at = view.mapFromScene(self.random.choice(view.graph.boxes).pos())
        if view.viewport().rect().contains(at):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        QTest.keyClick(view, Qt.Key.Key_S)

    def undoes(self):
        for _ in range(self.random.randrange(1, 8)):
            self.random.choice((self.window.store.undo, self.window.store.undo, self.window.store.redo))()

    def resizes(self):
        self.window.resize(self.random.randrange(320, 1800), self.random.randrange(240, 1100))

    def opens(self):
        self.window.files.open_path(self.random.choice(examples()).path)

    def _closes_others(self):
        """Close menus, and dialogs sooner or later."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible() and self.random.random() < 0.3:
                dialog.close()


def _is_own(widget):
    """Return whether the widget opens menus or moves the window's parts, which is no edit, or takes no press at all.

    The frame of a floating list takes none, and has no parent that would: Qt's tester warns of that.
    """
    top = widget.window()
    floats = isinstance(top, QAbstractScrollArea) and widget is not top.viewport()
    return floats or isinstance(widget, QMenu) or widget.metaObject().className() in ("QMenuBar", "QToolBarExtension")


def _opens_no_menu(widget):
    return not (isinstance(widget, QAbstractButton) and callable(getattr(widget, "menu", None)) and widget.menu())
