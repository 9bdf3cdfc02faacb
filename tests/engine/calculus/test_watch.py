"""What is seen of torch's operations, and which of its nodes each belongs to."""

from __future__ import annotations

import math

import pytest

from engine.budget import Budget
from engine.calculus.recorder import Place
from engine.calculus.torch_graph import copied
from engine.calculus.watch import Seen, Watch, nodes_behind, numbers_of
from engine.torch_setup import torch

SOMEWHERE, ELSEWHERE, VARIABLE = Place((0, 3)), Place((4, 6), turn=2), Place((1, 2))


def number(value, **options):
    return torch.tensor([value], dtype=torch.float64, **options)


def watched(function, value=0.7):
    """Return the watch, the leaf and what the function makes of it."""
    x, watch = number(value, requires_grad=True), Watch(Budget())
    with watch.computing(SOMEWHERE):
        made = function(x)
    return watch, x, made


@pytest.mark.parametrize(("name", "operands", "operation", "constants"), [
    ("mul", (number(2.0), number(0.7, requires_grad=True)), "*", ((0, 2.0),)),
    ("rsub", (number(0.7, requires_grad=True), 1, 1), "-", ((0, 1.0),)),
    ("reciprocal", (number(0.7, requires_grad=True),), "/", ((0, 1.0),)),
    ("square", (number(0.7, requires_grad=True),), "^", ((1, 2.0),)),
    ("sigmoid_backward", (number(1.0), number(0.7, requires_grad=True)), "sigmoid′", ((0, 1.0),)),
    ("special_erfcx", (), "erfcx", ()),
    ("log", (), "ln", ()),
])  # fmt: skip
def test_operations_have_plain_names_and_plain_numbers(name, operands, operation, constants):
    seen = Seen(name, operands, number(0.0), None, 0)
    assert (seen.operation, seen.constants) == (operation, constants)


def test_only_single_numbers_without_history_are_plain():
    operands = (True, 2, number(3.0), torch.ones(2), number(1.0, requires_grad=True), [4], None)
    assert numbers_of(operands) == ((1, 2.0), (2, 3.0))


def test_a_backward_pass_is_seen_and_belongs_to_what_it_steps_through():
    watch, x, sine = watched(torch.sin)
    with watch.computing(ELSEWHERE):
        y = sine * sine
    slope = watch.gradient(y, x, VARIABLE)
    assert slope is not None
    assert slope.item() == pytest.approx(math.sin(1.4), rel=1e-15)
    told = {type(node).__name__: watch.known[node] for node in nodes_behind(slope) if node.next_functions}
    places = {name: (seen.place, seen.order) for name, seen in told.items()}
    assert places["SinBackward0"] == (SOMEWHERE, 0)
    assert places["CosBackward0"] == (SOMEWHERE, 1)
    # The two slots of the product meet at the sine, which is outside of the loop: a sum of the turn before.
    assert places["AddBackward0"] == (Place((0, 3), turn=2), 1)
    assert all(seen.result.numel() == 1 for seen in told.values())


def test_what_does_not_depend_on_the_variable_has_no_gradient():
    watch, x, made = watched(lambda x: x * 2)
    other = number(1.0, requires_grad=True)
    assert watch.gradient(other.sin(), x, VARIABLE) is None
    assert watch.gradient(made, x, VARIABLE).grad_fn is None


def test_each_node_is_found_once():
    x = number(0.7, requires_grad=True)
    z = x
    for _ in range(40):
        z = z * z
    assert len(nodes_behind(z)) == 41
    assert nodes_behind(number(1.0)) == []


def test_what_was_not_seen_has_a_name_of_torchs_and_no_value():
    x = number(0.7, requires_grad=True)
    value = torch.sin(x) * 2
    nodes, edges = copied(value, [("x", VARIABLE, x)], {}, {})
    assert [(node.operation, node.recorded) for node in nodes] == [
        ("x", "AccumulateGrad"), ("sin", "SinBackward0"), ("mul", "MulBackward0"),
    ]  # fmt: skip
    assert nodes[0].value == 0.7
    assert all(math.isnan(node.value) and node.span is None for node in nodes[1:])
    assert [node.adjoint for node in nodes] == pytest.approx([2 * math.cos(0.7), 2.0, 1.0])
    assert [edge.local for edge in edges] == pytest.approx([math.cos(0.7), 2.0])


def test_a_node_of_several_numbers_has_no_value_of_its_own():
    watch, x, total = watched(lambda x: (x * torch.ones(3, dtype=torch.float64)).sum().reshape(1))
    slope = watch.gradient(total * total, x, VARIABLE)
    nodes, _ = copied(slope, [("x", VARIABLE, x)], watch.known, {})
    assert slope.item() == pytest.approx(12.6)
    assert nodes[0].adjoint == pytest.approx(18.0)
    several = next(node for node in nodes if node.recorded == "MulBackward0" and math.isnan(node.value))
    assert math.isnan(several.adjoint)
