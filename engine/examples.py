"""The example sessions in their order in the menu."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import resources
from engine.session import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = resources.FOLDER / "examples"

TITLES = {
    "wave": "Wave on a slope",
    "sigmoid": "Sigmoid and its slope",
    "gaussian": "Gaussian and its inflections",
    "tangent": "Poles of the tangent",
    "damped": "Damped oscillation",
    "activations": "ReLU, softplus and GELU",
    "piecewise": "Piecewise: a kink and a jump",
    "taylor": "Taylor polynomials of the sine",
    "cube_root": "Cube root: a vertical tangent",
    "losses": "Huber and squared loss",
    "bessel": "Bessel functions",
    "chain": "Chain rule",
}
"""File name without suffix -> English title; the window translates it in the context `Example`."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example session; `title` is English."""

    identity: str
    title: str
    path: Path


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples, the simplest first."""
    return tuple(Example(identity, title, FOLDER / f"{identity}{SUFFIX}") for identity, title in TITLES.items())
