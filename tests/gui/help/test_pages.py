from engine.language.functions import FUNCTIONS
from gui.actions import ACTIONS
from gui.help.functions import GROUPS, functions_page
from gui.help.shortcuts import shortcuts_page


def test_every_function_is_on_the_page(qapp):
    page = functions_page()
    assert all(row.signature in page for row in FUNCTIONS)


def test_every_group_has_a_title():
    assert {row.group for row in FUNCTIONS} <= set(GROUPS)


def test_every_action_is_on_the_page(qapp):
    page = shortcuts_page()
    for row in ACTIONS:
        assert row.text.replace("&", "") in page
