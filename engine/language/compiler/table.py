"""Calls of functions of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.language.compiler.arithmetic import as_tensor
from engine.language.compiler.quotients import QUOTIENTS
from engine.language.compiler.scope import Register
from engine.language.functions import BY_NAME
from engine.language.rules import rule
from engine.language.tree import Call, Definition, Name

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Value
    from engine.language.compiler.scope import Operand
    from engine.problems import Span


def function_named(name: str, arguments: list[Operand]) -> Callable[..., Any]:
    """Return what computes the table's function of this name from the values of these arguments."""
    if name in QUOTIENTS.values():
        return rule(name) if isinstance(arguments[0], Register) and arguments[0].tensor else _on_values(rule(name), ())
    row = BY_NAME[name]
    if not row.literals and all(isinstance(argument, Register) and argument.tensor for argument in arguments):
        return rule(row.rule)
    return _on_values(rule(row.rule), row.literals)


def defined(name: str, span: Span) -> Definition:
    """Return the table's function of this name as if the user had defined it, for `sin'(x)`."""
    return Definition(name, ("x",), Call(name, (Name("x", span),), span), span)


def _on_values(function: Callable[..., Any], literals: tuple[int, ...]) -> Callable[..., Value]:
    """Return the rule for arguments that may be numbers; those in the `literals` positions are handed on as such."""

    def call(*values: Value) -> Value:
        arguments = [value if at in literals else as_tensor(value) for at, value in enumerate(values)]
        result = function(*arguments)
        return result.item() if all(isinstance(value, float) for value in values) else result  # type: ignore[no-any-return]

    return call
