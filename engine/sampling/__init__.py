"""Where to evaluate."""
