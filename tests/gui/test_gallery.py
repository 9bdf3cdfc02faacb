"""The gallery shows every session as a picture, and opens the one that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.examples import PICTURES, examples, lessons
from gui.gallery import Gallery


@pytest.fixture
def gallery(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Gallery(lambda: "dark", parent)
    made.open()
    qtbot.waitUntil(lambda: not made._coming)
    yield made
    if parent.findChildren(Gallery):
        made.reject()


def test_every_session_has_a_picture_in_both_schemes_and_there_are_no_others():
    wanted = {example.picture(scheme) for example in examples() for scheme in ("light", "dark")}
    assert set(PICTURES.iterdir()) == wanted
    for path in wanted:
        image = QImage(str(path))
        assert image.size() == QSize(384, 240)
        ground = image.pixelColor(383, 239).lightness()
        assert ground > 240 if path.stem.endswith("-light") else ground < 40


def test_it_lists_lessons_first_each_with_title_line_and_picture(gallery):
    texts = [item.text() for item in gallery._items()]
    assert texts == [f"{example.title}\n{example.line}" for example in examples()]
    assert texts[0].startswith(lessons()[0].title)
    for item, example in zip(gallery._items(), examples(), strict=True):
        shown = item.icon().pixmap(384, 240).toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert shown == QImage(str(example.picture("dark"))).convertToFormat(QImage.Format.Format_RGB32)


def test_the_keyboard_goes_to_a_picture_and_enter_opens_it(gallery, qtbot):
    assert gallery.list.currentRow() == 0
    QTest.keyClick(gallery.list, Qt.Key.Key_Right)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        QTest.keyClick(gallery.list, Qt.Key.Key_Return)
    assert chosen.args == [examples()[1].path]


def test_a_double_click_opens_once(gallery, qtbot):
    opened = []
    gallery.chosen.connect(opened.append)
    place = gallery.list.visualItemRect(gallery.list.item(2)).center()
    QTest.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [examples()[2].path]


def test_another_language_names_them_anew(gallery, qapp):
    qapp.choose_language("tr")
    try:
        QApplication.processEvents()
        assert gallery.windowTitle() == "Dersler ve örnekler"
        assert gallery.list.item(0).text().startswith("Bir dalın ve bir döngünün kaydı")
    finally:
        qapp.choose_language("en")
    gallery.reject()
