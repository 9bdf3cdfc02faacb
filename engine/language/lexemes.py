"""How math notation is cut into lexemes: numbers, names, signs, and `d/dx` with its order."""

from __future__ import annotations

import re

from engine.language.characters import GREEK, SPELLINGS, SUBSCRIPTS, SUPERSCRIPTS

LONGEST = 10_000
FORMS = frozenset({"if", "piecewise", "sum", "prod"})
"""Written like functions, but their arguments are not all numbers."""
KEYWORDS = {"and": "AND", "or": "OR", "not": "NOT"}

WORD = re.compile(rf"(?:[A-Za-z][A-Za-z0-9]*|[{''.join(sorted(GREEK))}][0-9]*)(?:_[A-Za-z0-9Ͱ-Ͽ]+)*[₀-₉]*")
SUPERSCRIPT = re.compile("⁻?[⁰¹²³⁴-⁹]+")
PRIMES = re.compile("['′’″‴]+")
FUNCTION_POWER = re.compile(r"\s*(?:\^|\*\*)\s*([0-9]+)(?![0-9.]|[eE][+-]?[0-9])")
INVERSE = re.compile(r"\s*(?:\^|\*\*)\s*(?:\(\s*[-−]\s*1\s*\)|[-−]\s*1)")
OPENING = re.compile(r"\s*[(\[]")
BARE = re.compile(rf"((?>{WORD.pattern})(?!\s*[(\['′″]))|{WORD.pattern}")
"""A name; the group is one without a bracket or prime behind it."""

_NUMBER = r"(?>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![._])"
_MALFORMED = r"[0-9.][\w.]*"
_ORDER = r"(?:\s*\^\s*[0-9]+(?![0-9.])|[⁰¹²³⁴-⁹]+)?"
_OVER = r"\s*[/÷∕]\s*"
_PARTS = r"(?:_[A-Za-z0-9]+)*"
_BY = rf"(?:[A-Za-z][A-Za-z0-9]*|[Ͱ-Ͽ]){_PARTS}"
_BY_ALONE = rf"(?:[A-Za-z](?![A-Za-z0-9])|[Ͱ-Ͽ]|(?>[A-Za-z][A-Za-z0-9]*)(?=_[A-Za-z0-9])){_PARTS}"
_SIGN = r"\*\*|[<>=!]=|."

LEXEME = re.compile(
    rf"(?P<blank>\s+)|(?P<number>{_NUMBER})|(?P<malformed>{_MALFORMED})"
    rf"|(?P<derivative>(?P<sign>[d∂])(?P<high>{_ORDER}){_OVER}(?P=sign)\s*(?P<name>{_BY})(?P<low>{_ORDER}))"
    rf"|(?P<word>{WORD.pattern})|(?P<superscript>{SUPERSCRIPT.pattern})|(?P<bar>\|)|(?P<operator>{_SIGN})",
    re.DOTALL,
)
"""One lexeme; the group that matches says which method of the lexer reads it."""
ALL = re.compile(
    rf"[-+/^(),]|\s+|{_NUMBER}|{_MALFORMED}|d{_ORDER}{_OVER}d\s*{_BY_ALONE}{_ORDER}|∂{_ORDER}{_OVER}∂\s*{_BY}{_ORDER}"
    rf"|{WORD.pattern}|{SUPERSCRIPT.pattern}|{_SIGN}",
    re.DOTALL,
)
"""The same, for all of a text at once; of the derivatives only those that are one whatever the names mean."""
LONG_DERIVATIVE = re.compile(rf"d{_ORDER}{_OVER}d\s*[A-Za-z][A-Za-z0-9]")
"""What may be a derivative, or a quotient of names that begin with d."""
_PLAIN = str.maketrans(SUPERSCRIPTS)


def plain_digits(written: str) -> str:
    """Return digits above the line written plainly."""
    return written.translate(_PLAIN)


def order_of(written: str) -> float:
    """Return the order; a float, because an int is not made from more than 4,300 digits."""
    return float(plain_digits(written.strip().removeprefix("^").strip())) if written else 1.0


def plain_name(written: str) -> str:
    """Return the name with digits below the line written plainly: `x₀` is `x_0`."""
    if written[-1] not in SUBSCRIPTS:
        return SPELLINGS.get(written, written)
    stem = written.rstrip("".join(SUBSCRIPTS))
    return f"{stem}_" + "".join(SUBSCRIPTS[sign] for sign in written[len(stem) :])


def bare_names(text: str) -> frozenset[str]:
    """Return the names that stand somewhere in the text without a bracket behind: such a name is a factor."""
    return frozenset(map(plain_name, set(BARE.findall(text)) - {""}))
