"""Sliders come and go with the names, and keep what a person set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document import Document, Function, Parameter
from engine.reconcile import reconcile


def document(*texts, parameters=()):
    functions = tuple(Function(key, text) for key, text in enumerate(texts, 1))
    return Document(functions, tuple(parameters))


def names(document):
    return [parameter.name for parameter in document.parameters]


def test_each_free_name_gets_a_slider_in_the_order_of_the_text():
    assert names(reconcile(document("b sin(a x)", "c x + a"))) == ["b", "a", "c"]


def test_a_slider_keeps_what_was_set():
    mine = Parameter("a", 3.0, 0.0, 4.0, 0.5, "loop")
    assert reconcile(document("a x + b", parameters=[mine])).parameters == (mine, Parameter("b"))


def test_a_name_that_is_gone_takes_its_slider_along():
    assert names(reconcile(document("a x", parameters=[Parameter("a"), Parameter("b")]))) == ["a"]


@pytest.mark.parametrize("broken", ["a x + b)", "sin(", "a x +", "a $ x"])
def test_no_slider_is_lost_while_a_text_is_broken(broken):
    kept = [Parameter("a", 3.0), Parameter("b", 4.0)]
    assert reconcile(document(broken, parameters=kept)).parameters == tuple(kept)


def test_a_broken_card_does_not_keep_new_names_of_others_out():
    assert names(reconcile(document("sin(", "c x", parameters=[Parameter("a")]))) == ["a", "c"]


def test_an_empty_card_keeps_nothing():
    assert names(reconcile(document("", parameters=[Parameter("a")]))) == []


def test_a_name_that_a_card_defines_is_no_slider():
    assert names(reconcile(document("a = 2", "a b x"))) == ["b"]


def test_variables_and_constants_are_no_sliders():
    assert names(reconcile(document("f(t) = k e^t + pi", "f(x)"))) == ["k"]


def test_a_document_in_step_comes_back_itself():
    whole = reconcile(document("a x"))
    assert reconcile(whole) is whole


@settings(deadline=None)
@given(st.lists(st.text("abx +*()", max_size=8), max_size=3), st.sets(st.sampled_from("abc")))
def test_reconciling_twice_is_reconciling_once(texts, old):
    once = reconcile(document(*texts, parameters=map(Parameter, sorted(old))))
    assert reconcile(once) == once
