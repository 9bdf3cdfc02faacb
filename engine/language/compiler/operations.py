"""What each instruction does to a group of samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.language.compiler.arithmetic import as_tensor
from engine.language.compiler.group import Frame, Group
from engine.language.compiler.lanes import indices, joined
from engine.language.whole_numbers import EXACT_BELOW, is_exact, not_exact
from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Block, Value
    from engine.language.compiler.machine import Run
    from engine.language.tree import ArithmeticOperator
    from engine.problems import EngineError, Span

MOST_CALLS = 200
LONGEST_LIST = 1_000


@dataclass(frozen=True, slots=True)
class Computed:
    """An expression: its block, and where its inputs are: names of the call, then values from outside."""

    block: Block
    slots: tuple[int, ...]
    shared: tuple[int, ...]
    words: tuple[str, ...]
    span: Span

    def __call__(self, group: Group) -> Any:
        """Return the value for the group."""
        values = group.frames[-1].values
        inputs = [values[slot] for slot in self.slots]
        for word, value in zip(self.words, inputs, strict=True):
            if value is None or type(value) is tuple:
                raise unreadable(word, value, self.span)
        shared = group.shared
        return self.block.run(group.evaluation, *inputs, *[shared[one] for one in self.shared])


@dataclass(frozen=True, slots=True)
class Handed:
    """A name alone, which may be a list where a helper is called."""

    slot: int
    word: str
    span: Span

    def __call__(self, group: Group) -> Any:
        """Return what the name holds."""
        value = group.frames[-1].values[self.slot]
        if value is None:
            raise unreadable(self.word, value, self.span)
        return value


def unreadable(word: str, value: object, span: Span) -> EngineError:
    """Return the problem of a name that holds no number."""
    if value is None:
        return fail(ProblemCode.NO_VALUE_YET, span, name=word)
    return fail(ProblemCode.NOT_OFFERED, span, what=f"The list `{word}` as a number", advice="Read one entry of it.")


@dataclass(frozen=True, slots=True)
class Assigning:
    """Several at once."""

    targets: tuple[int, ...]
    values: tuple[Computed, ...]

    def __call__(self, group: Group, _: Run) -> Group:
        """Give all targets their values."""
        made = [value(group) for value in self.values]
        names = group.frames[-1].values
        for target, value in zip(self.targets, made, strict=True):
            names[target] = value
        group.place += 1
        return group


def assigning(target: int, value: Computed) -> Callable[[Group, Run], Group]:
    """Return the operation `target = value`."""

    def run(group: Group, _: Run) -> Group:
        group.frames[-1].values[target] = value(group)
        group.place += 1
        return group

    return run


def jumping(to: int) -> Callable[[Group, Run], Group]:
    """Return the operation that goes on elsewhere."""

    def run(group: Group, _: Run) -> Group:
        group.place = to
        return group

    return run


@dataclass(frozen=True, slots=True)
class Branching:
    """Parts the samples at which the condition holds from the others."""

    condition: Computed
    otherwise: int
    site: int

    def __call__(self, group: Group, run: Run) -> Group | None:
        """Part the samples, if they part."""
        values = group.frames[-1].values
        if group.evaluation.recording and any(isinstance(values[slot], torch.Tensor) for slot in self.condition.slots):
            with torch.no_grad():
                mask = self.condition(group)
        else:
            mask = self.condition(group)
        if isinstance(mask, bool) or not mask.ndim:
            return self._all(group, run, holds=bool(mask))
        chosen = indices(mask)
        if chosen.numel() in (0, group.evaluation.count):
            return self._all(group, run, holds=chosen.numel() > 0)
        live = run.machine.live
        there = group.part(chosen, group.place + 1, live)
        other = group.part(indices(~mask), self.otherwise, live)
        run.note(self.site, there.lanes, holds=True)
        run.note(self.site, other.lanes, holds=False)
        run.wait(there)
        run.wait(other)
        return None

    def _all(self, group: Group, run: Run, *, holds: bool) -> Group:
        run.note(self.site, group.lanes, holds=holds)
        group.place = group.place + 1 if holds else self.otherwise
        return group


@dataclass(frozen=True, slots=True)
class Invoking:
    """Calls a function of the text."""

    name: str
    begin: int
    slots: int
    arguments: tuple[Computed | Handed, ...]
    target: int
    span: Span

    def __call__(self, group: Group, _: Run) -> Group:
        """Begin a call."""
        if len(group.frames) > MOST_CALLS:
            raise fail(ProblemCode.TOO_MANY_CALLS, self.span, name=self.name, limit=MOST_CALLS)
        given = [argument(group) for argument in self.arguments]
        frame = Frame(given + [None] * (self.slots - len(given)), group.place + 1, self.target)
        group.frames.append(frame)
        group.place = self.begin
        return group


def returning(value: Computed) -> Callable[[Group, Run], Group | None]:
    """Return the operation that ends a call."""

    def run(group: Group, run: Run) -> Group | None:
        made = value(group)
        frame = group.frames.pop()
        if not group.frames:
            run.done.append((group.lanes, made))
            return None
        group.frames[-1].values[frame.target] = made
        group.place = frame.back
        return group

    return run


def missing(name: str, span: Span) -> Callable[[Group, Run], Group]:
    """Return the operation at the end of a function, where a `return` is missing."""

    def run(_group: Group, _run: Run) -> Group:
        raise fail(ProblemCode.NO_RETURN, span, name=name)

    return run


@dataclass(frozen=True, slots=True)
class Checking:
    """Makes sure that numbers are whole."""

    slots: tuple[int, ...]
    span: Span

    def __call__(self, group: Group, _: Run) -> Group:
        """Look at each number."""
        for slot in self.slots:
            value = group.frames[-1].values[slot]
            if not _whole(value):
                raise fail(ProblemCode.NOT_WHOLE, self.span, example="range(int(a))")
        group.place += 1
        return group


def _whole(value: Value) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    plain = value.detach()
    return bool((plain == plain.trunc()).all()) and bool(plain.isfinite().all())


@dataclass(frozen=True, slots=True)
class Exacting:
    """`target = left sign right` of whole numbers, which must be exact."""

    target: int
    sign: ArithmeticOperator
    value: Computed
    left: Computed
    right: Computed
    span: Span

    def __call__(self, group: Group, _: Run) -> Group:
        """Compute it, and look at what is so large that it may be rounded."""
        value = self.value(group)
        if isinstance(value, float):
            large = not abs(value) < EXACT_BELOW
        else:
            large = not bool((value.detach().abs() < EXACT_BELOW).all())
        if large and not self._exact(value, group):
            raise not_exact(self.span)
        group.frames[-1].values[self.target] = value
        group.place += 1
        return group

    def _exact(self, value: Value, group: Group) -> bool:
        columns = [as_tensor(one).detach() for one in (self.left(group), self.right(group), value)]
        numbers = [one.tolist() if one.ndim else [one.item()] for one in torch.broadcast_tensors(*columns)]  # type: ignore[no-untyped-call]
        return all(is_exact(self.sign, *row) for row in zip(*numbers, strict=True))


@dataclass(frozen=True, slots=True)
class Listing:
    """Makes a list."""

    target: int
    entries: tuple[Computed, ...]
    times: Computed | None
    span: Span

    def __call__(self, group: Group, _: Run) -> Group:
        """Make the list."""
        times = 1.0 if self.times is None else self.times(group)
        if not isinstance(times, float) or not times.is_integer():
            raise fail(ProblemCode.NOT_WHOLE, self.span, example="[0.0] * 5")
        _check_length(len(self.entries) * times, self.span)
        group.frames[-1].values[self.target] = tuple(entry(group) for entry in self.entries) * int(times)
        group.place += 1
        return group


def _check_length(length: float, span: Span) -> None:
    if length > LONGEST_LIST:
        raise fail(ProblemCode.TOO_LONG_LIST, span, limit=f"{LONGEST_LIST:,}")


def listed(slot: int, word: str, span: Span) -> Callable[[Group], tuple[Value, ...]]:
    """Return what finds the list in a name."""

    def find(group: Group) -> tuple[Value, ...]:
        value = group.frames[-1].values[slot]
        if value is None:
            raise unreadable(word, value, span)
        if not isinstance(value, tuple):
            advice = f"It is a number; begin a list with `{word} = []`."
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"`{word}` as a list", advice=advice)
        return value

    return find


@dataclass(frozen=True, slots=True)
class Appending:
    """Puts a value at the end of a list."""

    find: Callable[[Group], tuple[Value, ...]]
    slot: int
    value: Computed
    span: Span

    def __call__(self, group: Group, _: Run) -> Group:
        """Add the entry."""
        entries = self.find(group)
        _check_length(len(entries) + 1, self.span)
        group.frames[-1].values[self.slot] = (*entries, self.value(group))
        group.place += 1
        return group


@dataclass(frozen=True, slots=True)
class Loading:
    """Reads an entry; where samples read different ones, each of them for its samples alone."""

    find: Callable[[Group], tuple[Value, ...]]
    target: int
    index: Computed
    span: Span

    def __call__(self, group: Group, run: Run) -> Group:
        """Read the entry."""
        entries = self.find(group)
        pieces = list(_places(self.index(group), len(entries), self.span))
        made: Value
        if len(pieces) == 1:
            made = entries[pieces[0][0]]
        else:
            _note(run, group, pieces)
            made = joined(((there, _at(entries[place], there)) for place, there in pieces), group.evaluation)
        group.frames[-1].values[self.target] = made
        group.place += 1
        return group


@dataclass(frozen=True, slots=True)
class Storing:
    """Replaces an entry."""

    find: Callable[[Group], tuple[Value, ...]]
    slot: int
    index: Computed
    value: Computed
    span: Span

    def __call__(self, group: Group, run: Run) -> Group:
        """Replace the entry."""
        entries = list(self.find(group))
        value = self.value(group)
        pieces = list(_places(self.index(group), len(entries), self.span))
        count = group.evaluation.count
        if len(pieces) > 1:
            _note(run, group, pieces)
        for place, there in pieces:
            if len(pieces) == 1:
                entries[place] = value
            else:
                old = as_tensor(entries[place]).expand(count)
                rest = torch.ones(count, dtype=torch.bool).index_fill_(0, there, value=False)
                others = indices(rest)
                entries[place] = joined(((there, _at(value, there)), (others, _at(old, others))), group.evaluation)
        group.frames[-1].values[self.slot] = tuple(entries)
        group.place += 1
        return group


def _note(run: Run, group: Group, pieces: list[tuple[int, torch.Tensor]]) -> None:
    for place, there in pieces:
        run.note_place(place, group.lanes.index_select(0, there))


def _at(value: Value, chosen: torch.Tensor) -> Value:
    return value.index_select(0, chosen) if isinstance(value, torch.Tensor) and value.ndim else value


def _places(index: Value, length: int, span: Span) -> list[tuple[int, torch.Tensor]]:
    """Return each place in a list that is meant, with the samples that mean it."""
    numbers = [index] if isinstance(index, float) else sorted(set(index.detach().tolist()))
    found: list[tuple[int, torch.Tensor]] = []
    for number in numbers:
        if number != number or not float(number).is_integer():
            raise fail(ProblemCode.NOT_WHOLE, span, example="s[int(a)]")
        place = int(number) + (length if number < 0 else 0)
        if not 0 <= place < length:
            raise fail(ProblemCode.OUTSIDE_LIST, span, index=int(number), count=length)
        there = torch.zeros(0) if len(numbers) == 1 or isinstance(index, float) else indices(index.detach() == number)
        found.append((place, there))
    return found


def measuring(find: Callable[[Group], tuple[Value, ...]], target: int) -> Callable[[Group, Run], Group]:
    """Return the operation that counts a list's entries."""

    def run(group: Group, _: Run) -> Group:
        group.frames[-1].values[target] = float(len(find(group)))
        group.place += 1
        return group

    return run
