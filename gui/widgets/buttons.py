"""The row of buttons below a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox


def button_box(button: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return a row with this button, in words alone: Fusion's small pictures are of another age."""
    box = QDialogButtonBox()
    box.setStyleSheet("dialogbuttonbox-buttons-have-icons: 0")
    box.addButton(button)
    return box
