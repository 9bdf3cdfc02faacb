"""Which way each sample goes through a Python function: the data of the strip under the plot. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.language.routine import Site
    from engine.problems import Span
    from engine.shapes import Array

Word: TypeAlias = Literal["if", "elif", "else", "while", "for"]
Counts: TypeAlias = NDArray[np.int64]


class Part(NamedTuple):
    """One part of a description: the word in the text, how often it was gone through, and where it stands.

    A loop that ended before its first turn has the count 0.
    """

    word: Word
    count: int
    span: Span


@dataclass(frozen=True, slots=True)
class Ways:
    """`index[i]`, of shape (N,), is the way of the sample `x[i]`; `descriptions` has one entry for each way.

    Ways are told apart by the whole order of branches and turns, so two may have equal descriptions. Their numbers
    are in the order of first occurrence. Between neighbours of different ways the curve may break or have a kink.
    """

    x: Array
    index: Counts
    descriptions: tuple[tuple[Part, ...], ...]

    @property
    def edges(self) -> Counts:
        """The places i at which sample i+1 goes another way than sample i."""
        return np.flatnonzero(np.diff(self.index))

    def at(self, x: float) -> tuple[Part, ...]:
        """Return the description of the way of the sample that is nearest to x."""
        return self.descriptions[int(self.index[int(np.argmin(np.abs(self.x - x)))])]


def ways_of(x: Array, way: Counts, held: Counts, failed: Counts, sites: tuple[Site, ...]) -> Ways:
    """Return the ways of samples from what was noted of them: `way` (N,), and `held` and `failed` (sites, N)."""
    _, first, inverse = np.unique(way, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(order.size)
    described = tuple(_description(sites, held[:, one], failed[:, one]) for one in first[order])
    return Ways(x, rank[inverse], described)


def _description(sites: tuple[Site, ...], held: Counts, failed: Counts) -> tuple[Part, ...]:
    found: list[Part] = []
    for site, holds, fails in zip(sites, held.tolist(), failed.tolist(), strict=True):
        loop = site.kind in ("while", "for")
        if site.kind and (holds or (loop and fails)):
            found.append(Part(site.kind, holds, site.span))  # type: ignore[arg-type]
        if site.has_else and fails:
            found.append(Part("else", fails, site.span))
    return tuple(found)
