"""Texts up to the limit of characters are refused at once: CPU time of a thread, beside plain work of the same run."""

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import PIECES
from benchmarks.reading import LIMIT, LONG
from engine.language.names import forget, read_module

MOST = 0.050
QUIET = 0.007
"""What `plain_work` takes where nothing else runs: a machine that is slow just now is given more time."""
TERMS = st.sampled_from(["x+", "x ", "2x^2-", "|x|+", "(x)*", "sin x+", "max(x,1)-", "if(x>0,1,2)+", "x²-", "a*x/"])
ENDS = st.sampled_from(["", "*x", "q(x)", "(x>0)", "sin(x,x)", ")", "@", "x..2", "1,2"])
REPEATED = st.builds(lambda term, size, end: term * (size // len(term)) + end, TERMS, st.integers(0, 9_900), ENDS)
ANY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(lambda parts: (" ".join(parts) + " ") * 400)


def plain_work():
    kept = {}
    for number in range(40_000):
        kept[number & 1023] = (number, str(number & 7))


def seconds(work):
    """The least CPU time of this thread in three runs, without collections of garbage."""
    taken = []
    gc.disable()
    try:
        for _ in range(3):
            begun = time.thread_time()
            work()
            taken.append(time.thread_time() - begun)
    finally:
        gc.enable()
    return min(taken)


def refused_in(text, syntax):
    """The seconds until the text is refused, as on the quiet machine; 0 if it is read."""

    def read():
        forget()
        (entry,) = read_module(((text, syntax),)).entries
        found.append(entry.problem)

    found = []
    taken = seconds(read)
    if found[0] is None or taken < MOST:
        return 0.0 if found[0] is None else taken
    # It is slow, or the machine is: both are timed again, in turns.
    return min(seconds(read) / max(1.0, seconds(plain_work) / QUIET) for _ in range(5))


@pytest.mark.parametrize("syntax", ["math", "python"])
@given(text=(REPEATED | ANY).map(lambda text: text[:LIMIT]))
@settings(max_examples=25, deadline=None)
def test_no_long_text_takes_over_50_ms_to_be_refused(syntax, text):
    assert refused_in(text, syntax) < MOST


@pytest.mark.parametrize("syntax", ["math", "python"])
def test_a_text_that_is_one_character_too_long_is_refused_unread(syntax):
    assert refused_in((LONG["pieces"] + "x" * LIMIT)[: LIMIT + 1], syntax) < MOST / 10
