"""Every example opens strictly, means something, and has something to show."""

from __future__ import annotations

import numpy as np
import pytest

from engine.budget import Budget
from engine.evaluate import evaluate
from engine.examples import FOLDER, examples
from engine.plan import Viewport, plan, read_document
from engine.reconcile import reconcile
from engine.session import encode, load
from engine.shapes import Curve

EXAMPLES = pytest.mark.parametrize("example", examples(), ids=lambda example: example.identity)


def test_the_list_is_the_folder():
    assert sorted(example.path for example in examples()) == sorted(FOLDER.iterdir())
    for texts in ((example.title, example.line) for example in examples()):
        assert all(texts)


def test_titles_tell_examples_apart():
    assert len({example.title for example in examples()}) == len(examples())


@EXAMPLES
def test_a_file_is_as_the_program_writes_it(example):
    assert encode(load(example.path)) == example.path.read_bytes()


@EXAMPLES
def test_every_card_is_read_and_every_slider_is_used(example):
    document = load(example.path)
    assert [entry.problem for entry in read_document(document).entries if entry.problem] == []
    assert reconcile(document) == document


@EXAMPLES
def test_the_cursor_is_in_the_view_and_values_are_on_their_sliders(example):
    document = load(example.path)
    low, high = document.view.x
    assert low < document.cursor < high
    for parameter in document.parameters:
        assert parameter.low <= parameter.value <= parameter.high


@EXAMPLES
def test_every_curve_is_drawn(example):
    document = load(example.path)
    outcome = evaluate(plan(document, Viewport(1000, 700)), Budget(seconds=30))  # what is measured here is not time
    assert not outcome.problems
    wanted = {(function.key, order) for function in document.functions for order in function.orders}
    drawn = {
        (shape.function, shape.order)
        for layer in outcome.layers
        for shape in layer.shapes
        if isinstance(shape, Curve) and np.isfinite(shape.y).sum() > _least(document.function(shape.function))
    }
    assert drawn >= wanted


def _least(function):
    return 100 if function.points is None else function.points.count - 1
