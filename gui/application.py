"""The QApplication with what belongs to the whole program: font, icon, colour scheme, language, bug reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from gui.bug_dialog import BugPresenter
from gui.bugs import BugReporter
from gui.fonts import bundled_font
from gui.icons import application_icon
from gui.language import LanguageSwitch
from gui.settings import APPLICATION, ORGANISATION, Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.settings import LanguageChoice, SchemeChoice

TITLE = "Gradient Visualizer"


class Application(QApplication):
    """Has `settings`, `theme`, `languages` and `bugs`, each as the settings file says."""

    def __init__(self, argv: Sequence[str]) -> None:
        super().__init__(list(argv))
        self.setOrganizationName(ORGANISATION)
        self.setApplicationName(APPLICATION)
        self.setApplicationDisplayName(TITLE)
        self.setDesktopFileName(APPLICATION)
        self.setWindowIcon(application_icon())
        self.setStyle("Fusion")
        self.setFont(bundled_font())
        # Expressions have a decimal point in every language, so all numbers have one.
        QLocale.setDefault(QLocale.c())
        self.settings = Settings()
        self.theme = Theme(self)
        self.theme.choose(self.settings.scheme)
        self.languages = LanguageSwitch(self)
        self.languages.choose(self.settings.language)
        self.bugs = BugReporter(self)
        self.bug_presenter = BugPresenter(self)
        self.bugs.reported.connect(self.bug_presenter.show)

    def choose_scheme(self, choice: SchemeChoice) -> None:
        """Show this scheme, now and in later runs."""
        self.settings.scheme = choice
        self.theme.choose(choice)

    def choose_language(self, choice: LanguageChoice) -> None:
        """Show this language, now and in later runs."""
        self.settings.language = choice
        self.languages.choose(choice)
