import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.document import Document, View
from engine.plan import Viewport

Button, Modifier, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key
FIXED = ((-2.0, 2.0), (-3.0, 3.0), None, None, None)


def turn(view, at, delta, modifiers=Modifier.NoModifier):
    position = QPointF(at)
    event = QWheelEvent(
        position,
        view.mapToGlobal(position),
        QPoint(),
        QPoint(0, delta),
        Button.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def drag(view, start, end, button=Button.LeftButton):
    QTest.mousePress(view, button, pos=start)
    for share in (0.3, 0.7, 1.0):
        move(view, start + (end - start) * share, button)
    QTest.mouseRelease(view, button, pos=end)


def move(view, at, button=Button.NoButton):
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), Button.NoButton, button, Modifier.NoModifier
    )
    QApplication.sendEvent(view, event)


def place(view, x, y=0.0, order=0):
    mapping = view.layout_.mapping_of(order)
    return QPoint(round(mapping.across(x)), round(mapping.down(y)))


def test_the_wheel_zooms_x_at_the_pointer(make_view, document):
    view, owner = make_view(document((0,)))
    at = place(view, 5.0)
    turn(view, at, 120)
    low, high = owner.document.view.x
    assert high - low == pytest.approx(20 / 1.2, rel=0.01)
    assert view.layout_.mapping.across(5.0) == pytest.approx(at.x(), abs=1)
    assert owner.document.view.y == View().y


def test_the_wheel_zooms_a_fixed_y_too(make_view, document):
    view, owner = make_view(document((0, 1), view=View(y=FIXED)))
    turn(view, place(view, 0.0, 0.0, order=1), -120)
    assert owner.document.view.y[0] == FIXED[0]
    assert owner.document.view.y[1] == pytest.approx((-3.6, 3.6), rel=0.02)


def test_ctrl_and_wheel_zoom_x_alone(make_view, document):
    view, owner = make_view(document((0,), view=View(y=FIXED)))
    turn(view, place(view, 0.0), 120, Modifier.ControlModifier)
    assert owner.document.view.x != View().x
    assert owner.document.view.y == FIXED


def test_shift_and_wheel_zoom_y_alone_and_fix_it(make_view, document):
    view, owner = make_view(document((0, 1)))
    turn(view, place(view, 0.0, 0.0, order=1), 120, Modifier.ShiftModifier)
    assert owner.document.view.x == View().x
    assert owner.document.view.y[0] is None
    assert owner.document.view.y[1] == pytest.approx((-1.12 / 1.2, 1.12 / 1.2), rel=0.02)


def test_a_wheel_settles_once_it_rests(make_view, document, qtbot):
    view, owner = make_view(document((0,)))
    with qtbot.waitSignal(view.view_settled):
        turn(view, place(view, 0.0), 30)
        turn(view, place(view, 0.0), 30)
    assert owner.settled == ["view"]
    assert len(owner.views) == 2


def test_zooming_stops_where_float64_ends(make_view, document):
    view, owner = make_view(document((0,)))
    for _ in range(300):
        turn(view, place(view, 3.0), 1200)
    low, high = owner.document.view.x
    assert 0 < high - low < 1e-10
    for _ in range(2000):
        turn(view, place(view, sum(owner.document.view.x) / 2), -6000)
    low, high = owner.document.view.x
    assert 1e290 < high - low <= 1e300


def test_a_drag_pans_x_and_leaves_y_automatic(make_view, document):
    view, owner = make_view(document((0,)))
    drag(view, place(view, 5.0), place(view, 3.0) + QPoint(0, 10))
    assert owner.document.view.x == pytest.approx((-8.0, 12.0), abs=0.05)
    assert owner.document.view.y == View().y
    assert owner.settled == ["view"]
    assert len(owner.views) == 3


def test_a_drag_upwards_pans_y_and_fixes_it(make_view, document):
    view, owner = make_view(document((0, 1)))
    drag(view, place(view, 5.0, 0.0, order=1), place(view, 5.0, 0.5, order=1))
    assert owner.document.view.x == pytest.approx(View().x)
    assert owner.document.view.y[1] == pytest.approx((-1.62, 0.62), abs=0.02)
    assert owner.document.view.y[0] is None


