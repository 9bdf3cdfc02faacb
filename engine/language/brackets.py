"""Match brackets before anything else: a bracket that is left alone is the problem, not what follows from it."""

from __future__ import annotations

from engine.problems import ProblemCode, fail

CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
DEPTH = 200


def check_brackets(text: str) -> None:
    """Raise `EngineError` (never_closed, never_opened, too_deep) for brackets that do not pair."""
    waiting: list[int] = []
    for position, character in enumerate(text):
        if character in CLOSING:
            waiting.append(position)
            if len(waiting) > DEPTH:
                raise fail(ProblemCode.TOO_DEEP, (position, position + 1), limit=DEPTH)
        elif character in OPENING:
            if not waiting:
                opening = OPENING[character]
                span = (position, position + 1)
                raise fail(ProblemCode.NEVER_OPENED, span, bracket=character, opening=opening)
            if text[waiting[-1]] != OPENING[character]:
                raise never_closed(text, waiting[-1])
            waiting.pop()
    if waiting:
        raise never_closed(text, waiting[-1])


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


def matching(text: str, position: int) -> int:
    """Return where the bracket at `position` of a text with paired brackets closes."""
    depth = 0
    for place in range(position, len(text)):
        depth += (text[place] in CLOSING) - (text[place] in OPENING)
        if depth == 0:
            return place
    return len(text)
