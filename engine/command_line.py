"""Words of a command line to a request, and an answer to text."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from engine.calculus.answer import trace_lines
from engine.commands import NOT_YET, Answer, Request, answer, failure, finite
from engine.problems import EngineError, ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMANDS = ("eval", "plot", "features", "trace", "descend", "fit", "shapes", "check", "batch")
FAILED = 2
FLAGS = ("--json", "--help", "-h")


class _Parser(argparse.ArgumentParser):
    """Wrong words are a Problem like any other, not an exit."""

    def error(self, message: str) -> NoReturn:
        """Raise the problem."""
        raise fail(ProblemCode.BAD_REQUEST, reason=message)


def run(words: list[str], plot: Callable[[Request], Answer] | None = None) -> int:
    """Carry out one headless command, print its answer, return the exit status."""
    if words[0] == "batch":
        return batch(sys.stdin, sys.stdout, plot)
    as_json = "--json" in words
    try:
        result = answer(request_of(words), plot)
    except EngineError as error:
        result = failure(error.problem)
    sys.stdout.write((dumps(result) if as_json else readable(result)) + "\n")
    return 0 if result["ok"] else FAILED


def batch(lines: TextIO, out: TextIO, plot: Callable[[Request], Answer] | None = None) -> int:
    """Answer one JSON request a line until the input ends; a failure does not stop it."""
    for line in lines:
        if line.strip():
            out.write(dumps(_answer_line(line, plot)) + "\n")
            out.flush()
    return 0


def _answer_line(line: str, plot: Callable[[Request], Answer] | None) -> Answer:
    try:
        request = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        return failure(fail(ProblemCode.BAD_REQUEST, reason=f"it is not JSON ({error})").problem)
    return answer(request, plot)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def dumps(result: Answer) -> str:
    """Return one line of JSON: full double precision, what is not finite as text."""
    return json.dumps(finite(result), ensure_ascii=False, allow_nan=False)


def readable(result: Answer) -> str:
    """Return the answer as a person reads it."""
    if not result["ok"]:
        return str(result["problem"]["message"])
    if "orders" in result:
        return "\n".join(_rows(result))
    if "path_count" in result:
        return "\n".join(trace_lines(result))
    if "inflections" in result:
        return "\n".join(_features(result))
    rest = {key: value for key, value in result.items() if key != "ok"}
    return json.dumps(finite(rest), ensure_ascii=False) if rest else "ok"


def _rows(result: Answer) -> Iterator[str]:
    names = ["f" + "′" * order if order < 4 else f"f⁽{order}⁾" for order in range(len(result["orders"]))]
    yield "".join(f"{name:>24}" for name in ("x", *names))
    for row in zip(result["x"], *result["orders"], strict=True):
        yield "".join(f"{value:>24.15g}" for value in row)


def _features(result: Answer) -> Iterator[str]:
    """Yield one line for each kind of feature that there is."""
    for name, places in result.items():
        if isinstance(places, list) and places:
            yield f"{name.replace('_', ' ')}: " + ", ".join(map(_feature, places))
    if not any(isinstance(places, list) and places for places in result.values()):
        yield "nothing to tell in this range"


def _feature(place: Any) -> str:
    if isinstance(place, dict):
        return f"{place['kind']} ({place['x']:.15g}, {place['y']:.15g})"
    return f"{place[0]:.15g} to {place[1]:.15g}" if isinstance(place, list) else f"{place:.15g}"


def request_of(words: list[str]) -> Request:
    """Return the request that the words of a command line ask for; raises `EngineError` for words that are off."""
    if words[0] in NOT_YET:
        raise fail(ProblemCode.COMMAND_NOT_YET, command=words[0])
    given = vars(_parser(words[0]).parse_args(list(_joined(words[1:]))))
    request = {key: value for key, value in given.items() if value is not None and key != "json"}
    return {"command": words[0], **request}


def _joined(words: list[str]) -> Iterator[str]:
    """Tie each option to its value and move expressions behind `--`, so that `-x^2` and `--at -1,2` are no options."""
    plain: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word in FLAGS or (word.startswith("--") and "=" in word):
            yield word
        elif word == "-o" or (word.startswith("--") and len(word) > 2):
            yield f"{'--file' if word == '-o' else word}={next(waiting, '')}"
        elif word != "--":
            plain.append(word)
    yield "--"
    yield from plain


def _parser(command: str) -> _Parser:
    parser = _Parser(prog=f"gradient-visualizer {command}", allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    if command == "check":
        parser.add_argument("file")
        return parser
    several = command == "plot"
    parser.add_argument("expressions" if several else "expression", nargs="+" if several else None)
    for name, kind in _OPTIONS.items():
        parser.add_argument(f"--{name}", type=kind)
    parser.add_argument("--set", action=_Pair, type=_pair, dest="parameters", metavar="NAME=VALUE")
    return parser


class _Pair(argparse.Action):
    """Collect NAME=VALUE words into one object."""

    def __call__(self, parser: object, namespace: argparse.Namespace, values: Any, option: object = None) -> None:
        """Add one pair to the object."""
        pairs = getattr(namespace, self.dest) or {}
        setattr(namespace, self.dest, {**pairs, values[0]: values[1]})


def _numbers(words: str) -> list[float]:
    return [float(word) for word in words.split(",")]


def _range(words: str) -> list[float]:
    return [float(word) for word in words.split(":")]


def _size(words: str) -> list[int]:
    return [int(word) for word in words.lower().split("x")]


def _pair(word: str) -> tuple[str, float]:
    name, equals, value = word.partition("=")
    if not equals:
        raise ValueError(word)
    return name.strip(), float(value)


_OPTIONS: dict[str, Callable[[str], Any]] = {
    "at": _numbers,
    "order": int,
    "x": _range,
    "y": _range,
    "size": _size,
    "syntax": str,
    "dtype": str,
    "file": str,
    "theme": str,
}
