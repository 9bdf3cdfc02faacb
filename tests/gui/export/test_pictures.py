"""Each picture read back: its size, its colours, its texts, and its curves against NumPy."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from engine.problems import EngineError
from gui.export import pdf, png, svg
from gui.export.figure import Figure
from gui.export.options import ExportOptions
from gui.plot.style import Style

SVG = "{http://www.w3.org/2000/svg}"


def image(data):
    made = QImage.fromData(data)
    assert not made.isNull()
    return made


def areas(document, outcome, options):
    layout = Figure(document, outcome, options, vector=True).layout
    return {order: plot.mapping.area for order, plot in layout.plots.items()}


def exact(area, x, y, x_range, y_range=(-2.0, 2.0)):
    """Return where samples lie in the picture, counted in NumPy's longest numbers."""
    x, y, low = (np.asarray(value, np.longdouble) for value in (x, y, x_range[0]))
    across = area.left + (x - low) / (np.longdouble(x_range[1]) - low) * (area.right - area.left)
    down = area.bottom - (y - y_range[0]) / (y_range[1] - y_range[0]) * (area.bottom - area.top)
    return np.stack([across, down], axis=1)


@pytest.mark.parametrize("size", [(901, 603), (1004, 669), (64, 48), (1, 1)])
def test_png_has_exactly_the_pixels_and_the_resolution(shown, size):
    read = image(png.encode(*shown, ExportOptions(*size, dpi=300)))
    assert (read.width(), read.height()) == size
    assert read.dotsPerMeterX() == read.dotsPerMeterY() == 11811


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_png_has_the_curve_in_its_colour_where_it_belongs(shown, scheme):
    document, outcome = shown
    options = ExportOptions(800, 600, scale=2, scheme=scheme, legend=False)  # it would lie over the place
    read, area = image(png.encode(document, outcome, options)), areas(document, outcome, options)[0]
    ((across, down),) = exact(area, [np.pi / 2], [1.0], document.view.x)
    wanted = Style(scheme).shade(0, 0)
    assert read.pixelColor(int(across), int(down)) == wanted
    assert read.pixelColor(int(across), int(down) - 6) != wanted
    assert read.pixelColor(1, 1) == Style(scheme).ground


def test_only_a_transparent_png_lets_the_ground_through(shown):
    clear = image(png.encode(*shown, ExportOptions(400, 300, transparent=True)))
    solid = image(png.encode(*shown, ExportOptions(400, 300)))
    corners = [(0, 0), (399, 0), (0, 299), (399, 299)]
    assert [clear.pixelColor(*corner).alpha() for corner in corners] == [0] * 4
    assert not solid.hasAlphaChannel()


def drawn_lines(data, colour, width=2.0):
    """Return the polylines of this colour and width, each of shape (N, 2); the legend's have two points."""
    found = []
    for group in ElementTree.fromstring(data).iter(f"{SVG}g"):
        if group.get("stroke") == colour.name() and float(group.get("stroke-width", 0)) == width:
            lines = [line.get("points") for line in group.iter(f"{SVG}polyline")]
            found += [np.array([point.split(",") for point in line.split()], float) for line in lines]
    return [line for line in found if len(line) > 2]


@pytest.mark.parametrize("x", [(-4.0, 6.0), (1e6, 1e6 + 1e-3), (-1e-9, 1e-9), (1e300, 2e300)])
def test_svg_curves_lie_where_numpy_says(make, x):
    document, outcome = make(x)
    options = ExportOptions(1500, 900)
    (line,) = drawn_lines(svg.encode(document, outcome, options), Style("light").shade(0, 0))
    curve = outcome.layers[0].shapes[0]
    wanted = exact(areas(document, outcome, options)[0], curve.x, curve.y, x).astype(float)
    nearest = np.linalg.norm(wanted[:, None] - line, axis=2)
    assert nearest.min(axis=0).max() < 0.01  # each corner is a sample
    assert np.abs(np.interp(wanted[:, 0], *line.T) - wanted[:, 1]).max() < 0.3  # and no sample is missed


def test_svg_has_one_line_for_each_unbroken_piece(make):
    document, outcome = make(broken=True)
    lines = drawn_lines(svg.encode(document, outcome, ExportOptions()), Style("light").shade(0, 0))
    assert len(lines) == 2
    assert lines[0][-1, 0] < lines[1][0, 0]


def test_svg_lines_end_at_the_edge_of_their_plot(make):
    document, outcome = make((-4.0, 6.0))
    outcome.layers[0].shapes[0].y[:] *= 5
    options = ExportOptions(700, 500)
    area = areas(document, outcome, options)[0]
    points = np.concatenate(drawn_lines(svg.encode(document, outcome, options), Style("light").shade(0, 0)))
    assert points[:, 1].min() == pytest.approx(area.top, abs=0.01)
    assert points[:, 1].max() == pytest.approx(area.bottom, abs=0.01)


