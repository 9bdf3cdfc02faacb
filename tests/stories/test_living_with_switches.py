"""While something is stopped: other pages, files and scripts leave it out, and what ends it."""

from __future__ import annotations

import math

import pytest

from gui.export.csv import encode
from gui.export.options import ExportOptions
from gui.graph.files import encode as graph_file
from tests.stories.switching import TEXT, box, clicks, legend, sees, tools, waits_for_boxes


def test_stepping_back_does_not_go_through_what_is_stopped(switching):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    panel = switching.window.inspector.graph
    assert not any(step.phase == "backward" and box_title(panel, step.node) == "sin" for step in panel._steps)
    panel.player_bar.back_button.click()
    assert box(switching, "sin").text.slope == "∂ –"


def box_title(panel, node):
    return panel._trace.nodes[node].operation


def test_paths_and_costs_leave_it_out(switching):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    found = switching.window.picture.outcome.inspection
    expected = math.sin(2 * found.trace.nodes[0].value) + 2 * found.trace.nodes[0].value
    assert found.paths.total == pytest.approx(expected)
    assert 0.0 in {path.product for path in found.paths.listed}
    switching.window.inspector.open_page("cost")
    switching.sees("costs")
    found = switching.window.picture.outcome.inspection
    costs = {node.operation: cost for node, cost in zip(found.trace.nodes, found.costs, strict=True)}
    assert costs["sin"].forward > 0.0
    assert (costs["sin"].backward, costs["sin"].kept) == (0.0, 0)
    switching.window.inspector.open_page("check")
    switching.sees("check")
    assert switching.window.picture.outcome.inspection.check.verdict.code == "stopped"
    assert "is stopped" in switching.window.inspector.check.verdict.text()


def test_without_the_inspector_they_are_reset_from_the_menu(switching):
    reset = switching.window.actions_["reset_switches"]
    assert not reset.isEnabled()
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    switching.does("inspector")
    sees(switching)
    assert "f′ with stop at sin(2x)" in legend(switching)
    assert reset.isEnabled()
    reset.trigger()
    sees(switching)
    assert legend(switching) == [TEXT]
    assert not reset.isEnabled()


def test_it_is_a_lens_not_an_edit(switching):
    store = switching.window.store
    store.mark_saved()
    before = store.undo_stack.count(), store.document
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    assert (store.undo_stack.count(), store.document) == before
    assert not store.modified


def test_another_text_another_session_and_no_card_have_no_switches(switching):
    switches = switching.window.picture.switches
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    switching.does("add_function")
    switching.types_and_waits("x^3")
    assert switches  # the other card has kept its text
    switching.types_and_waits("f(x) = x sin(2x) + 1", 0)
    assert not switches
    switching.card(0).text.setFocus()
    waits_for_boxes(switching, 5)
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    assert switches
    switching.card(0).remove_button.click()
    assert not switches
    waits_for_boxes(switching, 2)
    clicks(switching, "x")
    tools(switching).stop_button.click()
    assert switches
    switching.window.store.open(switching.window.store.document)
    assert not switches
    sees(switching)


def test_files_and_scripts_respect_the_switches(switching, qapp, tmp_path):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    window = switching.window
    rows = encode(window.store.document, window.picture.outcome, ExportOptions()).decode().splitlines()
    names = {tuple(row.split(",")[1:3]) for row in rows[1:]}
    assert names == {(TEXT, "0"), (f"{TEXT} with stop at sin(2x)", "1")}
    panel = window.inspector.graph
    for ending in ("svg", "dot"):
        written = graph_file(ending, panel._trace, panel.view.graph.diagram, "light").decode()
        assert ".detach()" in written
        assert "dash" in written
    window.copying.script()
    assert "x * torch.sin(2 * x).detach()" in qapp.clipboard().text()


def test_the_last_picture_is_not_kept_with_switches(switching, monkeypatch):
    kept = []
    monkeypatch.setattr("gui.last_picture.write_atomically", lambda path, _data: kept.append(path))
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    switching.window.last_picture.keep()
    assert kept == []
    switching.window.picture.switches.clear()
    sees(switching)
    switching.window.last_picture.keep()
    assert len(kept) == 1
