"""What a person does with session files, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from engine.document import Document, Function, Parameter
from engine.examples import examples
from engine.problems import ProblemCode
from engine.session import encode, load
from gui.files import SessionFiles, dropped_path
from gui.store import DocumentStore

START = Document(functions=(Function(1, "a x"),), parameters=(Parameter("a"),))
OTHER = Document(functions=(Function(4, "b x^2"),), parameters=(Parameter("b", 2.0),))
Button = QMessageBox.StandardButton


@pytest.fixture
def store(qapp):
    return DocumentStore(START)


@pytest.fixture
def files(qtbot, store, settings):
    window = QWidget()
    qtbot.addWidget(window)
    files = SessionFiles(store, settings, window)
    files.problems = []
    files.problem.connect(files.problems.append)
    return files


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """The questions that were asked; a test that expects none answers none."""
    asked = Asked()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.answer(box))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked.choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked.choose)
    return asked


class Asked(list):
    def __init__(self):
        super().__init__()
        self.answers = []
        self.boxes = []

    def answer(self, box):
        self.append(box.text())
        self.boxes.append([button.text() for button in box.buttons()])
        return self.answers.pop(0)

    def choose(self, _parent, title, start, kinds):
        self.append(title)
        self.start, self.kinds = start, kinds
        name = self.answers.pop(0)
        return str(name), kinds if name else ""


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "other.gradviz"
    path.write_bytes(encode(OTHER))
    return path


def edit(store):
    store.edit(START.with_parameter(Parameter("a", 4.0)), "Change a")


def codes(files):
    return [problem.code for problem in files.problems]


def test_a_session_starts_untitled(files):
    assert (files.path, files.title()) == (None, "Untitled")


def test_opening_shows_the_document_and_remembers_the_file(files, store, settings, session, asked):
    told = []
    files.path_changed.connect(lambda: told.append("path"))
    files.recent_changed.connect(lambda: told.append("recent"))
    assert files.open_path(session)
    assert (store.document, store.modified, files.path, files.title()) == (OTHER, False, session, "other.gradviz")
    assert settings.recent_files == [str(session)]
    assert sorted(told) == ["path", "recent"]
    assert asked == []


def test_a_relative_path_is_remembered_as_an_absolute_one(files, session, monkeypatch):
    monkeypatch.chdir(session.parent)
    assert files.open_path(Path("other.gradviz"))
    assert files.path == session


def test_the_open_action_asks_for_a_file(files, store, session, asked):
    asked.answers = [session]
    files.open()
    assert store.document == OTHER
    assert "*.gradviz" in asked.kinds


def test_cancelling_the_open_dialog_changes_nothing(files, store, asked):
    asked.answers = [""]
    files.open()
    assert (store.document, files.problems) == (START, [])


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, encode(OTHER)[:200], encode(OTHER) + b"}"])
def test_a_broken_file_is_one_problem_and_changes_nothing(files, store, settings, session, data, asked):
    session.write_bytes(data)
    edit(store)
    before = store.document
    assert not files.open_path(session)
    assert codes(files) == [ProblemCode.FILE_NOT_SESSION]
    assert (store.document, store.modified, store.can_undo, files.path) == (before, True, True, None)
    assert settings.recent_files == []
    assert asked == []


def test_a_file_that_is_gone_leaves_the_recent_files(files, settings, session):
    files.open_path(session)
    session.unlink()
    told = []
    files.recent_changed.connect(lambda: told.append(settings.recent_files))
    assert not files.open_path(session)
    assert codes(files) == [ProblemCode.FILE_NOT_FOUND]
    assert told == [[]]


def test_parameters_follow_the_names_of_a_session_written_by_hand(files, store, session):
    session.write_bytes(b'{"version": 1, "document": {"functions": [{"key": 1, "text": "a sin(b x)"}]}}')
    assert files.open_path(session)
    assert [parameter.name for parameter in store.document.parameters] == ["a", "b"]
    assert not store.modified


def test_saving_writes_the_session_and_keeps_the_history(files, store, session):
    files.open_path(session)
    store.edit(OTHER.with_parameter(Parameter("b", 3.0)), "Change b")
    assert files.save()
    assert load(session) == store.document
    assert not store.modified
    store.undo()
    assert (store.document, store.modified) == (OTHER, True)


def test_saving_finishes_a_drag(files, store, session):
    files.open_path(session)
    store.edit(OTHER.with_parameter(Parameter("b", 3.0)), "Change b", merge="b")
    assert files.save()
    assert (store.modified, store.undo_stack.count()) == (False, 1)


def test_an_untitled_session_asks_for_a_name(files, store, settings, tmp_path, asked):
    edit(store)
    asked.answers = [tmp_path / "mine.gradviz"]
    assert files.save()
    assert load(tmp_path / "mine.gradviz") == store.document
    assert (files.title(), settings.recent_files) == ("mine.gradviz", [str(tmp_path / "mine.gradviz")])
    assert Path(asked.start).name == "Untitled.gradviz"


def test_cancelling_the_save_dialog_saves_nothing(files, store, asked):
    edit(store)
    asked.answers = [""]
    assert not files.save()
    assert (store.modified, files.path) == (True, None)


@pytest.mark.parametrize(
    ("typed", "made"), [("mine", "mine.gradviz"), ("v1.5", "v1.5.gradviz"), ("A.GRADVIZ", "A.GRADVIZ")]
)
def test_the_ending_is_added_where_it_is_missing(files, tmp_path, asked, typed, made):
    asked.answers = [tmp_path / typed]
    assert files.save_as()
    assert files.path == tmp_path / made


@pytest.mark.parametrize(("answer", "replaced"), [(Button.Yes, True), (Button.Cancel, False)])
def test_a_file_that_the_added_ending_would_replace_is_asked_about(files, session, asked, answer, replaced):
    asked.answers = [session.with_suffix(""), answer]
    assert files.save_as() is replaced
    assert load(session) == (START if replaced else OTHER)


def test_save_as_moves_the_session_to_the_new_name(files, session, tmp_path, asked):
    files.open_path(session)
    asked.answers = [tmp_path / "copy.gradviz"]
    assert files.save_as()
    assert asked.start == str(session)
    assert (files.path, load(session), load(tmp_path / "copy.gradviz")) == (tmp_path / "copy.gradviz", OTHER, OTHER)


def test_a_save_that_fails_is_a_problem_and_the_session_stays_modified(files, store, tmp_path, asked):
    edit(store)
    asked.answers = [tmp_path / "none" / "mine.gradviz"]
    assert not files.save()
    assert codes(files) == [ProblemCode.FILE_NOT_WRITABLE]
    assert (store.modified, files.path) == (True, None)


def test_a_session_that_could_not_be_read_again_is_not_written(files, store, session):
    files.open_path(session)
    store.edit(OTHER.with_function(Function(4, "x" * 10_001)), "Paste")
    assert not files.save()
    assert codes(files) == [ProblemCode.NOT_SAVABLE]
    assert load(session) == OTHER


def test_an_unmodified_session_may_go_without_a_question(files, store, asked):
    store.edit(START.with_cursor(5.0), "Look")
    assert files.may_discard()
    assert asked == []


@pytest.mark.parametrize(("answer", "goes"), [(Button.Save, True), (Button.Discard, True), (Button.Cancel, False)])
def test_unsaved_changes_are_asked_about(files, store, session, asked, answer, goes):
    files.open_path(session)
    store.edit(OTHER.with_parameter(Parameter("b", 3.0)), "Change b")
    asked.answers = [answer]
    assert files.may_discard() is goes
    assert asked == ["“other.gradviz” has changes that are not saved."]
    assert set(asked.boxes[0]) == {"Save", "Discard", "Cancel"}
    assert (load(session) == store.document) is (answer == Button.Save)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # the offscreen plugin, of any dialog
@pytest.mark.parametrize(("key", "goes"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_saves_and_escape_cancels(files, store, session, monkeypatch, qtbot, key, goes):
    monkeypatch.undo()
    files.open_path(session)
    store.edit(OTHER.with_parameter(Parameter("b", 3.0)), "Change b")
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), key))
    assert files.may_discard() is goes
    assert store.modified is not goes


def test_a_save_that_is_cancelled_keeps_the_session(files, store, asked):
    edit(store)
    asked.answers = [Button.Save, ""]
    assert not files.may_discard()


def test_a_new_session_asks_and_starts_with_one_empty_card(files, store, session, asked):
    files.open_path(session)
    store.edit(OTHER.with_parameter(Parameter("b", 3.0)), "Change b")
    asked.answers = [Button.Cancel, Button.Discard]
    files.new()
    assert files.path == session
    files.new()
    assert [function.text for function in store.document.functions] == [""]
    assert (files.path, store.modified, store.can_undo) == (None, False, False)


def test_opening_asks_about_unsaved_changes(files, store, session, asked):
    edit(store)
    asked.answers = [Button.Cancel]
    assert not files.open_path(session)
    assert (store.document.parameter("a").value, files.path) == (4.0, None)
    asked.answers = [Button.Discard]
    assert files.open_path(session)
    assert store.document == OTHER


def test_an_example_opens_as_a_copy_without_a_name(files, store, settings):
    assert files.open_path(examples()[0].path)
    assert store.document == load(examples()[0].path)
    assert (files.path, settings.recent_files, store.modified) == (None, [], False)


def dragged(*urls):
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def test_one_file_of_this_computer_can_be_dropped(tmp_path):
    path = tmp_path / "ünlü θ.gradviz"
    assert dropped_path(dragged(QUrl.fromLocalFile(str(path)))) == path


@pytest.mark.parametrize("urls", [[], ["https://example.org/a.gradviz"], ["file:///a.gradviz", "file:///b.gradviz"]])
def test_nothing_else_can_be_dropped(urls):
    assert dropped_path(dragged(*urls)) is None


def test_text_can_not_be_dropped():
    mime = QMimeData()
    mime.setText("/tmp/a.gradviz")
    assert dropped_path(mime) is None
