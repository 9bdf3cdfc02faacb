import dataclasses
import itertools

import numpy as np
import pytest
from msgspec.structs import replace

from engine.document import View
from engine.outcome import LayerOutcome, Outcome
from engine.problems import Problem, ProblemCode
from engine.shapes import Curve
from gui.plot.layout import PlotLayout
from gui.plot.style import Style


@pytest.fixture
def layout(qtbot):
    made = PlotLayout(on_screen=True)
    made.resize(800, 500)
    return made


def labels(plot):
    return [label.text for label in plot.labels]


def areas(layout):
    return [plot.mapping.area for plot in layout.plots.values()]


def test_each_shown_order_has_its_plot(layout, document):
    layout.synchronise(document((0, 2), (1,)))
    assert list(layout.plots) == [0, 1, 2]
    assert [plot.title.text for plot in layout.plots.values()] == ["f", "f′", "f″"]


def test_a_hidden_function_has_no_plot(layout, document):
    shown = document((0,), (3,))
    layout.synchronise(shown.with_function(replace(shown.functions[1], visible=False)))
    assert list(layout.plots) == [0]


def test_stacked_plots_share_x_and_do_not_overlap(layout, document):
    layout.synchronise(document((0, 1, 2, 3, 4)))
    found = areas(layout)
    assert len({(area.left, area.right) for area in found}) == 1
    assert all(a.bottom < b.top for a, b in itertools.pairwise(found))
    assert found[-1].bottom < 500


def test_only_the_lowest_plot_says_what_x_is(layout, document):
    layout.synchronise(document((0, 1), view=View(x=(-10.0, 10.0), y=((-1.0, 1.0),) * 5)))
    upper, lower = layout.plots.values()
    assert "10" not in labels(upper)
    assert "10" in labels(lower)


def test_an_overlay_is_one_plot(layout, document, outcome):
    shown = document((0, 1), (1, 2), arrangement="overlay")
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    assert list(layout.plots) == [0]
    assert {key[1:] for key in layout.plots[0].items} == {(1, 0), (1, 1), (2, 1), (2, 2)}


def test_switching_the_arrangement_moves_the_curves(layout, document, outcome):
    shown = document((0, 1))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    layout.synchronise(shown.with_view(View(arrangement="overlay")))
    assert ("derivative", 1, 1) in layout.plots[0].items
    layout.synchronise(shown)
    assert ("derivative", 1, 1) in layout.plots[1].items
    assert ("derivative", 1, 1) not in layout.plots[0].items


def test_a_tick_of_a_slider_keeps_plots_and_items(layout, document, outcome):
    shown = document((0, 1))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    before = {(order, key): item for order, plot in layout.plots.items() for key, item in plot.items.items()}
    layout.synchronise(shown.with_cursor(1.0))
    layout.show_outcome(outcome(shown, scale=2.0))
    after = {(order, key): item for order, plot in layout.plots.items() for key, item in plot.items.items()}
    assert after == before


