"""A way through a function's branches and loops in words: "while ran 9 times, then else"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gui.language import translate_table
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.ways import Part, Ways

PHRASES: dict[str, str] = {
    "never": QT_TRANSLATE_NOOP("Way", "{word} did not run"),
    "once": QT_TRANSLATE_NOOP("Way", "{word} ran once"),
    "ran": QT_TRANSLATE_NOOP("Way", "{word} ran {count} times"),
    "took": QT_TRANSLATE_NOOP("Way", "{word} {count} times"),
    "line": QT_TRANSLATE_NOOP("Way", "{word} in line {line}"),
    "then": QT_TRANSLATE_NOOP("Way", "{before}, then {after}"),
    "plain": QT_TRANSLATE_NOOP("Way", "no branch that has a name"),
}


def phrase(key: str, **values: object) -> str:
    """Return one of the phrases in the present language."""
    return translate_table("Way", PHRASES[key]).format(**values)


def way_text(ways: Ways, way: int, text: str) -> str:
    """Return what was run on this way; `text` is the function's, for the lines of words that it has more than once."""
    parts = ways.description(way)
    if not parts:
        return phrase("plain")
    repeated = Counter(site.kind for site in ways.sites) + Counter("else" for site in ways.sites if site.has_else)
    told = ""
    for part in parts:
        word: str = part.word
        if repeated[part.word] > 1:
            word = phrase("line", word=word, line=text.count("\n", 0, part.span[0]) + 1)
        told = phrase("then", before=told, after=_ran(part, word)) if told else _ran(part, word)
    return told


def _ran(part: Part, word: str) -> str:
    """Return one part: a loop ran so often, a branch was taken, or so often where it stands in a loop."""
    if part.word in ("while", "for"):
        key = "never" if part.times == 0 else "once" if part.times == 1 else "ran"
        return phrase(key, word=word, count=part.times)
    return word if part.times == 1 else phrase("took", word=word, count=part.times)
