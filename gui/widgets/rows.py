"""A list of rows with columns, as the panels of the inspector have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QTreeWidget

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
