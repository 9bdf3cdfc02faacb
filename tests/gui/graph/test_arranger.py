"""Layouts in the background: one after the other, none twice, of those that wait the newest."""

from __future__ import annotations

import pytest

from gui.graph.arranger import Arranger
from gui.graph.diagram import Box, Diagram, Link


def chain(count):
    """Return a diagram of boxes one under the other."""
    boxes = tuple(Box((place,)) for place in range(count))
    links = tuple(Link(place + 1, place, (place,)) for place in range(count - 1))
    return Diagram(boxes, links, count - 1, (0,))


@pytest.fixture
def arranger(qtbot):
    made = Arranger()
    yield made
    made.close()


def test_the_same_diagram_asked_for_again_meanwhile_is_laid_out_once(arranger, qtbot):
    arranged = []
    arranger.arranged.connect(lambda diagram, _placed: arranged.append(len(diagram.boxes)))
    for count in (2, 2, 3, 2):
        arranger.request(chain(count))
    with qtbot.waitSignal(arranger.arranged, check_params_cb=lambda diagram, _placed: len(diagram.boxes) == 4):
        qtbot.waitUntil(lambda: arranged == [2])
        arranger.request(chain(4))
    assert arranged == [2, 4]


def test_of_those_that_wait_the_newest_is_laid_out(arranger, qtbot):
    arranged = []
    arranger.arranged.connect(lambda diagram, _placed: arranged.append(len(diagram.boxes)))
    for count in (2, 3, 4):
        arranger.request(chain(count))
    qtbot.waitUntil(lambda: arranged == [2, 4])
