"""Each branch is evaluated at the samples that take it, and nowhere else.

So nothing that is not defined (the root of a negative number) reaches the value or the derivatives of another branch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.language.compiler.lanes import cut_down, indices, joined
from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.language.compiler.block import Block, Evaluation, Value
    from engine.language.compiler.truth import Mask


@dataclass(frozen=True, slots=True)
class Part:
    """A block, and which of the captured values of all parts are its own."""

    block: Block
    picks: tuple[int, ...]

    def run(self, evaluation: Evaluation, values: tuple[Value, ...]) -> Value:
        """Return the part's value at all samples of the evaluation."""
        return self.block.run(evaluation, *[values[pick] for pick in self.picks])  # type: ignore[no-any-return]

    def run_at(self, chosen: torch.Tensor, evaluation: Evaluation, values: tuple[Value, ...]) -> Value:
        """Return the part's value at the chosen samples, given by their indices."""
        there = evaluation.among(chosen.numel())
        own = (values[pick] for pick in self.picks)
        return self.block.run(there, *cut_down(own, chosen))  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Choice:
    """A piecewise expression at run time. `conditions` gives one truth for each branch; NaN where none is taken."""

    conditions: Part
    branches: tuple[Part, ...]
    otherwise: Part | None

    def __call__(self, evaluation: Evaluation, *values: Value) -> Value:
        """Return the value of the branch that each sample takes."""
        pieces: list[tuple[torch.Tensor, Part]] = []
        for mask, part in self._taken(evaluation, values):
            if isinstance(mask, bool) or not mask.ndim:
                if mask:
                    return part.run(evaluation, values)
                continue
            chosen = indices(mask)
            if chosen.numel() == evaluation.count:
                return part.run(evaluation, values)
            if chosen.numel():
                pieces.append((chosen, part))
        return joined(((chosen, part.run_at(chosen, evaluation, values)) for chosen, part in pieces), evaluation)

    def _taken(self, evaluation: Evaluation, values: tuple[Value, ...]) -> list[tuple[Mask, Part]]:
        """Return for each part the samples that take it: no sample is in two of them."""
        with torch.no_grad():
            truths = self.conditions.run(evaluation, values)
        undecided: Mask = True
        taken: list[tuple[Mask, Part]] = []
        for (holds, fails), part in zip(truths, self.branches, strict=True):  # type: ignore[arg-type]
            taken.append((undecided & holds, part))
            undecided = undecided & fails
        return taken if self.otherwise is None else [*taken, (undecided, self.otherwise)]
