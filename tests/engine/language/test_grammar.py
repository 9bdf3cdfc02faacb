"""The kept table is what Lark makes of the grammar."""

from __future__ import annotations

from engine.language.grammar import grammar, made
from engine.language.math_notation import _Rules


def test_the_table_in_the_file_is_of_the_grammar_as_it_is():
    assert grammar() == made(), "write it anew: python -m engine.language.grammar"


def test_every_rule_has_a_method():
    methods = {method for _, _, method in grammar().rules if method}
    own = {name for name in vars(_Rules) if not name.startswith("_")}
    assert methods == own
