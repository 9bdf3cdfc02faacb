"""What a check of a derivative comes to: a closed list of codes, each with a sentence that can be translated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VerdictCode(StrEnum):
    """The closed list; `VERDICTS` has a sentence for each."""

    AGREES = "agrees"
    KINK = "kink"
    JUMP = "jump"
    VERTICAL = "vertical"
    NOT_DEFINED = "not_defined"
    EDGE = "edge"
    AUTOGRAD_UNKNOWN = "autograd_unknown"
    NOTHING_KNOWN = "nothing_known"
    FORWARD_DIFFERS = "forward_differs"
    STOPPED = "stopped"
    DIFFERS = "differs"


VERDICTS: dict[VerdictCode, str] = {
    VerdictCode.AGREES: (
        "Autograd gives {autograd}; central differences come within {error} of it, best at h = {step}."
    ),
    VerdictCode.KINK: (
        "A kink: the slope is {left} on the left and {right} on the right, so there is no derivative; {autograd} is "
        "autograd's convention."
    ),
    VerdictCode.JUMP: "The function jumps here, so there is no derivative; {autograd} is the slope beside the jump.",
    VerdictCode.VERTICAL: "The slope grows without bound here, so there is no derivative; autograd gives {autograd}.",
    VerdictCode.NOT_DEFINED: "The function is not a finite number here, so it has no derivative.",
    VerdictCode.EDGE: "The function ends here, so only one side has a slope; autograd gives {autograd}.",
    VerdictCode.AUTOGRAD_UNKNOWN: "Autograd gives no number here, but central differences tend to {central}.",
    VerdictCode.NOTHING_KNOWN: "Neither autograd nor central differences give a finite number here.",
    VerdictCode.FORWARD_DIFFERS: "Reverse mode gives {autograd} and forward mode {forward}; one of the two is wrong.",
    VerdictCode.STOPPED: (
        "Autograd gives {autograd}, but the slope is {central}: a part of the computation is stopped, and has no part "
        "in the derivative."
    ),
    VerdictCode.DIFFERS: (
        "Autograd gives {autograd}; central differences come no nearer than {error}: the function changes faster than "
        "they can see, or its rounding is too rough for them."
    ),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The code and the words for its sentence."""

    code: VerdictCode
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """The English sentence."""
        return VERDICTS[self.code].format(**dict(self.values))
