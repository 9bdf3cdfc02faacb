"""Session files of a window: new, open, save, recent files, and the question about unsaved changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine.document import Document
from engine.examples import examples
from engine.problems import EngineError, ProblemCode
from engine.reconcile import reconcile
from engine.session import SUFFIX, encode, load
from gui.save import write_atomically

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from gui.settings import Settings
    from gui.store import DocumentStore

Button = QMessageBox.StandardButton


class SessionFiles(QObject):
    """Which file the session is in, and the ways from and to files."""

    problem = Signal(object)
    """A `Problem` to show; the session is as it was."""
    path_changed = Signal()
    recent_changed = Signal()

    def __init__(self, store: DocumentStore, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._settings, self._window = store, settings, parent
        self._path: Path | None = None

    @property
    def path(self) -> Path | None:
        """The session's file, absolute; None: it has none yet."""
        return self._path

    def title(self) -> str:
        """Return the session's name for a title bar."""
        return self.tr("Untitled") if self._path is None else self._path.name

    def new(self) -> None:
        """Start a session with one empty card, unless the person wants to keep this one."""
        if self.may_discard():
            empty = Document()
            self._show(empty.with_function(empty.new_function()), None)

    def open(self) -> None:
        """Ask for a session file and open it."""
        title, kinds = self.tr("Open a session"), self._kinds()
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), kinds)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open this session file; return whether it is open now.

        An example is opened as a copy without a name. A file that cannot be read is a `problem`, and nothing changes.
        """
        path = Path(os.path.abspath(path))  # not resolve(): a link stays the name that the person chose
        try:
            document = load(path)
        except EngineError as error:
            if error.problem.code is ProblemCode.FILE_NOT_FOUND:
                self._settings.forget_file(str(path))
                self.recent_changed.emit()
            self.problem.emit(error.problem)
            return False
        if not self.may_discard():
            return False
        is_example = any(path == example.path for example in examples())
        self._show(reconcile(document), None if is_example else path)
        return True

    def save(self) -> bool:
        """Save the session under its name, or ask for one; return whether it is saved."""
        return self.save_as() if self._path is None else self._write(self._path)

    def save_as(self) -> bool:
        """Ask for a name and save the session there; return whether it is saved."""
        suggested = self._path or self._folder() / f"{self.title()}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the session"), str(suggested), self._kinds())
        if not name:
            return False
        path = Path(os.path.abspath(name))
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
            if path.exists() and not self._may_overwrite(path):  # the dialog asked about another name
                return False
        return self._write(path)

    def may_discard(self) -> bool:
        """Return whether the session may go: it is saved, or the person saves it now, or does not want it."""
        if not self._store.modified:
            return True
        text = self.tr("“{name}” has changes that are not saved.").format(name=self.title())
        answer = self._ask(
            text,
            self.tr("Save them?"),
            {
                Button.Save: self.tr("Save"),
                Button.Discard: self.tr("Discard"),
                Button.Cancel: self.tr("Cancel"),
            },
        )
        return self.save() if answer == Button.Save else answer == Button.Discard

    def _may_overwrite(self, path: Path) -> bool:
        text = self.tr("“{name}” exists already.").format(name=path.name)
        buttons = {Button.Yes: self.tr("Replace"), Button.Cancel: self.tr("Cancel")}
        return self._ask(text, self.tr("Replace it?"), buttons) == Button.Yes

    def _ask(self, text: str, question: str, buttons: dict[Button, str]) -> int:
        """Return the button that was chosen; the first one is chosen by Enter."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Session"), text, parent=self._window)
        box.setInformativeText(question)
        for button, label in buttons.items():
            box.addButton(button).setText(label)
        box.setDefaultButton(next(iter(buttons)))
        box.setEscapeButton(Button.Cancel)
        answer = box.exec()
        box.deleteLater()
        return answer

    def _write(self, path: Path) -> bool:
        self._store.finish_gesture()
        try:
            write_atomically(path, encode(self._store.document))
        except EngineError as error:
            self.problem.emit(error.problem)
            return False
        self._store.mark_saved()
        self._set_path(path)
        return True

    def _show(self, document: Document, path: Path | None) -> None:
        self._store.open(document)
        self._set_path(path)

    def _set_path(self, path: Path | None) -> None:
        self._path = path
        if path is not None:
            self._settings.remember_file(str(path))
            self.recent_changed.emit()
        self.path_changed.emit()

    def _folder(self) -> Path:
        if self._path is not None:
            return self._path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _kinds(self) -> str:
        return self.tr("Sessions (*.gradviz)")


def dropped_path(mime: QMimeData) -> Path | None:
    """Return the file that is dragged; None if it is not exactly one file of this computer."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
