"""Samples that go the same way for now: where they stand, and the values of their names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.language.compiler.arithmetic import as_tensor
from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.language.compiler.block import Evaluation, Value

Content: TypeAlias = "Value | tuple[Value, ...] | None"
"""What a name holds: a number, a list, or nothing yet."""
Key: TypeAlias = "tuple[int, int]"


@dataclass(frozen=True, slots=True)
class Live:
    """Which names still matter: `before` each instruction, and for a caller, `calling`, by where it will go on."""

    before: list[tuple[int, ...]]
    calling: dict[int, tuple[int, ...]]


@dataclass(slots=True)
class Frame:
    """The names of one call. `back` and `target`: where the caller goes on, and which of its names gets the result."""

    values: list[Any]
    back: int = -1
    target: int = -1


@dataclass(slots=True)
class Group:
    """`lanes`: which samples, shape (M,); `shared`: values from outside; `frames`: the calls, the present one last."""

    lanes: torch.Tensor
    place: int
    frames: list[Frame]
    shared: list[Value]
    evaluation: Evaluation

    @property
    def order(self) -> Key:
        """Which group goes first: the deepest call, then the earliest place, so that all meet behind a branch."""
        return -len(self.frames), self.place

    def kept(self, depth: int, place: int, live: Live) -> tuple[int, ...]:
        """Return which names of a call still matter if the group is at this place."""
        return live.before[place] if depth == len(self.frames) - 1 else live.calling[self.frames[depth + 1].back]

    def part(self, chosen: torch.Tensor, place: int, live: Live) -> Group:
        """Return the group of the chosen samples, given by their indices here, at another place."""
        frames = []
        for depth, frame in enumerate(self.frames):
            values: list[Any] = [None] * len(frame.values)
            for slot in self.kept(depth, place, live):
                values[slot] = _cut(frame.values[slot], chosen)
            frames.append(Frame(values, frame.back, frame.target))
        shared = [_cut(value, chosen) for value in self.shared]
        count = chosen.numel()
        return Group(self.lanes.index_select(0, chosen), place, frames, shared, self.evaluation.among(count))

    def watch(self) -> None:
        """Let a backward pass look at the budget when it comes to where the group is now."""
        frame = self.frames[-1]
        frame.values = [self.evaluation.watched(value) for value in frame.values]

    def likeness(self, live: Live) -> tuple[Any, ...]:
        """Return what must be equal for groups at one place to become one: calls, and the kinds of their values."""
        return tuple(
            (frame.back, frame.target, *(_kind(frame.values[slot]) for slot in self.kept(depth, self.place, live)))
            for depth, frame in enumerate(self.frames)
        )


def _cut(value: Any, chosen: torch.Tensor) -> Any:
    if isinstance(value, tuple):
        return tuple(_cut(entry, chosen) for entry in value)
    return value.index_select(0, chosen) if isinstance(value, torch.Tensor) and value.ndim else value


def _kind(value: Content) -> int:
    """Return -2 for nothing, -1 for a number, else how long a list is."""
    return -2 if value is None else len(value) if isinstance(value, tuple) else -1


def union(groups: list[Group], live: Live, evaluation: Evaluation) -> Group:
    """Return groups that are alike as one."""
    first, dtype = groups[0], evaluation.dtype
    counts = [group.lanes.numel() for group in groups]
    frames = []
    for depth, frame in enumerate(first.frames):
        values: list[Any] = [None] * len(frame.values)
        for slot in first.kept(depth, first.place, live):
            values[slot] = _joined([group.frames[depth].values[slot] for group in groups], counts, dtype)
        frames.append(Frame(values, frame.back, frame.target))
    shared = [_joined(list(values), counts, dtype) for values in zip(*(group.shared for group in groups), strict=True)]
    lanes = torch.cat([group.lanes for group in groups])
    return Group(lanes, first.place, frames, shared, evaluation.among(sum(counts)))


def _joined(values: list[Any], counts: list[int], dtype: torch.dtype) -> Any:
    first = values[0]
    if first is None:
        return None
    if isinstance(first, tuple):
        return tuple(_joined(list(entries), counts, dtype) for entries in zip(*values, strict=True))
    if isinstance(first, float):
        if all(isinstance(value, float) and _same(value, first) for value in values):
            return first
    elif not first.ndim and all(value is first for value in values):
        return first
    return together(values, counts, dtype)


def _same(one: float, other: float) -> bool:
    return one == other and math.copysign(1.0, one) == math.copysign(1.0, other)


def together(values: list[Value], counts: list[int], dtype: torch.dtype) -> torch.Tensor:
    """Return the values of several groups, one after the other."""
    return torch.cat([as_tensor(value).to(dtype).expand(count) for value, count in zip(values, counts, strict=True)])
