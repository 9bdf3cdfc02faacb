"""A Python function on a recorder: its instructions one after the other, for the one sample that is traced.

A name shares its node until it is given another value. Of branches only the taken one is run, and the turns of loops
are numbered.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from engine.calculus.recorder import Operand, Recorded
from engine.language.compiler.endless import FIRST, LONGEST
from engine.language.compiler.operations import LONGEST_LIST, MOST_CALLS
from engine.language.routine import (
    Append,
    Assign,
    Branch,
    Exact,
    Invoke,
    Jump,
    Length,
    Load,
    MakeList,
    Missing,
    Return,
    Store,
    Whole,
)
from engine.language.tree import Name
from engine.language.whole_numbers import is_exact, not_exact
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.calculus.trace import Frame, Walk
    from engine.language.routine import Code, Instruction
    from engine.language.tree import Expression, Routine
    from engine.problems import Span

Held: TypeAlias = "Operand | list[Operand]"


@dataclass(slots=True)
class _Call:
    """One activation: its own names, where its caller goes on and what for, and its loops' turns."""

    names: dict[str, Held]
    back: int = -1
    target: str = ""
    turns: dict[int, int] = field(default_factory=dict)
    """The turn of each loop that was entered, by the place of its condition."""


def run(walk: Walk, node: Routine, frame: Frame) -> Operand:
    """Return what the routine returns. Raises as running it on samples does, and too_many_nodes."""
    return _Run(walk, node.code, frame, [_Call({name: frame.names[name] for name in node.arguments})]).run()


