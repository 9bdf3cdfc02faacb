from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from gui.theme import COLOURS, Theme, palette

ROLE = QPalette.ColorRole
TEXT_ON_GROUND = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.BrightText, ROLE.Window),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.Link, ROLE.Base),
    (ROLE.LinkVisited, ROLE.Base),
]


def luminance(colour):
    """Relative luminance, WCAG 2.1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize(("scheme", "pair"), [*itertools.product(COLOURS, TEXT_ON_GROUND)])
def test_text_can_be_read(scheme, pair):
    light, dark = sorted((luminance(palette(scheme).color(role)) for role in pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_schemes_set_the_same_roles():
    assert COLOURS["light"].keys() == COLOURS["dark"].keys()


def test_a_chosen_scheme_reaches_every_widget(qapp, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    with qtbot.waitSignal(qapp.theme.changed, check_params_cb=lambda scheme: scheme == "dark"):
        qapp.choose_scheme("dark")
    qtbot.waitUntil(lambda: widget.palette().color(ROLE.Window) == QColor(COLOURS["dark"][ROLE.Window]))
    qapp.choose_scheme("light")
    qtbot.waitUntil(lambda: widget.palette().color(ROLE.Window) == QColor(COLOURS["light"][ROLE.Window]))


def test_the_palette_is_set_when_the_change_is_told(qapp):
    seen = []
    qapp.theme.changed.connect(lambda _: seen.append(qapp.palette().color(ROLE.Base).name()))
    qapp.theme.choose("dark")
    assert seen == [COLOURS["dark"][ROLE.Base]]


def test_the_same_scheme_again_changes_nothing(qapp):
    told = []
    qapp.theme.changed.connect(told.append)
    qapp.theme.choose("light")
    assert told == []


def follow(theme, system):
    """What the system's own signal brings; nothing off screen can switch the real one."""
    theme._hints.colorSchemeChanged.emit(system)


def test_it_follows_the_system_until_a_scheme_is_chosen(qapp):
    theme = qapp.theme
    theme.choose("system")
    follow(theme, Qt.ColorScheme.Dark)
    assert (theme.choice, theme.scheme) == ("system", "dark")
    theme.choose("light")
    follow(theme, Qt.ColorScheme.Dark)
    assert (theme.choice, theme.scheme) == ("light", "light")


def test_a_system_that_does_not_say_is_light(qapp):
    qapp.theme.choose("system")
    follow(qapp.theme, Qt.ColorScheme.Unknown)
    assert qapp.theme.scheme == "light"


def test_the_choice_is_remembered(qapp):
    qapp.choose_scheme("dark")
    assert qapp.settings.scheme == "dark"
    assert isinstance(qapp.theme, Theme)
