"""Samples whose loop never ends: how it goes on is decided by what it holds, and once that repeats, it always does.

The function is not defined at such a sample, and the others go on without it. Where no way leads out of the loop at
all, that is a problem of the text.
"""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from engine.language.compiler.liveness import following
from engine.language.routine import Branch, Missing, Return
from engine.language.tree import Compare, Number
from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.language.compiler.group import Group
    from engine.language.compiler.machine import Run
    from engine.language.routine import Instruction
    from engine.problems import Span

FIRST = 64
"""The turn at which it is looked for the first time; then at each power of two."""
LONGEST = 64
"""In how many turns what repeats is seen."""
State: TypeAlias = "list[Any]"


@dataclass(slots=True)
class Watch:
    """What a loop held at some turn: `lanes`, shape (M,), and its names there."""

    turns: int = 0
    since: int = 0
    lanes: torch.Tensor = field(default_factory=lambda: torch.empty(0))
    state: State = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Repeating:
    """The jump back to the head of a loop. `ends`: whether some way leads from there to an end."""

    to: int
    ends: bool
    span: Span

    def __call__(self, group: Group, run: Run) -> Group | None:
        """Go on at the head, but for the samples that came to it with the same names before."""
        group.place = self.to
        watch = run.loops.get((self.to, len(group.frames)))
        if watch is None:
            watch = run.loops[self.to, len(group.frames)] = Watch()
        watch.turns += 1
        if watch.turns < FIRST:
            return group
        if not watch.turns & (watch.turns - 1):
            watch.since, watch.lanes, watch.state = watch.turns, group.lanes, _state(group, run)
        elif watch.turns - watch.since <= LONGEST and watch.lanes is group.lanes:
            return self._without(group, run, _repeated(watch.state, _state(group, run), group.lanes.numel()))
        return group

    def _without(self, group: Group, run: Run, repeated: NDArray[np.bool_]) -> Group | None:
        if not repeated.any():
            return group
        if not self.ends:
            raise fail(ProblemCode.NEVER_ENDS, self.span)
        ended, left = (torch.from_numpy(np.flatnonzero(chosen)) for chosen in (repeated, ~repeated))
        run.done.append((group.lanes.index_select(0, ended), math.nan))
        return group.part(left, group.place, run.machine.live) if left.numel() else None


def _state(group: Group, run: Run) -> State:
    """Return all names that matter from here on, in all calls."""
    return [
        frame.values[slot]
        for depth, frame in enumerate(group.frames)
        for slot in group.kept(depth, group.place, run.machine.live)
    ]


def _repeated(before: State, now: State, count: int) -> NDArray[np.bool_]:
    """Return which samples hold the same, shape (count,). By NumPy, because who looks for kinks sees torch compare."""
    same = np.ones(count, dtype=np.bool_)
    for one, other in zip(before, now, strict=True):
        same &= _equal(one, other)
    return same


def _equal(one: Any, other: Any) -> Any:
    if one is other:
        return True
    if isinstance(one, tuple) or isinstance(other, tuple) or one is None or other is None:
        alike = isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other)
        return reduce(operator.and_, map(_equal, one, other), True) if alike else False
    left, right = _plain(one), _plain(other)
    both_nan = np.isnan(left) & np.isnan(right)
    return ((left == right) & (np.signbit(left) == np.signbit(right))) | both_nan


def _plain(value: Any) -> Any:
    return value.detach().double().numpy() if isinstance(value, torch.Tensor) else value


def reaching_an_end(instructions: Sequence[Instruction]) -> frozenset[int]:
    """Return the instructions from which some way leads to a return, or to the end of a function."""
    found = {place for place, one in enumerate(instructions) if isinstance(one, Return | Missing)}
    changed = True
    while changed:
        more = {
            place
            for place, one in enumerate(instructions)
            if place not in found and any(next_ in found for next_ in _ways(place, one))
        }
        found |= more
        changed = bool(more)
    return frozenset(found)


def _ways(place: int, node: Instruction) -> tuple[int, ...]:
    """Return which instructions may come next; the condition of `while True` never fails."""
    if isinstance(node, Branch) and isinstance(node.condition, Compare):
        numbers = [one.value for one in node.condition.operands if isinstance(one, Number)]
        if node.condition.operators == ("!=",) and len(numbers) == len(node.condition.operands):
            return (place + 1,) if numbers[0] != numbers[1] else (node.otherwise,)
    return following(place, node)