def test_a_click_changes_nothing(make_view, document):
    view, owner = make_view(document((0,)))
    QTest.mouseClick(view, Button.LeftButton, pos=place(view, 5.0))
    assert owner.views == []
    assert owner.settled == []


@pytest.mark.parametrize("by_mode", [True, False])
def test_a_box_is_zoomed_to(make_view, document, by_mode):
    view, owner = make_view(document((0,)))
    view.set_box_zoom(by_mode)
    drag(view, place(view, -4.0, 0.5), place(view, -2.0, -0.5), Button.LeftButton if by_mode else Button.RightButton)
    assert owner.document.view.x == pytest.approx((-4.0, -2.0), abs=0.05)
    assert owner.document.view.y[0] == pytest.approx((-0.5, 0.5), abs=0.02)
    assert len(owner.views) == 1
    assert owner.settled == ["view"]


def test_a_flat_box_zooms_x_alone(make_view, document):
    view, owner = make_view(document((0,)))
    drag(view, place(view, -4.0, 0.5), place(view, -2.0, 0.5), Button.RightButton)
    assert owner.document.view.x == pytest.approx((-4.0, -2.0), abs=0.05)
    assert owner.document.view.y[0] is None


def test_a_box_ends_at_the_edge_of_its_plot(make_view, document):
    view, owner = make_view(document((0, 1)))
    drag(view, place(view, 5.0, 0.5), QPoint(5000, 5000), Button.RightButton)
    assert owner.document.view.x[1] == pytest.approx(10.0)
    assert owner.document.view.y[0][0] == pytest.approx(-1.12, abs=0.01)
    assert owner.document.view.y[1] is None


def test_a_slip_of_the_hand_is_no_box(make_view, document):
    view, owner = make_view(document((0,)))
    at = place(view, 5.0)
    drag(view, at, at + QPoint(3, 3), Button.RightButton)
    assert owner.views == []


def test_a_double_click_fits(make_view, document):
    view, owner = make_view(document((0,), view=View(x=(1.0, 2.0), y=FIXED)))
    QTest.mouseDClick(view, Button.LeftButton, pos=place(view, 1.5))
    assert owner.document.view == View(x=(1.0, 2.0))
    view.fit()
    assert owner.document.view == View()


def test_the_cursor_is_dragged(make_view, document):
    view, owner = make_view(document((0, 1), cursor=2.0))
    drag(view, place(view, 2.0) + QPoint(3, 0), place(view, 4.0))
    assert owner.document.cursor == pytest.approx(4.0, abs=0.03)
    assert len(owner.cursors) == 3
    assert owner.settled == ["cursor"]
    assert owner.views == []


def test_the_cursor_stays_in_sight(make_view, document):
    view, owner = make_view(document((0,), cursor=2.0))
    drag(view, place(view, 2.0), QPoint(3000, 100))
    assert owner.document.cursor == 10.0


def test_a_drag_far_from_the_cursor_pans(make_view, document):
    view, owner = make_view(document((0,), cursor=2.0))
    drag(view, place(view, 2.0) + QPoint(9, 0), place(view, 4.0))
    assert owner.cursors == []
    assert owner.views != []


def test_the_pointer_tells_of_the_cursor(make_view, document):
    view, _ = make_view(document((0,), cursor=2.0))
    move(view, place(view, 2.0) + QPoint(4, 0))
    assert view.cursor().shape() == Qt.CursorShape.SplitHCursor
    move(view, place(view, 5.0))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize(
    ("key", "modifier", "pixels"),
    [
        (Key.Key_Right, Modifier.NoModifier, 1),
        (Key.Key_Left, Modifier.NoModifier, -1),
        (Key.Key_Right, Modifier.ShiftModifier, 10),
        (Key.Key_Left, Modifier.ShiftModifier, -10),
    ],
)
def test_arrow_keys_move_the_cursor_by_pixels(make_view, document, key, modifier, pixels):
    view, owner = make_view(document((0,), cursor=2.0))
    QTest.keyClick(view, key, modifier)
    pixel = 20 / view.layout_.mapping.area.width
    assert owner.document.cursor == pytest.approx(2.0 + pixels * pixel)
    assert owner.settled == ["cursor"]


