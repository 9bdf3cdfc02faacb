"""Watches torch compute: every operation with its operands and its result, those of a backward pass among them.

A backward pass runs below Python, so a dispatch mode sees what no caller does. What it saw is matched to autograd's
nodes afterwards: a result knows the node that torch recorded for it.
"""

from __future__ import annotations

from collections.abc import Sequence  # noqa: TC003  (as above)
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from torch.utils._python_dispatch import TorchDispatchMode

from engine.calculus.recorder import Place  # noqa: TC001  (fields of a NamedTuple are read at run time)
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.budget import Budget

AutogradNode: TypeAlias = Any
"""A `grad_fn`: torch has no one type for its own and for those of an `autograd.Function`."""
Constants: TypeAlias = tuple[tuple[int, float], ...]

PLAIN = {
    "add": "+",
    "sub": "-",
    "rsub": "-",
    "neg": "-",
    "mul": "*",
    "div": "/",
    "reciprocal": "/",
    "pow": "^",
    "square": "^",
    "remainder": "%",
    "fmod": "%",
    "log": "ln",
    "maximum": "max",
    "minimum": "min",
}
"""What operations of torch are called here; others go by torch's name."""
IMPLIED: dict[str, Constants] = {"reciprocal": ((0, 1.0),), "square": ((1, 2.0),)}
"""Plain numbers that an operation has in its name."""
PASSED_ON = frozenset({"detach", "alias", "view", "lift_fresh"})
"""Hand on the number that they are given: a saved result that is taken out again goes through such a one."""


class Seen(NamedTuple):
    """One operation: torch's name of it (empty: not known), its operands and its result.

    `place` is the part of the text that it computes, or whose backward step it belongs to; `order` counts the backward
    passes that had begun.
    """

    name: str
    operands: Sequence[Any]
    result: torch.Tensor
    place: Place | None
    order: int
    after: int = 0
    """In a backward pass, where gradients meet: the turn of the loop that was stepped through before."""

    @property
    def operation(self) -> str:
        """Its plain name."""
        if self.name.endswith("_backward"):
            return self.name.removesuffix("_backward") + "′"
        return PLAIN.get(self.name, self.name.removeprefix("special_"))

    @property
    def constants(self) -> Constants:
        """The operand slots that hold a plain number, or one that autograd does not follow."""
        found = numbers_of(self.operands)
        if self.name == "rsub":
            return tuple((1 - slot, value) for slot, value in found if slot < 2)
        return (*IMPLIED.get(self.name, ()), *found)


def numbers_of(operands: Sequence[Any]) -> Constants:
    """Return the slots of the operands that are plain numbers or tensors of one number without history."""
    found = []
    for slot, operand in enumerate(operands):
        if isinstance(operand, torch.Tensor):
            if not operand.requires_grad and operand.numel() == 1:
                found.append((slot, float(operand)))
        elif isinstance(operand, int | float) and not isinstance(operand, bool):
            found.append((slot, float(operand)))
    return tuple(found)


@dataclass(slots=True)
class _Here:
    """Where the work is. Hooks of torch's nodes hold it, so it must not hold what holds those nodes."""

    place: Place | None = None
    turn: int = 0
    arrived: dict[int, Place] = field(default_factory=dict)
    """Where a gradient went first, by the identity of its tensor."""

    def enter(self, place: Place, gradients: Sequence[torch.Tensor | None]) -> None:
        self.place, self.turn = place, place.turn
        for gradient in gradients:
            if gradient is not None:
                self.arrived.setdefault(id(gradient), place)

    def leave(self, _passed: object, _gradients: object) -> None:
        self.place = None


class Watch(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Keeps all that torch computes inside of `computing` and `gradient`."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._budget = budget
        self._here = _Here()
        self._order = 0
        self._seen: list[Seen] = []
        self.known: dict[AutogradNode, Seen] = {}
        """What each node of torch's recorded: up to date after `settle`. Release the latest first, as torch's nodes."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Return False: to keep the compiler off, torch would import it, for seconds; nothing is compiled here."""
        return False

    def __torch_dispatch__(
        self, function: Any, types: object, operands: Sequence[Any] = (), options: Mapping[str, Any] | None = None
    ) -> Any:
        """Run the operation and keep it. Raises as the budget does."""
        del types
        self._budget.check()
        result = function(*operands, **(options or {}))
        if isinstance(result, torch.Tensor):
            here = self._here
            self._seen.append(Seen(_name(function), operands, result, here.place, self._order, here.turn))
        return result

    @contextmanager
    def computing(self, place: Place) -> Iterator[None]:
        """Keep what is computed for this part of the text."""
        self._here.place = place
        with self:
            yield

    def gradient(self, value: torch.Tensor, variable: torch.Tensor, place: Place) -> torch.Tensor | None:
        """Return the derivative of the value by the variable, itself on record; None: the value does not depend on it.

        `place` is the variable's. Each operation belongs to the part of the text whose node it steps through; where
        gradients meet, to the part at which they do.
        """
        self.settle(place)
        self._order += 1
        self._here.place, self._here.turn = None, 0
        self._here.arrived.clear()
        for node in nodes_behind(value):
            seen = self.known.get(node)
            if seen is not None and seen.place is not None and seen.order == self._order - 1:
                node.register_prehook(partial(self._here.enter, seen.place))
                node.register_hook(self._here.leave)
        with self:
            (found,) = torch.autograd.grad(value, variable, create_graph=True, allow_unused=True)
        self.settle(place)
        return found

    def settle(self, place: Place) -> None:
        """Match what was seen since the last time to autograd's nodes; `place` is that of what has no other."""
        known, arrived = self.known, self._here.arrived
        for seen in self._seen:
            for operand in seen.operands:
                node = operand.grad_fn if isinstance(operand, torch.Tensor) else None
                if node is not None:
                    known.setdefault(node, Seen("", (), operand, seen.place, seen.order))
            node = seen.result.grad_fn
            if node is not None and node not in known:
                name = "" if seen.name in PASSED_ON else seen.name
                met = arrived.get(id(seen.result), place)
                # Sums that grow with a loop outside of it are turns of the loop, too.
                met = met if met.turn else replace(met, turn=seen.after)
                known[node] = seen._replace(name=name, place=seen.place or met)
        self._seen.clear()


def nodes_behind(value: torch.Tensor) -> list[AutogradNode]:
    """Return the nodes of the graph that computed the value, each once."""
    found: dict[AutogradNode, None] = {}
    waiting = [value.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in found:
            found[node] = None
            waiting.extend(follower for follower, _ in node.next_functions)
    return list(found)


@lru_cache(maxsize=1024)
def _name(function: Any) -> str:
    return str(function.name()).partition("::")[2].partition(".")[0]
