"""From a Problem to its sentence in the present language."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from engine.calculus.causes import CAUSES
from engine.calculus.verdicts import VERDICTS
from engine.phrases import FILLED, PHRASES, SYSTEM_REASONS
from engine.problems import MESSAGES
from gui.language import translate_table
from gui.plot.ticks import MINUS

if TYPE_CHECKING:
    from engine.calculus.detective import Finding
    from engine.calculus.verdicts import Verdict
    from engine.problems import Problem

FORMATTER = Formatter()


def sentence(problem: Problem) -> str:
    """Return what went wrong and what to try, in the present language."""
    return translate_table("Problem", MESSAGES[problem.code]).format(**_filled(dict(problem.values)))


def verdict_sentence(verdict: Verdict) -> str:
    """Return what a check comes to, in the present language."""
    return translate_table("Verdict", VERDICTS[verdict.code]).format(**_signed(verdict.values))


def cause_sentence(finding: Finding) -> str:
    """Return why a number is not finite and the usual cure, in the present language."""
    return translate_table("Cause", CAUSES[finding.code]).format(**_signed(finding.values))


def _signed(values: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the values, numbers with a sign of full width."""
    return {key: value if key == "operation" else value.replace("-", MINUS) for key, value in values}


def _filled(values: dict[str, str]) -> dict[str, str]:
    """Return the values with the engine's phrases in the present language; the person's own words stay as they are."""
    return {key: phrase(value) if key in FILLED else value for key, value in values.items()}


def phrase(english: str) -> str:
    """Return one of the engine's phrases in the present language; any other text as it is."""
    for template in (*PHRASES, *SYSTEM_REASONS):
        match = _pattern(template).fullmatch(english)
        if match is not None:
            return translate_table("Phrase", template).format(**_filled(match.groupdict()))
    return english


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return a pattern with a group for each field of the template."""
    groups = [re.escape(text) + (f"(?P<{field}>.*?)" if field else "") for text, field, *_ in FORMATTER.parse(template)]
    return re.compile("".join(groups), re.DOTALL)
