"""Notes which way each sample goes through a routine, for the ways that are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.language.routine import Code

MULTIPLIER = 6364136223846793005
"""Of Knuth's MMIX generator: spreads what was noted over all 64 bits."""


@dataclass(slots=True)
class Record:
    """`code` is the routine whose sites are counted; ways are told apart by all routines that run.

    `way`: a number for all that a sample did so far; `held` and `failed`: how often at each site, (sites, N).
    """

    code: Code | None
    way: torch.Tensor
    held: torch.Tensor
    failed: torch.Tensor

    @classmethod
    def empty(cls, code: Code | None, count: int) -> Record:
        """Return a record of nothing, for so many samples."""
        counts = torch.zeros((2, len(code.sites) if code else 0, count), dtype=torch.int64)
        return cls(code, torch.zeros(count, dtype=torch.int64), counts[0], counts[1])

    def note(self, code: Code, site: int, lanes: torch.Tensor, *, holds: bool) -> None:
        """Note that the condition of the site held, or failed, at these samples."""
        if code is self.code:
            (self.held if holds else self.failed)[site, lanes] += 1
        self.mix(lanes, 2 * site + holds + 1)

    def mix(self, lanes: torch.Tensor, number: int) -> None:
        """Note a number for which way these samples go."""
        self.way[lanes] = (self.way[lanes] + number) * MULTIPLIER
