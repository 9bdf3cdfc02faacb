"""Writes down what torch does into a tape.

What depends on the numbers themselves cannot be run again for others: branches that a number chose, samples that were
picked by one, and whatever torch does not see, as what SciPy computes. Then there is no tape.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from torch.utils._python_dispatch import TorchDispatchMode

from engine.calculus.tape import Operation, Tape
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.language.compiler.block import Registers

MOST_OPERATIONS = 3_000
CHOOSING = {torch.Tag.data_dependent_output, torch.Tag.dynamic_output_shape, torch.Tag.nondeterministic_seeded}
"""An operation with one of these tags has another answer for other numbers of the same shape."""
SAME = ("aten::detach", "aten::alias", "aten::lift_fresh")
"""What gives its operand."""


class NoTape(Exception):
    """What was done cannot be run again."""


class TapeRecorder(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """While it is the mode it sees every operation, forward and backward. Raises `NoTape`."""

    def __init__(self, samples: torch.Tensor, parameters: Iterable[torch.Tensor]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._operations: list[Operation] = []
        self._registers: Registers = []
        """What each register holds before a run: a constant, or None."""
        self._tensors: dict[object, int] = {}
        """The register of each tensor that was seen."""
        self._made: dict[object, int] = {}
        """The register of each constant, and of the result of each operation on registers."""
        self._alive: list[torch.Tensor] = []
        """Memory that is used again would make two tensors look like one."""
        inputs = [samples, *parameters]
        self._inputs = len(inputs)
        for tensor in inputs:
            self._name(tensor, self._new(None))
        self._ones: set[int] = set()
        """The registers of what is 1 everywhere: with that every walk back begins."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Return False: to keep the compiler off, torch would import it, for seconds; nothing is compiled here."""
        return False

    def tape(self, results: Iterable[torch.Tensor]) -> Tape:
        """Return what was recorded as a tape that gives these."""
        places = tuple(self._register(result) for result in results)
        return Tape(self._operations, self._registers[self._inputs :], places, self._inputs - 1)

    def __torch_dispatch__(
        self, func: Any, _types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Do it and write it down."""
        keywords = kwargs or {}
        if func._schema.is_mutable or CHOOSING.intersection(func.tags) or len(self._operations) > MOST_OPERATIONS:
            raise NoTape
        result = func(*args, **keywords)
        if not isinstance(result, torch.Tensor) or any(isinstance(one, torch.Tensor) for one in keywords.values()):
            raise NoTape
        self._name(result, self._place(func, args, keywords, result))
        return result

    def _place(self, func: Any, args: tuple[Any, ...], keywords: dict[str, Any], result: torch.Tensor) -> int:
        """Return the register of the result, with an operation that fills it if there is none."""
        if not any(isinstance(one, torch.Tensor) for one in args):
            return self._new(result)
        sources, name = tuple(self._register(one) for one in args), func._schema.name
        if name in SAME:
            return sources[0]
        if name == "aten::ones_like" or (name == "aten::expand" and sources[0] in self._ones):
            self._ones.add(place := self._new(result))
            return place
        if func is torch.ops.aten.mul.Tensor and (other := self._times_one(args, sources, result)) is not None:
            return other
        key = func, sources, repr(sorted(keywords.items()))
        if key not in self._made:
            self._made[key] = target = self._new(None)
            function = partial(quickest(func), **keywords) if keywords else quickest(func)
            self._operations.append(Operation(function, sources, target))
        return self._made[key]

    def _times_one(self, args: tuple[Any, ...], sources: tuple[int, ...], result: torch.Tensor) -> int | None:
        """Return the other factor where one is 1."""
        for one, other in ((0, 1), (1, 0)):
            if sources[one] in self._ones and getattr(args[other], "shape", None) == result.shape:
                return sources[other]
        return None

    def _register(self, value: Any) -> int:
        """Return where this operand is: a tensor that was seen, or a constant."""
        if isinstance(value, torch.Tensor):
            place = self._tensors.get(identity(value))
            if place is None:
                raise NoTape
            return place
        if isinstance(value, list | tuple) and any(isinstance(one, torch.Tensor) for one in value):
            raise NoTape
        key = type(value), repr(value)
        if key not in self._made:
            self._made[key] = self._new(value)
        return self._made[key]

    def _new(self, value: Any) -> int:
        self._registers.append(value)
        return len(self._registers) - 1

    def _name(self, tensor: torch.Tensor, register: int) -> None:
        self._tensors[identity(tensor)] = register
        self._alive.append(tensor)


def identity(tensor: torch.Tensor) -> object:
    """Return what tells it from other living tensors: what a graph saves is another object over the same memory."""
    if tensor._is_zerotensor():  # it has no memory
        raise NoTape
    return tensor.data_ptr(), tensor.shape, tensor.stride(), tensor.dtype


def quickest(func: Any) -> Callable[..., Any]:
    """Return the same function by the binding of `torch`, which takes half as long to call."""
    name = func._schema.name.removeprefix("aten::")
    return getattr(torch._C._VariableFunctions, name, func)  # type: ignore[no-any-return]
