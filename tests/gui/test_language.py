import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox

from engine.document import Document
from engine.phrases import FILLED
from engine.plan import read_document
from engine.problems import EngineError, ProblemCode, fail
from engine.session import decode
from gui.command_palette import folded
from gui.language import system_language
from gui.messages import phrase, sentence


@pytest.fixture
def turkish(qapp):
    qapp.choose_language("tr")
    yield
    qapp.choose_language("en")


def problem_of(text):
    document = Document()
    return read_document(document.with_function(document.new_function(text))).entries[0].problem


TEXTS = (
    "lambda x: x",
    "x @ 2",
    "x if 1 else (2 for y in x)",
    "sin",
    "sin(x, y)",
    "min()",
    "atan2(x)",
    "clamp(1)",
    "2 3",
    "x +",
    "+ * x",
    "x = 1 = 2",
    "log_sin(x)",
    "sin^-1 x",
    "x'",
    "d/dsin(x)",
    "d^2/dx x",
    "sum(1, 1, 2, x)",
    "{x, x > 1: 2}",
    "root(x, x)",
    "x if x > 0",
    "f'(x, y)",
    "x < 1",
    "а + 1",
    "ｘ + 1",
    "1, 2",
    "x : 2",
    "sum(n, 1, 3)",
    "if(x > 1)",
    "(x",
    "1..2",
)
SESSIONS = (
    b"",
    b"{",
    b"[1]",
    b"\xff",
    b"\xef\xbb\xbf{}",
    b'{"version": 1, "version": 1}',
    b'{"version": 1}',
    b'{"version": 1e999}',
    b'{"version": 1, "document": {"functions": 3}}',
    b'{"version": 1, "document": {"cursor": "x"}}',
)


def turned(problem):
    """Whether the sentence is Turkish with all phrases in it."""
    words = {key: value for key, value in problem.values if key in FILLED and any(map(str.isalpha, value))}
    told = sentence(problem)
    assert told != problem.message
    for value in words.values():
        assert phrase(value) != value, (problem, value)
        assert value not in told, told
    assert "{" not in told.replace("`{", "")
    return True


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_wrong_with_a_text_is_said_in_turkish(turkish, text):
    problem = problem_of(text)
    assert problem is not None
    assert turned(problem)


@pytest.mark.parametrize("data", SESSIONS)
def test_why_a_session_is_refused_is_said_in_turkish(turkish, data):
    with pytest.raises(EngineError) as caught:
        decode(data, "oturum.gradviz")
    assert turned(caught.value.problem)


def test_the_words_of_the_person_stay_as_they_are(turkish):
    problem = fail(ProblemCode.UNKNOWN_NAME, None, name="it").problem
    assert "`it`" in sentence(problem)


def test_phrases_within_phrases_are_turkish(turkish):
    assert phrase("function 3 has a range that is empty") == "3. fonksiyon: aralık boş"
    assert phrase("it is a text, not a whole number or null") == "içerik: tam sayı veya null yerine metin var"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(["tr-TR", "tr"], "tr"), (["en-GB"], "en"), (["de-DE", "de", "tr"], "tr"), (["de"], "en"), ([], "en")],
)
def test_the_system_choice_is_the_first_language_that_we_have(wanted, language):
    assert system_language(wanted) == language


@pytest.mark.parametrize(("count", "words"), [(0, "0 functions"), (1, "1 function"), (2, "2 functions")])
def test_english_plurals(qapp, count, words):
    qapp.choose_language("en")
    assert QCoreApplication.translate("Status", "%n function(s)", "", count) == words


def test_keys_are_called_as_on_a_turkish_keyboard(turkish):
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+S").toString(native) == "Ctrl+Shift+S"
    assert QKeySequence("Alt+Left").toString(native) == "Alt+Sol"


def test_buttons_of_qt_itself_are_turkish(turkish, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == "Kapat"


@pytest.mark.parametrize("typed", ["İleri", "ileri", "ILERI", "İLERİ", "i̇leri"])
def test_a_command_is_found_in_any_spelling(typed):
    assert folded(typed) == folded("İleri")
