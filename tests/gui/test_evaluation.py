import threading

import pytest

from engine.language.names import Module
from engine.outcome import Outcome
from engine.plan import Request
from gui.evaluation import Evaluator


class Engine:
    """An evaluate function that the test holds by the hand: each run waits until it is let go or cancelled."""

    def __init__(self):
        self.started = threading.Semaphore(0)
        self.let_go = threading.Semaphore(0)
        self.seen = []

    def load(self):
        return self.evaluate

    def evaluate(self, request, budget):
        self.seen.append(request.cursor)
        self.started.release()
        while not self.let_go.acquire(timeout=0.001):
            budget.check(0)
        if request.cursor < 0:
            raise ZeroDivisionError
        yield Outcome(request, (), (), 0, 0.0)


@pytest.fixture
def engine():
    return Engine()


@pytest.fixture
def evaluator(qtbot, engine):
    evaluator = Evaluator(engine.load)
    evaluator.start()
    yield evaluator
    evaluator.close()


def request(cursor):
    return Request(Module(()), (), (), (-1.0, 1.0), (4, 3), cursor, tangent=False, quality="live")


def test_only_the_newest_pending_request_is_evaluated(qtbot, engine, evaluator):
    evaluator.request(request(1.0))
    assert engine.started.acquire(timeout=5)
    for cursor in (2.0, 3.0, 4.0):
        evaluator.request(request(cursor))
    with qtbot.waitSignal(evaluator.idle):
        engine.let_go.release(2)
    assert engine.seen == [1.0, 4.0]


def test_a_tick_never_cancels_the_running_request(qtbot, engine, evaluator):
    outcomes = []
    evaluator.finished.connect(outcomes.append)
    evaluator.request(request(1.0))
    assert engine.started.acquire(timeout=5)
    evaluator.request(request(2.0))
    with qtbot.waitSignal(evaluator.idle):
        engine.let_go.release(2)
    assert [outcome.request.cursor for outcome in outcomes] == [1.0, 2.0]


def test_an_urgent_request_cancels_the_running_one(qtbot, engine, evaluator):
    outcomes = []
    evaluator.finished.connect(outcomes.append)
    evaluator.request(request(1.0))
    assert engine.started.acquire(timeout=5)
    evaluator.request(request(2.0), urgent=True)
    assert engine.started.acquire(timeout=5)
    with qtbot.waitSignal(evaluator.idle):
        engine.let_go.release()
    assert [outcome.request.cursor for outcome in outcomes] == [2.0]


def test_a_bug_is_told_and_the_worker_lives_on(qtbot, engine, evaluator):
    engine.let_go.release(2)
    with qtbot.waitSignal(evaluator.broke) as broke:
        evaluator.request(request(-1.0))
    assert isinstance(broke.args[0], ZeroDivisionError)
    with qtbot.waitSignal(evaluator.finished):
        evaluator.request(request(1.0))


def test_an_engine_that_does_not_load_is_told(qtbot):
    def load():
        raise ImportError("no torch")

    evaluator = Evaluator(load)
    with qtbot.waitSignal(evaluator.broke) as broke:
        evaluator.start()
    assert isinstance(broke.args[0], ImportError)
    evaluator.close()


def test_closing_cancels_the_running_request(qtbot, engine, evaluator):
    evaluator.request(request(1.0))
    assert engine.started.acquire(timeout=5)
    evaluator.close()
    assert engine.seen == [1.0]
