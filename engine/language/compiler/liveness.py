"""Which names still matter before each instruction: the others are let go where samples part and meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.language.routine import (
    Append,
    Assign,
    Branch,
    Exact,
    Instruction,
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
from engine.language.tree import Compare, Condition, Expression, Logic
from engine.language.walk import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def expressions(instruction: Instruction) -> tuple[Expression, ...]:
    """Return all expressions of an instruction."""
    match instruction:
        case Assign():
            return instruction.values
        case Branch():
            return tuple(operands(instruction.condition))
        case Invoke():
            return instruction.arguments
        case Return() | Append() | Exact():
            return (instruction.value,)
        case MakeList():
            return (*instruction.entries, *([] if instruction.times is None else [instruction.times]))
        case Load():
            return (instruction.index,)
        case Store():
            return (instruction.index, instruction.value)
        case _:
            return ()


def operands(condition: Condition) -> Iterator[Expression]:
    """Yield what a condition compares."""
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Compare):
            yield from node.operands
        elif isinstance(node, Logic):
            waiting += node.operands
        else:
            waiting.append(node.operand)


def reads(instruction: Instruction) -> set[str]:
    """Return the names that an instruction reads, others than those of its function among them."""
    found = {name for expression in expressions(instruction) for name in names(expression)}
    if isinstance(instruction, Whole):
        found |= set(instruction.names)
    if isinstance(instruction, Append | Load | Store | Length):
        found.add(instruction.name)
    return found


def writes(instruction: Instruction) -> tuple[str, ...]:
    """Return the names to which an instruction gives values."""
    match instruction:
        case Assign():
            return instruction.targets
        case Invoke() | MakeList() | Load() | Length() | Exact():
            return (instruction.target,)
        case Append() | Store():
            return (instruction.name,)
        case _:
            return ()


def following(place: int, instruction: Instruction) -> tuple[int, ...]:
    """Return which instructions may come next."""
    match instruction:
        case Jump():
            return (instruction.to,)
        case Branch():
            return (place + 1, instruction.otherwise)
        case Return() | Missing():
            return ()
        case _:
            return (place + 1,)


def live_before(instructions: Sequence[Instruction]) -> list[frozenset[str]]:
    """Return for each instruction the names that it or a later one may read before they get another value."""
    used = [frozenset(reads(one)) for one in instructions]
    given = [frozenset(writes(one)) for one in instructions]
    live: list[frozenset[str]] = [frozenset()] * len(instructions)
    changed = True
    while changed:
        changed = False
        for place in range(len(instructions) - 1, -1, -1):
            after = frozenset().union(*(live[one] for one in following(place, instructions[place])))
            now = used[place] | (after - given[place])
            if now != live[place]:
                live[place], changed = now, True
    return live
