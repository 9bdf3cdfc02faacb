"""Numbers, documents and windows far from what is usual: nothing breaks, and the window goes on working."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.document import Document, Parameter

VALUES = (0.0, -0.0, 1e308, -1e308, 1e-308, 5e-324)
ENDS = (
    (0.0, 0.0),
    (1e308, 1e308),
    (-1e308, 1e308),
    (-1.7e308, 1.7e308),
    (0.0, 1e-308),
    (0.0, 5e-324),
    (-0.0, 0.0),
    (1.0, 1.0 + 2**-52),
)
STEPS = (5e-324, 1e-308, 0.01, 1e308)


def shows(person, *texts, **changes):
    """Open a document of these functions, and wait for its picture."""
    document = Document()
    for text in texts:
        document = document.with_function(document.new_function(text))
    person.window.store.open(replace(document, **changes))
    person.waits()


@pytest.mark.parametrize("value", VALUES)
def test_a_parameter_has_any_value(person, value):
    for text in ("a x", "sin(a x)/a", "a^x + x^a", "exp(a)"):
        shows(person, text, parameters=(Parameter("a", value, min(-5.0, value), max(5.0, value)),))
        person.drags_slider("a", 0.2, 0.5, 1.0)
        person.waits()
        assert math.isfinite(person.value("a"))


@pytest.mark.parametrize(("low", "high"), ENDS)
@pytest.mark.parametrize("step", STEPS)
def test_the_slider_stays_between_any_ends(person, low, high, step):
    shows(person, "a + x", parameters=(Parameter("a", low, low, high, step),))
    row = person.window.parameters.row("a")
    for keys in ("Right", "Left", "PageUp", "PageDown", "End", "Home"):
        QTest.keyClick(row.slider, getattr(Qt.Key, f"Key_{keys}"))
        assert low <= person.value("a") <= high
    person.drags_slider("a", 0.0, 0.3, 0.7, 1.0)
    assert person.value("a") == high
    person.drags_slider("a", 0.0)
    assert person.value("a") == low
    row.play_button.click()
    for _ in range(5):
        person.window.parameters.player.advance(0.7)
        assert low <= person.value("a") <= high
    row.play_button.click()
    person.waits()
