"""Which way each sample goes through a Python function: the data of the strip under the plot. No torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.language.routine import Site  # noqa: TC001  (dataclass fields are read at run time)

if TYPE_CHECKING:
    from engine.problems import Span
    from engine.shapes import Array

Word: TypeAlias = Literal["if", "elif", "else", "while", "for"]
Counts: TypeAlias = NDArray[np.int64]

SHADES = 8
"""So many colours tell ways apart."""


class Part(NamedTuple):
    """One part of a description: the word in the text, how often it was gone through, and where it stands.

    A loop that ended before its first turn has 0 times.
    """

    word: Word
    times: int
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """`index[i]`, of shape (N,), is the way of the sample `x[i]`; x is ascending where it is to be drawn.

    Ways are told apart by the whole order of branches and turns, so two may have equal descriptions. Their numbers
    are in the order of first occurrence. `held` and `failed`, of shape (sites, ways), say how often the condition of
    each site did so on each way. Between neighbours of different ways the curve may break or have a kink.
    """

    x: Array
    index: Counts
    held: Counts
    failed: Counts
    sites: tuple[Site, ...]
    shades: Counts = field(init=False, repr=False)
    """For each way the number of its colour, below `SHADES`: it comes from what was run, so that it stays while a
    slider is dragged, and is another one than its neighbour's."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "shades", _shades(self))

    @property
    def edges(self) -> Counts:
        """The places i at which sample i+1 goes another way than sample i."""
        return np.flatnonzero(np.diff(self.index))

    @property
    def descriptions(self) -> tuple[tuple[Part, ...], ...]:
        """What is to be said of each way."""
        return tuple(self.description(way) for way in range(self.held.shape[1]))

    def description(self, way: int) -> tuple[Part, ...]:
        """Return what is to be said of one way, in the order of the text."""
        return _description(self.sites, self.held[:, way], self.failed[:, way])

    def at(self, x: float) -> tuple[Part, ...]:
        """Return the description of the way of the sample that is nearest to x."""
        return self.description(int(self.index[int(np.argmin(np.abs(self.x - x)))]))

    def runs(self) -> tuple[Array, Counts]:
        """Return where one way gives way to the next, of shape (R-1,), and the ways between, of shape (R,)."""
        edges = self.edges
        return 0.5 * self.x[edges] + 0.5 * self.x[edges + 1], self.index[np.append(edges, self.index.size - 1)]


def ways_of(x: Array, way: Counts, held: Counts, failed: Counts, sites: tuple[Site, ...]) -> Ways:
    """Return the ways of samples from what was noted of them: `way` (N,), and `held` and `failed` (sites, N)."""
    _, first, inverse = np.unique(way, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(order.size)
    chosen = first[order]
    return Ways(x, rank[inverse], held[:, chosen], failed[:, chosen], sites)


def _description(sites: tuple[Site, ...], held: Counts, failed: Counts) -> tuple[Part, ...]:
    found: list[Part] = []
    for site, holds, fails in zip(sites, held.tolist(), failed.tolist(), strict=True):
        loop = site.kind in ("while", "for")
        if site.kind and (holds or (loop and fails)):
            found.append(Part(site.kind, holds, site.span))
        if site.has_else and fails:
            found.append(Part("else", fails, site.span))
    return tuple(found)


def _shades(ways: Ways) -> Counts:
    """Return the colours' numbers: one step further with each turn of a loop, and others for each branch."""
    is_loop = np.array([site.kind in ("while", "for") for site in ways.sites], dtype=bool)
    number = 2 * np.arange(is_loop.size)
    on_hold, on_fail = np.where(is_loop, 1, number + 1), np.where(is_loop, 0, number + 2)
    shades: Counts = np.asarray((on_hold @ ways.held + on_fail @ ways.failed) % SHADES, dtype=np.int64)
    before, after = ways.index[ways.edges], ways.index[ways.edges + 1]
    if (shades[before] != shades[after]).all():
        return shades
    return _told_apart(shades, before.tolist(), after.tolist())


def _told_apart(shades: Counts, before: list[int], after: list[int]) -> Counts:
    """Return the shades with that of the later way of two alike neighbours moved on to one that is free there."""
    earlier: dict[int, set[int]] = {}
    for one, other in zip(before, after, strict=True):
        earlier.setdefault(max(one, other), set()).add(min(one, other))
    shades = shades.copy()
    for way in sorted(earlier):
        taken = {int(shades[one]) for one in earlier[way]}
        free = [step for step in range(SHADES) if (int(shades[way]) + step) % SHADES not in taken]
        shades[way] = (int(shades[way]) + min(free, default=0)) % SHADES
    return shades
