"""Numbers: reading, evaluating and differentiating functions. Never imports Qt or `gui`."""
