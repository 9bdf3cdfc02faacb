"""What stands for a curve that swings faster than pixels stand: the band between its least and greatest values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.layers.layer import Layer, Sampled
from engine.shapes import Note, Region, Shape, read_only

if TYPE_CHECKING:
    from engine.sampling.bands import Band
    from engine.shapes import Array


def shapes(sampled: Sampled) -> tuple[Shape, ...]:
    """Return one region for each drawn order that is not resolved somewhere."""
    return tuple(
        Region(*joined(bands), "envelope", sampled.curve.function, order)
        for order, bands in sampled.sampling.bands.items()
        if bands
    )


def joined(bands: list[Band]) -> tuple[Array, Array]:
    """Return x of shape (N,) and the edges of shape (N, 2) of all bands, NaN between them."""
    xs, ys = [], []
    for band in bands:
        xs += [band.x, band.x[-1:]]
        ys += [np.column_stack((band.low, band.high)), np.full((1, 2), np.nan)]
    return read_only(np.concatenate(xs)), read_only(np.concatenate(ys))


def notes(sampled: Sampled) -> tuple[Note, ...]:
    """Return one note for each order that is not resolved somewhere, at its widest band."""
    found = []
    for order, bands in sampled.sampling.bands.items():
        if bands:
            widest = max(bands, key=lambda band: float(band.x[-1] - band.x[0]))
            high = widest.high[np.isfinite(widest.high)]
            x, y = np.array([0.5 * (widest.x[0] + widest.x[-1])]), np.array([high.max() if high.size else 0.0])
            found.append(Note(read_only(x), read_only(y), "unresolved", sampled.curve.function, order))
    return tuple(found)


ENVELOPE = Layer("envelope", shapes)