def test_a_shape_that_is_gone_is_removed(layout, document, outcome):
    shown = document((0,), (0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    layout.show_outcome(outcome(shown, without={2}))
    assert {key[1] for key in layout.plots[0].items} == {1}


def test_a_removed_function_leaves_at_once(layout, document, outcome):
    shown = document((0,), (0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    layout.synchronise(shown.without_function(2))
    assert {key[1] for key in layout.plots[0].items} == {1}


def test_a_stale_curve_stays_and_turns_grey(layout, document, outcome):
    shown = document((0,), (0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    item = layout.plots[0].items["value", 2, 0]
    fresh = item.pen.color()
    layout.set_stale(frozenset({2}))
    layout.show_outcome(outcome(shown, without={2}))
    assert layout.plots[0].items["value", 2, 0] is item
    assert item.pen.color().hsvSaturation() < fresh.hsvSaturation() / 2
    layout.set_stale(frozenset())
    assert item.pen.color() == fresh


def test_a_function_that_fails_keeps_its_last_curve(layout, document, outcome):
    shown = document((0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    problem = Problem(next(iter(ProblemCode)), None)
    layout.show_outcome(Outcome(None, (LayerOutcome("value", 1, problem=problem),), (), 0, 0.0))
    assert ("value", 1, 0) in layout.plots[0].items


def test_an_automatic_y_follows_the_curves(layout, document, outcome):
    shown = document((0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown, scale=10.0))
    assert layout.y_range(0) == pytest.approx((-11.2, 11.2), abs=0.01)


def test_a_held_y_stays_still_and_then_follows(layout, document, outcome):
    shown = document((0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    before = layout.y_range(0)
    layout.hold_y(True)
    layout.show_outcome(outcome(shown, scale=10.0))
    assert layout.y_range(0) == before
    layout.hold_y(False)
    assert layout.y_range(0)[1] > 10


def test_a_fixed_y_is_what_the_view_says(layout, document, outcome):
    shown = document((0, 1), view=View(y=((-3.0, 4.0), None, None, None, None)))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown, scale=10.0))
    assert layout.y_range(0) == (-3.0, 4.0)
    assert layout.plots[0].mapping.y == (-3.0, 4.0)
    assert layout.y_range(1)[1] > 10


def test_an_outcome_without_finite_samples_keeps_the_range(layout, document, outcome):
    shown = document((0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown, scale=10.0))
    before = layout.y_range(0)
    layout.show_outcome(outcome(shown, scale=np.nan))
    assert layout.y_range(0) == before
    assert not layout.has_finite_shapes


def test_the_hint_is_there_only_in_an_empty_document(layout, document):
    assert layout.hint.visible
    assert layout.hint.text == "Type a function at the left"
    layout.synchronise(document((0,)))
    assert not layout.hint.visible


@pytest.fixture
def drawn(layout, outcome):
    """Return what draws a document in the layout."""

    def draw(shown):
        layout.synchronise(shown)
        layout.show_outcome(outcome(shown))

    return draw


def test_the_legend_has_the_formulas(layout, document, drawn):
    drawn(document((0, 1), (0,)))
    assert layout.legend.texts == ["f(x) = sin(1 x)", "g(x) = sin(2 x)"]


def test_what_draws_nothing_has_no_row_in_the_legend(layout, document, outcome):
    shown = document((0, 1), (0,), (0,))
    layout.synchronise(shown)
    assert not layout.legend.texts
    problem = Problem(ProblemCode.UNKNOWN_NAME, (0, 3), {"name": "sni"})
    found = outcome(shown)
    first, *_ = found.layers
    layout.show_outcome(dataclasses.replace(found, layers=(first, LayerOutcome("value", 2, problem=problem))))
    assert layout.legend.texts == ["f(x) = sin(1 x)"]


def test_derivatives_of_functions_that_would_share_a_name_have_the_formula(layout, document, drawn):
    shown = document((0, 1), (0, 2), arrangement="overlay")
    for function, text in zip(shown.functions, ("tan x", "x^2"), strict=True):
        shown = shown.with_function(replace(function, text=text))
    drawn(shown)
    assert layout.legend.texts == ["tan x", "(tan x)′", "x^2", "(x^2)″"]


def test_the_legend_of_an_overlay_names_the_derivatives(document, layout, drawn):
    drawn(document((0, 1), (1, 2), arrangement="overlay"))
    assert layout.legend.texts == ["f(x) = sin(1 x)", "f′", "g′", "g″"]


def test_a_long_formula_is_elided(layout, document, drawn):
    shown = document((0,))
    drawn(shown.with_function(replace(shown.functions[0], text="x + " * 200 + "x")))
    assert layout.legend.texts[0].endswith("…")
    assert layout.legend.bounds.width() < 800 * 0.6


def test_a_legend_without_room_says_how_many_are_left_out(layout, document, drawn):
    drawn(document(*[(0, 1, 2, 3, 4)] * 4))
    layout.resize(800, 300)
    assert len(layout.legend.texts) < 4
    assert layout.legend.texts[-1] == f"… +{5 - len(layout.legend.texts)}"


def test_an_empty_document_has_no_cursor(layout, document):
    assert not layout.cursor.visible
    layout.synchronise(document((0,)))
    assert layout.cursor.visible


def test_numbers_share_what_is_common_with_the_title(layout, document):
    layout.synchronise(document((0,), view=View(y=((0.0, 5e8), None, None, None, None))))
    assert layout.plots[0].title.text == "f   ×10⁸"


def test_several_lines_of_python_show_the_function_s_head(layout, document, drawn):
    shown = document((0,))
    drawn(shown.with_function(replace(shown.functions[0], text="def f(x):\n    return x")))
    assert layout.legend.texts == ["f(x)"]


def test_the_cursor_is_where_x_is(layout, document):
    layout.synchronise(document((0, 1), cursor=5.0))
    assert layout.cursor.x == pytest.approx(layout.mapping.across(5.0), abs=1)
    assert layout.cursor.bounds.height() > 400
    layout.synchronise(document((0, 1), cursor=50.0))
    assert not layout.cursor.visible


def test_a_scaled_style_scales_lines_and_texts(layout, document, outcome):
    shown = document((0,))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    item, room = layout.plots[0].items["value", 1, 0], layout.mapping.area
    layout.set_style(Style("light", scale=2.0))
    assert item.pen.widthF() == 4.0
    assert layout.mapping.area.left > 1.5 * room.left


def test_for_a_file_each_unbroken_piece_is_one_line(layout, document):
    layout.synchronise(document((0,)))
    x = np.linspace(-10, 10, 2001)
    y = np.where(abs(x) < 0.5, np.nan, np.sin(30 * x))
    layout.show_outcome(Outcome(None, (LayerOutcome("value", 1, (Curve(x, y, "value", 1, 0),)),), (), 0, 0.0))
    layout.vector = True
    assert len(layout.plots[0].items["value", 1, 0].lines) == 2


@pytest.mark.parametrize("size", [(1, 1), (30, 20), (160, 120), (4000, 3000)])
def test_any_size_can_be_arranged(layout, document, outcome, size):
    shown = document((0, 1, 2, 3, 4))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    layout.resize(*size)
    assert all(area.width > 0 and area.height > 0 for area in areas(layout))
