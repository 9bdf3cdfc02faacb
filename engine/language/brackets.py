"""Match brackets before anything else: a bracket that is left alone is the problem, not what follows from it."""

from __future__ import annotations

import re

from engine.problems import ProblemCode, fail

CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
BRACKET = re.compile(r"[()\[\]{}:]")
DEPTH = 200


def check_brackets(text: str) -> frozenset[int]:
    """Return where the brackets open that hold a colon of their own, as those of `{condition: value}` do.

    Raises `EngineError` (never_closed, never_opened, too_deep) for brackets that do not pair.
    """
    waiting: list[int] = []
    with_colon: set[int] = set()
    for match in BRACKET.finditer(text):
        position, character = match.start(), match.group()
        if character in CLOSING:
            waiting.append(position)
            if len(waiting) > DEPTH:
                raise fail(ProblemCode.TOO_DEEP, (position, position + 1), limit=DEPTH)
        elif character == ":":
            with_colon.update(waiting[-1:])
        else:
            _close(text, waiting, position)
    if waiting:
        raise never_closed(text, waiting[-1])
    return frozenset(with_colon)


def holding(signs: str, text: str) -> frozenset[int]:
    """Return where the brackets open that hold one of these signs of their own; brackets that do not pair raise."""
    return check_brackets("".join(":" if sign in signs else "_" if sign == ":" else sign for sign in text))


def _close(text: str, waiting: list[int], position: int) -> None:
    opening = OPENING[text[position]]
    if not waiting:
        raise fail(ProblemCode.NEVER_OPENED, (position, position + 1), bracket=text[position], opening=opening)
    if text[waiting[-1]] != opening:
        raise never_closed(text, waiting[-1])
    waiting.pop()


def never_closed(text: str, position: int, closing: str = "") -> Exception:
    """Return the error for the bracket at this position."""
    bracket = text[position]
    return fail(
        ProblemCode.NEVER_CLOSED,
        (position, position + 1),
        bracket=bracket,
        position=position,
        closing=closing or CLOSING[bracket],
    )
