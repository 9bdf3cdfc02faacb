import numpy as np

from engine.budget import Budget
from engine.evaluate import ways_at
from engine.language.names import read_module
from engine.language.program import compile_entry

SPLIT = """\
def f(x):
    n = 0
    while x < 3 and n < 50:
        x = x + 1
        n += 1
    if x > 5:
        return x
    elif x > 4:
        return -x
    else:
        return n
"""
SUMS = """\
def f(x):
    for i in range(2):
        if x > 0:
            x = x - 2
        else:
            x = x + 3
    return x
"""


def ways(text, *points):
    program = compile_entry(read_module(((text, "auto"),)), 0)
    return ways_at(program, np.array(points, dtype=np.float64), {}, Budget())


def told(text, parts):
    return [(part.word, part.count, text[slice(*part.span)]) for part in parts]


def test_each_way_says_what_ran_and_how_often():
    got = ways(SPLIT, -5.5, 2.5, 4.5, 7.0)
    assert got.index.tolist() == [0, 1, 2, 3]
    assert [told(SPLIT, parts) for parts in got.descriptions] == [
        [("while", 9, "while x < 3 and n < 50"), ("else", 1, "elif x > 4")],
        [("while", 1, "while x < 3 and n < 50"), ("else", 1, "elif x > 4")],
        [("while", 0, "while x < 3 and n < 50"), ("elif", 1, "elif x > 4")],
        [("while", 0, "while x < 3 and n < 50"), ("if", 1, "if x > 5")],
    ]


def test_neighbours_of_one_way_share_its_number_and_edges_lie_between():
    got = ways(SPLIT, 2.1, 2.9, 3.1, 3.9, 4.5, 2.5)
    assert got.index.tolist() == [0, 0, 1, 1, 2, 0]
    assert got.edges.tolist() == [1, 3, 4]


def test_the_way_at_a_place_is_that_of_the_nearest_sample():
    got = ways(SPLIT, -5.5, 2.5, 4.5, 7.0)
    assert got.at(6.9) == got.descriptions[3]
    assert got.at(-100.0) == got.descriptions[0]


def test_the_order_of_branches_makes_another_way():
    text = SUMS
    got = ways(text, 1.0, -1.0, 5.0)
    assert got.index.tolist() == [0, 1, 2]
    assert told(text, got.descriptions[0]) == told(text, got.descriptions[1])
    assert told(text, got.descriptions[2]) == [("for", 2, "for i in range(2)"), ("if", 2, "if x > 0")]


def test_choices_without_a_word_part_the_ways_and_are_not_told():
    got = ways("def f(x):\n    return min(x, 1)\n", 0.0, 2.0)
    assert got.index.tolist() == [0, 1]
    assert got.descriptions == ((), ())


def test_a_conditional_expression_is_told():
    got = ways("def f(x):\n    return 1 if x > 0 else x\n", -1.0, 2.0)
    assert [[part.word for part in parts] for parts in got.descriptions] == [["else"], ["if"]]


def test_other_functions_have_no_ways():
    assert ways("if(x > 0, x, -x)", 1.0) is None
