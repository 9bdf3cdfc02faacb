"""The phrases that fill the sentences of `engine.problems`, as templates, so that they can be translated.

A phrase is made where its problem is found; a test keeps this list complete.
"""

PHRASES: tuple[str, ...] = (
    "a request is a JSON object",
    "it is not a file",
    "no file can have this name",
)
