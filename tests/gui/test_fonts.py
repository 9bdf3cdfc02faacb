from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from gui.fonts import FAMILY, POINT_SIZE, bundled_font

SIGNS = "∂√π∇′″‴⁴×·±≤≥≠∞Σ∏θλ|²³ğĞüÜşŞıİöÖçÇâ…–−"


def test_the_font_is_the_bundled_one(qapp):
    del qapp
    font = bundled_font()
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(font).family() == FAMILY
    assert font.pointSize() == POINT_SIZE


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_the_font_has_every_sign(qapp, weight):
    del qapp
    font = bundled_font()
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    assert raw.familyName() == FAMILY
    missing = [sign for sign, glyph in zip(SIGNS, raw.glyphIndexesForString(SIGNS), strict=True) if glyph == 0]
    assert not missing


def test_digits_are_all_of_one_width(qapp):
    del qapp
    metrics = QFontMetricsF(bundled_font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_it_can_be_asked_for_again(qapp):
    del qapp
    assert bundled_font() == bundled_font()
