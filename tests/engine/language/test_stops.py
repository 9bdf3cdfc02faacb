"""What is told of switches: the parts as the texts have them, in every function that meets them, and no others."""

from __future__ import annotations

import pytest

from engine.language.names import read_module
from engine.language.stops import NONE, Stops, stops
from engine.language.switches import Switch

CARDS = ("f(x) = a sin(2 x) + c", "g(x) = x f(x)", "h(x) = f'(x)", "c = 3a", "k(x) = d/dx(f(x) x)", "p(x) = x h(x)")
READ = read_module(tuple((text, "math") for text in CARDS), frozenset({"a"}))


def at(entry, part):
    start = CARDS[entry].index(part)
    return Switch(entry, (start, start + len(part)))


SINE = at(0, "sin(2 x)")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (0, Stops(("sin(2 x)",))),
        (1, Stops(("sin(2 x)",))),
        (2, Stops(("sin(2 x)",), altered=True)),
        (4, Stops(("sin(2 x)",), altered=True)),
        (5, Stops(("sin(2 x)",), altered=True)),
    ],
)
def test_a_node_is_told_of_wherever_it_is_reached(entry, expected):
    assert stops(READ, frozenset({SINE}), entry) == expected


def test_what_is_not_reached_is_not_told_of():
    assert stops(READ, frozenset({at(1, "x f(x)")}), 0) == NONE
    assert stops(READ, frozenset(), 0) == NONE
    assert stops(READ, frozenset({at(1, "x f(x)")}), 2) == NONE


def test_a_variable_is_told_of_in_its_own_function_alone():
    off = frozenset({Switch(0, name="x")})
    assert stops(READ, off, 0) == Stops(("x",))
    assert stops(READ, off, 1) == NONE
    assert stops(READ, off, 2) == NONE


def test_a_parameter_is_a_leaf_of_all_that_need_it_and_changes_no_derivative_by_the_variable():
    off = frozenset({Switch(None, name="a")})
    assert stops(READ, off, 0) == stops(READ, off, 1) == Stops(leaves=("a",))


def test_a_value_that_is_stopped_is_told_of_where_it_is_used():
    assert stops(READ, frozenset({at(3, "3a")}), 1) == Stops(("3a",))


def test_parts_stand_in_the_order_of_the_texts_each_on_one_line():
    text = "f(x) = x\n  + sin(x\n ) + x^2"
    read = read_module(((text, "math"),))
    spans = [(text.index("sin"), text.index(")", text.index("sin")) + 1), (text.index("x^2"), len(text))]
    off = frozenset(Switch(0, span) for span in spans)
    assert stops(read, off, 0).parts == ("sin(x )", "x^2")
