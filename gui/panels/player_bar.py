"""The buttons and the slider of the step player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from gui.icons import icon
from gui.panels.heading import name_tool, tool

if TYPE_CHECKING:
    from gui.graph.player import StepPlayer


class PlayerBar(QWidget):
    """Start, back, play or pause, step, end, and a slider over all steps."""

    def __init__(self, player: StepPlayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._shows_playing = False
        self.start_button = tool("mdi6.skip-backward", lambda: player.go(0))
        self.back_button = tool("mdi6.step-backward", player.back)
        self.play_button = tool("mdi6.play", player.toggle)
        self.step_button = tool("mdi6.step-forward", player.forward)
        self.end_button = tool("mdi6.skip-forward", lambda: player.go(player.count))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.valueChanged.connect(player.go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.start_button, self.back_button, self.play_button, self.step_button, self.end_button):
            row.addWidget(button)
        row.addWidget(self.slider, 1)
        self._retranslate()

    def refresh(self) -> None:
        """Show where the player stands."""
        player = self._player
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, player.count)
            self.slider.setValue(player.position)
        self.start_button.setEnabled(player.position > 0)
        self.back_button.setEnabled(player.position > 0)
        self.end_button.setEnabled(not player.is_at_end)
        if player.is_playing != self._shows_playing:
            self._shows_playing = player.is_playing
            self.play_button.setIcon(icon("mdi6.pause" if player.is_playing else "mdi6.play"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name_tool(self.start_button, self.tr("To the start"))
        name_tool(self.back_button, self.tr("One step back"))
        name_tool(self.play_button, self.tr("Play or pause: forward, then backward"))
        name_tool(self.step_button, self.tr("One step"))
        name_tool(self.end_button, self.tr("To the end"))
        self.slider.setAccessibleName(self.tr("Step"))
