"""THE table of functions and constants.

Both notations, completion, highlighting, the help page and the derivative test read it. It imports no torch: `rule`
names the torch rule, which `engine.language.rules` looks up once torch is there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Group = Literal["trigonometric", "hyperbolic", "exponential", "power", "rounding", "special", "activation", "loss"]
Kind = Literal["elementary", "special"]


@dataclass(frozen=True, slots=True)
class Row:
    """One function.

    `arity` is the least and the greatest number of arguments (None: any number). `rule` is `"torch.sin"` for torch's
    own operation, or the name of a function in `engine.language.rules` where torch's rule is wrong or missing.
    `literals` are the positions of arguments that must be plain numbers. `samples` are argument tuples inside the
    domain at which the derivative test compares orders 0 to 3 with mpmath. `kind` chooses that test's tolerance.
    """

    name: str
    signature: str
    help: str
    group: Group
    rule: str
    samples: tuple[tuple[float, ...], ...]
    domain: str = "all real x"
    arity: tuple[int, int | None] = (1, 1)
    aliases: tuple[str, ...] = ()
    literals: tuple[int, ...] = ()
    kind: Kind = "elementary"


CONSTANTS: dict[str, float] = {"e": math.e, "π": math.pi, "pi": math.pi}

FUNCTIONS: tuple[Row, ...] = (
    Row("sin", "sin(x)", "Sine of an angle in radians.", "trigonometric", "torch.sin", ((0.7,), (-3.0,), (20.0,))),
)

BY_NAME: dict[str, Row] = {name: row for row in FUNCTIONS for name in (row.name, *row.aliases)}
