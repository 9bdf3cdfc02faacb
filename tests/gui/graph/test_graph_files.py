import re

import pytest
from PySide6.QtGui import QImage

from gui.graph.arrangement import arrangement
from gui.graph.diagram import diagram
from gui.graph.dot import dot, quoted
from gui.graph.files import ENDINGS, encode
from gui.graph.numbers import full, short
from gui.theme import COLOURS


def test_dot_has_every_node_and_edge(product):
    text = dot(product())
    assert len(re.findall(r"^  n\d+ \[", text, re.MULTILINE)) == 4
    assert re.findall(r"n(\d) -> n(\d)", text) == [("0", "2"), ("1", "2"), ("2", "3"), ("0", "3")]
    assert "MulBackward0" in text
    assert ".grad 3.4" in text
    assert text.count("{") == text.count("}")


def test_dot_tells_what_a_node_was_computed_for(slope):
    lines = dot(slope()).splitlines()
    sine = next(line for line in lines if "SinBackward0" in line)
    cosine = next(line for line in lines if "CosBackward0" in line)
    assert "for f" in sine
    assert 'style="rounded,dashed"' in sine
    assert "for f′" in cosine
    assert "dashed" not in cosine
    assert not any("for f" in line for line in lines if "AccumulateGrad" in line)


def test_a_picture_tells_what_a_node_was_computed_for(slope):
    text = encode("svg", slope(), diagram(slope()), "light").decode()
    assert text.count(">f′<") == 3
    assert text.count(">f<") == 1
    assert "stroke-dasharray" in text


def test_dot_quotes_what_would_end_its_text():
    assert quoted(['a"b', "", "c\\d"]) == '"a\\"b\\nc\\\\d"'


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_file_begins_as_it_should(product, ending, scheme):
    data = encode(ending, product(), diagram(product()), scheme)
    head = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG", "dot": b"digraph"}[ending]
    assert data.startswith(head)


def test_svg_keeps_names_and_numbers_as_text(product):
    text = encode("svg", product(), diagram(product()), "light").decode()
    for word in ("MulBackward0", "AccumulateGrad", ".grad 3.4", "1.89"):
        assert word in text


def test_png_shows_the_boxes_on_the_schemes_ground(product):
    from PySide6.QtGui import QPalette

    image = QImage.fromData(encode("png", product(), diagram(product()), "dark"))
    ground = COLOURS["dark"][QPalette.ColorRole.Base]
    assert image.pixelColor(1, 1).name() == ground
    placed = arrangement(diagram(product()))
    heights = [y for _, y in placed.boxes]
    assert image.height() > 2 * (max(heights) - min(heights))
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 4


@pytest.mark.parametrize(("value", "told"), [(0.7648421, "0.7648"), (float("nan"), "–"), (float("-inf"), "−∞"),
                                             (-1.5e-7, "−1.5×10⁻⁷"), (123456.0, "1.235×10⁵"), (2.0, "2")])  # fmt: skip
def test_numbers_are_short(value, told):
    assert short(value) == told


def test_all_digits_are_told_in_full():
    assert full(0.1 + 0.2) == "0.30000000000000004"
    assert full(float("nan")) == "–"
