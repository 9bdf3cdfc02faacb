import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine.document import COLOUR_COUNT
from gui.plot.style import PALETTE, Style, order_name

SCHEMES = ("light", "dark")


def luminance(colour):
    """Return the relative luminance of WCAG 2.1."""
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]
    ]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_stands_out_from_the_ground(scheme):
    style = Style(scheme)
    assert len(PALETTE[scheme]) == COLOUR_COUNT
    for index in range(COLOUR_COUNT):
        assert contrast(style.colour(index), style.ground) >= 3
        assert all(contrast(style.shade(index, order), style.ground) >= 1.7 for order in range(5))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_differ_from_each_other(scheme):
    for a, b in itertools.combinations(map(QColor, PALETTE[scheme]), 2):
        assert sum(abs(x - y) for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)) > 70


@pytest.mark.parametrize("scheme", SCHEMES)
def test_texts_are_legible(scheme):
    style = Style(scheme)
    assert contrast(style.text, style.ground) >= 7
    assert contrast(style.axis, style.ground) >= 4.5


@pytest.mark.parametrize("role", ["value", "derivative", "tangent", "touch"])
@pytest.mark.parametrize("stale", [False, True])
def test_every_pen_is_opaque_and_solid(role, stale):
    pen = Style("dark").pen(role, 3, 2, stale=stale)
    assert pen.style() == Qt.PenStyle.SolidLine
    assert pen.color().alpha() == 255


def test_a_derivative_has_its_functions_hue():
    style = Style("light")
    assert abs(style.shade(0, 1).hue() - style.colour(0).hue()) < 12


def test_widths_dashes_and_fonts_scale():
    once, twice = Style("light"), Style("light", scale=2.0)
    assert twice.pen("value", 0, 0).widthF() == 2 * once.pen("value", 0, 0).widthF()
    assert twice.dashes(1) == tuple(2 * length for length in once.dashes(1))
    assert twice.font().pixelSize() == 2 * once.font().pixelSize()


def test_only_the_function_itself_is_solid():
    patterns = [Style("light").dashes(order) for order in range(5)]
    assert patterns[0] == ()
    assert len(set(patterns)) == 5


def test_orders_have_their_primes():
    assert [order_name(order) for order in range(5)] == ["f", "f′", "f″", "f‴", "f⁗"]