def test_svg_texts_are_texts_with_a_font_to_fall_back_on(shown):
    root = ElementTree.fromstring(svg.encode(*shown, ExportOptions(scale=2)))
    texts = {text.text.strip(): text for text in root.iter(f"{SVG}text")}
    assert {"f", "f′", "f(x) = sin(k x) & <more>", "-x/9", "−1", "0", "4"} <= texts.keys()
    assert texts["-x/9"].get("font-size") == "26"
    assert texts["-x/9"].get("font-family") == "DejaVu Sans, sans-serif"


def test_svg_is_as_large_as_its_resolution_says(shown):
    root = ElementTree.fromstring(svg.encode(*shown, ExportOptions(1004, 669, dpi=300)))
    assert root.get("viewBox") == "0 0 1004 669"
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(85.0, abs=0.01)


@pytest.mark.parametrize(("size", "dpi"), [((1004, 669), 300), ((901, 603), 96), ((600, 400), 96)])
def test_pdf_is_one_page_of_exactly_the_figure(shown, size, dpi):
    data = pdf.encode(*shown, ExportOptions(*size, dpi=dpi))
    (box,) = re.findall(rb"/MediaBox \[([^]]*)\]", data)
    left, bottom, right, top = map(float, box.split())
    assert (right - left, top - bottom) == pytest.approx([side * 72 / dpi for side in size], abs=1e-3)


def test_pdf_keeps_lines_and_texts(shown):
    data = pdf.encode(*shown, ExportOptions())
    assert data.startswith(b"%PDF")
    assert b"/FontFile2" in data
    assert b"/ToUnicode" in data
    assert b"/Subtype /Image" not in data


def test_the_places_of_a_pdf_are_right_after_its_page_is_cropped(shown):
    data = pdf.encode(*shown, ExportOptions(901, 603))
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    assert data[start : start + 4] == b"xref"
    places = [int(place) for place, _ in re.findall(rb"(\d{10}) (\d{5}) n", data[start:])]
    assert places
    assert all(re.match(rb"\d+ 0 obj", data[place : place + 20]) for place in places)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="it needs poppler's tools")
def test_a_rendered_pdf_looks_like_the_png(shown, tmp_path):
    options = ExportOptions(901, 603, dpi=120, scale=1.5)
    file = tmp_path / "figure.pdf"
    file.write_bytes(pdf.encode(*shown, options))
    words = ["pdftoppm", "-r", "120", "-png", "-singlefile", str(file), str(tmp_path / "page")]
    subprocess.run(words, check=True, timeout=60)
    page, wanted = (pixels(image(data)) for data in ((tmp_path / "page.png").read_bytes(), png.encode(*shown, options)))
    assert page.shape == wanted.shape
    assert np.abs(page - wanted).mean() < 2
    ink = (wanted < 128).any(axis=2)
    assert (page[ink] < 200).any(axis=1).mean() > 0.95


def pixels(read):
    read = read.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(read.constBits(), np.uint8).reshape(read.height(), read.bytesPerLine())
    return rows[:, : 3 * read.width()].reshape(read.height(), read.width(), 3).astype(int)


def test_one_plot_alone_has_all_the_room(shown):
    document, outcome = shown
    options = ExportOptions(800, 600, order=1)
    layout = Figure(document, outcome, options, vector=True).layout
    assert list(layout.plots) == [1]
    assert layout.plots[1].mapping.area.height > 500
    assert list(layout.plots[1].items) == [("derivative", 1, 1)]
    assert layout.legend.texts == ["f(x) = sin(k x) & <more>"]


def test_one_order_of_an_overlay_keeps_the_range(make):
    document, outcome = make(arrangement="overlay")
    layout = Figure(document, outcome, ExportOptions(order=1), vector=True).layout
    assert layout.y_range(1) == (-2.0, 2.0)


def test_what_was_not_drawn_is_not_in_the_legend(shown):
    document, outcome = shown
    broken = document.with_function(document.new_function("2 +"))
    assert Figure(broken, outcome, ExportOptions(), vector=True).layout.legend.texts == [
        "f(x) = sin(k x) & <more>",
        "-x/9",
    ]


def test_a_legend_can_be_left_out(shown):
    with_legend, without = (svg.encode(*shown, ExportOptions(legend=legend)) for legend in (True, False))
    assert b"-x/9" in with_legend
    assert b"-x/9" not in without


@pytest.mark.parametrize(
    "wrong", [{"width": 0}, {"height": 20_001}, {"width": 9000, "height": 9000}, {"dpi": 1}, {"scale": 11.0}]
)
def test_a_figure_that_cannot_be_drawn_is_a_problem(wrong):
    with pytest.raises(EngineError):
        ExportOptions(**wrong)


def test_light_and_dark_differ_only_in_colours(shown):
    light, dark = (svg.encode(*shown, ExportOptions(scheme=scheme)).decode() for scheme in ("light", "dark"))
    assert QColor(re.search(r'<g fill="(#\w+)"', light)[1]).lightness() > 200
    assert QColor(re.search(r'<g fill="(#\w+)"', dark)[1]).lightness() < 60
    without = [re.sub(r'"#\w{6}"|opacity="[\d.]+"', "", text) for text in (light, dark)]
    assert without[0] == without[1]
