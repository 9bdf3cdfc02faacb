"""All lessons and examples as pictures, to choose one from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from engine.examples import examples
from gui.widgets.buttons import button_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.examples import Example
    from gui.theme import Scheme

PICTURE = QSize(256, 160)
CELL = QSize(280, 248)
SIZE = QSize(924, 680)


class Gallery(QDialog):
    """A grid of pictures; a double click or Enter opens one. The pictures come one by one after the dialog is shown."""

    chosen = Signal(object)
    """The path of the session to open."""

    def __init__(self, scheme: Callable[[], Scheme], parent: QWidget) -> None:
        """`scheme` returns the colour scheme of the present moment."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scheme = scheme
        self._coming: list[tuple[QListWidgetItem, Example]] = []
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(PICTURE)
        self.list.setGridSize(CELL)
        self.list.setWordWrap(True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._open)
        self.list.itemDoubleClicked.connect(self._open)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._load_one)
        self._buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(self._buttons)
        for example in examples():
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, example)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.list.setCurrentRow(0)
        self.resize(SIZE)
        self._retranslate()
        self._load()

    def _load(self) -> None:
        """Begin to take the pictures of the present scheme."""
        blank = QPixmap(PICTURE)
        blank.fill(Qt.GlobalColor.transparent)
        self._coming = []
        for item in self._items():
            item.setIcon(QIcon(blank))  # the titles stand in their places from the start
            self._coming.append((item, item.data(Qt.ItemDataRole.UserRole)))
        self._timer.start()

    def _load_one(self) -> None:
        item, example = self._coming.pop(0)
        item.setIcon(QIcon(str(example.picture(self._scheme()))))
        if not self._coming:
            self._timer.stop()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _open(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a double click may come as both signals
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).path)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._load()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Lessons and examples"))
        self.list.setAccessibleName(self.tr("Lessons and examples"))
        for item in self._items():
            example: Example = item.data(Qt.ItemDataRole.UserRole)
            title, line = (QCoreApplication.translate("Example", text) for text in (example.title, example.line))
            item.setText(f"{title}\n{line}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {line}")
