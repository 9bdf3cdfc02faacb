"""A document never changes; each `with_...` makes another one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from engine.document import COLOUR_COUNT, Document, Function, Parameter, View

F, G = Function(1, "a x"), Function(5, "b x", colour=1)
A, B = Parameter("a"), Parameter("b", 2.0)
DOCUMENT = Document(functions=(F, G), parameters=(A, B))


def test_nothing_in_a_document_can_be_set():
    for part, field in ((DOCUMENT, "cursor"), (F, "text"), (A, "value"), (DOCUMENT.view, "x")):
        with pytest.raises(AttributeError):
            setattr(part, field, getattr(part, field))


def test_equal_documents_have_equal_hashes():
    again = Document(functions=(F, G), parameters=(A, B))
    assert (again, hash(again)) == (DOCUMENT, hash(DOCUMENT))
    assert DOCUMENT.with_cursor(1.0) != DOCUMENT


def test_functions_are_found_by_key_and_parameters_by_name():
    assert DOCUMENT.function(5) is G
    assert DOCUMENT.parameter("b") is B
    with pytest.raises(KeyError):
        DOCUMENT.function(2)
    with pytest.raises(KeyError):
        DOCUMENT.parameter("c")


def test_a_function_is_replaced_in_its_place_or_added_at_the_end():
    changed = replace(F, text="sin(x)")
    assert DOCUMENT.with_function(changed).functions == (changed, G)
    new = DOCUMENT.new_function("x^2")
    assert DOCUMENT.with_function(new).functions == (F, G, new)
    assert DOCUMENT.functions == (F, G)


def test_a_function_is_taken_out():
    assert DOCUMENT.without_function(1).functions == (G,)
    assert DOCUMENT.without_function(9) == DOCUMENT


def test_a_new_function_has_a_free_key_and_the_least_used_colour():
    new = DOCUMENT.new_function("x")
    assert (new.key, new.colour, new.text) == (6, 2, "x")
    document = Document()
    for _ in range(2 * COLOUR_COUNT):
        document = document.with_function(document.new_function())
    assert [function.colour for function in document.functions] == [*range(COLOUR_COUNT)] * 2
    assert Document().new_function().key == 1


def test_a_parameter_is_replaced_in_its_place_or_added_at_the_end():
    changed = replace(A, value=3.0)
    assert DOCUMENT.with_parameter(changed).parameters == (changed, B)
    assert DOCUMENT.with_parameter(Parameter("c")).parameters == (A, B, Parameter("c"))
    assert DOCUMENT.with_parameters((B,)).parameters == (B,)


def test_view_and_cursor_are_replaced_alone():
    view = View(x=(0.0, 1.0), arrangement="overlay")
    changed = DOCUMENT.with_view(view).with_cursor(0.5)
    assert (changed.view, changed.cursor) == (view, 0.5)
    assert (changed.functions, changed.parameters) == (DOCUMENT.functions, DOCUMENT.parameters)
