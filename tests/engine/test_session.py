"""A session file is read whole and exactly, or refused with one clear sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document import COLOUR_COUNT, MAXIMUM_ORDER, Document, Function, Parameter, Samples, View
from engine.problems import EngineError, ProblemCode
from engine.session import LARGEST, VERSION, decode, encode, load
from engine.session_rules import MAXIMUM_FUNCTIONS, MAXIMUM_KEY, MAXIMUM_PARAMETERS, MAXIMUM_TEXT

SAMPLE = Document(
    functions=(Function(1, "a x"), Function(7, "θ² ≤ 3", "math", 3, False, (0, 2, 4))),
    parameters=(Parameter("a", 0.1, -1e16, 1e23, 1e-300, "once"), Parameter("β_1")),
    view=View((-0.5, 1e-5), (None, (-1.0, 1.0), None, None, (0.0, 2.0)), "overlay"),
    cursor=-0.0,
    tangent=False,
)


def problem_of(data, name="wave.gradviz"):
    with pytest.raises(EngineError) as caught:
        decode(data, name)
    return caught.value.problem


def reason(data):
    problem = problem_of(data)
    assert problem.code is ProblemCode.FILE_NOT_SESSION
    assert problem.message.startswith("`wave.gradviz` is not a session of this program: ")
    return dict(problem.values)["reason"]


def session(**changes):
    """Return the sample's JSON object with entries replaced, named by their path."""
    content = json.loads(encode(SAMPLE))
    for path, value in changes.items():
        *places, last = path.split("__")
        inner = content["document"]
        for place in places:
            inner = inner[int(place) if place.isdigit() else place]
        inner[int(last) if last.isdigit() else last] = value
    return json.dumps(content).encode()


def replaced(old, new):
    data = encode(SAMPLE)
    assert data.count(old) >= 1
    return data.replace(old, new, 1)


finite = st.floats(allow_nan=False, allow_infinity=False)
ranges = st.tuples(finite, finite).map(sorted).map(tuple).filter(lambda r: r[0] < r[1] and r[1] - r[0] < float("inf"))
functions = st.builds(
    Function,
    key=st.integers(1, MAXIMUM_KEY),
    text=st.text(max_size=30),
    syntax=st.sampled_from(["auto", "math", "python"]),
    colour=st.integers(0, COLOUR_COUNT - 1),
    visible=st.booleans(),
    orders=st.sets(st.integers(0, MAXIMUM_ORDER)).map(sorted).map(tuple),
)
parameters = st.builds(
    lambda name, value, bounds, step, play: Parameter(name, value, *bounds, step, play),
    st.from_regex(r"[A-Za-zα-ω][A-Za-z0-9_]{0,5}", fullmatch=True),
    finite,
    ranges,
    finite.filter(lambda step: step > 0),
    st.sampled_from(["loop", "bounce", "once"]),
)
documents = st.builds(
    Document,
    functions=st.lists(functions, max_size=4, unique_by=lambda function: function.key).map(tuple),
    parameters=st.lists(parameters, max_size=4, unique_by=lambda parameter: parameter.name).map(tuple),
    view=st.builds(
        View,
        x=ranges,
        y=st.tuples(*[st.none() | ranges] * (MAXIMUM_ORDER + 1)),
        arrangement=st.sampled_from(["stacked", "overlay"]),
    ),
    cursor=finite,
    tangent=st.booleans(),
)


@settings(deadline=None)
@given(documents)
def test_what_is_written_is_read_back_exactly(document):
    assert repr(decode(encode(document), "s")) == repr(document)  # repr tells -0.0 from 0.0


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_anything_but_a_document_or_a_problem(data):
    problem_of(data)


@settings(deadline=None)
@given(documents, st.data())
def test_no_truncated_session_is_read(document, data):
    whole = encode(document).rstrip()
    length = data.draw(st.integers(0, len(whole) - 1))
    assert problem_of(whole[:length]).code is ProblemCode.FILE_NOT_SESSION


