"""Texts up to the limit of characters are refused at once: CPU time of a thread, beside plain work of the same run."""

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import PIECES
from benchmarks.reading import BLOCKS, LAST, LATE, LIMIT, TERMS, programs, refused
from engine.language.names import forget, read_module
from engine.session_rules import MAXIMUM_FUNCTIONS

MOST = 0.050
QUIET = 0.007
"""What `plain_work` takes where nothing else runs: a machine that is slow just now is given more time."""
ENDS = st.sampled_from([*LATE.values(), ")", "@", "x..2", "1,2"])
REPEATED = st.builds(
    lambda head, term, size, end: head + term * (size // len(term)) + end,
    st.sampled_from(["", "", "f(x) = ", "f(x) = f(x) + "]),
    st.sampled_from([*TERMS.values()]) | st.lists(st.sampled_from([*TERMS.values()]), min_size=2).map("".join),
    st.integers(0, 9_900),
    ENDS,
)
PROGRAMS = st.builds(
    lambda block, size, end: f"def f(x):\n{block * (size // len(block))}    {end}\n",
    st.sampled_from([*BLOCKS.values()]) | st.lists(st.sampled_from([*BLOCKS.values()]), min_size=2).map("".join),
    st.integers(0, 9_900),
    st.sampled_from([*LAST.values()]),
)
ANY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(lambda parts: (" ".join(parts) + " ") * 400)


def plain_work():
    kept = {}
    for number in range(40_000):
        kept[number & 1023] = (number, str(number & 7))


def seconds(work, turns=3):
    """The least CPU time of this thread in some runs, without collections of garbage."""
    taken = []
    gc.disable()
    try:
        for _ in range(turns):
            begun = time.thread_time()
            work()
            taken.append(time.thread_time() - begun)
    finally:
        gc.enable()
    return min(taken)


def steady(work):
    """The seconds that the work would take on the quiet machine; both are timed at once, in turns."""
    return seconds(work) / max(1.0, seconds(plain_work) / QUIET)


def refused_in(text, syntax, turns=3):
    """The seconds until the text is refused, as on the quiet machine; 0 if it is read."""

    def read():
        forget()
        (entry,) = read_module(((text, syntax),)).entries
        found.append(entry.problem)

    found = []
    taken = seconds(read, turns)
    if found[0] is None or taken < MOST:
        return 0.0 if found[0] is None else taken
    # It is slow, or the machine is: both are timed again, in turns.
    return min(steady(read) for _ in range(5))


@pytest.mark.parametrize("syntax", ["math", "python"])
@given(text=(REPEATED | ANY | PROGRAMS).map(lambda text: text[:LIMIT]))
@settings(max_examples=40, deadline=None)
def test_no_long_text_takes_over_50_ms_to_be_refused(syntax, text):
    assert refused_in(text, syntax) < MOST


@pytest.mark.parametrize("syntax", ["math", "python"])
def test_no_text_of_the_benchmark_takes_over_50_ms_to_be_refused(syntax):
    texts = refused() | (programs() if syntax == "python" else {})
    taken = {title: refused_in(text, syntax, turns=1) for title, text in texts.items()}
    assert {title: seconds for title, seconds in taken.items() if seconds >= MOST} == {}


@pytest.mark.parametrize("syntax", ["math", "python"])
def test_a_text_that_is_one_character_too_long_is_refused_unread(syntax):
    assert refused_in(("{x>0:1,2}+" * LIMIT)[: LIMIT + 1], syntax) < MOST / 10


def test_a_circle_of_as_many_cards_as_there_may_be_is_refused_at_once():
    cards = tuple((f"a_{number} = a_{(number + 1) % MAXIMUM_FUNCTIONS}", "math") for number in range(MAXIMUM_FUNCTIONS))

    def read():
        forget()
        assert all(entry.problem.code == "definition_cycle" for entry in read_module(cards).entries)

    assert min(steady(read) for _ in range(3)) < 2 * MOST
