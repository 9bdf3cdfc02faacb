"""torch, set up for this program: one thread (FACTS: two make the worst case 72 times slower).

Whatever in the engine needs torch imports it from here.
"""

from __future__ import annotations

import torch

__all__ = ["torch", "use_one_thread"]


def use_one_thread() -> None:
    """Let the thread that calls this compute alone: each thread of Python has a number of its own."""
    torch.set_num_threads(1)


use_one_thread()
