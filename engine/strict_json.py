"""JSON from a file that anyone may have written: one meaning, plain numbers, no surprises."""

from __future__ import annotations

import json
import math
from typing import NoReturn

LONGEST_NUMBER = 400
"""Characters. The longest double in plain decimals has some 330; Python's `int` refuses 4,300 digits its own way."""
LONGEST_INTEGER = 20
LONGEST_SHOWN = 40


class Refused(Exception):
    """Carries the reason, in plain words, why something is not read."""


def parse(data: bytes) -> object:
    """Return what the JSON text says, in Python's own types.

    Raises `Refused` for what is not UTF-8 or not JSON, for duplicate names, for numbers that no double holds, for half
    surrogate pairs and for nesting that exhausts Python's stack.
    """
    text = _decoded(data)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_number, parse_constant=_constant
        )
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise Refused(f"it is not whole JSON (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise Refused("it is nested too deep") from None
    except UnicodeEncodeError:
        raise Refused("a text in it has half a character") from None
    return value


def shown(text: str) -> str:
    """Return a text from the file as a sentence can show it: short, and without control characters."""
    short = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in short)


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise Refused("it is empty")
    if data.startswith(b"\xef\xbb\xbf"):
        raise Refused("it begins with a byte order mark")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refused(f"it is not UTF-8 text (byte {error.start:,})") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for name, value in pairs:
        if name in result:
            raise Refused(f"`{shown(name)}` stands twice in one place")
        result[name] = value
    return result


def _integer(text: str) -> int:
    if len(text) > LONGEST_INTEGER:
        raise Refused(f"a number in it has {len(text):,} digits")
    return int(text)


def _number(text: str) -> float:
    if len(text) > LONGEST_NUMBER:
        raise Refused(f"a number in it has {len(text):,} digits")
    number = float(text)
    if not math.isfinite(number):
        raise Refused(f"`{shown(text)}` is too large a number")
    return number


def _constant(text: str) -> NoReturn:
    raise Refused(f"`{text}` is not a number")
