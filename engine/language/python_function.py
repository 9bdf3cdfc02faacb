"""`def` functions -> `Routine`: an allow-list of Python's statements, each written as instructions. Nothing is run."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from engine.language.brackets import DEPTH
from engine.language.functions import BY_NAME, CONSTANTS, GREEK_NAMES
from engine.language.lexemes import FORMS, WORD
from engine.language.python_advice import ADVICE, STATEMENTS, is_without_effect, of_unused
from engine.language.python_lists import ListReader
from engine.language.python_range import entries_of, remains
from engine.language.python_subset import OPERATORS, SIGNS
from engine.language.python_values import Writer
from engine.language.routine import (
    Append,
    Assign,
    Code,
    Default,
    Function,
    Jump,
    Load,
    MakeList,
    Missing,
    Return,
    SiteKind,
    Store,
    Whole,
)
from engine.language.source import Source
from engine.language.tree import Arithmetic, Call, Compare, Name, Number, Routine
from engine.language.whole_numbers import made_exact
from engine.problems import EngineError, ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.language.token import Scope
    from engine.language.tree import Condition, Expression


class Loop(NamedTuple):
    """Where `continue` and `break` lead in a loop."""

    again: int
    after: int


def parse_program(text: str, scope: Scope) -> tuple[str, tuple[str, ...], Routine]:
    """Return the last function's name, the arguments that have no default, and its body; raises `EngineError`."""
    source, writer = Source(text), Writer()
    helpers: dict[str, ast.FunctionDef] = {}
    functions: list[Function] = []
    uses: dict[str, Expression] = {}
    defaults: tuple[Default, ...] = ()
    for function in source.functions:
        assert isinstance(function, ast.FunctionDef)
        if function.name in helpers:
            raise fail(ProblemCode.DEFINED_TWICE, source.span(function), name=function.name)
        helpers[function.name] = function
        reader = StatementReader(source, scope, writer, helpers)
        start = len(writer.instructions)
        if function is source.functions[-1]:
            defaults = reader.sliders(function)
        functions.append(reader.function(function))
        uses |= reader.uses
    last = functions[-1]
    code = Code(writer.finish(), tuple(functions), tuple(writer.sites), start)
    code = made_exact(code, {default.name: default.whole for default in defaults}, text)
    needed = last.arguments[: len(last.arguments) - len(defaults)]
    return last.name, needed, Routine(code, needed, defaults, tuple(uses.values()), (0, len(text)))


