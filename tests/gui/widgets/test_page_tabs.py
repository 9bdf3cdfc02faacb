"""All pages of the inspector are in sight, in every room and language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTabBar, QWidget

from gui.widgets.page_tabs import PageTabs

NAMES = {
    "en": ("Graph", "Paths", "Features", "Check", "Precision", "Cost"),
    "tr": ("Hesaplama grafiği", "Yollar", "Özel noktalar", "Denetim", "Duyarlık", "Bedel"),
}


@pytest.fixture
def tabs(qtbot):
    made = PageTabs()
    qtbot.addWidget(made)
    for _ in range(6):
        made.add_page(QWidget(), "mdi6.routes")
    made.show()
    return made


def texts(tabs):
    return tuple(tabs.tabText(place) for place in range(tabs.count()))


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("width", [280, 352, 412, 500, 900])
@pytest.mark.parametrize("present", [0, 3, 5])
def test_every_tab_is_in_sight_and_told_apart(tabs, language, width, present):
    tabs.resize(width, 300)
    tabs.set_names(NAMES[language])
    tabs.setCurrentIndex(present)
    bar = tabs.findChild(QTabBar)
    assert bar.tabRect(tabs.count() - 1).right() <= width
    for place, name in enumerate(NAMES[language]):
        assert tabs.tabText(place) == name or not tabs.tabIcon(place).isNull()
        assert (tabs.tabToolTip(place), bar.accessibleTabName(place)) == (name, name)


def test_names_go_and_come_with_the_room(tabs):
    tabs.set_names(NAMES["tr"])
    tabs.resize(900, 300)
    assert texts(tabs) == NAMES["tr"]
    assert tabs.tabIcon(0).isNull()
    tabs.resize(412, 300)
    assert texts(tabs) == (NAMES["tr"][0], "", "", "", "", "")
    tabs.setCurrentIndex(3)
    assert texts(tabs) == ("", "", "", "Denetim", "", "")
    tabs.resize(260, 300)
    assert texts(tabs) == ("",) * 6
    tabs.resize(900, 300)
    assert texts(tabs) == NAMES["tr"]
