"""A window that is closed leaves nothing behind in a program that goes on."""

from __future__ import annotations

from PySide6.QtGui import QPixmap, QPixmapCache


def test_what_the_style_drew_for_a_window_goes_with_it(open_window):
    person = open_window()
    person.waits()
    QPixmapCache.insert("drawn", QPixmap(16, 16))
    person.window.store.mark_saved()
    person.window.close()
    assert not QPixmapCache.find("drawn", QPixmap())
