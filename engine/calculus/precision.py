"""The same function in smaller number types: how far off f and f′ are, and where a derivative is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.calculus.derivatives import derivatives
from engine.problems import ProblemCode, fail
from engine.shapes import Array, read_only
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from engine.budget import Budget
    from engine.document import Dtype
    from engine.language.program import Program

DTYPES: dict[Dtype, torch.dtype] = {
    "float64": torch.float64,
    "float32": torch.float32,
    "float16": torch.float16,
    "bfloat16": torch.bfloat16,
}


def orders_in(
    dtype: Dtype, program: Program, x: Array, parameters: Mapping[str, float], highest: int, budget: Budget
) -> list[Array]:
    """Return the function and its derivatives up to `highest`, computed in this type from x rounded to it.

    Each is an array (N,), as float64. Raises `EngineError` (not_offered) where torch has no operation for the type.
    """
    samples = torch.from_numpy(x).to(DTYPES[dtype])
    try:
        return [order.double().numpy() for order in derivatives(program, samples, parameters, highest, budget)]
    except (NotImplementedError, RuntimeError) as error:
        if "not implemented for" not in str(error):
            raise
        advice = "Take `float32`, which has every function."
        raise fail(ProblemCode.NOT_OFFERED, what=f"A function of this in {dtype}", advice=advice) from error


@dataclass(frozen=True, slots=True, eq=False)
class Precision:
    """f and f′ in one type, and their distance from float64, arrays of shape (N,); NaN where float64 has no number.

    `underflow`: f′ is 0 here, but not in float64. `overflow`: it is infinite or NaN, but not in float64. `lost`: it is
    a number of which not even the first digit is right.
    """

    dtype: Dtype
    value: Array
    slope: Array
    value_error: Array
    slope_error: Array
    underflow: NDArray[np.bool_]
    overflow: NDArray[np.bool_]
    lost: NDArray[np.bool_]


def precision(dtype: Dtype, program: Program, x: Array, parameters: Mapping[str, float], budget: Budget) -> Precision:
    """Return f and f′ in this type beside float64 at x of shape (N,). Raises as `orders_in` does."""
    exact_value, exact_slope = orders_in("float64", program, x, parameters, 1, budget)
    value, slope = orders_in(dtype, program, x, parameters, 1, budget)
    with np.errstate(all="ignore"):
        value_error, slope_error = _error(value, exact_value), _error(slope, exact_slope)
        known = np.isfinite(exact_slope)
        underflow = known & (slope == 0) & (exact_slope != 0)
        overflow = known & ~np.isfinite(slope)
        lost = known & ~underflow & ~overflow & (slope_error > 0.5 * np.abs(exact_slope))
    for array in (value, slope, value_error, slope_error):
        read_only(array)
    return Precision(dtype, value, slope, value_error, slope_error, underflow, overflow, lost)


def _error(rough: Array, exact: Array) -> Array:
    """Return |rough - exact|; NaN where the exact one is not a number, infinite where only the rough one is not."""
    error = np.abs(rough - exact)
    error[np.isfinite(exact) & ~np.isfinite(rough)] = np.inf
    error[~np.isfinite(exact)] = np.nan
    return error
