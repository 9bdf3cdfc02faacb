"""How what is stopped looks and counts in the graph: boxes, links, steps and files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.graph.arrangement import arrangement
from gui.graph.diagram import diagram
from gui.graph.dot import dot
from gui.graph.files import encode
from gui.graph.scene import GraphScene
from gui.graph.steps import known_after, known_at_end, steps

PLUS, X, A = 2, 0, 1
"""Nodes of the trace `product`: (x + a) * x."""


def stopped(trace, *places):
    """The trace as the engine makes it with these nodes stopped, but for the adjoints, which are not looked at."""
    nodes = tuple(replace(node, stopped=place in places) for place, node in enumerate(trace.nodes))
    edges = tuple(replace(edge, local=0.0) if edge.operand in places else edge for edge in trace.edges)
    return replace(trace, nodes=nodes, edges=edges)


@pytest.fixture
def scene(qtbot, product):
    made = GraphScene()
    made.build(diagram(product()), arrangement(diagram(product())))
    return made


def shown(scene, trace, kept=None):
    scene.show_numbers(trace, known_at_end(trace, kept))
    return [box.text for box in scene.boxes]


def test_a_stopped_node_has_a_dash_and_cut_lines(scene, product):
    texts = shown(scene, stopped(product(), PLUS))
    assert [text.stopped for text in texts] == [False, False, True, False]
    assert (texts[PLUS].recorded, texts[PLUS].slope) == (".detach()", "∂ –")
    assert [link.look.cut for link in scene.links] == [False, False, True, False]
    texts = shown(scene, product())
    assert (texts[PLUS].recorded, texts[PLUS].slope) == ("AddBackward0", "∂ 0.7")
    assert not any(link.look.cut for link in scene.links)


def test_a_leaf_without_gradient_says_none_or_what_it_had_kept(scene, product):
    texts = shown(scene, stopped(product(), X))
    assert (texts[X].recorded, texts[X].slope) == ("requires_grad=False", ".grad None")
    assert texts[A].slope == ".grad 0.7"
    assert [link.look.cut for link in scene.links] == [True, False, False, True]
    assert shown(scene, stopped(product(), X), {"x": 3.4, "a": 0.7})[X].slope == ".grad 3.4"
    assert shown(scene, stopped(product(), X), {"x": 3.4, "a": 0.7})[A].slope == ".grad 1.4"


def test_the_steps_go_round_it(product):
    made = steps(stopped(product(), PLUS))
    assert [step.node for step in made if step.phase == "backward"] == [3]
    assert [(step.node, step.amount) for step in made if step.phase == "grad"] == [(X, pytest.approx(2.7))]
    known = known_after(made, len(made), stopped(product(), PLUS))
    assert PLUS not in known.adjoints
    assert A not in known.grads


def test_a_stopped_output_has_no_way_back(product):
    made = steps(stopped(product(), 3))
    assert {step.phase for step in made} == {"forward"}


def test_selecting_draws_a_line_around_one_box(scene, product):
    shown(scene, product())
    scene.select(PLUS)
    assert [box.look.selected for box in scene.boxes] == [False, False, True, False]
    assert scene.box_at(scene.boxes[PLUS].pos()) == PLUS
    scene.select(None)
    assert not any(box.look.selected for box in scene.boxes)


def test_files_say_it_too(product):
    trace = stopped(product(), PLUS, A)
    text = dot(trace)
    assert text.count("style=dashed") == 2
    assert text.count('style="rounded,dashed"') == 2
    assert "+\\n.detach()\\nvalue 2.7\\nadjoint None" in text
    assert "a\\nrequires_grad=False\\nvalue 2.0\\n.grad None" in text
    drawn = encode("svg", trace, diagram(trace), "light").decode()
    for word in (".detach()", "requires_grad=False", ".grad None", "stroke-dasharray"):
        assert word in drawn
    assert "stroke-dasharray" not in encode("svg", product(), diagram(product()), "light").decode()
