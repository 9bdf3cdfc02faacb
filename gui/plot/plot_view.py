"""The plot in the window: shows a document and an outcome, and tells what the user does with the mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.plan import Viewport
from gui.plot.gestures import Box, CursorDrag, Pan
from gui.plot.layout import LEAST_MARGIN, RIGHT, PlotLayout
from gui.plot.navigation import fitted, moved, panned, zoomed
from gui.plot.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent

    from engine.document import Document, Range, View
    from engine.outcome import Feature, Outcome
    from gui.plot.gestures import Gesture
    from gui.theme import Scheme

WHEEL_BASE = 1.0015
"""One notch of a wheel, 120 units, zooms by 1.2; trackpads send small parts of it."""
KEY_ZOOM = 1.25
GRAB = 5.0
"""Pixels from the cursor within which it is grabbed."""
SLIP = 3
"""Pixels that the pointer may move between press and release of a click."""
KEY_STEP, LARGE_KEY_STEP = 1.0, 10.0
SETTLE_MILLISECONDS = 250
"""A wheel has no release: this long after its last turn the view counts as settled."""

_Key = Qt.Key
_STEPS = {_Key.Key_Left: -1.0, _Key.Key_Right: 1.0}
_ZOOMS = {_Key.Key_Plus: 1 / KEY_ZOOM, _Key.Key_Equal: 1 / KEY_ZOOM, _Key.Key_Minus: KEY_ZOOM}


class PlotView(QWidget):
    """Never changes the document: what the user does leaves as a signal, and comes back with `synchronise`."""

    view_changed = Signal(object)
    """A new `engine.document.View`, also while a gesture lasts."""
    view_settled = Signal()
    """The gesture has ended."""
    cursor_moved = Signal(float)
    cursor_settled = Signal()
    viewport_changed = Signal(object)
    """A new `engine.plan.Viewport`."""
    feature_chosen = Signal(object)
    """The marked `Feature` that was clicked."""
    frame_painted = Signal()
    """A new outcome is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_ = PlotLayout(on_screen=True, changed=self.update)
        # The layout paints all of the ground itself.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 96)
        self._gesture: Gesture | None = None
        self._box_zoom = False
        self._pressed: Feature | None = None
        self._pressed_at = QPointF()
        self._is_unpainted = False
        self._has_outcome = False
        self.stand_in: Callable[[], QPixmap | None] = lambda: None
        """Gives what is shown of this size until there is an outcome."""
        self._area = self.plot_area()
        self._is_unsettled = False
        self._wheel_rest = QTimer(self, singleShot=True, interval=SETTLE_MILLISECONDS)
        self._wheel_rest.timeout.connect(self._settle)
        self._retranslate()

    def synchronise(self, document: Document) -> None:
        """Show this document; sends no signal."""
        self.layout_.synchronise(document)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show these shapes with the next frame."""
        self.layout_.show_outcome(outcome)
        self._describe()
        self._is_unpainted = self._has_outcome = True

    def set_scheme(self, scheme: Scheme) -> None:
        """Use light or dark colours."""
        self.layout_.set_style(Style(scheme))

    def set_stale(self, keys: frozenset[int]) -> None:
        """Grey the last good curves of these functions."""
        self.layout_.set_stale(keys)

    def hold_y(self, on: bool) -> None:
        """Keep automatic y ranges still while a slider is held."""
        self.layout_.hold_y(on)

    def plot_area(self) -> Viewport:
        """Return the room for plots in pixels; it does not depend on what they show."""
        return Viewport(max(1, int(self.width() - LEAST_MARGIN - RIGHT)), max(1, self.height()))

    def fit(self) -> None:
        """Ask for automatic y ranges, and a second time for the x range of the start."""
        self._ask_at_once(fitted(self._view, anything_to_see=self.layout_.has_finite_shapes))

    def zoom(self, factor: float) -> None:
        """Ask for a view with spans times the factor, about the cursor where it is in sight."""
        low, high = self._view.x
        cursor = self.layout_.document.cursor
        about = cursor if low <= cursor <= high else 0.5 * low + 0.5 * high
        fixed = self._fixed_y()
        y = {order: zoomed(visible, factor, 0.5 * sum(visible)) for order, visible in fixed.items()}
        self._ask_at_once(moved(self._view, zoomed(self._view.x, factor, about), y))

    def pan(self, dx_fraction: float, dy_fraction: float) -> None:
        """Ask for a view moved by these fractions of its spans."""
        shown = {order: self.layout_.y_range(order) for order in self.layout_.plots}
        y = {order: panned(visible, dy_fraction) for order, visible in shown.items()} if dy_fraction else {}
        self._ask_at_once(moved(self._view, panned(self._view.x, dx_fraction), y))

    def set_box_zoom(self, on: bool) -> None:
        """Let a drag with the left button zoom to a box instead of panning."""
        self._box_zoom = on
        self._point_at(None)

    @property
    def _view(self) -> View:
        return self.layout_.document.view

    def _fixed_y(self) -> dict[int, Range]:
        return {order: fixed for order in self.layout_.plots if (fixed := self._view.y[order]) is not None}

    def _ask(self, view: View) -> None:
        if view != self._view:
            self._is_unsettled = True
            self.view_changed.emit(view)

    def _ask_at_once(self, view: View) -> None:
        self._ask(view)
        self._settle()

    def _settle(self) -> None:
        if self._is_unsettled:
            self._is_unsettled = False
            self.view_settled.emit()

    def _place_cursor(self, x: float) -> None:
        low, high = self._view.x
        inside = min(max(x, low), high)
        if inside != self.layout_.document.cursor:
            self.cursor_moved.emit(inside)

    def _is_on_cursor(self, at: QPointF) -> bool:
        line = self.layout_.cursor
        return line.visible and abs(at.x() - line.x) <= GRAB

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._gesture is None:
            self._gesture = self._gesture_for(event.button(), event.position())
        self._pressed = self.layout_.feature_at(event.position())
        self._pressed_at = event.position()
        self._point_at(event.position())
        event.accept()

    def _gesture_for(self, button: Qt.MouseButton, at: QPointF) -> Gesture | None:
        if button == Qt.MouseButton.LeftButton and self._is_on_cursor(at):
            return CursorDrag(self.layout_, self._place_cursor, self.cursor_settled.emit)
        if button == Qt.MouseButton.RightButton or (button == Qt.MouseButton.LeftButton and self._box_zoom):
            return Box(self.layout_, at, self._ask, self.layout_.accent)
        return Pan(self.layout_, at, self._ask)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show what a press would do here."""
        if self._gesture is not None:
            self._gesture.move(event.position())
            if (event.position() - self._pressed_at).manhattanLength() > SLIP:
                self._pressed = None
        self._point_at(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture with the last button."""
        if self._gesture is not None and event.buttons() == Qt.MouseButton.NoButton:
            gesture, self._gesture = self._gesture, None
            gesture.end()
            self._settle()
            self._choose(event.button())
        self._point_at(event.position())
        event.accept()

    def _choose(self, button: Qt.MouseButton) -> None:
        """Tell of the marker that was clicked, if the pointer did not move away from it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and button == Qt.MouseButton.LeftButton:
            self.feature_chosen.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self.layout_.point_at(None)
        self.layout_.point_at_way(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()
        event.accept()

    def _point_at(self, at: QPointF | None) -> None:
        """Give the pointer the shape of what it does, or would do."""
        shape = Qt.CursorShape.CrossCursor if self._box_zoom else Qt.CursorShape.ArrowCursor
        feature = self.layout_.feature_at(at) if self._gesture is None and at is not None else None
        self.layout_.point_at(feature)
        self.layout_.point_at_way(at if self._gesture is None else None)
        if feature is not None:
            shape = Qt.CursorShape.PointingHandCursor
        is_near = self._gesture is None and at is not None and self._is_on_cursor(at)
        if is_near or isinstance(self._gesture, CursorDrag):
            shape = Qt.CursorShape.SplitHCursor
        elif isinstance(self._gesture, Pan):
            shape = Qt.CursorShape.ClosedHandCursor
        elif isinstance(self._gesture, Box):
            shape = Qt.CursorShape.CrossCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer: x, and y where it is fixed; with Ctrl x alone, with Shift y alone."""
        delta = event.angleDelta().y() or event.angleDelta().x()  # some systems turn the wheel with Shift
        event.accept()
        if delta == 0:
            return
        self._ask(self._wheeled(WHEEL_BASE**-delta, event.position(), event.modifiers()))
        self._wheel_rest.start()

    def _wheeled(self, factor: float, at: QPointF, modifiers: Qt.KeyboardModifier) -> View:
        order = self.layout_.order_at(at.y())
        mapping = self.layout_.mapping_of(order)
        only_x = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        only_y = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) and not only_x
        is_fixed = self._view.y[order] is not None
        x = None if only_y else zoomed(mapping.x, factor, mapping.x_at(at.x()))
        has_y = only_y or (is_fixed and not only_x)
        return moved(self._view, x, {order: zoomed(mapping.y, factor, mapping.y_at(at.y()))} if has_y else {})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor or zoom."""
        key = Qt.Key(event.key())
        low, high = self._view.x
        if key in _STEPS:
            is_large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            pixels = _STEPS[key] * (LARGE_KEY_STEP if is_large else KEY_STEP)
            self._step(self.layout_.document.cursor + pixels * (high - low) / self.layout_.mapping.area.width)
        elif key in (_Key.Key_Home, _Key.Key_End):
            self._step(low if key == _Key.Key_Home else high)
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        else:
            event.ignore()

    def _step(self, x: float) -> None:
        """Place the cursor, and name the ways there."""
        self._place_cursor(x)
        self.layout_.lens.point_at_x(self.layout_.document.cursor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the cursor settle."""
        if event.key() in (*_STEPS, _Key.Key_Home, _Key.Key_End) and not event.isAutoRepeat():
            self.cursor_settled.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the new room."""
        super().resizeEvent(event)
        self.layout_.resize(self.width(), self.height())
        if self._area != self.plot_area():
            self._area = self.plot_area()
            self.viewport_changed.emit(self._area)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell when an outcome has been shown."""
        del event
        picture = None if self._has_outcome else self.stand_in()
        painter = QPainter(self)
        try:
            if picture is None:
                self.layout_.draw(painter)
            else:
                painter.drawPixmap(0, 0, picture)
        finally:
            painter.end()  # Qt crashes where an exception leaves a painter behind
        if self._is_unpainted:
            self._is_unpainted = False
            self.frame_painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that is now installed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Plot"))
        self._describe()
        self.layout_.retranslate()

    def _describe(self) -> None:
        """Tell those who do not see the plot what its keys do, and which way its functions take at the cursor."""
        keys = self.tr("Left and Right move the cursor, with Shift by ten pixels; plus and minus zoom.")
        ways = "; ".join(self.layout_.lens.texts(self.layout_.document.cursor))
        described = self.tr("{keys} At the cursor: {ways}.").format(keys=keys, ways=ways) if ways else keys
        if described != self.accessibleDescription():
            self.setAccessibleDescription(described)
