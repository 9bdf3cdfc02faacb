import importlib
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.graph.arrangement import GAP, HEIGHT, WIDTH, apart, arrangement
from gui.graph.diagram import diagram
from gui.graph.layered import absent


@pytest.mark.parametrize("count", [3, 30, 200])
def test_no_two_boxes_overlap_and_results_stand_above_operands(wide, count):
    made = diagram(wide(count))
    placed = arrangement(made)
    for (x1, y1), (x2, y2) in combinations(placed.boxes, 2):
        assert abs(x1 - x2) >= WIDTH + GAP - 1e-6 or abs(y1 - y2) >= HEIGHT
    for link in made.links:
        assert placed.boxes[link.result][1] < placed.boxes[link.operand][1]


def test_links_lead_from_the_operands_top_to_the_results_bottom(wide):
    made = diagram(wide(30))
    placed = arrangement(made)
    for link, points in zip(made.links, placed.links, strict=True):
        x, y = placed.boxes[link.operand]
        assert points[0] == (x, y - HEIGHT / 2)
        assert points[-1][1] == placed.boxes[link.result][1] + HEIGHT / 2
        assert abs(points[-1][0] - placed.boxes[link.result][0]) < WIDTH / 2


def test_links_pass_no_box_on_their_way(wide):
    made = diagram(wide(60))
    placed = arrangement(made)
    for points in placed.links:
        for x, y in points[1:-1]:
            assert all(abs(x - bx) > WIDTH / 2 or abs(y - by) > HEIGHT / 2 for bx, by in placed.boxes)


def test_ports_of_a_result_are_apart(product):
    made = diagram(product())
    placed = arrangement(made)
    ends = [points[-1] for link, points in zip(made.links, placed.links, strict=True) if link.result == 3]
    assert len(set(ends)) == 2


def test_the_same_structure_is_laid_out_once(product):
    assert arrangement(diagram(product(0.1))) is arrangement(diagram(product(0.2)))


def test_a_loop_folded_into_one_box_can_be_laid_out(loop):
    made = diagram(loop(1000))
    placed = arrangement(made)
    assert len(placed.boxes) == 2
    assert all(points for points in placed.links)


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=8))
def test_apart_keeps_order_and_distance_and_moves_nothing_that_has_room(wanted):
    half = [10.0] * len(wanted)
    placed = apart(wanted, half)
    gap = 20.0 + GAP
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(placed))
    assert sum(placed) == pytest.approx(sum(wanted), abs=1e-6)  # a least-squares answer has its mean in place
    if all(b - a >= gap for a, b in pairwise(wanted)):
        assert placed == pytest.approx(wanted)


LAYOUT = """
import sys
from gui.graph.layered import graph_class
graph = graph_class()(n=3, edges=[(0, 1), (1, 2)], directed=True)
assert len(graph.layout_sugiyama().coords) == 3
sys.exit(", ".join({"matplotlib", "plotly", "cairo"} & set(sys.modules)) or None)
"""


def test_laying_out_imports_nothing_that_draws():
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", LAYOUT], capture_output=True, text=True, check=False, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_hidden_from_an_import_is_there_again_after_it():
    sys.modules.pop("colorsys", None)
    with absent(("colorsys", "sys")), pytest.raises(ImportError):
        importlib.import_module("colorsys")
    assert importlib.import_module("colorsys").rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert sys.modules["sys"] is sys
