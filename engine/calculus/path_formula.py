"""The sum over paths with its numbers, as text and as LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.calculus.graph import Trace
    from engine.calculus.paths import Path, Paths

DIGITS = 7


def as_text(trace: Trace, paths: Paths) -> str:
    """Return `df/dx = 0.7 × 2.01 + … = 7.09`, of f′ `df′/dx = …`: one product for each listed path, in their order."""
    products = [" × ".join(_number(factor) for factor in path.factors) or "1" for path in paths.listed]
    return (
        f"df{'′' * trace.order}/d{trace.variable} = "
        + " + ".join([*products, *_rest(paths, "…")])
        + f" = {paths.total:.{DIGITS + 3}g}"
    )


def as_latex(trace: Trace, paths: Paths) -> str:
    """Return the same as LaTeX, to be set in mathematics mode."""
    products = [r" \cdot ".join(_latex(factor) for factor in path.factors) or "1" for path in paths.listed]
    total = _latex(paths.total, DIGITS + 3)
    function = "f" + "'" * trace.order
    return (
        rf"\frac{{d{function}}}{{d{trace.variable}}} = "
        + " + ".join([*products, *_rest(paths, r"\dots")])
        + f" = {total}"
    )


def running_sums(listed: tuple[Path, ...]) -> tuple[float, ...]:
    """Return the sum of the first product, of the first two, and so on."""
    sums, total = [], 0.0
    for path in listed:
        total += path.product
        sums.append(total)
    return tuple(sums)


def _rest(paths: Paths, dots: str) -> list[str]:
    return [dots] if paths.count > len(paths.listed) else [] if paths.listed else ["0"]


def _number(value: float) -> str:
    told = f"{value:.{DIGITS}g}"
    return f"({told})" if told.startswith("-") else told


def _latex(value: float, digits: int = DIGITS) -> str:
    told = f"{value:.{digits}g}"
    if told.endswith(("nan", "inf")):
        return told.replace("nan", r"\mathrm{NaN}").replace("inf", r"\infty")
    mantissa, exponent, power = told.partition("e")
    if exponent:
        told = rf"{mantissa} \cdot 10^{{{int(power)}}}"
    return rf"\left({told}\right)" if told.startswith("-") else told
