"""Runs a routine for all samples at once: they part at a branch, wait for each other behind it, and go on together.

The group that is deepest in calls and earliest in the text goes first, so that whoever is ahead waits where ways meet
(as threads of a graphics processor do; Collange, "Stack-less SIMT reconvergence at low cost", 2011). Nothing here
recurses with the depth of calls or with the number of turns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from engine.language.compiler.block import FLOAT_BYTES, WATCHED
from engine.language.compiler.group import Frame, Group, Live, together, union
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Evaluation, Value
    from engine.language.compiler.endless import Watch
    from engine.language.compiler.group import Key
    from engine.language.routine import Code

    Operation = Callable[[Group, "Run"], Group | None]
    """Moves a group on by one instruction, and returns it; None: it has ended, or is put to those that wait."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A compiled routine. `meeting`: the places where groups may become one. `slots`: how many names `main` has."""

    operations: tuple[Operation, ...]
    costs: tuple[int, ...]
    meeting: frozenset[int]
    live: Live
    start: int
    slots: int
    arguments: int
    code: Code

    def __call__(self, evaluation: Evaluation, *values: Value) -> torch.Tensor:
        """Return the value at each sample, shape (N,): first the arguments are given, then what comes from outside."""
        return Run(self, evaluation).result(values)


@dataclass(slots=True)
class Run:
    """One evaluation under way."""

    machine: Machine
    evaluation: Evaluation
    waiting: dict[Key, list[Group]] = field(default_factory=dict)
    done: list[tuple[torch.Tensor, Value]] = field(default_factory=list)
    loops: dict[tuple[int, int], Watch] = field(default_factory=dict)
    """What is watched of each loop, by its head and how deep in calls it is."""

    def note(self, site: int, lanes: torch.Tensor, *, holds: bool) -> None:
        """Note which way these samples go, if somebody asks."""
        if self.evaluation.record is not None:
            self.evaluation.record.note(self.machine.code, site, lanes, holds=holds)

    def note_place(self, place: int, lanes: torch.Tensor) -> None:
        """Note which entry of a list these samples use."""
        if self.evaluation.record is not None:
            self.evaluation.record.mix(lanes, -place - 1)

    def result(self, values: tuple[Value, ...]) -> torch.Tensor:
        """Run all samples from the start to their returns, and return their values."""
        machine, size = self.machine, self.evaluation.count
        names = list(values[: machine.arguments]) + [None] * (machine.slots - machine.arguments)
        shared = list(values[machine.arguments :])
        lanes = torch.arange(size)
        group: Group | None = Group(lanes, machine.start, [Frame(names)], shared, self.evaluation.among(size))
        operations, meeting, costs = machine.operations, machine.meeting, machine.costs
        for turn in count(1):
            if group is None:
                break
            place = group.place
            self._spend(group, costs[place])
            group = operations[place](group, self)
            if turn % WATCHED == 0 and group is not None:
                group.watch()
            if group is None or (self.waiting and group.place in meeting):
                group = self._next(group)
        return self._gathered()

    def _spend(self, group: Group, steps: int) -> None:
        evaluation = group.evaluation
        evaluation.budget.check(steps, FLOAT_BYTES * evaluation.count * steps if evaluation.recording else 0)

    def wait(self, group: Group) -> None:
        """Put a group to those that wait."""
        self.waiting.setdefault(group.order, []).append(group)

    def _next(self, group: Group | None) -> Group | None:
        """Return the group whose turn it is, made one with those that are alike."""
        if group is not None:
            if group.order < min(self.waiting):
                return group
            self.wait(group)
        if not self.waiting:
            return None
        order = min(self.waiting)
        groups = self.waiting.pop(order)
        if len(groups) == 1:
            return groups[0]
        alike: dict[object, list[Group]] = {}
        for one in groups:
            alike.setdefault(one.likeness(self.machine.live), []).append(one)
        made = [
            union(some, self.machine.live, self.evaluation) if len(some) > 1 else some[0] for some in alike.values()
        ]
        if len(made) > 1:
            self.waiting[order] = made[1:]
        return made[0]

    def _gathered(self) -> torch.Tensor:
        values = together(
            [value for _, value in self.done], [lanes.numel() for lanes, _ in self.done], self.evaluation.dtype
        )
        lanes = torch.cat([lanes for lanes, _ in self.done])
        in_order = bool((lanes[1:] > lanes[:-1]).all())
        return values if in_order else values.index_select(0, lanes.argsort())
