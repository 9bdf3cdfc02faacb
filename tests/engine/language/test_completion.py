"""What a half-typed name may become: the person's own names, then the table's, never the name itself."""

import pytest

from engine.language.completion import completions, word_before
from engine.language.functions import CONSTANTS, FUNCTIONS
from engine.language.names import read_module


def offered(prefix, *texts):
    return [row.signature for row in completions(prefix, read_module(tuple((text, "math") for text in texts)))]


def test_a_half_typed_name_is_not_offered_for_itself():
    assert offered("gel", "gel") == ["gelu(x)", "gelu_tanh(x)"]
    assert offered("wa", "wave(x) = sin x", "wa") == ["wave(x)"]


def test_a_whole_function_name_is_offered_for_its_brackets():
    assert offered("sin", "sin")[0] == "sin(x)"


def test_own_names_come_first():
    assert offered("si", "side = 2", "size(u, v) = u v", "sigh x")[:3] == ["side", "size(u, v)", "sigh"]


def test_the_case_of_letters_does_not_matter():
    assert offered("GELU_") == ["gelu_tanh(x)"]


def test_nothing_is_offered_for_nothing():
    assert offered("", "rate x") == []
    assert offered("zzz") == []


@pytest.mark.parametrize("name", [name for row in FUNCTIONS for name in (row.name, *row.aliases) if len(name) > 1])
def test_every_function_of_the_table_is_offered(name):
    assert any(signature.startswith(f"{name}(") for signature in offered(name[:1]))


@pytest.mark.parametrize("name", CONSTANTS)
def test_constants_are_not_offered_for_themselves(name):
    assert name not in offered(name)


@pytest.mark.parametrize(("text", "place", "word"), [
    ("2 + gel", 7, "gel"), ("2 + gel", 6, ""), ("2 + gel", 4, ""), ("2gel", 4, "gel"), ("x_0", 3, "x_0"), ("", 0, ""),
])  # fmt: skip
def test_the_word_before_the_cursor(text, place, word):
    assert word_before(text, place) == word
