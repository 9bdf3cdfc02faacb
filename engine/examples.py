"""The sessions that come with the program: the lessons in their order, and the examples, the simplest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import resources
from engine.session import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = resources.FOLDER / "examples"
TEXTS = resources.FOLDER / "lessons"
PICTURES = resources.FOLDER / "gallery"

LESSONS = {
    "tracing": ("Recording a branch and a loop", "Autograd records what ran, not what was written."),
    "paths": ("Why autograd", "A billion paths, thirty steps back."),
    "samples": ("A sine and its history", "25 points, three operations, and the chain that leads back."),
    "leaves": ("Only leaves keep a gradient", "What is computed on the way passes its gradient on."),
    "accumulation": ("Gradients add up", "Why a training loop calls zero_grad."),
    "stop": ("Turning autograd off", "The same number, without a way back."),
    "saved": ("What is saved for backward", "Why some changes in place are refused."),
    "cost": ("What each node costs", "Time forward, time backward, bytes kept."),
    "doubling": ("The doubling loop", "How often it runs depends on the data, and so does the slope."),
}
"""The tutorial "The Fundamentals of Autograd", point by point: identity -> English title and one line."""

EXAMPLES = {
    "wave": ("Wave on a slope", "Amplitude and frequency on two sliders."),
    "sigmoid": ("Sigmoid and its slope", "The steeper the step, the narrower its gradient."),
    "gaussian": ("Gaussian and its inflections", "The bell bends over one standard deviation out."),
    "tangent": ("Poles of the tangent", "No line joins the two sides of a pole."),
    "damped": ("Damped oscillation", "A swing between two envelopes."),
    "activations": ("ReLU, softplus and GELU", "A kink, and two ways to round it off."),
    "piecewise": ("Piecewise: a kink and a jump", "Where there is no derivative, none is drawn."),
    "taylor": ("Taylor polynomials of the sine", "More terms hold on to the curve for longer."),
    "cube_root": ("Cube root: a vertical tangent", "A smooth curve whose slope is infinite at 0."),
    "losses": ("Huber and squared loss", "Outliers pull less where the gradient is capped."),
    "bessel": ("Bessel functions", "The slope of J0 is J1, upside down."),
    "chain": ("Chain rule", "One function within another."),
}
"""Identity -> English title and one line; the window translates both in the context `Example`."""


@dataclass(frozen=True, slots=True)
class Example:
    """One session; `title` and `line` are English."""

    identity: str
    title: str
    line: str

    @property
    def path(self) -> Path:
        """The session file."""
        return FOLDER / f"{self.identity}{SUFFIX}"

    def picture(self, scheme: str) -> Path:
        """Return the file of its picture in the scheme `light` or `dark`."""
        return PICTURES / f"{self.identity}-{scheme}.png"


@cache
def lessons() -> tuple[Example, ...]:
    """Return the lessons, the first one first."""
    return tuple(Example(identity, *texts) for identity, texts in LESSONS.items())


@cache
def examples() -> tuple[Example, ...]:
    """Return all sessions: the lessons, then the examples."""
    return (*lessons(), *(Example(identity, *texts) for identity, texts in EXAMPLES.items()))


def lesson_text(identity: str, language: str) -> str:
    """Return a lesson's text as Markdown in the language `en` or `tr`; KeyError if there is no such lesson.

    Its links are none of the web: `set:a=2` moves a slider, `cursor:2` the cursor, `show:paths` opens the inspector.
    """
    if identity not in LESSONS:
        raise KeyError(identity)
    return (TEXTS / f"{identity}.{language}.md").read_text(encoding="utf-8")
