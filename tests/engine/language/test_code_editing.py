import pytest

from engine.language.highlight import line_parts, state_after
from engine.language.indentation import next_blanks, to_last_stop, to_next_stop
from engine.language.source import is_program


@pytest.mark.parametrize(
    ("line", "blanks"),
    [
        ("def f(x):", 4),
        ("    if x > 0:  # why", 8),
        ("    y = x", 4),
        ("        return y", 4),
        ("    break", 0),
        ("", 0),
    ],
)
def test_the_next_line_is_moved_in_as_far_as_it_belongs(line, blanks):
    assert next_blanks(line) == blanks


def test_stops_are_every_four_blanks():
    assert [to_next_stop(column) for column in range(6)] == [4, 3, 2, 1, 4, 3]
    assert [to_last_stop("      x", column) for column in range(8)] == [0, 1, 2, 3, 4, 1, 2, 0]


@pytest.mark.parametrize(
    "text", ["def f(x): return x", "def ", "\n  def f", "import torch", "from math import pi", "@jit"]
)
def test_code_is_known_by_its_first_word(text):
    assert is_program(text)


@pytest.mark.parametrize("text", ["", "x^2", "define x", "def", "f(x) = x", "important x", "from", "default + 1"])
def test_math_notation_is_not_code(text):
    assert not is_program(text)


def told(line, before=-1):
    return [(line[part.start : part.end], part.kind) for part in line_parts(line, before)]


def test_words_of_python_texts_and_comments_have_colours_of_their_own():
    assert told("while x: # if") == [("while", "keyword"), ("x", "variable"), (":", "operator"), ("# if", "comment")]
    assert told("return '# no'") == [("return", "keyword"), ("'# no'", "string")]
    assert told("y = sin(2)")[2:4] == [("sin", "function"), ("(", "bracket")]


def test_a_long_string_goes_on_over_lines():
    first, second, third = '    """Return', "if x", 'x.""" # done'
    assert told(first) == [('"""Return', "string")]
    state = state_after(first, -1)
    assert told(second, state) == [("if x", "string")]
    assert state_after(second, state) == state
    assert told(third, state) == [('x."""', "string"), ("# done", "comment")]
    assert state_after(third, state) == -1


def test_half_a_string_never_fails():
    for line in ("'", '"', "'\\", '"""', "'''a", "#", "'a\"", "x = 'é"):
        line_parts(line, -1)
        state_after(line, 1)
