"""The dialog that exports the plots to a file, with a live preview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.problems import EngineError
from gui.export.formats import FORMATS, Format, format_of
from gui.export.options import PRESETS, ExportOptions
from gui.export.options_form import OptionsForm
from gui.export.preview import Preview
from gui.messages import sentence
from gui.save import write_atomically
from gui.widgets.buttons import button_box

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from engine.problems import Problem
    from gui.theme import Scheme

SPACE = 16


@dataclass(frozen=True, slots=True)
class _Choice:
    """What was exported last, and where."""

    format: Format
    options: ExportOptions
    path: Path


_last: list[_Choice] = []
"""The last export of this process, if there was one."""


class ExportDialog(QDialog):
    """Exports what a settled outcome of full quality drew. It stays open until a file is written."""

    def __init__(self, document: Document, outcome: Outcome, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._outcome = document, outcome
        self._problem: Problem | None = None
        shown = [function for function in document.functions if function.visible and function.text.strip()]
        self.form = OptionsForm(tuple(sorted({order for function in shown for order in function.orders})))
        self.preview = Preview(document, outcome)
        self.sentence = QLabel(wordWrap=True)
        self.sentence.hide()
        self.sentence.setForegroundRole(QPalette.ColorRole.BrightText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = button_box(QDialogButtonBox.StandardButton.Cancel)
        self.export_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.form.changed.connect(self._on_changed)
        self._buttons.accepted.connect(self._export)
        self._buttons.rejected.connect(self.reject)
        self._retranslate()
        self._restore(scheme)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(SPACE)
        columns.addWidget(self.preview, 1)
        columns.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(columns, 1)
        layout.addWidget(self.sentence)
        layout.addWidget(self._buttons)
        self.export_button.setDefault(True)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.resize(920, 480)
        self.form.setFocus()

    def _restore(self, scheme: Scheme) -> None:
        if _last:
            self.form.set_choice(_last[0].format, _last[0].options)
            return
        usual = PRESETS[0]
        options = ExportOptions(usual.width, usual.height, usual.dpi, usual.scale, scheme)
        self.form.set_choice(FORMATS[0], options)

    def _on_changed(self) -> None:
        try:
            self.preview.show_options(self.form.options)
        except EngineError as error:
            self._show_problem(error.problem)
        else:
            self._show_problem(None)
        self.export_button.setEnabled(self.sentence.isHidden())

    def _show_problem(self, problem: Problem | None) -> None:
        self._problem = problem
        self.sentence.setText("" if problem is None else sentence(problem))
        self.sentence.setVisible(problem is not None)

    def _export(self) -> None:
        path = self._ask_path()
        if path is not None:
            self.write(path)

    def _ask_path(self) -> Path | None:
        """Ask for a file; a name without an ending gets that of the format that is chosen there."""
        kinds = {self._kind(known): known for known in FORMATS}
        dialog = QFileDialog(self, self.tr("Export the plots"), str(self._suggested().parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind].ending))
        dialog.selectNameFilter(self._kind(self.form.format))
        dialog.setDefaultSuffix(self.form.format.ending)
        dialog.selectFile(self._suggested().name)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        names = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(names[0]) if accepted and names else None

    def _suggested(self) -> Path:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = _last[0].path if _last else folder / self.tr("figure")
        return path.with_suffix(f".{self.form.format.ending}")

    def _kind(self, known: Format) -> str:
        return f"{QCoreApplication.translate('Export', known.name)} (*.{known.ending})"

    def write(self, path: Path) -> None:
        """Write the file in the format of its ending and close; a failure is told, and nothing else happens."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            chosen, options = format_of(path), self.form.options
            write_atomically(path, chosen.encode(self._document, self._outcome, options))
        except EngineError as error:
            self._show_problem(error.problem)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        _last[:] = [_Choice(chosen, options, path)]
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export the plots"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self.sentence.setAccessibleName(self.tr("Problem"))
        self._show_problem(self._problem)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button, name in ((self.export_button, self.tr("E&xport…")), (cancel, self.tr("Cancel"))):
            button.setText(name)
            button.setAccessibleName(name.replace("&", ""))
