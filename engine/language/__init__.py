"""Text to syntax tree to a callable on tensors, and the one table of functions."""
