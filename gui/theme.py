"""The colour scheme: light or dark, as the system has it (live) or as set.

The palettes are our own, because `QStyleHints.setColorScheme` has no effect on a bare X server or off screen; it is
called all the same, for the window frames that the system draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.settings import SchemeChoice

Scheme = Literal["light", "dark"]

_Role = QPalette.ColorRole

COLOURS: dict[Scheme, dict[QPalette.ColorRole, str]] = {
    "light": {
        _Role.Window: "#f4f5f7",
        _Role.WindowText: "#1b1f24",
        _Role.Base: "#ffffff",
        _Role.AlternateBase: "#eef0f3",
        _Role.Text: "#1b1f24",
        _Role.PlaceholderText: "#6b7280",
        _Role.Button: "#e9ebef",
        _Role.ButtonText: "#1b1f24",
        _Role.BrightText: "#b3261e",
        _Role.ToolTipBase: "#1b1f24",
        _Role.ToolTipText: "#f4f5f7",
        _Role.Highlight: "#0072b2",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#0072b2",
        _Role.Link: "#005f99",
        _Role.LinkVisited: "#7a4f82",
        _Role.Light: "#ffffff",
        _Role.Midlight: "#f0f1f4",
        _Role.Mid: "#c4c8cf",
        _Role.Dark: "#9aa0a9",
        _Role.Shadow: "#5c626b",
    },
    "dark": {
        _Role.Window: "#262a31",
        _Role.WindowText: "#e6e8eb",
        _Role.Base: "#16181c",
        _Role.AlternateBase: "#2d323a",
        _Role.Text: "#e6e8eb",
        _Role.PlaceholderText: "#8b929c",
        _Role.Button: "#363c46",
        _Role.ButtonText: "#e6e8eb",
        _Role.BrightText: "#ff8a80",
        _Role.ToolTipBase: "#e6e8eb",
        _Role.ToolTipText: "#16181c",
        _Role.Highlight: "#56b4e9",
        _Role.HighlightedText: "#0b0d10",
        _Role.Accent: "#56b4e9",
        _Role.Link: "#7cc5ee",
        _Role.LinkVisited: "#c9a3d4",
        _Role.Light: "#464d58",
        _Role.Midlight: "#3e454f",
        _Role.Mid: "#525a66",
        _Role.Dark: "#0f1114",
        _Role.Shadow: "#000000",
    },
}
"""One accent, the blue of the Okabe-Ito set; text on its ground has a contrast of at least 4.5 (WCAG 2.1 AA)."""

DISABLED: dict[Scheme, str] = {"light": "#8a9099", "dark": "#6d747e"}

_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette(scheme: Scheme) -> QPalette:
    """Return the whole palette of a scheme."""
    made = QPalette()
    for role, colour in COLOURS[scheme].items():
        made.setColor(role, QColor(colour))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(DISABLED[scheme]))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(COLOURS[scheme][_Role.Mid]))
    return made


class Theme(QObject):
    """Keeps the application's palette at the scheme that is chosen."""

    changed = Signal(str)
    """The `Scheme` now shown; emitted when the palette is already set."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._choice: SchemeChoice = "system"
        self._scheme: Scheme = _named(self._hints.colorScheme())
        application.setPalette(palette(self._scheme))
        self._hints.colorSchemeChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        """What is shown now."""
        return self._scheme

    @property
    def choice(self) -> SchemeChoice:
        """What was chosen: a scheme, or to follow the system."""
        return self._choice

    def choose(self, choice: SchemeChoice) -> None:
        """Show this scheme, or from now on the system's."""
        self._choice = choice
        if choice == "system":
            self._hints.unsetColorScheme()
            self._show(_named(self._hints.colorScheme()))
        else:
            self._hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
            self._show(choice)

    def _follow(self, system: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._show(_named(system))

    def _show(self, scheme: Scheme) -> None:
        if scheme != self._scheme:
            self._scheme = scheme
            self._application.setPalette(palette(scheme))
            self.changed.emit(scheme)


def _named(system: Qt.ColorScheme) -> Scheme:
    return "dark" if system == Qt.ColorScheme.Dark else "light"
