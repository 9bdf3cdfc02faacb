"""What the pages of the inspector are made of: a list of rows with columns, a column of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection


def row_list(columns: int, wide: Collection[int]) -> QTreeWidget:
    """Return an empty list; the `wide` columns share the room that is left, the others fit what is in them."""
    made = QTreeWidget()
    made.setColumnCount(columns)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setFrameShape(QTreeWidget.Shape.NoFrame)
    header = made.header()
    header.setStretchLastSection(False)
    modes = QHeaderView.ResizeMode
    for column in range(columns):
        header.setSectionResizeMode(column, modes.Stretch if column in wide else modes.ResizeToContents)
    return made


def stack(page: QWidget, *widgets: QWidget, tall: QWidget) -> None:
    """Lay the page out: the widgets one below the other, of which the `tall` one has the room that is left."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 4, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget, widget is tall)
    layout.addStretch(0)
