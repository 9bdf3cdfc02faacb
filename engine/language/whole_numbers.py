"""Whole numbers of a Python function: what is computed with them is exact in Python, and a problem here if it is not.

All numbers are floats here, which hold whole numbers up to 2^53 and some beyond. So it is found which names stand for
whole numbers as Python has them, and where something is computed with those that is used as a whole number again, an
`Exact` instruction does it. A name that is only counted up from a small number by small steps can do without: the
steps of one evaluation are too few to reach 2^53.
"""

from __future__ import annotations

import math
import operator
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from engine.language.routine import (
    Append,
    Assign,
    Branch,
    Code,
    Exact,
    Invoke,
    Jump,
    Length,
    Load,
    MakeList,
    Return,
    Store,
)
from engine.language.tree import Arithmetic, Call, Compare, Expression, Logic, Name, Negate, Not, Number
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from engine.language.routine import Instruction
    from engine.language.tree import ArithmeticOperator, Condition
    from engine.problems import EngineError, Span

EXACT_BELOW = 2.0**53
SMALL = 1e6
OPERATIONS: dict[ArithmeticOperator, Callable[[int, int], int]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "^": operator.pow}  # fmt: skip
KEEPING = frozenset({"floordiv", "abs"})
"""Functions whose value is whole where their arguments are."""
FLOAT = re.compile(r"[\d_]*\.[\d_]*(?:[eE][+-]?\d+)?|[\d_]+[eE][+-]?\d+")
Key: TypeAlias = "tuple[str, str]"
"""A function and one of its names; `RESULT` is what it returns."""
RESULT = "return"


def is_exact(sign: ArithmeticOperator, left: float, right: float, value: float) -> bool:
    """Whether `value`, computed with whole numbers as floats, is what Python's whole numbers give."""
    if not abs(value) >= EXACT_BELOW:  # NaN is none
        return True
    if math.isinf(value):
        return math.isinf(left) or math.isinf(right)
    return OPERATIONS[sign](int(left), int(right)) == int(value)


def is_float(whole: int) -> bool:
    """Whether a float is this whole number."""
    try:
        return int(float(whole)) == whole
    except OverflowError:
        return False


def not_exact(span: Span) -> EngineError:
    """Return the error of a whole number that would be rounded."""
    return fail(ProblemCode.NOT_EXACT, span, limit=f"{int(EXACT_BELOW):,}")


def made_exact(code: Code, sliders: Mapping[str, bool], text: str) -> Code:
    """Return the code with `Exact` instructions where they are needed.

    `sliders` says of each default argument of the last function whether it is a whole number.
    """
    return _Rewriter(code, _Kinds(code, sliders, text)).code()