class StatementReader(ListReader):
    """Writes the instructions of one function."""

    def __init__(self, source: Source, scope: Scope, writer: Writer, helpers: Mapping[str, ast.FunctionDef]) -> None:
        super().__init__(source, scope, writer, helpers)
        self._loops: list[Loop] = []
        self._arguments: frozenset[str] = frozenset()
        self._sliders: frozenset[str] = frozenset()

    def sliders(self, node: ast.FunctionDef) -> tuple[Default, ...]:
        """Return the default arguments, and write what gives them their sliders' values."""
        arguments = node.args.args[len(node.args.args) - len(node.args.defaults) :]
        defaults = tuple(map(self._slider, arguments, node.args.defaults))
        for argument in arguments:
            name, span = argument.arg, self.span(argument)
            self.uses[name] = Name(name, span)
            self.writer.emit(Assign((name,), (Name(f"{name}'", span),), span))
        self._sliders = frozenset(default.name for default in defaults)
        return defaults

    def _slider(self, argument: ast.arg, value: ast.expr) -> Default:
        name, span = argument.arg, self.span(argument)
        taken = name in BY_NAME.keys() - GREEK_NAMES or name in FORMS or name in CONSTANTS
        if taken or WORD.fullmatch(name) is None:
            raise fail(ProblemCode.RESERVED_NAME, span, name=name)
        sign = 1.0
        while isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub | ast.UAdd):
            sign, value = (-sign if isinstance(value.op, ast.USub) else sign), value.operand
        if not isinstance(value, ast.Constant) or type(value.value) not in (int, float):
            raise fail(ProblemCode.NEEDS_LITERAL, self.span(value), what=f"The default of `{name}`", example="1.0")
        self._refuse_inexact(value)
        number: int | float = value.value  # type: ignore[assignment]
        return Default(name, sign * float(number), isinstance(number, int))

    def default(self, function: str, argument: ast.arg, value: ast.expr) -> Expression:
        """Return the value of an argument that is left out; for the function that is drawn, its slider's."""
        if function == self._source.functions[-1].name:  # type: ignore[attr-defined]
            return Name(f"{argument.arg}'", self.span(argument))
        return self.value(value)

    def function(self, node: ast.FunctionDef) -> Function:
        """Write the function."""
        self._check_head(node)
        names = tuple(argument.arg for argument in node.args.args)
        stored = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        self.locals, self._arguments = frozenset(names) | stored, frozenset(names)
        begin = len(self.writer.instructions)
        self._block(node.body)
        head = self.span(node)
        end = self._source.text.find("\n", head[0])
        self.writer.emit(Missing((head[0], end if head[0] < end < head[1] else head[1])))
        return Function(node.name, names, begin, len(self.writer.instructions))

    def _check_head(self, node: ast.FunctionDef) -> None:
        given = node.args
        special = [*given.posonlyargs, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
        if special:
            advice = "List the arguments by name, as in `def f(x, a=1.0):`."
            raise fail(ProblemCode.NOT_OFFERED, self.span(special[0]), what="This kind of argument", advice=advice)
        if node.decorator_list:
            what, advice = "A decorator", "Leave it out."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node.decorator_list[0]), what=what, advice=advice)

    def _block(self, statements: list[ast.stmt]) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise fail(ProblemCode.TOO_DEEP, self.span(statements[0]), limit=DEPTH)
        for statement in statements:
            self._statement(statement)
        self._depth -= 1

    def _statement(self, node: ast.stmt) -> None:
        methods: dict[type[ast.stmt], Callable[..., None]] = {
            ast.Assign: self._assign,
            ast.AugAssign: self._change,
            ast.AnnAssign: self._annotated,
            ast.If: self._if,
            ast.While: self._while,
            ast.For: self.loop,
            ast.Break: self._leave,
            ast.Continue: self._leave,
            ast.Return: self._return,
            ast.Expr: self._alone,
            ast.Pass: lambda _: None,
        }
        method = methods.get(type(node))
        if method is None:
            raise self._refused(node, f"Python's {type(node).__name__}", ADVICE.get(type(node), STATEMENTS))
        method(node)

    def _plain(self, node: ast.expr) -> object:  # type: ignore[override]
        if type(node) in ADVICE:
            raise self._refused(node, f"Python's {type(node).__name__}", ADVICE[type(node)])
        return super()._plain(node)

    def _refused(self, node: ast.expr | ast.stmt, what: str, advice: str) -> EngineError:
        return fail(ProblemCode.NOT_OFFERED, self.span(node), what=what, advice=advice)

    # -- assignments

    def _assign(self, node: ast.Assign) -> None:
        if len(node.targets) == 1 and not isinstance(node.targets[0], ast.Tuple | ast.List):
            self._give(node.targets[0], node.value)
            return
        value = node.value
        if len(node.targets) == 1 and isinstance(value, ast.Tuple | ast.List):
            self._give_several(node.targets[0], value)
            return
        if any(not isinstance(target, ast.Name) for target in node.targets):
            raise self._refused(node, "This assignment", "Write one name for each value, as in `a, b = b, a`.")
        read = self.value(value)
        self.writer.emit(Assign(("$",), (read,), read.span))
        for target in node.targets:
            self.assign(target.id, Name("$", read.span))  # type: ignore[attr-defined]

    def _give_several(self, target: ast.expr, value: ast.Tuple | ast.List) -> None:
        targets = target.elts if isinstance(target, ast.Tuple | ast.List) else []
        if len(targets) != len(value.elts) or any(isinstance(one, ast.Starred) for one in targets):
            raise self._refused(target, "This assignment", "Write as many names as values, as in `a, b = b, a`.")
        names = [self.temporary() for _ in targets]
        for name, part in zip(names, value.elts, strict=True):
            self.assign(name, self.value(part))
        for one, name in zip(targets, names, strict=True):
            self._put(one, Name(name, self.span(one)))

    def _give(self, target: ast.expr, value: ast.expr) -> None:
        entries, times = entries_of(value)
        if isinstance(value, ast.ListComp) and isinstance(target, ast.Name):
            self._comprehended(target.id, value)
        elif entries is None:
            self._put(target, self.value(value))
        elif isinstance(target, ast.Name):
            made = tuple(self.value(entry) for entry in entries)
            self.writer.emit(MakeList(target.id, made, self.value(times) if times else None, self.span(value)))
        else:
            raise self._refused(value, "A list in a list", "Use several lists of numbers.")

    def _comprehended(self, target: str, value: ast.ListComp) -> None:
        if any(isinstance(part, ast.Name) and part.id == target for part in ast.walk(value)):
            raise self._refused(value, "This list", "Give the new list a name of its own.")
        self.comprehension(value, target)

    def _put(self, target: ast.expr, value: Expression) -> None:
        if isinstance(target, ast.Name):
            self.assign(target.id, value)
        elif isinstance(target, ast.Subscript):
            name = self._own_list(target.value)
            self.writer.emit(Store(name, self.index(target), value, self.span(target)))
        else:
            raise self._refused(target, "This assignment", "Assign to a name, or to an entry of a list.")

    def _own_list(self, node: ast.expr) -> str:
        name = self.list_name(node)
        if name in self._arguments:
            advice = "Copy its entries into a list of this function first."
            raise self._refused(node, "Changing a list that was handed over", advice)
        return name

    def _change(self, node: ast.AugAssign) -> None:
        old: Expression
        if isinstance(node.target, ast.Name):
            old = Name(node.target.id, self.span(node.target))
            self._put(node.target, self._changed(node, old))
        elif isinstance(node.target, ast.Subscript):
            place = self.temporary()
            self.assign(place, self.index(node.target))
            index = ast.copy_location(ast.Name(place, ast.Load()), node.target.slice)
            entry = ast.copy_location(ast.Subscript(node.target.value, index, ast.Load()), node.target)
            self.locals |= {place}
            self._put(entry, self._changed(node, self.value(entry)))
        else:
            raise self._refused(node.target, "This assignment", "Assign to a name, or to an entry of a list.")

    def _changed(self, node: ast.AugAssign, old: Expression) -> Expression:
        value, span = self.value(node.value), self.span(node)
        if isinstance(node.op, ast.FloorDiv):
            return Call("floordiv", (old, value), span)
        operator = OPERATORS.get(type(node.op))
        if operator is None:
            raise self._refused(node, f"`{SIGNS[type(node.op)]}=`", "Use += -= *= /= //= %= or **=.")
        return Arithmetic(operator, old, value, span)  # type: ignore[arg-type]

    def _annotated(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._give(node.target, node.value)

    # -- branches and loops

    def _if(self, node: ast.If) -> None:
        end, kind = self.writer.label(), "if"
        present: ast.If | None = node
        while present is not None:
            after, rest = self.writer.label(), present.orelse
            chained = rest[0] if len(rest) == 1 and isinstance(rest[0], ast.If) and self._is_elif(rest[0]) else None
            has_else = bool(rest) and chained is None
            self._branch(self.test(present.test), after, kind, present, has_else=has_else)  # type: ignore[arg-type]
            self._block(present.body)
            if rest:
                self.writer.emit(Jump(self.span(present), end))
            self.writer.place(after)
            if has_else:
                self._block(rest)
            present, kind = chained, "elif"
        self.writer.place(end)

    def _is_elif(self, node: ast.If) -> bool:
        return self._source.text.startswith("elif", self.span(node)[0])

    def _branch(
        self,
        condition: Condition,
        otherwise: int,
        kind: SiteKind,
        node: ast.If | ast.While | ast.For,
        *,
        has_else: bool = False,
    ) -> None:
        head = node.iter if isinstance(node, ast.For) else node.test
        self.writer.branch(condition, otherwise, kind, (self.span(node)[0], self.span(head)[1]), has_else=has_else)

    def _while(self, node: ast.While) -> None:
        again, otherwise = self.writer.label(), self.writer.label()
        self.writer.place(again)
        self._branch(self.test(node.test), otherwise, "while", node, has_else=bool(node.orelse))
        self._body(node, again, otherwise)

    def loop(self, node: ast.For) -> None:
        """Write a `for` loop."""
        if not isinstance(node.target, ast.Name):
            raise self._refused(node.target, "This loop", "Write one name, as in `for i in range(10):`.")
        if isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range":
            self._over_range(node, node.target.id, node.iter)
        else:
            self._over_list(node, node.target.id)

    def _over_range(self, node: ast.For, name: str, call: ast.Call) -> None:
        span = self.span(call)
        if not 1 <= len(call.args) <= 3 or call.keywords:
            example = "range(10)"
            told = {"name": "range", "expected": "1 to 3 arguments", "count": len(call.args), "example": example}
            raise fail(ProblemCode.WRONG_ARGUMENT_COUNT, self.span(call.func), **told)
        given = [self.value(argument) for argument in call.args]
        start = Number(0.0, span) if len(given) == 1 else given[0]
        stop = given[0] if len(given) == 1 else given[1]
        step = given[2] if len(given) == 3 else Number(1.0, span)
        names = tuple(self.temporary() for _ in range(3))
        self.writer.emit(Assign(names, (start, stop, step), span))
        self.writer.emit(Whole(names, span))
        present, last, by = (Name(one, span) for one in names)
        again, otherwise = self.writer.label(), self.writer.label()
        self.writer.place(again)
        self._branch(remains(present, last, by, step), otherwise, "for", node, has_else=bool(node.orelse))
        self.assign(name, present)
        self.assign(names[0], Arithmetic("+", present, by, span))
        self._body(node, again, otherwise)

    def _over_list(self, node: ast.For, name: str) -> None:
        span = self.span(node.iter)
        if not isinstance(node.iter, ast.Name | ast.List | ast.Tuple | ast.BinOp | ast.ListComp):
            advice = "Go over `range(…)` or a list, as in `for i in range(10):`."
            raise self._refused(node.iter, "This loop", advice)
        listed, place = self.list_of(node.iter), Name(self.temporary(), span)
        self.assign(place.name, Number(0.0, span))
        again, otherwise = self.writer.label(), self.writer.label()
        self.writer.place(again)
        remain = Compare((place, self.length(listed, span)), ("<",), span)
        self._branch(remain, otherwise, "for", node, has_else=bool(node.orelse))
        self.writer.emit(Load(name, listed, place, span))
        self.assign(place.name, Arithmetic("+", place, Number(1.0, span), span))
        self._body(node, again, otherwise)

    def _body(self, node: ast.While | ast.For, again: int, otherwise: int) -> None:
        """Write the loop's body and its `else`. What continues waits at the end for the rest, and goes on together."""
        latch, after = self.writer.label(), self.writer.label()
        self._loops.append(Loop(latch, after))
        self._block(node.body)
        self._loops.pop()
        self.writer.place(latch)
        self.writer.emit(Jump(self.span(node), again))
        self.writer.place(otherwise)
        self._block(node.orelse)
        self.writer.place(after)

    def _leave(self, node: ast.Break | ast.Continue) -> None:
        if not self._loops:
            raise self._refused(node, "This outside of a loop", "Put it into a `while` or `for`.")
        loop = self._loops[-1]
        self.writer.emit(Jump(self.span(node), loop.after if isinstance(node, ast.Break) else loop.again))

    def _return(self, node: ast.Return) -> None:
        if node.value is None or isinstance(node.value, ast.Tuple | ast.List):
            raise self._refused(node, "This `return`", "Return one number, as in `return x`.")
        self.writer.emit(Return(self.value(node.value), self.span(node)))

    def _alone(self, node: ast.Expr) -> None:
        """Read a statement that is an expression: `s.append(x)`, or a text, which says nothing."""
        value = node.value
        if is_without_effect(value):
            return
        is_append = (
            isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "append"
        )
        if not is_append or len(value.args) != 1 or value.keywords:  # type: ignore[attr-defined]
            raise self._refused(node, "This statement", of_unused(value))
        name = self._own_list(value.func.value)  # type: ignore[attr-defined]
        self.writer.emit(Append(name, self.value(value.args[0]), self.span(node)))  # type: ignore[attr-defined]
