"""The list of phrases against the code: every text that fills a sentence of a problem is found by reading it."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

from engine.phrases import FILLED, PHRASES
from engine.session import TYPES

ROOT = Path(__file__).parents[2]
HEADLESS = {"requests.py", "command_line.py", "commands.py", "plot_request.py", "headless.py"}
SYSTEM = {"error.strerror", "error", "error.advice", "file.errorString()", "words"}
"""What is not ours to say: the system's reasons, a reason carried on, and a character's own name."""
CARRIED = {"where"}
"""The field of phrases that is a phrase."""
OF_CHARACTERS = ("Cyrillic ", "Fullwidth ")


def shape(template):
    """The template with its fields nameless."""
    pieces = Formatter().parse(template)
    return "".join(text + ("{}" if field is not None else "") for text, field, *_ in pieces)


class Module:
    """One source file, with what its names may stand for."""

    def __init__(self, path):
        self.path = path
        self.nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        self.imported = {
            alias.name: ROOT / f"{node.module.replace('.', '/')}.py"
            for node in self.nodes
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("engine.")
            for alias in node.names
        }
        self.functions = {node.name: node for node in self.nodes if isinstance(node, ast.FunctionDef)}

    def calls(self, name):
        """The calls of a function, or of a method of the class itself."""
        return [node for node in self.nodes
                if isinstance(node, ast.Call) and ast.unparse(node.func) in (name, f"self.{name}")]  # fmt: skip

    def phrases(self):
        for call in self.calls("fail"):
            for keyword in call.keywords:
                if keyword.arg in FILLED:
                    yield from self.texts(keyword.value)
        for call in self.calls("Refused"):
            yield from self.texts(call.args[0])
        for call in self.calls("NotTaken"):
            yield from self.texts(call.args[1])

    def texts(self, node):
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=values):
                yield "".join(value.value if isinstance(value, ast.Constant) else "{}" for value in values)
                for value in values:
                    if isinstance(value, ast.FormattedValue) and ast.unparse(value.value) in CARRIED:
                        yield from self.texts(value.value)
            case ast.BoolOp(values=values):
                for value in values:
                    if ast.unparse(value) != "place":  # a number, asked whether it is 0
                        yield from self.texts(value)
            case ast.IfExp(body=body, orelse=orelse):
                yield from self.texts(body)
                yield from self.texts(orelse)
            case ast.Dict(values=values):
                for value in values:
                    yield from self.texts(value)
            case ast.Subscript(value=ast.Name() as table):
                yield from self.texts(table)
            case ast.Call(func=ast.Attribute(value=value, attr="format")):
                yield from self.texts(value)
            case ast.Call(func=ast.Attribute(value=value, attr="get"), args=[_, default]):
                yield from self.texts(value)
                yield from self.texts(default)
            case ast.Call(func=ast.Name(id=name)) if name in self.imported:
                yield from Module(self.imported[name]).texts(node)
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                for inner in ast.walk(self.functions[name]):
                    if isinstance(inner, ast.Return):
                        yield from self.texts(inner.value)
            case _ if ast.unparse(node) in SYSTEM:
                pass
            case ast.Name(id=name) if name in self.imported:
                yield from Module(self.imported[name]).stands_for(name)
            case ast.Name(id=name):
                yield from self.stands_for(name)
            case _:
                raise AssertionError(f"{self.path}:{node.lineno}: cannot tell what {ast.unparse(node)} says")

    def stands_for(self, name):
        values = [*self.assigned(name), *self.passed(name)]
        assert values, f"{self.path}: cannot tell what {name} says"
        for value in values:
            if not (isinstance(value, ast.Name) and value.id == name):  # handed on under the same name
                yield from self.texts(value)

    def assigned(self, name):
        for node in self.nodes:
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name and node.value is not None:
                yield node.value
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name) and target.id == name:
                        yield node.value
                    elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                        pairs = zip(target.elts, node.value.elts, strict=True)
                        yield from (value for one, value in pairs if ast.unparse(one) == name)

    def passed(self, name):
        for function in self.functions.values():
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            if name in names:
                position = names.index(name)
                yield from (call.args[position] for call in self.calls(function.name) if len(call.args) > position)


def found():
    paths = [path for folder in ("engine", "gui") for path in sorted((ROOT / folder).rglob("*.py"))]
    texts = [text for path in paths if path.name not in HEADLESS for text in Module(path).phrases()]
    return {text for text in texts if any(character.isalpha() for character in text.replace("{}", ""))}


def test_every_phrase_is_listed_and_every_listed_one_is_used():
    said = found() | set(TYPES.values()) | {"{} or {}"}
    listed = {shape(phrase) for phrase in PHRASES if not phrase.startswith(OF_CHARACTERS)}
    assert said - listed == set()
    assert listed - said == set()


def test_no_phrase_stands_twice():
    assert len(set(PHRASES)) == len(PHRASES)
