"""Looking around: the range, the cursor, zoom and its history, colours, the language, playing sliders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)


def enters(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def view(person):
    return person.window.store.document.view


def test_the_range_can_be_typed_with_pi_in_it(person):
    enters(person.window.ranges.low, "-2pi")
    enters(person.window.ranges.high, "2pi")
    person.waits()
    assert view(person).x == (-6.283185307179586, 6.283185307179586)
    xs, _ = person.curve()
    assert xs[0][0] == -6.283185307179586


def test_what_is_no_number_stays_marked_and_is_told(person):
    enters(person.window.ranges.low, "2..3")
    assert view(person).x == (-10.0, 10.0)
    assert person.window.ranges.low.text() == "2..3"
    assert "2..3" in person.window.messages.label.text()
    QTest.keyClick(person.window.ranges.low, Qt.Key.Key_Escape)
    assert person.window.ranges.low.text() == "-10"


def test_the_handles_of_the_range_move_it(person):
    slider = person.window.ranges.slider._slider
    handle = slider._handleRect(0).center()
    person.drags(slider, handle, handle + QPoint(15, 0), handle + QPoint(30, 0))
    person.waits()
    low, high = view(person).x
    assert -10.0 < low < 0.0
    assert high == 10.0
    assert person.window.ranges.low.value == low
    person.does("back")
    assert view(person).x == (-10.0, 10.0)


def test_y_can_be_fixed_as_it_is_and_typed(person):
    shown = person.window.plot.layout_.y_range(0)
    person.window.ranges.automatic.click()
    assert view(person).y[0] == pytest.approx(shown)
    enters(person.window.ranges.y_high, "20")
    assert view(person).y[0][1] == 20.0
    person.window.ranges.automatic.click()
    assert view(person).y[0] is None


def test_the_wheel_zooms_at_the_pointer_and_back_and_forward_walk_the_views(person, qtbot):
    plot = person.window.plot
    at = QPointF(plot.width() / 2, plot.height() / 4)
    before = view(person).x
    fixed = plot.layout_.mapping.x_at(at.x())
    position = plot.mapToGlobal(at)
    wheel = QWheelEvent(at, position, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    with qtbot.waitSignal(person.window.plot.view_settled):
        plot.wheelEvent(wheel)
    after = view(person).x
    assert after[1] - after[0] < before[1] - before[0]
    assert plot.layout_.mapping.x_at(at.x()) == pytest.approx(fixed, abs=1e-9)
    person.does("back")
    assert view(person).x == before
    person.does("forward")
    assert view(person).x == after


def test_arrow_keys_move_the_cursor_by_a_pixel_and_with_shift_by_ten(person):
    plot = person.window.plot
    person.does("focus_plot")
    start = person.window.store.document.cursor
    pixel = 20.0 / plot.layout_.mapping.area.width
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert person.window.store.document.cursor == pytest.approx(start + pixel)
    QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert person.window.store.document.cursor == pytest.approx(start + 11 * pixel)


def test_the_cursor_is_dragged_and_the_readout_tells_the_numbers_there(person):
    import math

    plot = person.window.plot
    line = plot.layout_.cursor.x
    person.drags(plot, QPoint(round(line), 60), QPoint(round(line) + 20, 60), QPoint(round(line) + 40, 60))
    person.waits()
    x = person.window.store.document.cursor
    assert x > 0.7
    values = [label.text() for label in person.window.readout._rows[0]._values]
    assert values[0] == f"f = {math.sin(x) + x / 4:.6g}"
    assert values[1] == f"f′ = {math.cos(x) + 1 / 4:.6g}"
    assert values[2] == f"f″ = {-math.sin(x):.6g}".replace("-", "−")


def test_the_cursor_can_be_typed(person):
    enters(person.window.readout.cursor_edit, "pi/2")
    assert person.window.store.document.cursor == 1.5707963267948966


def test_slider_keys_take_a_step(person):
    slider = person.window.parameters.row("a").slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert person.value("a") == 1.01
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert person.value("a") == 0.99
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert person.value("a") == 5.0


def test_ends_step_and_value_of_a_parameter_can_be_typed(person):
    row = person.window.parameters.row("a")
    row.more_button.click()
    enters(row.details.high, "100")
    enters(row.value, "1/3")
    enters(row.details.step, "0.5")
    parameter = person.window.store.document.parameter("a")
    assert (parameter.value, parameter.high, parameter.step) == (1 / 3, 100.0, 0.5)
    enters(row.value, "250")
    assert person.window.store.document.parameter("a").high == 250.0
    enters(row.details.low, "300")
    parameter = person.window.store.document.parameter("a")
    assert parameter.low <= parameter.value <= parameter.high
    row.details.reset_button.click()
    assert person.window.store.document.parameter("a") == type(parameter)("a")


@pytest.mark.parametrize(("mode", "later"), [("loop", -4.5), ("bounce", 4.5), ("once", 5.0)])
def test_a_slider_plays(person, mode, later):
    row = person.window.parameters.row("a")
    row.details.mode.activated.emit(("loop", "bounce", "once").index(mode))
    enters(row.value, "4")
    player = person.window.parameters.player
    row.play_button.click()
    player._timer.stop()
    assert person.window.actions_["play"].isChecked()
    player.advance(0.75)
    assert person.value("a") == pytest.approx(later)
    assert row.play_button.isChecked() is (mode != "once")
    player.stop_all()
    assert not row.play_button.isChecked()
    assert not person.window.actions_["play"].isChecked()
    person.does("undo")
    assert person.value("a") == 4.0


def test_play_of_all_sliders_starts_and_stops(person, qtbot):
    person.does("play")
    qtbot.waitUntil(lambda: person.value("a") != 1.0 and person.value("b") != 1.0)
    person.does("play")
    assert person.window.parameters.player.playing == frozenset()
    person.waits()


def test_a_slider_that_plays_can_lose_its_name(person):
    person.does("play")
    person.types("b x^2")
    assert person.window.parameters.player.playing == frozenset({"b"})
    person.window.parameters.stop_all()


def test_one_overlay_and_stacked_plots(person):
    person.does("overlay")
    person.waits()
    assert len(person.window.plot.layout_.plots) == 1
    assert person.window.actions_["overlay"].isChecked()
    person.does("stacked")
    person.waits()
    assert len(person.window.plot.layout_.plots) == 2


def share_of_pixels(window, is_meant):
    """Which part of the window, seen every 20 pixels, has such a lightness."""
    picture = window.grab().toImage()
    seen = [picture.pixelColor(x, y).lightness()
            for x in range(0, picture.width(), 20) for y in range(0, picture.height(), 20)]  # fmt: skip
    return sum(map(is_meant, seen)) / len(seen)


def test_dark_and_light_reach_everything(person, qtbot):
    # The widgets take a palette up in the next turn of the event loop.
    person.does("scheme_dark")
    qtbot.waitUntil(lambda: share_of_pixels(person.window, lambda lightness: lightness < 96) > 0.95)
    person.does("scheme_light")
    qtbot.waitUntil(lambda: share_of_pixels(person.window, lambda lightness: lightness > 160) > 0.95)


def test_a_hidden_function_is_not_drawn_and_a_colour_can_be_chosen(person):
    card = person.card()
    card.colour_button.click()
    assert not person.window.store.document.functions[0].visible
    person.waits()
    assert person.curve() == ([], [])
    card.colour_button.click()
    card.colours.aboutToShow.emit()
    assert [row.isChecked() for row in card.colours.actions()] == [True] + 7 * [False]
    card.colours.actions()[3].trigger()
    assert person.window.store.document.functions[0].colour == 3


def test_every_control_has_an_accessible_name(person):
    person.window.parameters.row("a").more_button.click()
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    inner = {"qt_spinbox_lineedit", "qt_menubar_ext_button", "qt_toolbar_ext_button"}
    nameless = [
        widget
        for widget in person.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.objectName() not in inner
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_every_action_is_reached_by_the_keyboard(person):
    from gui.actions import ACTIONS

    for row in ACTIONS:
        action = person.window.actions_[row.identity]
        assert action.shortcut().toString() or "&" in action.text() or row.group == "language", row.identity


def test_the_palette_of_commands_runs_one(person, qtbot):
    from gui.command_palette import CommandPalette

    person.does("palette")
    palette = person.window.findChild(CommandPalette)
    QTest.keyClicks(palette._filter, "overlay")
    QTest.keyClick(palette._filter, Qt.Key.Key_Return)
    assert view(person).arrangement == "overlay"
