from dataclasses import replace

import pytest

from engine.calculus.graph import Node
from gui.graph.diagram import diagram, node_at, nodes_at, reached, title


def test_traces_that_differ_in_numbers_alone_have_one_diagram(product):
    assert product(0.7) != product(0.9)
    assert diagram(product(0.7)) == diagram(product(0.9))
    assert hash(diagram(product(0.7))) == hash(diagram(product(0.9)))


def test_each_operand_slot_is_a_link(product):
    made = diagram(product())
    assert [(link.result, link.operand) for link in made.links] == [(2, 0), (2, 1), (3, 2), (3, 0)]
    assert made.leaves == (0, 1)
    assert made.output == 3


def test_the_turns_of_a_loop_are_one_box(loop):
    made = diagram(loop(9))
    assert [box.turns for box in made.boxes] == [1, 9]
    inner = [link for link in made.links if link.is_loop]
    assert [(link.result, link.operand) for link in inner] == [(1, 1)]
    assert len(inner[0].edges) == 8
    assert sorted(place for link in made.links for place in link.edges) == list(range(18))


def test_unfolded_it_has_a_box_for_each_turn(loop):
    assert len(diagram(loop(9), fold=False).boxes) == 10


def test_a_loop_of_two_turns_is_not_folded(loop):
    assert [box.turns for box in diagram(loop(2)).boxes] == [1, 1, 1]


def test_what_a_parameter_reaches(product):
    assert reached(product(), "a") == {1, 2, 3}
    assert reached(product(), "x") == {0, 2, 3}
    assert reached(product(), "none") == frozenset()


@pytest.mark.parametrize(("place", "node"), [(1, 0), (3, 2), (9, 3), (5, 1), (20, None)])
def test_the_node_of_the_smallest_part_around_a_place(product, place, node):
    assert node_at(product(), 0, place) == node


def test_in_the_graph_of_a_derivative_all_of_a_part_is_found(product, slope):
    assert nodes_at(product(), 0, 3) == {2}
    assert nodes_at(product(), 0, 20) == frozenset()
    assert nodes_at(slope(), 0, 1) == {1, 2, 3}
    assert nodes_at(slope(), 0, 5) == {0}


def test_what_was_computed_for_another_derivative_is_no_turn_of_the_same_loop(loop):
    made = loop(3)
    later = tuple(replace(node, order=1) if node.turn == 3 else node for node in made.nodes)
    assert [box.turns for box in diagram(replace(made, nodes=later, order=1)).boxes] == [1, 1, 1, 1]


def test_another_cards_text_has_no_node_here(product):
    assert node_at(product(), 1, 1) is None


@pytest.mark.parametrize(("operation", "constants", "told"), [
    ("sin", (), "sin"), ("^", ((1, 2.0),), "^ 2"), ("*", ((0, 2.5),), "2.5 *"), ("max", ((1, 3.0),), "max(·, 3)"),
    ("max", ((0, 3.0),), "max(3, ·)"), ("+", ((2, 3.0),), "+(·, ·, 3)")])  # fmt: skip
def test_a_box_names_the_plain_numbers_in_its_slots(operation, constants, told):
    assert title(Node(0, operation, "", 0.0, 0.0, constants=constants)) == told


def test_equal_structure_with_another_name_is_another_trace_but_the_same_layout(product):
    trace = product()
    renamed = replace(trace, nodes=tuple(replace(node, operation="·") for node in trace.nodes))
    assert diagram(renamed) == diagram(trace)