class _Kinds:
    """Which names stand for whole numbers, and which of them are only counted."""

    def __init__(self, code: Code, sliders: Mapping[str, bool], text: str) -> None:
        self._sliders, self._text = sliders, text
        self.owners = owners(code)
        self.called = {one.function for one in code.instructions if isinstance(one, Invoke)}
        self._sources: defaultdict[Key, list[tuple[str, Expression]]] = defaultdict(list)
        """What each name is given, and in which function that stands."""
        for owner, instruction in zip(self.owners, code.instructions, strict=True):
            self._note(owner, instruction, code)
        main = code.functions[-1]
        given = {(main.name, argument) for argument in main.arguments if argument not in sliders}
        self.whole = self._all(self._sources.keys() - given, self.is_whole)
        self._steps = self._all(self.whole, self._is_step)
        self._counted = self._all(self.whole, self.is_counted)

    def _note(self, owner: str, node: Instruction, code: Code) -> None:
        given: list[tuple[Key, Expression]] = []
        match node:
            case Assign(targets, values):
                given = [((owner, target), value) for target, value in zip(targets, values, strict=True)]
            case Invoke(name, arguments, target):
                callee = next(one for one in code.functions if one.name == name)
                given = [((name, argument), value) for argument, value in zip(callee.arguments, arguments, strict=True)]
                self._sources[owner, target].append((name, Name(RESULT, node.span)))
            case Return(value):
                given = [((owner, RESULT), value)]
            case MakeList(target, entries):
                given = [((owner, target), value) for value in entries]
            case Append(name) | Store(name):
                given = [((owner, name), node.value)]
            case Load(target, name):
                given = [((owner, target), Name(name, node.span))]
            case Length(target):
                given = [((owner, target), Number(0.0, node.span))]
        for key, value in given:
            self._sources[key].append((owner, value))

    def _all(self, keys: Iterable[Key], holds: Callable[[str, Expression, set[Key]], bool]) -> set[Key]:
        """Return the greatest set of the keys for all of whose sources it holds."""
        kept = set(keys)
        while left := {key for key in kept if not all(holds(*source, kept) for source in self._sources[key])}:
            kept -= left
        return kept

    def is_whole(self, owner: str, node: Expression, whole: set[Key] | None = None) -> bool:
        """Whether Python has a whole number here."""
        known = self.whole if whole is None else whole
        waiting = [node]
        while waiting:
            node = waiting.pop()
            match node:
                case Number(value):
                    holds = value.is_integer() and FLOAT.fullmatch(self._text[slice(*node.span)]) is None
                case Name(name):
                    holds = self._sliders.get(name[:-1], False) if name.endswith("'") else (owner, name) in known
                case Arithmetic(sign, left, right):
                    holds = sign != "/"
                    waiting += (left, right)
                case Negate(operand):
                    holds = True
                    waiting.append(operand)
                case Call(function, arguments):
                    holds = function == "trunc" or function in KEEPING
                    waiting += arguments if function in KEEPING else ()
                case _:
                    holds = False
            if not holds:
                return False
        return True

    def _is_step(self, owner: str, node: Expression, steps: set[Key]) -> bool:
        while isinstance(node, Negate):
            node = node.operand
        if isinstance(node, Name):
            return (owner, node.name) in steps
        return isinstance(node, Number) and node.value <= SMALL

    def is_counted(self, owner: str, node: Expression, counted: set[Key] | None = None) -> bool:
        """Whether it is a small number, or such a one after many small steps."""
        known = self._counted if counted is None else counted
        while isinstance(node, Arithmetic) and node.operator in "+-":
            if not self._is_step(owner, node.right, self._steps):
                return node.operator == "+" and self._is_step(owner, node.left, self._steps) and (
                    self.is_counted(owner, node.right, counted))  # fmt: skip
            node = node.left
        if isinstance(node, Name):
            return (owner, node.name) in known
        return self._is_step(owner, node, self._steps)


def owners(code: Code) -> list[str]:
    """Return the function of each instruction; the giving of sliders' values is the last one's."""
    ends = [(one.end, one.name) for one in code.functions]
    return [next(name for end, name in ends if place < end) for place in range(len(code.instructions))]


