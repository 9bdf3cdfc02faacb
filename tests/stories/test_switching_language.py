"""A person switches the language while everything is open: every text changes, and back."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from resources.translations import update

FIELD = re.compile(r"\\\{\w+\\\}|%n")
PROPERTIES = ("text", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "windowTitle",
              "placeholderText", "title", "iconText", "prefix", "suffix")  # fmt: skip
OWNERS = (QLabel, QAbstractButton, QAction, QMenu, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QDialog, QWidget)


def plain(text):
    return text.replace("&", "").rstrip("…").strip()


def english_patterns():
    """A pattern for each text whose Turkish is another one."""
    root = ElementTree.parse(update.FOLDER / f"{update.CATALOGUE}_tr.ts").getroot()
    patterns, turkish = {}, set()
    for message in root.iter("message"):
        translation = message.find("translation")
        form = translation.find("numerusform")
        turkish.add(plain((translation if form is None else form).text or ""))
        source = plain(message.findtext("source"))
        pattern = FIELD.sub(".+?", re.escape(source)).replace(r"\(s\)", "s?")
        patterns[source] = re.compile(rf"{pattern}(?: \(.*\))?")
    return {source: pattern for source, pattern in patterns.items() if source not in turkish}


def switch(person, language):
    """Choose the language in the menu; Qt posts the change to each window."""
    person.does(f"language_{language}")
    QCoreApplication.sendPostedEvents()


PATTERNS = english_patterns()


def texts(root):
    """Every text of a widget and of all that is in it, with where it is."""
    for thing in [root, *root.findChildren(QObject)]:
        if isinstance(thing, OWNERS):
            for name in PROPERTIES:
                told = thing.property(name)
                if isinstance(told, str) and told:
                    yield f"{type(thing).__name__}.{name}", told
        if isinstance(thing, QComboBox):
            yield from ((type(thing).__name__, thing.itemText(row)) for row in range(thing.count()))
        if isinstance(thing, QListView) and thing.model() is not None:
            model = thing.model()
            yield from ((type(thing).__name__, str(model.index(row, 0).data())) for row in range(model.rowCount()))
        if isinstance(thing, QTextBrowser):
            yield from ((type(thing).__name__, line) for line in thing.toPlainText().splitlines())


def english(*roots):
    """The texts that are English ones of the catalogue, whole or as the pieces of a line."""
    return [
        (where, told)
        for root in roots
        for where, told in texts(root)
        for piece in {told, *told.split(", ")}
        if any(pattern.fullmatch(plain(piece)) for pattern in PATTERNS.values())
    ]


@pytest.fixture
def opened(person):
    """The window with everything open that has words: cards of every kind, a problem, the dialogs, the help pages."""
    window = person.window
    document = window.store.document
    for text in ("1 + sn(x)", ""):
        document = document.with_function(replace(document.new_function(), text=text))
    window.store.edit(document, "cards")
    person.waits()
    window.parameters.row("a").more_button.click()
    window.open_session("/nowhere/lost.gradviz")
    for identity in ("functions_help", "shortcuts_help", "export"):
        person.does(identity)
    person.waits()
    person.qtbot.waitUntil(lambda: len(window.findChildren(QDialog)) == 3)
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window._application.choose_language("en")


def test_no_english_is_left_after_the_switch_and_all_of_it_comes_back(person, opened):
    before = list(texts(opened))
    assert len(english(opened)) > 150  # the search finds English where it is
    switch(person, "tr")
    assert english(opened) == []
    switch(person, "en")
    assert list(texts(opened)) == before


def test_a_window_opened_in_turkish_has_no_english(open_window, qapp):
    qapp.choose_language("tr")
    person = open_window()
    for identity in ("functions_help", "shortcuts_help", "export", "palette", "about"):
        person.does(identity)
        person.qtbot.waitUntil(lambda: person.window.findChildren(QDialog) != [])
        assert english(person.window) == []
        for dialog in person.window.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
    qapp.choose_language("en")


def test_steps_of_undo_are_named_in_turkish(person, qapp):
    switch(person, "tr")
    person.types_and_waits("a sin x")
    person.drags_slider("a", 0.2)
    person.does("add_function")
    person.does("overlay")
    person.does("tangent")
    card = person.card(0)
    card.chips[2].click()
    card.colour_button.click()
    person.window.store.finish_gesture()
    stack = person.window.store.undo_stack
    labels = [stack.text(place) for place in range(stack.count())]
    assert len(labels) >= 6
    assert [label for label in labels if any(pattern.fullmatch(plain(label)) for pattern in PATTERNS.values())] == []
    switch(person, "en")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_no_two_texts_of_a_menu_or_a_dialog_share_a_key(person, qapp, language):
    switch(person, language)
    window = person.window
    groups = [[action.text() for action in window.menuBar().actions()]]
    groups += [[action.text() for action in menu.actions()] for menu in window.menus._menus.values()]
    person.does("export")
    person.qtbot.waitUntil(lambda: window.findChildren(QDialog) != [])
    (dialog,) = window.findChildren(QDialog)
    groups.append([thing.text() for kind in (QLabel, QAbstractButton) for thing in dialog.findChildren(kind)])
    dialog.close()
    for group in groups:
        keys = [text[text.index("&") + 1].lower() for text in group if "&" in text]
        assert len(set(keys)) == len(keys), group
    assert all("&" in text for text in groups[0])
    switch(person, "en")


def test_numbers_keep_their_point_in_turkish(person, qapp):
    switch(person, "tr")
    row = person.window.parameters.row("a")
    row.value.setFocus()
    row.value.selectAll()
    person.qtbot.keyClicks(row.value, "1.25\r")
    assert person.value("a") == 1.25
    assert row.value.text() == "1.25"
    person.waits()
    assert re.search(r"\d\.\d ms", person.window.status._work.text())
    switch(person, "en")


def test_the_choice_follows_the_system_again(person, qapp):
    switch(person, "tr")
    assert person.window.actions_["language_tr"].isChecked()
    person.does("language_system")
    assert person.window.actions_["language_system"].isChecked()
    assert qapp.settings.language == "system"
    switch(person, "en")
