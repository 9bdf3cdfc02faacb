"""The dialog of a bug: what happened, that nothing is lost, and the report to copy. At most one is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui.widgets.buttons import button_box


class BugDialog(QDialog):
    """Shows reports; further ones are added below."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sentence = QLabel(wordWrap=True)
        self._report = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self._buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self._copy = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self.copy_report)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._sentence, self._report, self._buttons):
            layout.addWidget(widget)
        self.resize(640, 400)
        self._retranslate()

    @property
    def report(self) -> str:
        """All reports so far."""
        return self._report.toPlainText()

    def add_report(self, report: str) -> None:
        """Show one more report."""
        self._report.appendPlainText(report)

    def copy_report(self) -> None:
        """Put all reports on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong"))
        self._sentence.setText(
            self.tr(
                "This is a fault of the program, not of yours. Your session is intact: you can go on, and save it. "
                "Copy the report and send it to the project, so that the fault can be mended."
            )
        )
        self._report.setAccessibleName(self.tr("Report"))
        self._copy.setText(self.tr("Copy report"))


class BugPresenter(QObject):
    """Opens the one dialog for the reports of a `BugReporter`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: BugDialog | None = None

    def show(self, report: str) -> None:
        """Show a report, in the dialog that is open if there is one."""
        if self.dialog is None:
            self.dialog = BugDialog(QApplication.activeModalWidget() or QApplication.activeWindow())
            self.dialog.finished.connect(self._forget)
            self.dialog.open()
        self.dialog.add_report(report)

    def _forget(self) -> None:
        self.dialog = None
