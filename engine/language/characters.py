"""Characters: what each spelling means, and which letters only look like others."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.problems import EngineError

SPELLINGS = {"−": "-", "–": "-", "·": "*", "⋅": "*", "×": "*", "∗": "*", "÷": "/", "∕": "/", "′": "'", "’": "'",
             "″": "''", "‴": "'''",
             "≤": "<=", "≥": ">=", "≠": "!=", "ϑ": "θ", "ϕ": "φ", "ϵ": "ε", "µ": "μ"}  # fmt: skip
"""Other spellings of a sign -> the one that the grammar knows."""

INSTEAD = {"&": "and", "∧": "and", "∨": "or", "¬": "not", "~": "not", "∛": "cbrt(x)", "∜": "root(4, x)",
           "∑": "sum(n, 1, 10, x^n)", "∏": "prod(n, 1, 5, x - n)", "⌊": "floor(x)", "⌈": "ceil(x)",
           "‐": "-", "‑": "-", "‒": "-", "—": "-", "―": "-", "∙": "*", "•": "*", "½": "1/2", "¼": "1/4", "¾": "3/4",
           "⅓": "1/3", "⅔": "2/3", "'": "d/dx (x^2)", "′": "d/dx (x^2)", "’": "d/dx (x^2)",
           "″": "d^2/dx^2 (x^3)"}  # fmt: skip
"""Signs that the grammar has not where they stand -> how it says what they mean."""

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))

GREEK = frozenset("αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩςϑϕϵ")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
LETTERS = LATIN | GREEK
TURKISH = frozenset("çğıöşüÇĞİÖŞÜ")

CYRILLIC_LIKE_LATIN = dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True))


def lookalike(character: str) -> str | None:
    """Return the plain character that this one only looks like; None if it looks like none."""
    if character in CYRILLIC_LIKE_LATIN:
        return CYRILLIC_LIKE_LATIN[character]
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and len(plain) == 1 and plain.isascii() and plain.isprintable() and plain != " ":
        return plain
    return None


def described(character: str) -> str:
    """Return the character's name in words, for a sentence."""
    return unicodedata.name(character, f"character U+{ord(character):04X}").capitalize()


def printable(character: str) -> str:
    """Return the character, or its number where it cannot be shown alone."""
    alone = character.isprintable() and not unicodedata.category(character).startswith("M")
    return character if alone else f"U+{ord(character):04X}"


def strange(character: str, place: int) -> EngineError:
    """Return the error for a character that no notation has."""
    span = (place, place + 1)
    if character in INSTEAD:
        return fail(ProblemCode.NOT_OFFERED, span, what=f"`{character}`", advice=f"Write `{INSTEAD[character]}`.")
    similar = lookalike(character)
    if similar is None:
        return fail(ProblemCode.UNEXPECTED_CHARACTER, span, character=printable(character))
    words = described(character)
    return fail(ProblemCode.LOOKALIKE_CHARACTER, span, character=character, described=words, similar=similar)
