"""One small file for each thing drawn: numbers to shapes. A new layer is a file here and its line in `LAYERS`."""

from __future__ import annotations

from engine.layers.asymptotes import ASYMPTOTES
from engine.layers.derivative import DERIVATIVE
from engine.layers.ends import ENDS
from engine.layers.envelope import ENVELOPE
from engine.layers.layer import Layer, Sampled
from engine.layers.samples import SAMPLES
from engine.layers.sensitivity import SENSITIVITY
from engine.layers.tangent import TANGENT
from engine.layers.taylor import TAYLOR
from engine.layers.value import VALUE

LAYERS: tuple[Layer, ...] = (ENVELOPE, ASYMPTOTES, VALUE, DERIVATIVE, ENDS, TANGENT, TAYLOR, SENSITIVITY, SAMPLES)

__all__ = ["LAYERS", "Layer", "Sampled"]