class _Rewriter:
    """Writes the instructions anew."""

    def __init__(self, code: Code, kinds: _Kinds) -> None:
        self._old, self._kinds = code, kinds
        self._made: list[Instruction] = []
        self._owner = ""
        self._count = 0

    def code(self) -> Code:
        """Return the code."""
        places = []
        for owner, instruction in zip(self._kinds.owners, self._old.instructions, strict=True):
            self._owner = owner
            places.append(len(self._made))
            self._made.append(self._instruction(instruction))
        places.append(len(self._made))
        instructions = tuple(_moved(one, places) for one in self._made)
        functions = tuple(replace(one, begin=places[one.begin], end=places[one.end]) for one in self._old.functions)
        return Code(instructions, functions, self._old.sites, places[self._old.start])

    def _instruction(self, node: Instruction) -> Instruction:
        """Return the instruction; what has to be computed before it is written."""
        match node:
            case Assign((target,), (value,)):
                return self._assignment(node, len(self._made), self._value(value, self._is(target)))
            case Assign(targets, values):
                made = [self._value(value, self._is(target)) for target, value in zip(targets, values, strict=True)]
                return replace(node, values=tuple(made))
            case Branch(condition):
                return replace(node, condition=self._condition(condition))
            case Invoke(arguments=arguments):
                return replace(node, arguments=tuple(self._value(value) for value in arguments))
            case Return(value):
                return replace(node, value=self._value(value, self._owner in self._kinds.called))
            case MakeList(entries=entries):
                return replace(node, entries=tuple(self._value(value) for value in entries))
            case Append(value=value):
                return replace(node, value=self._value(value))
            case Store(index=index, value=value):
                return replace(node, index=self._value(index), value=self._value(value))
            case Load(index=index):
                return replace(node, index=self._value(index))
        return node

    def _is(self, target: str) -> bool:
        return (self._owner, target) in self._kinds.whole

    def _assignment(self, node: Assign, before: int, value: Expression) -> Instruction:
        """Return the assignment; where the value was made for it alone, that gives it to the target."""
        last = self._made[-1] if len(self._made) > before else None
        if isinstance(last, Exact) and isinstance(value, Name) and value.name == last.target:
            self._made.pop()
            return replace(last, target=node.targets[0])
        return replace(node, values=(value,))

    def _condition(self, node: Condition) -> Condition:
        match node:
            case Compare():
                return Compare(tuple(self._value(one) for one in node.operands), node.operators, node.span)
            case Logic():
                return Logic(node.operator, tuple(map(self._condition, node.operands)), node.span)
            case Not():
                return Not(self._condition(node.operand), node.span)

    def _value(self, node: Expression, again: bool = True) -> Expression:
        """Return the expression; `again`: if it is a whole number, it is used as one."""
        match node:
            case Arithmetic():
                return self._chain(node, again)
            case Negate(operand):
                return Negate(self._value(operand, again), node.span)
            case Call(function, arguments):
                kept = function in KEEPING and again
                return Call(function, tuple(self._value(one, kept) for one in arguments), node.span)
        return node

    def _chain(self, node: Expression, again: bool) -> Expression:
        """Return a sum or product, which leans to the left as deep as it is long."""
        chain: list[Arithmetic] = []
        while isinstance(node, Arithmetic):
            chain.append(node)
            node = node.left
        whole = [self._kinds.is_whole(self._owner, node)]
        for outer in reversed(chain):
            right = whole[-1] and outer.operator != "/" and self._kinds.is_whole(self._owner, outer.right)
            whole.append(right)
        made = self._value(node, whole[1])
        for place, outer in enumerate(reversed(chain), 1):
            used = again if place == len(chain) else whole[place + 1]
            part = Arithmetic(outer.operator, made, self._value(outer.right, whole[place]), outer.span)
            made = self._exactly(part) if whole[place] and used and outer.operator in OPERATIONS else part
        return made

    def _exactly(self, node: Arithmetic) -> Expression:
        if self._kinds.is_counted(self._owner, node):
            return node
        left, right = self._atom(node.left), self._atom(node.right)
        target = self._temporary()
        self._made.append(Exact(target, Arithmetic(node.operator, left, right, node.span), node.span))
        return Name(target, node.span)

    def _atom(self, node: Expression) -> Expression:
        if isinstance(node, Name | Number):
            return node
        target = self._temporary()
        self._made.append(Assign((target,), (node,), node.span))
        return Name(target, node.span)

    def _temporary(self) -> str:
        self._count += 1
        return f"$w{self._count}"


def _moved(node: Instruction, places: list[int]) -> Instruction:
    match node:
        case Branch():
            return replace(node, otherwise=places[node.otherwise])
        case Jump():
            return replace(node, to=places[node.to])
    return node
