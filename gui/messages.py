"""From a Problem to its sentence in the present language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from engine.phrases import PHRASES
from engine.problems import MESSAGES
from gui.language import translate_table

if TYPE_CHECKING:
    from engine.problems import Problem

FIELD = re.compile(r"\{(\w+)\}")


def sentence(problem: Problem) -> str:
    """Return what went wrong and what to try, in the present language."""
    values = {key: phrase(value) for key, value in problem.values}
    return translate_table("Problem", MESSAGES[problem.code]).format(**values)


def phrase(english: str) -> str:
    """Return a value of a problem in the present language: one of the engine's phrases, or the text as it is."""
    for template in PHRASES:
        match = _pattern(template).fullmatch(english)
        if match is not None:
            return translate_table("Phrase", template).format(**match.groupdict())
    return english


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return a pattern with a group for each field of the template."""
    pieces = FIELD.split(template)
    groups = [f"(?P<{piece}>.*?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)]
    return re.compile("".join(groups), re.DOTALL)
