"""Someone draws Taylor polynomials and the derivative by a parameter."""

from __future__ import annotations

from engine.session import decode, encode


def roles(person):
    return {shape.role for layer in person.window.picture.outcome.layers for shape in layer.shapes}


def legend(person):
    return person.window.plot.layout_.legend.texts


def test_the_order_of_the_polynomial_is_chosen_in_the_menu_saved_and_taken_back(person):
    person.does("taylor_3")
    person.waits()
    assert {"taylor", "taylor_near"} <= roles(person)
    assert "T₃ f" in legend(person)
    assert person.window.actions_["taylor_3"].isChecked()
    assert decode(encode(person.window.store.document), "layers").taylor == 3
    person.does("taylor_none")
    person.waits()
    assert "taylor" not in roles(person)
    person.window.store.undo()
    person.waits()
    assert "T₃ f" in legend(person)
    person.window.store.undo()
    assert person.window.actions_["taylor_none"].isChecked()


def test_a_parameters_derivative_is_switched_in_its_row(person):
    row = person.window.parameters.row("a")
    row.more_button.click()
    row.details.sensitivity_box.click()
    person.waits()
    assert {"sensitivity", "ghost"} <= roles(person)
    assert "∂f/∂a" in legend(person)
    other = person.window.parameters.row("b")
    other.more_button.click()
    other.details.sensitivity_box.click()
    person.waits()
    assert not row.details.sensitivity_box.isChecked()
    assert "∂f/∂b" in legend(person)
    other.details.sensitivity_box.click()
    person.waits()
    assert "sensitivity" not in roles(person)
    person.window.store.undo()
    assert other.details.sensitivity_box.isChecked()
