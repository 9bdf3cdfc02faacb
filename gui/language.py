"""The language of every text, switchable at run time; a change sends `LanguageChange` to all widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

import resources
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.settings import LanguageChoice

Language = Literal["en", "tr"]

LANGUAGES: dict[Language, str] = {"en": "English", "tr": "Türkçe"}
"""Each language by its own name; the texts in the code are the English ones."""

CATALOGUE = "gradient_visualizer"

KEYS = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
)
"""Keys that Qt's own catalogue calls by words that stand on no keyboard; our catalogue is asked first."""


def translate_table(context: str, text: str) -> str:
    """Return a table's text (contexts `Problem`, `Function`, `Example`) in the present language."""
    return QCoreApplication.translate(context, text)


class LanguageSwitch(QObject):
    """Installs the translators of one language at a time: ours, and Qt's own for its dialogs."""

    changed = Signal(str)
    """The `LanguageChoice` that was made."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice: LanguageChoice = "en"
        self._language: Language | None = None
        self._installed: list[QTranslator] = []

    @property
    def choice(self) -> LanguageChoice:
        """What was chosen."""
        return self._choice

    @property
    def language(self) -> Language:
        """What is shown."""
        return self._language or "en"

    def choose(self, choice: LanguageChoice) -> None:
        """Show this language, or the system's if we have it, else English."""
        self._choice = choice
        language = system_language(QLocale.system().uiLanguages()) if choice == "system" else choice
        if language != self._language:
            self._show(language)
        self.changed.emit(choice)

    def _show(self, language: Language) -> None:
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = [self._loaded(language), self._loaded_from_qt(language)]
        self._language = language
        for translator in reversed(self._installed):
            self._application.installTranslator(translator)

    def _loaded(self, language: Language) -> QTranslator:
        translator = QTranslator(self)
        file = resources.FOLDER / "translations" / f"{CATALOGUE}_{language}.qm"
        if not translator.load(str(file)):
            raise FileNotFoundError(file)
        return translator

    def _loaded_from_qt(self, language: Language) -> QTranslator:
        """Return Qt's own texts; empty where this Qt came without them."""
        translator = QTranslator(self)
        translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return translator


def system_language(wanted: Iterable[str]) -> Language:
    """Return the first language that we have of those that a person reads, such as `tr-TR`, in their order."""
    read = (name.partition("-")[0] for name in wanted)
    return next((language for name in read for language in LANGUAGES if language == name), "en")
