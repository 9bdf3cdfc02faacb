"""The line at the top of a panel: its name, and a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.icons import icon
from gui.widgets.eliding_label import ElidingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = QSize(18, 18)


class Heading(QWidget):
    """A bold name, which gives way to the buttons at the right."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.label = ElidingLabel()
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)


def tool(name: str, clicked: Callable[[], object], *, checkable: bool = False) -> QToolButton:
    """Return a flat button with an icon, reachable by Tab."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(SMALL)
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked: clicked())
    return button


def name_tool(button: QAbstractButton, name: str) -> None:
    """Give a button its tool tip and accessible name."""
    button.setToolTip(name)
    button.setAccessibleName(name)