@settings(deadline=None)
@given(documents, st.data())
def test_a_damaged_byte_never_raises_anything_but_a_problem(document, data):
    whole = bytearray(encode(document))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = decode(bytes(whole), "s")
    except EngineError:
        return
    assert repr(decode(encode(read), "s")) == repr(read)


def test_a_session_is_indented_and_stable():
    data = encode(SAMPLE)
    assert data.startswith(b'{\n  "version": 1,\n  "document": {\n    "functions": [\n')
    assert data.endswith(b"}\n")
    assert "θ² ≤ 3" in data.decode()
    assert encode(decode(data, "s")) == data


def test_entries_that_are_left_out_have_their_defaults():
    assert decode(b'{"version": 1, "document": {}}', "s") == Document()


def test_whole_numbers_are_numbers():
    document = decode(session(cursor=3, view__x=[0, 5]), "s")
    assert (document.cursor, document.view.x) == (3.0, (0.0, 5.0))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "it is empty"),
        (b" \n ", "it is empty"),
        (b"\xef\xbb\xbf" + encode(SAMPLE), "it begins with a byte order mark"),
        (encode(SAMPLE).decode().encode("utf-16"), "it is not UTF-8 text (byte 0)"),
        (encode(SAMPLE) + b"}", "it is not whole JSON (line 78, column 1)"),
        (encode(SAMPLE)[:40], "it is not whole JSON (line 4, column 5)"),
        (b"[" * 100_000, "it is nested too deep"),
        (b'{"a":' * 100_000, "it is nested too deep"),
        (b"[" * 100_000 + b"]" * 100_000, "it is nested too deep"),
        (replaced(b'"key": 1', b'"key": 1, "key": 1'), "`key` stands twice in one place"),
        (replaced(b'"version": 1', b'"version": 1, "version": 1'), "`version` stands twice in one place"),
        (replaced(b"-1e16", b"NaN"), "`NaN` is not a number"),
        (replaced(b"-1e16", b"-Infinity"), "`-Infinity` is not a number"),
        (replaced(b"-1e16", b"-1e999"), "`-1e999` is too large a number"),
        (replaced(b"-1e16", b"1" * 5_000), "a number in it has 5,000 digits"),
        (replaced(b"-1e16", b"0." + b"1" * 5_000), "a number in it has 5,002 digits"),
        (replaced("θ²".encode(), b"\\ud800"), "a text in it has half a character"),
        (b"[]", "it has no version number"),
        (b"7", "it has no version number"),
        (b'{"document": {}}', "it has no version number"),
        (replaced(b'"version": 1', b'"version": true'), "it has no version number"),
        (replaced(b'"version": 1', b'"version": "1"'), "it has no version number"),
        (replaced(b'"version": 1', b'"version": 0'), "it has no version number"),
        (b'{"version": 1}', "it has no entry `document`"),
        (b'{"version": 1, "document": {}, "more": 1}', "it has an unknown entry `more`"),
        (b'{"version": 1, "document": []}', "`document` is a list, not an object"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_file_is_told_in_plain_words(data, told):
    assert reason(data) == told


WRONG = {
    "cursor": ("0.7", "`document.cursor` is a text, not a number"),
    "tangent": (1, "`document.tangent` is a whole number, not true or false"),
    "functions": (None, "`document.functions` is null, not a list"),
    "functions__0__key": (1.0, "`document.functions[0].key` is a number, not a whole number"),
    "functions__0__text": (5, "`document.functions[0].text` is a whole number, not a text"),
    "functions__0__visible": ("yes", "`document.functions[0].visible` is a text, not true or false"),
    "functions__0__syntax": ("latex", "`document.functions[0].syntax` is none of the choices"),
    "functions__0__size": (3, "`document.functions[0]` has an unknown entry `size`"),
    "functions__0__si\nze": (3, "`document.functions[0]` has an unknown entry `si�ze`"),
    "functions__0": ({}, "`document.functions[0]` has no entry `key`"),
    "parameters__0__value": (True, "`document.parameters[0].value` is true or false, not a number"),
    "parameters__0__play": ("back", "`document.parameters[0].play` is none of the choices"),
    "view__x": ([1, 2, 3], "`document.view.x` has 3 entries, not 2"),
    "functions__0__points": (25, "`document.functions[0].points` is a whole number, not an object or null"),
    "lesson": (None, "`document.lesson` is null, not a text"),
    "view__y": ([[0, 1, 2]] * 5, "`document.view.y[0]` has 3 entries, not 2"),
    "view__y__1": (3, "`document.view.y[1]` is a whole number, not a list or null"),
    "view__arrangement": ("tiled", "`document.view.arrangement` is none of the choices"),
}


@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_entry_is_told_with_its_place(path):
    value, told = WRONG[path]
    assert reason(session(**{path: value})) == told


def points(low, high, count):
    return {"low": low, "high": high, "count": count}


UNMEANT = {
    "two functions have the same key": {"functions__1__key": 1},
    "function 1 has a key that is not between 1 and 2,147,483,647": {"functions__0__key": 0},
    "function 2 has a key that is not between 1 and 2,147,483,647": {"functions__1__key": 2**31},
    "function 1 has more than 10,000 characters": {"functions__0__text": "x" * (MAXIMUM_TEXT + 1)},
    "function 1 has a colour that is not between 0 and 7": {"functions__0__colour": COLOUR_COUNT},
    "function 2 has a colour that is not between 0 and 7": {"functions__1__colour": -1},
    "function 1 has derivatives that are not in ascending order": {"functions__0__orders": [1, 0]},
    "function 2 has derivatives that are not in ascending order": {"functions__1__orders": [1, 1]},
    "function 1 has a derivative that is not between 0 and 4": {"functions__0__orders": [0, 5]},
    "function 2 has a derivative that is not between 0 and 4": {"functions__1__orders": [-1]},
    "the row of points of function 1 has a range that is empty": {"functions__0__points": points(1.0, 1.0, 25)},
    "the row of points of function 2 has a range that is not finite": {
        "functions__1__points": points(-1e308, 1e308, 25)
    },
    "the row of points of function 1 has a number that is not between 2 and 1,000": {
        "functions__0__points": points(0.0, 1.0, 1)
    },
    "the row of points of function 2 has a number that is not between 2 and 1,000": {
        "functions__1__points": points(0.0, 1.0, 1_001)
    },
    "it has a lesson whose name is not a word": {"lesson": "../wave"},
    "there are more than 200 functions": {"functions": [{"key": key} for key in range(1, MAXIMUM_FUNCTIONS + 2)]},
    "there are more than 1,000 parameters": {"parameters": [{"name": f"a{n}"} for n in range(MAXIMUM_PARAMETERS + 1)]},
    "two parameters have the same name": {"parameters__1__name": "a"},
    "parameter `` has a name that is not a word": {"parameters__1__name": ""},
    "parameter `a b` has a name that is not a word": {"parameters__1__name": "a b"},
    "parameter `2a` has a name that is not a word": {"parameters__1__name": "2a"},
    "parameter `a` has a range that is empty": {"parameters__0__low": 3.0, "parameters__0__high": 3.0},
    "parameter `β_1` has a range that is empty": {"parameters__1__low": 6.0},
    "parameter `a` has a range that is not finite": {"parameters__0__low": -1e308, "parameters__0__high": 1e308},
    "parameter `a` has a step that is not above 0": {"parameters__0__step": 0.0},
    "parameter `β_1` has a step that is not above 0": {"parameters__1__step": -1},
    "the view's x has a range that is empty": {"view__x": [1.0, -1.0]},
    "the view's x has a range that is not finite": {"view__x": [-1e308, 1e308]},
    "the view's y of order 1 has a range that is empty": {"view__y__1": [2.0, 2.0]},
    "the view has not 5 ranges of y": {"view__y": [None] * 4},
}


@pytest.mark.parametrize("told", UNMEANT)
def test_what_no_session_can_mean_is_refused(told):
    assert reason(session(**UNMEANT[told])) == told


def test_the_limits_themselves_are_allowed():
    texts = [{"key": MAXIMUM_KEY - place, "text": "x"} for place in range(MAXIMUM_FUNCTIONS)]
    texts[0]["text"] = "x" * MAXIMUM_TEXT
    assert len(decode(session(functions=texts), "s").functions) == MAXIMUM_FUNCTIONS


def test_points_and_a_lesson_that_is_not_known_are_kept():
    document = decode(session(functions__0__points=points(0, 6.5, 1_000), lesson="tomorrow"), "s")
    assert document.functions[0].points == Samples(0.0, 6.5, 1_000)
    assert document.lesson == "tomorrow"
    assert decode(encode(document), "s") == document
    assert "a lesson whose name" in reason(session(lesson="a" * 65))


def test_a_value_outside_its_slider_is_kept():
    assert decode(session(parameters__1__value=99.0), "s").parameter("β_1").value == 99.0


def test_a_name_that_became_a_function_still_opens():
    assert decode(session(parameters__1__name="sin"), "s").parameter("sin")


@pytest.mark.parametrize("more", [b"", b', "layers": []'])
def test_a_newer_version_says_so(more):
    problem = problem_of(b'{"version": 2, "document": {"new": 1}' + more + b"}")
    assert problem.code is ProblemCode.FILE_TOO_NEW
    assert problem.message == "`wave.gradviz` was saved by a newer version (2). Update this program to open it."
    assert VERSION == 1


def test_a_long_hostile_name_does_not_flood_the_sentence():
    assert len(reason(session(**{"x" * 100_000: 1}))) < 100


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"cursor": float("nan")}, "the cursor is not at a finite number"),
        ({"cursor": float("inf")}, "the cursor is not at a finite number"),
        ({"functions": (Function(1, "x" * 10_001),)}, "function 1 has more than 10,000 characters"),
        ({"functions": (Function(1, "\ud800"),)}, "a text in it has half a character"),
        ({"parameters": (Parameter("a", float("nan")),)}, "parameter `a` has a value that is not finite"),
        ({"parameters": (Parameter("a", step=float("nan")),)}, "parameter `a` has a step that is not above 0"),
        ({"parameters": (Parameter("a", low=float("nan")),)}, "parameter `a` has a range that is empty"),
    ],
)
def test_nothing_is_written_that_could_not_be_read_again(changes, told):
    with pytest.raises(EngineError) as caught:
        encode(Document(**changes))
    assert caught.value.problem.code is ProblemCode.NOT_SAVABLE
    assert caught.value.problem.message == f"The session cannot be saved: {told}. Change that first."


