"""What Python has that functions here have not, and what to write instead."""

from __future__ import annotations

import ast

STATEMENTS = "Write assignments, `if`, `while`, `for … in range(…)`, `break`, `continue` and `return`."
LOOP = "Write a `for` loop with `append`."
ADVICE: dict[type[ast.AST], str] = {
    ast.Lambda: "Write a `def` above.",
    ast.Try: "Test for the case with `if`.",
    ast.With: "Leave it out; derivatives are stopped with `stop(x)`.",
    ast.Import: "Put it above the functions.",
    ast.ImportFrom: "Put it above the functions.",
    ast.FunctionDef: "Put the helper above, at the left margin.",
    ast.Global: "Hand the value over as an argument.",
    ast.Nonlocal: "Hand the value over as an argument.",
    ast.Match: "Write `if` and `elif`.",
    ast.ClassDef: "Write functions of numbers.",
    ast.Delete: "Leave it out.",
    ast.Assert: "Leave it out, or use `if`.",
    ast.Raise: "Leave it out, or return another number.",
    ast.SetComp: LOOP,
    ast.DictComp: LOOP,
    ast.JoinedStr: "Write a real number.",
    ast.NamedExpr: "Write `name = …` in a line of its own.",
    ast.List: "Give the list a name first, as in `s = []`.",
    ast.Tuple: "Give the list a name first, as in `s = []`.",
    ast.ListComp: "Give the list a name first, as in `s = []`.",
    ast.GeneratorExp: "Give the list a name first, as in `s = []`.",
}
UNUSED = "Its value is not used; write `name = …` or `return …`."


def of_unused(node: ast.expr) -> str:
    """Return what to do with an expression that stands alone, whose value is not used."""
    if not isinstance(node, ast.Call):
        return UNUSED
    if isinstance(node.func, ast.Name):
        return "Leave it out; values are shown at the cursor." if node.func.id == "print" else UNUSED
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name == "backward":
        return "Leave it out; derivatives are drawn without it."
    return "A name gets another value by `=`, as in `x = x + 1`." if name.endswith("_") else UNUSED


def is_without_effect(node: ast.expr) -> bool:
    """Whether an expression that stands alone says nothing: a text, `...`, or `x.requires_grad_()`."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) or node.value is ...
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    values = [*node.args, *(keyword.value for keyword in node.keywords)]
    plain = all(isinstance(value, ast.Constant) and value.value is True for value in values)
    return node.func.attr == "requires_grad_" and isinstance(node.func.value, ast.Name) and plain
