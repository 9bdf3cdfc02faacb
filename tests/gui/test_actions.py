from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.actions import ACTIONS, MENUS, Actions
from gui.command_palette import CommandPalette


def made(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    called = []
    handlers = {row.identity: (lambda *_, name=row.identity: called.append(name)) for row in ACTIONS}
    return Actions(handlers, parent), called, parent


def test_no_two_actions_share_an_identity_or_a_shortcut():
    assert len({row.identity for row in ACTIONS}) == len(ACTIONS)
    shortcuts = [QKeySequence(keys).toString() for row in ACTIONS for keys in row.shortcuts]
    assert len(set(shortcuts)) == len(shortcuts)
    assert all(shortcuts)


def test_every_action_is_in_a_menu():
    assert {row.menu for row in ACTIONS} == set(MENUS)


def test_no_two_texts_of_a_menu_share_a_key():
    for menu in MENUS:
        keys = [row.text[row.text.index("&") + 1].lower() for row in ACTIONS if row.menu == menu and "&" in row.text]
        assert len(set(keys)) == len(keys), menu


def test_an_action_calls_its_handler(qtbot):
    actions, called, _parent = made(qtbot)
    for row in ACTIONS:
        actions[row.identity].trigger()
    assert called == [row.identity for row in ACTIONS]


def test_one_of_a_group_is_checked(qtbot):
    actions, _called, _parent = made(qtbot)
    actions["stacked"].trigger()
    actions["overlay"].trigger()
    assert actions["overlay"].isChecked()
    assert not actions["stacked"].isChecked()


def test_the_palette_finds_and_runs_a_command(qtbot):
    actions, called, parent = made(qtbot)
    palette = CommandPalette(actions, parent)
    qtbot.keyClicks(palette.findChild(QLineEdit), "one over")
    palette.findChild(QLineEdit).returnPressed.emit()
    assert called == ["overlay"]
