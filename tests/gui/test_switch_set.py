"""The set of switches: a lens that goes with the texts it was made for, and is no edit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from engine.calculus.graph import Node
from engine.document import Document, Function, Parameter
from engine.language.switches import Switch
from gui.store import DocumentStore
from gui.switches import Switches

START = Document(functions=(Function(1, "a x"), Function(5, "sin(x)")), parameters=(Parameter("a"),))
SINE = Node(1, "sin", "SinBackward0", 0.0, 1.0, (0, 6), entry=1, whole=True)
X = Node(0, "x", "AccumulateGrad", 0.0, 1.0, (4, 5), leaf="x", entry=1)
A = Node(0, "a", "AccumulateGrad", 0.0, 1.0, (0, 1), leaf="a")


@pytest.fixture
def store(qapp):
    return DocumentStore(START)


@pytest.fixture
def switches(store):
    made = Switches(store)
    made.told = []
    made.changed.connect(lambda: made.told.append(made.of(store.document)))
    return made


def edited(store, **changes):
    store.edit(replace(store.document, **changes), "")


def test_a_switch_that_is_pressed_twice_is_off(store, switches):
    assert not switches
    switches.toggle(SINE, 5, "x")
    assert switches
    assert switches.of(store.document) == {Switch(1, (0, 6))}
    switches.toggle(SINE, 5, "x")
    assert switches.of(store.document) == frozenset()
    assert len(switches.told) == 2


def test_a_variable_is_of_its_function_and_a_parameter_of_all(store, switches):
    switches.toggle(X, 5, "x")
    switches.toggle(A, 1, "x")
    assert switches.of(store.document) == {Switch(1, name="x"), Switch(None, name="a")}


def test_they_follow_their_card_to_another_place(store, switches):
    switches.toggle(SINE, 5, "x")
    edited(store, functions=store.document.functions[::-1])
    assert switches.of(store.document) == {Switch(0, (0, 6))}


def test_a_card_loses_its_own_with_its_text_and_the_others_keep_theirs(store, switches):
    for node, key in ((SINE, 5), (X, 1), (A, 1)):
        switches.toggle(node, key, "x")
    first, second = store.document.functions
    edited(store, functions=(first, replace(second, text="sin(x) + 1")))
    assert switches.of(store.document) == {Switch(0, name="x"), Switch(None, name="a")}
    store.undo()
    assert switches.of(store.document) == {Switch(0, name="x"), Switch(None, name="a")}
    edited(store, functions=store.document.functions[1:])
    assert switches.of(store.document) == {Switch(None, name="a")}
    edited(store, parameters=())
    assert not switches


def test_what_is_no_text_leaves_them(store, switches):
    switches.toggle(SINE, 5, "x")
    first, second = store.document.functions
    edited(store, functions=(first, replace(second, orders=(0, 1, 2), colour=4, visible=False)))
    edited(store, parameters=(replace(store.document.parameter("a"), value=3.0),), cursor=2.0)
    assert switches.of(store.document) == {Switch(1, (0, 6))}
    assert len(switches.told) == 1


def test_another_session_has_none_even_if_it_is_the_same(store, switches):
    switches.toggle(SINE, 5, "x")
    store.open(START)
    assert not switches


def test_they_are_no_edit(store, switches):
    switches.toggle(SINE, 5, "x")
    switches.clear()
    assert not store.modified
    assert not store.can_undo
    assert switches.told[-1] == frozenset()
    switches.clear()
    assert len(switches.told) == 2
