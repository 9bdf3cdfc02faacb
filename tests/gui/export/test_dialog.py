"""The export dialog as a person uses it: choose, look, export, read what went wrong."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCheckBox, QComboBox, QDialog, QFileDialog, QLabel

from gui.export.dialog import ExportDialog
from gui.export.formats import FORMATS
from gui.export.options import PRESETS, ExportOptions

PNG, SVG, PDF, CSV = FORMATS
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # the offscreen plugin, of any dialog


@pytest.fixture
def open_dialog(qtbot):
    def make(shown, scheme="light"):
        dialog = ExportDialog(*shown, scheme)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.preview.drawn):
            dialog.show()
        return dialog

    return make


def control(dialog, name):
    (found,) = [widget for widget in dialog.findChildren(QLabel) if widget.text().replace("&", "") == name]
    return found.buddy()


def choose(dialog, name, row):
    """Choose a row as the keyboard does."""
    combo_box = control(dialog, name)
    combo_box.setCurrentIndex(row)
    combo_box.activated.emit(row)


def look(dialog):
    return dialog.preview.picture.toImage()


def accept_file(qtbot, name, kind=None):
    """Answer the file dialog that is about to open."""

    def answer():
        files = QApplication.activeModalWidget()
        assert isinstance(files, QFileDialog)
        if kind is not None:
            files.selectNameFilter(next(text for text in files.nameFilters() if kind in text))
            files.filterSelected.emit(files.selectedNameFilter())
        files.selectFile(str(name))
        files.accept()

    QTimer.singleShot(0, answer)


def test_a_person_exports_the_figure_that_the_preview_shows(open_dialog, shown, qtbot, tmp_path):
    dialog = open_dialog(shown)
    choose(dialog, "Size", 2)
    with qtbot.waitSignal(dialog.preview.drawn):
        control(dialog, "Colours").setCurrentIndex(1)
    preview = look(dialog)
    accept_file(qtbot, tmp_path / "figure")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    image = QImage(str(tmp_path / "figure.png"))  # the ending of the format that was chosen
    assert (image.width(), image.height()) == (1920, 1080)
    wanted = image.scaled(preview.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert np.abs(grey(preview) - grey(wanted)).mean() < 4


def grey(image):
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


def test_the_file_dialog_offers_every_format_and_takes_the_one_chosen_there(open_dialog, shown, qtbot, tmp_path):
    dialog = open_dialog(shown)
    accept_file(qtbot, tmp_path / "table", kind="*.csv")
    with qtbot.waitSignal(dialog.accepted):
        dialog.export_button.click()
    assert (tmp_path / "table.csv").read_bytes().startswith(b"x,function")


def test_nothing_is_written_when_the_file_dialog_is_cancelled(open_dialog, shown, tmp_path, monkeypatch):
    dialog = open_dialog(shown)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    dialog.export_button.click()
    assert dialog.isVisible()
    assert dialog.sentence.isHidden()


def test_the_preview_follows_every_control(open_dialog, shown, qtbot):
    dialog = open_dialog(shown)
    changes = [
        lambda: choose(dialog, "Size", 1),
        lambda: control(dialog, "Width").setValue(1500),
        lambda: control(dialog, "Text and lines").setValue(4),
        lambda: control(dialog, "Colours").setCurrentIndex(1),
        lambda: control(dialog, "Plots").setCurrentIndex(2),
        *(check_box.toggle for check_box in dialog.findChildren(QCheckBox)),
    ]
    for change in changes:
        before = look(dialog)
        with qtbot.waitSignal(dialog.preview.drawn):
            change()
        assert look(dialog) != before


def test_many_changes_at_once_are_drawn_once(open_dialog, shown, qtbot):
    dialog, drawn = open_dialog(shown), []
    dialog.preview.drawn.connect(lambda: drawn.append(1))
    for width in range(1000, 1050):
        control(dialog, "Width").setValue(width)
    qtbot.waitUntil(lambda: bool(drawn))
    assert len(drawn) == 1


@pytest.mark.parametrize("row", range(len(PRESETS)))
def test_a_preset_sets_the_whole_size_and_own_numbers_are_custom(open_dialog, shown, row):
    dialog, preset = open_dialog(shown), PRESETS[row]
    choose(dialog, "Size", row)
    options = dialog.form.options
    assert (options.width, options.height) == (preset.width, preset.height)
    assert (options.dpi, options.scale) == (preset.dpi, preset.scale)
    control(dialog, "Height").setValue(777)
    assert control(dialog, "Size").currentText() == "Custom"
    control(dialog, "Height").setValue(preset.height)
    assert control(dialog, "Size").currentIndex() == row


def test_a_failure_is_told_and_the_dialog_stays(open_dialog, shown, tmp_path):
    dialog = open_dialog(shown)
    dialog.write(tmp_path / "none" / "figure.png")
    assert dialog.isVisible()
    assert "cannot be written" in dialog.sentence.text()
    assert dialog.sentence.isVisible()
    dialog.write(tmp_path / "figure.bmp")
    assert "no known ending" in dialog.sentence.text()
    assert not list(tmp_path.iterdir())
    assert QApplication.overrideCursor() is None
    dialog.write(tmp_path / "figure.pdf")
    assert not dialog.isVisible()


def test_too_many_pixels_are_told_before_anything_is_written(open_dialog, shown):
    dialog = open_dialog(shown)
    control(dialog, "Width").setValue(20_000)
    control(dialog, "Height").setValue(20_000)
    assert "64 megapixels" in dialog.sentence.text()
    assert not dialog.export_button.isEnabled()
    control(dialog, "Height").setValue(100)
    assert dialog.sentence.isHidden()
    assert dialog.export_button.isEnabled()


def test_the_last_export_is_remembered(open_dialog, shown, tmp_path):
    chosen = ExportOptions(1234, 567, 150, 3.0, "dark", transparent=True, legend=False, order=1)
    first = open_dialog(shown)
    first.form.set_choice(SVG, chosen)
    first.write(tmp_path / "figure.pdf")
    second = open_dialog(shown)
    assert (second.form.format, second.form.options) == (PDF, chosen)
    assert second._suggested() == tmp_path / "figure.pdf"


def test_the_first_picture_has_the_colours_of_the_window(open_dialog, shown):
    assert open_dialog(shown, "dark").form.options.scheme == "dark"


def test_a_table_has_only_the_choices_that_make_sense(open_dialog, shown):
    dialog = open_dialog(shown)
    control(dialog, "Format").setCurrentIndex(FORMATS.index(CSV))
    assert not control(dialog, "Width").isEnabled()
    assert control(dialog, "Plots").isEnabled()
    control(dialog, "Format").setCurrentIndex(FORMATS.index(PNG))
    assert control(dialog, "Width").isEnabled()


def test_every_control_has_a_name_and_a_key_of_its_own(open_dialog, shown):
    dialog = open_dialog(shown)
    controls = [
        *dialog.findChildren(QComboBox),
        *dialog.findChildren(QCheckBox),
        *dialog.findChildren(QAbstractSpinBox),
    ]
    assert len(controls) == 10
    assert all(widget.accessibleName() for widget in controls)
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    texts += [check_box.text() for check_box in dialog.findChildren(QCheckBox)] + [dialog.export_button.text()]
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(keys)) == len(keys) == 11


def test_the_keyboard_reaches_everything_and_enter_exports(open_dialog, shown, qtbot):
    dialog = open_dialog(shown)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is control(dialog, "Format"))
    names = []
    for _ in range(12):
        names.append(dialog.focusWidget().accessibleName())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    shown_order = ["Format", "Size", "Width", "Height", "Resolution", "Text and lines", "Colours", "Plots"]
    assert names[:10] == [*shown_order, "Transparent background", "Legend"]
    assert set(names[10:]) == {"Export…", "Cancel"}
    assert dialog.export_button.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_all_texts_follow_the_language(open_dialog, shown, qapp, monkeypatch):
    dialog = open_dialog(shown)
    for widget in (dialog, dialog.form):
        monkeypatch.setattr(widget, "tr", lambda text: f"¡{text}")
        qapp.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "¡Export the plots"
    assert dialog.export_button.accessibleName() == "¡Export…"
    assert control(dialog, "¡Width").accessibleName() == "¡Width"
    assert control(dialog, "¡Width").suffix() == "¡ pixels"
    assert control(dialog, "¡Colours").itemText(1) == "¡Dark"
    assert control(dialog, "¡Plots").itemText(2) == "¡Only f′"
