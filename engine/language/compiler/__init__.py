"""From a syntax tree to straight-line programs on tensors. Imports torch; `engine.language.program` is the entry."""
