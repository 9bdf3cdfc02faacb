"""Before a full picture that takes long comes the one that a drag would show, if it is not on the screen already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import pace
from engine.budget import Budget
from engine.document import Document, Parameter
from engine.evaluate import Evaluation
from engine.outcome import Outcome
from engine.pace import Pace, as_dragged
from engine.plan import Viewport, plan


def request(a, quality="full", text="a sin(x)", **changes):
    document = Document()
    document = document.with_function(document.new_function(text)).with_parameter(Parameter("a", value=a))
    return plan(document, Viewport(), quality, **changes)


def after(*seen):
    """Return the pace after pictures that took (request, seconds)."""
    made = Pace()
    for one, seconds in seen:
        made.saw(Outcome(one, (), (), 0, seconds))
    return made


SLOW = (request(1.0), 0.8), (request(2.0, "live"), 0.1)


def test_a_slow_picture_has_a_quick_one_before_it():
    quick = after(*SLOW).quick(request(3.0))
    assert quick == request(3.0, "live")


@pytest.mark.parametrize(
    ("why", "seen", "wanted"),
    [
        ("nothing is known", (), request(3.0)),
        ("no drag has been seen", SLOW[:1], request(3.0)),
        ("the quick one is on the screen", SLOW, request(2.0)),
        ("the graph of its derivative is opened", SLOW, request(2.0, inspected=1, traced_order=1)),
        ("it is one of a drag itself", SLOW, request(3.0, "live")),
        ("another text", SLOW, request(3.0, text="a cos(x)")),
        ("it is as quick", ((request(1.0), 0.15), SLOW[1]), request(3.0)),
        ("nobody sees it take long", ((request(1.0), 0.008), (request(2.0, "live"), 0.001)), request(3.0)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_otherwise_it_has_none(why, seen, wanted):
    assert after(*seen).quick(wanted) is None


def test_the_time_of_a_lens_is_not_that_of_the_curves():
    with_lens = replace(request(3.0, inspected=1), lens="check")
    assert after((request(1.0), 0.01), SLOW[1], (with_lens, 0.8)).quick(request(4.0)) is None


def test_another_text_has_a_pace_of_its_own():
    other = request(1.0, text="a cos(x)"), 0.001
    assert after(*SLOW, other).quick(request(3.0, text="a cos(x)")) is None


def test_the_worker_shows_the_value_of_the_release_first_and_then_all_of_it(monkeypatch):
    monkeypatch.setattr(pace, "SLOW_SECONDS", 0.0)
    monkeypatch.setattr(pace, "TIMES", 0.0)
    evaluation = Evaluation()
    for a, quality in ((1.0, "full"), (1.5, "live")):
        assert [outcome.request.quality for outcome in evaluation(request(a, quality), Budget())] == [quality]
    found = list(evaluation(request(2.0), Budget()))
    assert [outcome.request for outcome in found] == [as_dragged(request(2.0)), request(2.0)]
    quick, full = (outcome.readouts[0].values[0] for outcome in found)
    assert quick == full
