"""The help page of notation and functions: every row of the function table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.language.functions import FUNCTIONS, Row
from gui.help.html import section
from gui.translatable import QT_TRANSLATE_NOOP

GROUPS: dict[str, str] = {
    "trigonometric": QT_TRANSLATE_NOOP("Help", "Trigonometric functions"),
    "hyperbolic": QT_TRANSLATE_NOOP("Help", "Hyperbolic functions"),
    "exponential": QT_TRANSLATE_NOOP("Help", "Exponentials and logarithms"),
    "power": QT_TRANSLATE_NOOP("Help", "Powers and roots"),
    "rounding": QT_TRANSLATE_NOOP("Help", "Rounding, absolute value, least and greatest"),
    "special": QT_TRANSLATE_NOOP("Help", "Special functions"),
    "activation": QT_TRANSLATE_NOOP("Help", "Activation functions"),
    "loss": QT_TRANSLATE_NOOP("Help", "Loss functions"),
}

NOTATION_TITLE = QT_TRANSLATE_NOOP("Help", "Notation")
NOTATION: tuple[tuple[str, str], ...] = (
    ("2x, a x, 3(x-1)(x+2)", QT_TRANSLATE_NOOP("Help", "The product sign may be left out.")),
    ("1/2x = (1/2)·x", QT_TRANSLATE_NOOP("Help", "Products bind alike, written or not, from left to right.")),
    ("sin 2x, sin^2 x, sin x cos x", QT_TRANSLATE_NOOP(
        "Help", "Without brackets a function takes the product that follows, up to +, - or another function.")),
    ("-x^2 = -(x^2), 2^3^2 = 2^(3^2)", QT_TRANSLATE_NOOP("Help", "Powers bind first, and from the right.")),
    ("a, lr, beta, x_0", QT_TRANSLATE_NOOP("Help", "Every free name becomes a slider; x is the variable.")),
    ("f(x) = a x^2", QT_TRANSLATE_NOOP("Help", "Defines a function that other cards can use.")),
    ("f'(2x), d/dx(x^2 sin x), ∂/∂a(a x)", QT_TRANSLATE_NOOP("Help", "Exact derivatives inside expressions.")),
    ("{x < 0: -x, x >= 1: x^2, 0.5}", QT_TRANSLATE_NOOP(
        "Help", "Piecewise; the last part without a condition is for all other x.")),
    ("sqrt(x) {0 < x < 4}", QT_TRANSLATE_NOOP("Help", "Defined only where the condition holds.")),
    ("sum(n, 1, 10, x^n / n!), prod(n, 1, 5, x - n)", QT_TRANSLATE_NOOP("Help", "Sums and products over a count.")),
    ("|x|, √x, x!, x², π, θ", QT_TRANSLATE_NOOP("Help", "Signs may be typed as they are written.")),
    ("x**2 if x > 0 else -x", QT_TRANSLATE_NOOP("Help", "A Python expression works too.")),
)  # fmt: skip


def functions_page() -> str:
    """Return the page as HTML in the present language."""
    parts = [section(_tr(NOTATION_TITLE), ((sample, _tr(text)) for sample, text in NOTATION))]
    for group, title in GROUPS.items():
        parts.append(section(_tr(title), (_described(row) for row in FUNCTIONS if row.group == group)))
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def _described(row: Row) -> tuple[str, str]:
    help_text, domain = (QCoreApplication.translate("Function", text) for text in (row.help, row.domain))
    return ", ".join((row.signature, *row.aliases)), f"{help_text} ({domain})"
