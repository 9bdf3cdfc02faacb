"""Tree -> callable on tensors. Compiled once for each text, evaluated at every tick of a drag."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.compiler import Compiler
from engine.language.environment import Environment
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.compiler import Run
    from engine.language.environment import Value
    from engine.language.names import Module
    from engine.torch_setup import torch

BYTES = 8
"""Of a float64."""


class Program:
    """A function of one variable. `parameters` are the names that it needs, `steps` its operations on all samples."""

    def __init__(self, variable: str, parameters: tuple[str, ...], run: Run, steps: int) -> None:
        self.variable = variable
        self.parameters = parameters
        self.steps = steps
        self._run = run

    def __call__(self, samples: torch.Tensor, parameters: Mapping[str, Value], budget: Budget) -> torch.Tensor:
        """Return the values at samples of shape (N,), float64, in the same shape.

        Raises `EngineError` when the budget is spent, and `KeyError` for a missing parameter (a bug of the caller).
        """
        count = samples.numel()
        budget.check(self.steps, BYTES * count * self.steps)
        environment = Environment({self.variable: samples}, parameters, budget, count)
        try:
            return environment.per_sample(self._run(environment))
        except RecursionError:
            raise fail(ProblemCode.TOO_DEEP, limit=200) from None


@lru_cache(maxsize=256)
def compile_entry(module: Module, index: int) -> Program:
    """Return the program of one of the module's entries, which must be a sound function of one variable."""
    entry = module.entries[index]
    if entry.definition is None or entry.variable is None:
        raise ValueError("the entry is no function of one variable")
    compiler = Compiler(module)
    try:
        run = compiler.compile(entry.definition.body, frozenset({entry.variable}))
    except RecursionError:
        raise fail(ProblemCode.TOO_DEEP, entry.definition.span, limit=200) from None
    return Program(entry.variable, entry.parameters, run, compiler.steps)
