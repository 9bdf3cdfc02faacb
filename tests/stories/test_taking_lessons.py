"""A person goes through the lessons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.examples import LESSONS, examples, lessons
from engine.session import load
from gui.gallery import Gallery


def opens(person, name):
    person.window.store.mark_saved()
    assert person.window.files.open_path(next(one.path for one in examples() if one.identity == name))
    person.waits()


def follows(person, target):
    person.window.lesson.text.anchorClicked.emit(QUrl(target))
    person.waits()


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_comes_with_its_session(person, name):
    lesson = person.window.lesson
    assert lesson.isHidden()
    opens(person, name)
    assert lesson.isVisible()
    assert lesson.heading.label.text() == f"Lesson {list(LESSONS).index(name) + 1} of 9"
    assert "Things to try" in lesson.text.toPlainText()
    assert person.window.picture.outcome.problems == {}


def test_a_session_without_a_lesson_shows_none(person):
    opens(person, "paths")
    opens(person, "wave")
    assert person.window.lesson.isHidden()
    assert not person.window._right.isVisible()


def test_next_and_previous_go_through_all_lessons(person):
    opens(person, "tracing")
    lesson = person.window.lesson
    assert not lesson.back_button.isEnabled()
    for one in lessons()[1:]:
        QTest.mouseClick(lesson.next_button, Qt.MouseButton.LeftButton)
        assert person.window.store.document.lesson == one.identity
    assert not lesson.next_button.isEnabled()
    QTest.mouseClick(lesson.back_button, Qt.MouseButton.LeftButton)
    assert person.window.store.document.lesson == "cost"
    person.waits()


def test_a_closed_lesson_gives_the_room_back_and_comes_again(person):
    opens(person, "stop")
    QTest.mouseClick(person.window.lesson.close_button, Qt.MouseButton.LeftButton)
    assert not person.window._right.isVisible()
    opens(person, "stop")
    assert person.window.lesson.isVisible()


def test_a_link_sets_a_slider_as_an_edit_that_can_be_undone(person):
    opens(person, "paths")
    follows(person, "set:n=10")
    assert person.value("n") == 10
    person.does("undo")
    assert person.value("n") == 5
    follows(person, "cursor:0.5")
    assert person.window.store.document.cursor == 0.5


def test_a_link_whose_slider_is_gone_does_nothing(person):
    opens(person, "tracing")
    before = person.window.store.document
    follows(person, "set:n=10")
    assert person.window.store.document == before


def test_a_click_on_a_link_opens_the_paths(person):
    opens(person, "paths")
    text = person.window.lesson.text
    cursor = text.document().find("Open the paths")
    text.setTextCursor(cursor)
    box = text.cursorRect(cursor)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=box.center() - QPoint(12, 0))
    assert person.window.inspector.isVisible()
    assert person.window.inspector.tabs.currentWidget() is person.window.inspector.paths
    assert person.window.actions_["inspector"].isChecked()
    assert person.window.lesson.isVisible()
    person.waits()


def test_the_text_follows_the_language(person):
    opens(person, "doubling")
    person.does("language_tr")
    try:
        person.waits()
        QApplication.processEvents()
        assert "İkiye katlama döngüsü" in person.window.lesson.text.toPlainText()
        assert person.window.lesson.heading.label.text() == "Ders 9 / 9"
    finally:
        person.does("language_en")
        QApplication.processEvents()
    assert "The doubling loop" in person.window.lesson.text.toPlainText()


def test_a_saved_session_keeps_its_lesson(person, tmp_path):
    opens(person, "leaves")
    path = tmp_path / "mine.gradviz"
    assert person.window.files._write(path)
    assert load(path).lesson == "leaves"
    opens(person, "wave")
    assert person.window.files.open_path(path)
    assert person.window.lesson.isVisible()
    person.waits()


def test_the_gallery_opens_what_is_chosen(person):
    person.does("gallery")
    (gallery,) = person.window.findChildren(Gallery)
    gallery.list.setCurrentRow(2)
    QTest.keyClick(gallery.list, Qt.Key.Key_Return)
    assert person.window.store.document.lesson == "samples"
    person.waits()
    assert person.window.plot.layout_.legend.texts == ["d(a): 25 joined points"]