@dataclass(slots=True)
class _Run:
    walk: Walk
    code: Code
    frame: Frame
    calls: list[_Call]
    place: int = 0
    repeating: bool = False
    """Whether the last jump was back, so that the next loop's condition is met again."""
    returned: Operand | None = None
    jumps: int = 0
    """How often it was jumped back."""
    since: int = 0
    held: tuple[int, str] = (0, "")
    """Where it was jumped back to for the `since`th time, a power of two, and what all names held."""

    def run(self) -> Operand:
        self.place = self.code.start
        while self.returned is None:
            self.walk.budget.check()
            instruction = self.code.instructions[self.place]
            self.place += 1
            self._step(instruction)
        return self.returned

    def _step(self, node: Instruction) -> None:
        names = self.calls[-1].names
        match node:
            case Assign():
                values = [self._held(value) for value in node.values]
                names.update(zip(node.targets, values, strict=True))
            case Branch():
                self._branch(node)
            case Jump():
                self.repeating = node.to < self.place
                self.place = node.to
                if self.repeating:
                    self._watch(node.span)
            case Invoke():
                self._invoke(node)
            case Return():
                self._return(self._value(node.value))
            case Missing():
                name = next(one.name for one in self.code.functions if one.begin <= self.place - 1 < one.end)
                raise fail(ProblemCode.NO_RETURN, node.span, name=name)
            case Exact():
                names[node.target] = self._exact(node)
            case Whole():
                for name in node.names:
                    self._whole(self._value(Name(name, node.span)), node.span, "range(int(a))")
            case _:
                self._on_list(node)

    def _watch(self, span: Span) -> None:
        """Refuse a loop that comes to its head with the same numbers again: it never ends."""
        self.jumps += 1
        is_turn = self.jumps >= FIRST and not self.jumps & (self.jumps - 1)
        if is_turn or 0 < self.jumps - self.since <= LONGEST < self.jumps:
            # As text NaN is equal to itself, and -0 another number than 0.
            now = self.place, repr([{name: _numbers(held) for name, held in call.names.items()} for call in self.calls])
            if is_turn:
                self.since, self.held = self.jumps, now
            elif now == self.held:
                raise fail(ProblemCode.NEVER_ENDS, span)

    def _exact(self, node: Exact) -> Operand:
        value = self._value(node.value)
        numbers = [_number(one) for one in (self._value(node.value.left), self._value(node.value.right), value)]
        if not is_exact(node.value.operator, *numbers):
            raise not_exact(node.span)
        return value

    def _branch(self, node: Branch) -> None:
        turns, here = self.calls[-1].turns, self.place - 1
        loop = self.code.sites[node.site].kind in ("while", "for")
        holds = self.walk.holds(node.condition, self._frame()) == 1.0
        if loop:
            turns[here] = turns.get(here, 0) + 1 if self.repeating else 1
            self.repeating = False
        if not holds:
            self.place = node.otherwise

    def _invoke(self, node: Invoke) -> None:
        if len(self.calls) > MOST_CALLS:
            raise fail(ProblemCode.TOO_MANY_CALLS, node.span, name=node.function, limit=MOST_CALLS)
        function = next(one for one in self.code.functions if one.name == node.function)
        values = [self._held(argument) for argument in node.arguments]
        names = dict(zip(function.arguments, values, strict=True))
        self.calls.append(_Call(names, self.place, node.target))
        self.place, self.repeating = function.begin, False

    def _return(self, value: Operand) -> None:
        call = self.calls.pop()
        if not self.calls:
            self.returned = value
            return
        self.calls[-1].names[call.target] = value
        self.place = call.back

    def _on_list(self, node: Instruction) -> None:
        names = self.calls[-1].names
        match node:
            case MakeList():
                times = 1 if node.times is None else self._whole(self._value(node.times), node.span, "[0.0] * 5")
                entries = [self._value(entry) for entry in node.entries]
                self._short(len(entries) * times, node.span)
                names[node.target] = entries * times
            case Append():
                entries = self._list(node.name)
                self._short(len(entries) + 1, node.span)
                entries.append(self._value(node.value))
            case Load():
                entries = self._list(node.name)
                names[node.target] = entries[self._index(node.index, entries, node.span)]
            case Store():
                entries = self._list(node.name)
                entries[self._index(node.index, entries, node.span)] = self._value(node.value)
            case Length():
                names[node.target] = float(len(self._list(node.name)))

    def _list(self, name: str) -> list[Operand]:
        held = self.calls[-1].names[name]
        assert isinstance(held, list)
        return held

    @staticmethod
    def _short(length: int, span: Span) -> None:
        if length > LONGEST_LIST:
            raise fail(ProblemCode.TOO_LONG_LIST, span, limit=f"{LONGEST_LIST:,}")

    def _index(self, node: Expression, entries: list[Operand], span: Span) -> int:
        index = self._whole(self._value(node), span, "s[int(a)]")
        if not -len(entries) <= index < len(entries):
            raise fail(ProblemCode.OUTSIDE_LIST, span, index=index, count=len(entries))
        return index

    @staticmethod
    def _whole(value: Operand, span: Span, example: str) -> int:
        number = _number(value)
        if not math.isfinite(number) or not float(number).is_integer():
            raise fail(ProblemCode.NOT_WHOLE, span, example=example)
        return int(number)

    def _held(self, node: Expression) -> Held:
        """Return a value, or the list that a name stands for."""
        held = self.calls[-1].names.get(node.name) if isinstance(node, Name) else None
        return held if isinstance(held, list) else self._value(node)

    def _value(self, node: Expression) -> Operand:
        return self.walk.expression(node, self._frame())

    def _frame(self) -> Frame:
        """Return the present names that stand for numbers, and the turn of the innermost loop around the place."""
        call, here = self.calls[-1], self.place - 1
        around = [place for place in call.turns if place < here < self._end(place)]
        turn = call.turns[max(around)] if around else self.frame.turn
        numbers = {name: held for name, held in call.names.items() if not isinstance(held, list)}
        return replace(self.frame, names=numbers, turn=turn)

    def _end(self, place: int) -> int:
        branch = self.code.instructions[place]
        return branch.otherwise if isinstance(branch, Branch) else place


def _number(value: Operand) -> float:
    return value.tensor.item() if isinstance(value, Recorded) else value


def _numbers(held: Held) -> float | list[float]:
    return list(map(_number, held)) if isinstance(held, list) else _number(held)