def test_home_and_end_go_to_the_edges(make_view, document):
    view, owner = make_view(document((0,)))
    QTest.keyClick(view, Key.Key_Home)
    assert owner.document.cursor == -10.0
    QTest.keyClick(view, Key.Key_End)
    assert owner.document.cursor == 10.0


@pytest.mark.parametrize(("key", "span"), [(Key.Key_Plus, 16.0), (Key.Key_Minus, 25.0)])
def test_plus_and_minus_zoom_about_the_cursor(make_view, document, key, span):
    view, owner = make_view(document((0,), cursor=5.0))
    QTest.keyClick(view, key)
    low, high = owner.document.view.x
    assert high - low == pytest.approx(span)
    assert (5.0 - low) / (high - low) == pytest.approx(0.75)
    assert owner.settled == ["view"]


def test_panning_by_fractions(make_view, document):
    view, owner = make_view(document((0,)))
    view.pan(0.25, 0.0)
    assert owner.document.view == View(x=(-5.0, 15.0))
    view.pan(0.0, 0.5)
    assert owner.document.view.y[0] == pytest.approx((0.0, 2.24), abs=0.01)


def test_showing_sends_no_signal(make_view, document, outcome):
    view, owner = make_view(document((0,)))
    view.synchronise(document((0, 1), cursor=3.0, view=View(x=(0.0, 1.0))))
    view.show_outcome(outcome(document((0, 1))))
    assert owner.views == owner.cursors == owner.settled == []


def test_a_new_size_is_told(make_view, document, qtbot):
    view, _ = make_view(document((0,)))
    with qtbot.waitSignal(view.viewport_changed) as told:
        view.resize(600, 400)
    assert told.args == [view.plot_area()]
    assert isinstance(told.args[0], Viewport)


def test_what_is_shown_does_not_change_the_plot_area(make_view, document, outcome):
    view, owner = make_view(document((0,)))
    before = view.plot_area()
    view.show_outcome(outcome(owner.document, scale=12345.678))
    assert view.plot_area() == before


def test_each_outcome_is_told_once_painted(make_view, document, outcome, qtbot):
    view, owner = make_view(document((0,)))
    painted = []
    view.frame_painted.connect(lambda: painted.append(True))
    with qtbot.waitSignal(view.frame_painted):
        view.show_outcome(outcome(owner.document, scale=2.0))
    view.update()
    qtbot.waitUntil(lambda: len(painted) >= 1)
    QApplication.processEvents()
    assert len(painted) <= 2


def test_the_plot_has_an_accessible_name_and_takes_the_keyboard(make_view, document):
    view, _ = make_view(document((0,)))
    assert view.accessibleName() == "Plot"
    assert "cursor" in view.accessibleDescription()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


class Turkish(QTranslator):
    """Knows two sentences."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return {"Plot": "Çizim", "Type a function at the left": "Solda bir fonksiyon yazın"}.get(source, "")

    def isEmpty(self):
        return False


def test_a_new_language_is_spoken_at_once(make_view, qapp):
    view, _ = make_view(Document())
    translator = Turkish()
    qapp.installTranslator(translator)
    try:
        QApplication.processEvents()
        assert view.accessibleName() == "Çizim"
        assert view.layout_.hint.text == "Solda bir fonksiyon yazın"
    finally:
        qapp.removeTranslator(translator)
    QApplication.processEvents()
    assert view.accessibleName() == "Plot"


def test_a_new_scheme_repaints_ground_and_curves(make_view, document):
    view, _ = make_view(document((0,)))
    light = view.grab().toImage()
    view.set_scheme("dark")
    dark = view.grab().toImage()
    assert light.pixelColor(1, 1).lightness() > 240
    assert dark.pixelColor(1, 1).lightness() < 40
