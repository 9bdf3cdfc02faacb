"""A text of Python functions, parsed by Python's own parser: where its nodes stand, what it imports, its functions."""

from __future__ import annotations

import ast
import keyword
import os
import re
import warnings
from typing import TYPE_CHECKING

from engine.language.brackets import DEPTH, check_brackets
from engine.language.characters import LETTERS, strange
from engine.language.lexemes import LONGEST
from engine.language.pasted import IMPORTED, MODULES
from engine.language.python_subset import places_of, refusal
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.problems import Span

NOWHERE = f"{os.devnull}/text"
"""The file name that Python's parser is told. For an error's line it tries to open it, and this can never be a file."""
DEF = re.compile(r"^[ \t]*(?:async[ \t]+)?def[ \t]", re.MULTILINE)
PYTHON_START = re.compile(r"\s*(?:(?:from|import)[ \t]+\w|(?:async[ \t]+)?def[ \t]|@\w)")
HIDDEN = re.compile(r"#[^\n]*|(?:'''.*?'''|\"\"\".*?\"\"\")|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"", re.DOTALL)
"""Comments and strings; what stands in them has no meaning."""
KEYWORDS = frozenset(keyword.kwlist)
"""The words that have a meaning in Python, for their colour."""


def is_program(text: str) -> bool:
    """Whether the text is written as Python functions, also while it is only begun."""
    return DEF.search(text) is not None or PYTHON_START.match(text) is not None


class Source:
    """The functions of a text, in their order, and the place in the text of each node."""

    def __init__(self, text: str) -> None:
        """Read the text. Raises `EngineError` for what Python cannot read, and for what stands beside functions."""
        self.text = text
        self._check(text)
        lines = [f"{line}\n" for line in text.split("\n")]
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._places = [places_of(line) for line in lines]
        self.modules = dict(MODULES)
        tree = self._parsed()
        self.functions = [part for part in tree.body if self._is_function(part)]
        if not self.functions:
            advice = "Define a function, as in `def f(x): return x**2`."
            raise fail(ProblemCode.UNEXPECTED_END, (0, len(text)), advice=advice)
        if tree.body[-1] is not self.functions[-1]:
            raise self._stray(tree.body[-1])
        self.arguments = frozenset(argument.arg for argument in self.functions[-1].args.args)  # type: ignore[attr-defined]

    def span(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword) -> Span:
        """Return where the node stands."""
        start = self._place(node.lineno, node.col_offset)
        return start, self._place(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)

    def _place(self, line: int, column: int) -> int:
        places = self._places[line - 1] if line <= len(self._places) else [0]
        return self._starts[line - 1] + places[min(column, len(places) - 1)]

    @staticmethod
    def _check(text: str) -> None:
        if len(text) > LONGEST:
            raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
        shown = HIDDEN.sub(lambda found: " " * len(found.group()), text)
        check_brackets(shown)
        for place, character in enumerate(shown):
            plain = character.isascii() and (character.isprintable() or character in "\n\r\t")
            if not plain and character not in LETTERS:
                raise strange(character, place)

    def _parsed(self) -> ast.Module:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(self.text, NOWHERE)
        except SyntaxError as error:
            line, length = min(error.lineno or 1, len(self._places)), len(self.text)
            place = min(self._starts[line - 1] + max(0, (error.offset or 1) - 1), length - 1)
            if isinstance(error, IndentationError):
                advice = "Begin it with the same blanks as its neighbours; the lines after `:` with four more."
                raise fail(
                    ProblemCode.UNEXPECTED_TOKEN, (place, place + 1), text=self._line(line), advice=advice
                ) from None
            if place >= len(self.text.rstrip()) - 1 or not error.offset:
                last = len(self.text.rstrip())
                advice = f"Something is missing after `{self.text.rstrip()[-12:].splitlines()[-1].strip()}`."
                raise fail(ProblemCode.UNEXPECTED_END, (max(0, last - 1), last), advice=advice) from None
            raise refusal(self.text, 0, error, place) from None
        except (RecursionError, MemoryError, ValueError, UnicodeEncodeError):
            raise fail(ProblemCode.TOO_DEEP, (0, len(self.text)), limit=DEPTH) from None

    def _line(self, number: int) -> str:
        return self.text[self._starts[number - 1] : self._starts[number]].strip()[:40]

    def _is_function(self, part: ast.stmt) -> bool:
        if isinstance(part, ast.FunctionDef):
            return True
        if isinstance(part, ast.Import | ast.ImportFrom):
            self._import(part)
        elif not (
            isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and isinstance(part.value.value, str)
        ):
            raise self._stray(part)
        return False

    def _stray(self, part: ast.stmt) -> Exception:
        advice = "Write `def` functions; the last one is drawn."
        if isinstance(part, ast.Assign | ast.AnnAssign):
            advice = "Put it into the function, or make it a default argument, as in `def f(x, a=1.0):`."
        return fail(ProblemCode.NOT_OFFERED, self.span(part), what="A statement outside of a function", advice=advice)

    def _import(self, part: ast.Import | ast.ImportFrom) -> None:
        prefix = f"{part.module}." if isinstance(part, ast.ImportFrom) else ""
        for alias in part.names:
            whole = prefix + alias.name
            if whole not in IMPORTED and prefix.rstrip(".") not in IMPORTED:
                advice = "Only torch, math and numpy are known."
                raise fail(ProblemCode.NOT_OFFERED, self.span(part), what=f"`{whole}`", advice=advice)
            if whole in IMPORTED:
                self.modules[alias.asname or alias.name.split(".")[0]] = whole