def load_problem(path):
    with pytest.raises(EngineError) as caught:
        load(path)
    return caught.value.problem


def test_a_saved_file_is_loaded(tmp_path):
    path = tmp_path / "ünlü θ.gradviz"
    path.write_bytes(encode(SAMPLE))
    assert load(path) == SAMPLE


def test_a_missing_file_is_told(tmp_path):
    problem = load_problem(tmp_path / "none.gradviz")
    assert problem.code is ProblemCode.FILE_NOT_FOUND
    assert str(tmp_path / "none.gradviz") in problem.message


def test_a_folder_is_no_session(tmp_path):
    problem = load_problem(tmp_path)
    assert (problem.code, dict(problem.values)["reason"]) == (ProblemCode.FILE_NOT_READABLE, "it is not a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert load_problem(tmp_path / "pipe").code is ProblemCode.FILE_NOT_READABLE


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert load_problem(tmp_path / "file" / "a.gradviz").code is ProblemCode.FILE_NOT_READABLE


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_told(tmp_path, name):
    assert load_problem(tmp_path / name).code is ProblemCode.FILE_NOT_READABLE


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "huge.gradviz"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    problem = load_problem(path)
    assert problem.code is ProblemCode.FILE_TOO_LARGE
    assert problem.message.endswith("has 11 MB; at most 10 MB are read.")
    assert problem_of(b" " * (LARGEST + 1)).code is ProblemCode.FILE_TOO_LARGE


def test_reading_a_session_needs_no_torch():
    code = "import sys, engine.session, engine.examples, engine.reconcile; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
