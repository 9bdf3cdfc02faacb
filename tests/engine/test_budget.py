"""Seconds are those of the thread that computes: they end a long computation, and waiting costs none."""

import time

import pytest

from engine.budget import Budget
from engine.problems import EngineError


def check_for_ever(budget):
    while True:
        budget.check(0)


def test_a_computation_ends_when_its_seconds_are_spent():
    budget, begun = Budget(seconds=0.05), time.thread_time()
    with pytest.raises(EngineError, match=r"0\.05 seconds"):
        check_for_ever(budget)
    assert time.thread_time() - begun >= 0.05


def test_waiting_costs_no_seconds():
    budget = Budget(seconds=0.05)
    budget.check()
    time.sleep(0.1)
    budget.check()
