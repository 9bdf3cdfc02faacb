"""What the program remembers from one run to the next, apart from sessions."""

from __future__ import annotations

from typing import Literal, cast, get_args

from PySide6.QtCore import QByteArray, QSettings

ORGANISATION = "Gradient Visualizer"
APPLICATION = "gradient-visualizer"
RECENT_LIMIT = 8

SchemeChoice = Literal["system", "light", "dark"]
LanguageChoice = Literal["system", "en", "tr"]


class Settings:
    """Typed access to the settings file; a value that is missing or not understood is the default."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)

    @property
    def scheme(self) -> SchemeChoice:
        """Light, dark, or as the system has it."""
        return cast("SchemeChoice", self._choice("scheme", get_args(SchemeChoice)))

    @scheme.setter
    def scheme(self, choice: SchemeChoice) -> None:
        self._store.setValue("scheme", choice)

    @property
    def language(self) -> LanguageChoice:
        """English, Turkish, or as the system has it."""
        return cast("LanguageChoice", self._choice("language", get_args(LanguageChoice)))

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._store.setValue("language", choice)

    @property
    def recent_files(self) -> list[str]:
        """Absolute paths of the last sessions, newest first; files that are gone may be among them."""
        stored = self._store.value("recent_files", [])
        stored = [stored] if isinstance(stored, str) else stored  # a list of one comes back as its element
        return [path for path in stored if isinstance(path, str)] if isinstance(stored, list) else []

    def remember_file(self, path: str) -> None:
        """Put this path first among the recent files."""
        others = [other for other in self.recent_files if other != path]
        self._store.setValue("recent_files", [path, *others][:RECENT_LIMIT])

    def forget_file(self, path: str) -> None:
        """Take this path out of the recent files."""
        self._store.setValue("recent_files", [other for other in self.recent_files if other != path])

    @property
    def geometry(self) -> QByteArray:
        """Return what `QWidget.saveGeometry` gave; empty the first time."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def layout(self) -> QByteArray:
        """Return what `QMainWindow.saveState` gave; empty the first time."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("layout", value)

    @property
    def inspector(self) -> bool:
        """Whether the inspector is open."""
        return self._store.value("inspector", "false") in (True, "true")

    @inspector.setter
    def inspector(self, on: bool) -> None:
        self._store.setValue("inspector", on)

    def _choice(self, key: str, choices: tuple[str, ...]) -> str:
        stored = self._store.value(key, choices[0])
        return stored if isinstance(stored, str) and stored in choices else choices[0]

    def _bytes(self, key: str) -> QByteArray:
        stored = self._store.value(key)
        return stored if isinstance(stored, QByteArray) else QByteArray()
