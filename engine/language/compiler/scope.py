"""Builds one block: gives out registers, and finds what a name means where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.language.compiler.block import EVALUATION_SLOT, Binding, Block, make_step
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.problems import Span

MAXIMUM_LEVEL = 80
"""Blocks in blocks (branches, sums, derivatives, calls of own functions); each takes a few frames of Python's stack."""


@dataclass(frozen=True, slots=True)
class Register:
    """Where a value will be. `tensor`: it is never a plain float. `temporary`: its one reader may overwrite it."""

    slot: int
    tensor: bool = False
    temporary: bool = False


Operand: TypeAlias = "float | Register"
EVALUATION = Register(EVALUATION_SLOT)


class Scope:
    """The registers and names of one block while it is built.

    A scope with a parent stands in the parent's text (a branch, the body of a sum) and sees its names; one without is
    the body of a definition, and sees its own arguments and the names that all cards share.
    """

    def __init__(self, parent: Scope | None = None, *, level: int = 0, rebound: frozenset[str] = frozenset()) -> None:
        self.parent = parent
        self.level = level
        self.values: dict[str, Operand] = {}
        """Shared values that this block has computed already."""
        self.rebound = rebound
        """Shared names that a derivative around this block varies, whatever they were."""
        self.own: frozenset[str] = frozenset() if parent is None else parent.own
        self._bound: list[Register] = []
        self._names: dict[Binding, Register] = {}
        self._captured: dict[Binding, Register] = {}
        self._constants: list[float | None] = [None]
        """What each register holds at first, the evaluation's own included."""
        self._free: list[int] = []
        self._steps: list[tuple[Callable[..., Any], int, tuple[int, ...], tuple[int, ...]]] = []
        self._cost = 0
        self._height = 0
        self.forks = False

    def bind(self, name: str, *, shared: bool = False, tensor: bool = False) -> None:
        """Make the name an input of the block: in the order of the calls, before all captured names."""
        if shared:
            self.rebound |= {name}
        else:
            self.own |= {name}
        register = Register(self._new_slot(None), tensor)
        self._bound.append(register)
        self._names[Binding(name, shared)] = register

    def lookup(self, binding: Binding) -> Register:
        """Return where the name's value is, capturing it from around the block if it is not bound here."""
        if binding in self._names:
            return self._names[binding]
        if binding not in self._captured:
            tensor = False if self.parent is None else self.parent.lookup(binding).tensor
            self._captured[binding] = Register(self._new_slot(None), tensor)
        return self._captured[binding]

    def emit(
        self, function: Callable[..., Any], *operands: Operand, tensor: bool = False, kept: bool = False, cost: int = 1
    ) -> Register:
        """Add the step `function(*operands)` and return where its value will be; `kept`: it has several readers."""
        sources = tuple(self._slot(operand) for operand in operands)
        done = list(dict.fromkeys(o.slot for o in operands if isinstance(o, Register) and o.temporary))
        target = self._allocate() if kept or not done else done.pop(0)
        self._free.extend(done)
        self._steps.append((function, target, sources, tuple(done)))
        self._cost += cost
        return Register(target, tensor, temporary=not kept)

    def emit_nested(self, blocks: tuple[Block, ...], span: Span) -> None:
        """Account for blocks that a step of this one runs. Raises too_deep."""
        self._height = max(self._height, *(block.height + 1 for block in blocks))
        self.forks |= any(block.forks for block in blocks)
        self._check_level(self.level + self._height, span)

    def inner(self, span: Span) -> Scope:
        """Return a scope for a block that stands in this one. Raises too_deep."""
        self._check_level(self.level + 1, span)
        return Scope(self, level=self.level + 1, rebound=self.rebound)

    def elsewhere(self, span: Span) -> Scope:
        """Return a scope for a definition that is used in this one. Raises too_deep."""
        self._check_level(self.level + 1, span)
        return Scope(level=self.level + 1, rebound=self.rebound)

    def finish(self, result: Operand) -> Block:
        """Return the block whose value is `result`, its registers in the order that `Block` promises."""
        slot = self._slot(result)
        inputs = dict.fromkeys((EVALUATION_SLOT, *(one.slot for one in (*self._bound, *self._captured.values()))))
        rest = [other for other in range(len(self._constants)) if other not in inputs]
        place = {old: new for new, old in enumerate((*inputs, *rest))}

        def places(slots: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(place[old] for old in slots)

        return Block(
            template=tuple(self._constants[old] for old in rest),
            captured=tuple(self._captured),
            steps=tuple(
                make_step(function, place[target], places(sources), places(dead))
                for function, target, sources, dead in self._steps
            ),
            result=place[slot],
            tensor=isinstance(result, Register) and result.tensor,
            cost=self._cost,
            height=self._height,
            forks=self.forks,
        )

    @staticmethod
    def _check_level(level: int, span: Span) -> None:
        if level > MAXIMUM_LEVEL:
            raise fail(ProblemCode.TOO_DEEP, span, limit=MAXIMUM_LEVEL)

    def _slot(self, operand: Operand) -> int:
        return operand.slot if isinstance(operand, Register) else self._new_slot(operand)

    def _allocate(self) -> int:
        return self._free.pop() if self._free else self._new_slot(None)

    def _new_slot(self, constant: float | None) -> int:
        self._constants.append(constant)
        return len(self._constants) - 1
