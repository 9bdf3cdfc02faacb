"""A card's expression as a function on tensors: compiled once for a text, run at every drag."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.compiler.block import Evaluation
from engine.language.compiler.expression import Compiler
from engine.language.compiler.record import Record
from engine.language.compiler.scope import Scope
from engine.language.tree import Routine
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.compiler.block import Block
    from engine.language.names import Module
    from engine.language.routine import Code


@dataclass(frozen=True, slots=True)
class Program:
    """One compiled function of one variable. `steps`: operations in one evaluation, sums over an index apart."""

    variable: str
    parameters: tuple[str, ...]
    steps: int
    block: Block
    code: Code | None = None
    """What a Python function does, if the entry is one."""

    def __call__(
        self, samples: torch.Tensor, parameters: Mapping[str, torch.Tensor | float], budget: Budget
    ) -> torch.Tensor:
        """Return the values at the samples, of their shape (N,) and type.

        Parameters are plain numbers, or tensors of shape () or (N,); every name in `self.parameters` is needed. Raises
        `EngineError` (the `too_...` codes) and `Cancelled` as `Budget.check` does.
        """
        evaluation = Evaluation(samples.numel(), budget, samples.requires_grad, samples.dtype)
        evaluation.spend(self.steps)
        return self._run(evaluation, samples, parameters)

    @property
    def forks(self) -> bool:
        """Whether samples may go different ways, through a Python function."""
        return self.block.forks

    def ways(
        self, samples: torch.Tensor, parameters: Mapping[str, torch.Tensor | float], budget: Budget
    ) -> torch.Tensor:
        """Return a number for each sample, shape (N,): equal for those that go the same way through all branches."""
        return self.recorded(samples, parameters, budget).way

    def recorded(self, samples: torch.Tensor, parameters: Mapping[str, torch.Tensor | float], budget: Budget) -> Record:
        """Return which way each sample goes. Raises as a call does."""
        record = Record.empty(self.code, samples.numel())
        with torch.no_grad():
            self._run(Evaluation(samples.numel(), budget, False, samples.dtype, record), samples, parameters)
        return record

    def _run(
        self, evaluation: Evaluation, samples: torch.Tensor, parameters: Mapping[str, torch.Tensor | float]
    ) -> torch.Tensor:
        value = self.block.run(evaluation, samples, *[parameters[name] for name in self.parameters])
        if isinstance(value, torch.Tensor):
            return value if value.ndim else value.expand_as(samples)
        return torch.full_like(samples, value, requires_grad=False)


@lru_cache(maxsize=256)
def compile_entry(module: Module, index: int) -> Program:
    """Return the function of the module's entry `index`, which has a variable. Raises `EngineError` too_deep."""
    definition = module.entries[index].definition
    if definition is None or len(definition.arguments) != 1:
        raise ValueError(f"entry {index} is not a function of one variable")
    block = Compiler(module).definition(definition, (True,), Scope())
    names = tuple(binding.name for binding in block.captured)
    code = definition.body.code if isinstance(definition.body, Routine) else None
    return Program(definition.arguments[0], names, max(1, block.cost), block, code)
