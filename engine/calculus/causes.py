"""Why a value or a derivative is not a finite number: a closed list, each with why it is and the usual cure."""

from __future__ import annotations

from enum import StrEnum


class CauseCode(StrEnum):
    """The closed list; `CAUSES` has a sentence for each."""

    LOGARITHM = "logarithm"
    ROOT = "root"
    INVERSE = "inverse"
    DIVIDED_BY_ZERO = "divided_by_zero"
    ZERO_BY_ZERO = "zero_by_zero"
    POWER = "power"
    OVERFLOW = "overflow"
    OPPOSITE_INFINITIES = "opposite_infinities"
    ZERO_TIMES_INFINITY = "zero_times_infinity"
    NO_BRANCH = "no_branch"
    OUTSIDE_DOMAIN = "outside_domain"
    STEEP = "steep"
    UNKNOWN_SLOPE = "unknown_slope"
    SLOPE_ZERO_TIMES_INFINITY = "slope_zero_times_infinity"
    SLOPE_OVERFLOW = "slope_overflow"
    SLOPES_CANCEL = "slopes_cancel"


CAUSES: dict[CauseCode, str] = {
    CauseCode.LOGARITHM: (
        "`{operation}` of {operand}: a logarithm needs a number above 0. Restrict it, as in `{{x > 0}}`."
    ),
    CauseCode.ROOT: (
        "`{operation}` of {operand}: an even root of a number below 0 is not real. Restrict it, or take `cbrt` or |…|."
    ),
    CauseCode.INVERSE: "`{operation}` of {operand}, which is outside of its domain. Hold it inside with `clamp`.",
    CauseCode.DIVIDED_BY_ZERO: "A division by 0. Leave the point out, or add a small number to the divisor.",
    CauseCode.ZERO_BY_ZERO: (
        "0 divided by 0, which may have a limit. Write the quotient in another form (`sinc` for sin(πx)/(πx)), or "
        "give the point its own branch."
    ),
    CauseCode.POWER: "{operand} to a power that is not whole is not real. Write an odd root as `x^(1/3)`, or take |…|.",
    CauseCode.OVERFLOW: (
        "`{operation}` is above 1.8e308, the largest number. Take the logarithm, or a form made for it such as "
        "`sigmoid`, `softplus` or `logcosh`."
    ),
    CauseCode.OPPOSITE_INFINITIES: "Infinity minus infinity. Mend the operand that is infinite first.",
    CauseCode.ZERO_TIMES_INFINITY: "0 times infinity. Mend the factor that is infinite first.",
    CauseCode.NO_BRANCH: "No branch is taken here. Add one that says what the value is elsewhere.",
    CauseCode.OUTSIDE_DOMAIN: "`{operation}` of {operand} is not a finite number. Restrict it to where it is defined.",
    CauseCode.STEEP: (
        "The slope of `{operation}` at {operand} is infinite: its curve is vertical there. Keep away from the point, "
        "for example with `+ 1e-12` inside."
    ),
    CauseCode.UNKNOWN_SLOPE: "`{operation}` has no slope at {operand}. Give the point its own branch.",
    CauseCode.SLOPE_ZERO_TIMES_INFINITY: (
        "The slope of `{operation}` at {operand} is infinite, and what follows multiplies it by 0. Simplify the two "
        "together, or give the point its own branch."
    ),
    CauseCode.SLOPE_OVERFLOW: (
        "The product of slopes at `{operation}` is above 1.8e308, the largest number. Scale the function down, or take "
        "its logarithm."
    ),
    CauseCode.SLOPES_CANCEL: "At `{operation}` paths of infinite slope and opposite sign meet. Mend one of them first.",
}
