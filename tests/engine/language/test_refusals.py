"""Every wrong text is a problem with a code, the place of the fault, and a sentence that says what to try."""

import sys

import pytest

from engine.language.names import forget, read_module

BOTH = ("math", "python")


def problem(text, syntax, *others):
    module = read_module(tuple((source, syntax) for source in (text, *others)))
    return module.entries[0].problem


def refused(text, syntax, code, span, word, *others):
    found = problem(text, syntax, *others)
    assert found is not None
    assert (found.code.value, found.span) == (code, span)
    assert word in found.message


MATH = [
    # nothing there
    ("", "empty", (0, 0), "Type a function"),
    (" \n", "empty", (0, 2), "Type a function"),
    ("f(x) =", "empty", (6, 6), "Type a function"),
    # characters
    ("x @ 2", "unexpected_character", (2, 3), "`@`"),
    ("x ? 1", "unexpected_character", (2, 3), "Remove"),
    ("x½", "not_offered", (1, 2), "Write `1/2`"),
    ("x—1", "not_offered", (1, 2), "Write `-`"),
    ("2•x", "not_offered", (1, 2), "Write `*`"),
    ("x\u0301+1", "unexpected_character", (1, 2), "`U+0301`"),
    ("SIN(x)", "unknown_name_suggestion", (0, 3), "`sin`"),
    ("2 tg(x)", "unknown_name_suggestion", (2, 4), "`tan`"),
    ("arctg(x)", "unknown_name_suggestion", (0, 5), "`atan`"),
    ("log(x, 2)", "wrong_argument_count", (0, 3), "`log_2(x)`"),
    ("if(x<1 && x>0, 1, 0)", "not_offered", (7, 8), "Write `and`"),
    ("if(x<0 ∨ x>1, 1, 0)", "not_offered", (7, 8), "Write `or`"),
    ("if(¬(x<0), 1, 0)", "not_offered", (3, 4), "Write `not`"),
    ("∑ x", "not_offered", (0, 1), "Write `sum(n, 1, 10, x^n)`"),
    ("⌊x⌋", "not_offered", (0, 1), "Write `floor(x)`"),
    ("(sin x)'", "not_offered", (7, 8), "Write `d/dx"),
    ("x {x>0} + 1", "unexpected_token", (8, 9), "at the very end"),
    ("(x {x>0}) + 1", "unexpected_token", (3, 4), "at the very end"),
    ("x {x>0} y", "unexpected_token", (8, 9), "at the very end"),
    ("x {x>}", "unexpected_token", (5, 6), "missing before"),
    ("x if", "unexpected_end", (2, 4), "`if(x < 0, -x, x)`"),
    ("日", "unexpected_character", (0, 1), "`日`"),
    ("şx", "unexpected_character", (0, 1), "`ş`"),
    ("_x", "unexpected_character", (0, 1), "`_`"),
    ("x\u200b+1", "unexpected_character", (1, 2), "U+200B"),
    ("sіn(x)", "lookalike_character", (1, 2), "Cyrillic"),
    ("x＋1", "lookalike_character", (1, 2), "`+`"),
    ("𝑥 + 1", "lookalike_character", (0, 1), "`x`"),
    ("1 + ２", "lookalike_character", (4, 5), "`2`"),
    # numbers
    ("2..3", "malformed_number", (0, 4), "`2..3`"),
    ("1.2.3", "malformed_number", (0, 5), "one decimal point"),
    ("x + 2.5.", "malformed_number", (4, 8), "`2.5.`"),
    (".", "malformed_number", (0, 1), "`.`"),
    ("1_000", "malformed_number", (0, 5), "`1_000`"),
    ("2 3", "unexpected_token", (2, 3), "Write `*` or `+`"),
    ("1,5", "unexpected_token", (1, 2), "point"),
    # operators
    ("x +", "unexpected_end", (2, 3), "after `+`"),
    ("x**", "unexpected_end", (1, 3), "after `**`"),
    ("√", "unexpected_end", (0, 1), "after `√`"),
    ("d/dx", "unexpected_end", (0, 4), "after `d/dx`"),
    ("* x", "unexpected_token", (0, 1), "`*`"),
    ("* sin", "unexpected_token", (0, 1), "missing before"),
    ("x ^^ 2", "unexpected_token", (3, 4), "`^`"),
    ("x // 2", "unexpected_token", (3, 4), "`/`"),
    ("x××2", "unexpected_token", (2, 3), "`×`"),
    ("≤ 1", "unexpected_token", (0, 1), "`≤`"),
    ("√-x", "unexpected_token", (1, 2), "`-`"),
    ("²", "unexpected_token", (0, 1), "`²`"),
    ("x = 2 = a", "reserved_name", (0, 1), "`x`"),
    ("a = 2 = b", "unexpected_token", (6, 7), "`==`"),
    ("2 = x", "unexpected_token", (2, 3), "f(x) = …"),
    # brackets
    ("(x", "never_closed", (0, 1), "Add `)`"),
    ("sin(2(x)", "never_closed", (3, 4), "`(` at 3"),
    ("x)", "never_opened", (1, 2), "add `(`"),
    ("[x)", "never_closed", (0, 1), "Add `]`"),
    ("{x > 0: 1", "never_closed", (0, 1), "Add `}`"),
    ("|x", "never_closed", (0, 1), "Add `|`"),
    ("(|x)", "never_closed", (1, 2), "Add `|`"),
    ("()", "unexpected_token", (1, 2), "missing before"),
    ("{}", "unexpected_token", (1, 2), "missing before"),
    ("x(1, 2)", "unexpected_token", (3, 4), "`,`"),
    # names
    ("sni(x)", "unknown_name_suggestion", (0, 3), "did you mean `sin`"),
    ("2 + qqq(x)", "unknown_name", (4, 7), "`qqq*(…)`"),
    ("a b(x)", "unknown_name", (2, 3), "`b*(…)`"),
    ("sinx", "unknown_name_suggestion", (0, 4), "`sin x`"),
    ("xsin(x)", "unknown_name_suggestion", (0, 4), "`sin`"),
    ("f'(x)", "not_offered", (0, 1), "f(x) = …"),
    ("x'", "not_offered", (0, 1), "Primes are for functions"),
    ("sni'(x)", "unknown_name_suggestion", (0, 3), "`sin`"),
    ("sin = 2", "reserved_name", (0, 3), "another name"),
    ("e = 3", "reserved_name", (0, 1), "`e`"),
    ("if = 3", "reserved_name", (0, 2), "`if`"),
    ("f(e) = e", "reserved_name", (0, 1), "`e`"),
    ("f(t, t) = t", "reserved_name", (0, 1), "`t`"),
    # calls
    ("sin", "unexpected_end", (0, 3), "`sin(x)`"),
    ("sin + 1", "unexpected_token", (4, 5), "`sin(x)`"),
    ("sin()", "wrong_argument_count", (0, 3), "1 argument, not 0"),
    ("1 + sin(x, 2)", "wrong_argument_count", (4, 7), "not 2"),
    ("min()", "wrong_argument_count", (0, 3), "at least 1 argument,"),
    ("atan2 x", "wrong_argument_count", (0, 5), "`atan2(y, x)`"),
    ("elu(x, 1, 2)", "wrong_argument_count", (0, 3), "1 to 2 arguments"),
    ("mod(5)", "wrong_argument_count", (0, 3), "`mod(x, m)`"),
    ("log_2(x, 3)", "wrong_argument_count", (0, 5), "`log_2(x)`"),
    ("log_2min x", "not_offered", (0, 8), "base `2min`"),
    ("log_sin(x)", "not_offered", (0, 7), "base `sin`"),
    ("if(x > 0)", "wrong_argument_count", (0, 2), "if(x < 0, -x, x)"),
    ("sum(n, 1, 3)", "wrong_argument_count", (0, 3), "sum(n, 1, 10, x^n)"),
    ("sum(2, 1, 3, n)", "unexpected_token", (4, 5), "name that counts"),
    ("sin(x,)", "unexpected_token", (6, 7), "missing before"),
    ("root(n, x)", "needs_literal", (5, 6), "plain number"),
    ("sin^-1 x", "not_offered", (0, 6), "`asin(x)`"),
    ("tan^(-1)(x)", "not_offered", (0, 8), "`1/tan(x)`"),
    ("sin⁻¹x", "not_offered", (0, 5), "`asin(x)`"),
    ("atan2'(x, 1)", "not_offered", (0, 6), "one variable"),
    # conditions
    ("x > 0", "not_a_number", (0, 5), "if(condition, a, b)"),
    ("1 + (x > 0)", "not_a_number", (5, 10), "condition"),
    ("if(x, 1, 2)", "not_a_condition", (3, 4), "Compare it"),
    ("{x: 1}", "not_a_condition", (1, 2), "Compare it"),
    ("x {x}", "not_a_condition", (3, 4), "Compare it"),
    ("if(x > 0 and x, 1, 2)", "not_a_condition", (13, 14), "`x > 0`"),
    ("{x > 0: 1, 2, 3}", "unexpected_token", (11, 12), "last part"),
    ("x: 2", "unexpected_token", (1, 2), "{condition: value}"),
    # derivatives
    ("d^2/dx(x)", "unexpected_token", (0, 6), "same order twice"),
    ("d/dx^2(x)", "unexpected_token", (0, 6), "d^2/dx^2"),
    ("d^13/dx^13(x)", "unexpected_token", (0, 10), "1 to 12"),
    (f"d^{'1' * 4_400}/dx^{'1' * 4_400}(x)", "unexpected_token", (0, 8_806), "1 to 12"),
    ("d^0/dx^0(x)", "unexpected_token", (0, 8), "1 to 12"),
]


@pytest.mark.parametrize(("text", "code", "span", "word"), MATH, ids=[ascii(row[0][:20]) for row in MATH])
def test_math_notation(text, code, span, word):
    refused(text, "math", code, span, word)


PYTHON = [
    ("", "empty", (0, 0), "Type a function"),
    # unfinished: the fault is at the end
    ("x +", "unexpected_end", (2, 3), "after `+`"),
    ("  x * ", "unexpected_end", (4, 5), "after `*`"),
    ("a = x +", "unexpected_end", (6, 7), "after `+`"),
    ("x if", "unexpected_end", (2, 4), "after `if`"),
    ("x if x > 0 else", "unexpected_end", (11, 15), "after `else`"),
    ("θ*not", "unexpected_token", (2, 3), "cannot stand here"),
    ("θ*2.5.", "unexpected_end", (5, 6), "after `.`"),
    # unfinished in the middle
    ("1 + (x if x > 0)", "unexpected_token", (5, 15), "`a if c else b`"),
    ("1 +* 2", "unexpected_token", (3, 4), "`*`"),
    ("θ + θ θ", "unexpected_token", (6, 7), "`θ`"),
    ("max(, x)", "unexpected_token", (4, 5), "`,`"),
    ("'abc", "unexpected_token", (0, 1), "`'`"),
    # numbers
    ("3x", "unexpected_token", (0, 2), "`3*x`"),
    ("1 + 2.5pi", "unexpected_token", (4, 9), "`2.5*pi`"),
    ("1__2", "malformed_number", (0, 4), "`1__2`"),
    ("x + 5e-", "unexpected_token", (4, 6), "`5*e`"),
    ("x + 0x", "unexpected_token", (4, 6), "`0*x`"),
    ("x + 012", "malformed_number", (4, 7), "`012`"),
    ("2..3", "unexpected_token", (2, 3), "`.`"),
    ("x + " + "1" * 5000, "malformed_number", (4, 5004), "`1111"),
    # characters
    ("x # + 1", "unexpected_character", (2, 3), "`#`"),
    ("x\x00", "unexpected_character", (1, 2), "U+0000"),
    ("x\ud800", "unexpected_character", (1, 2), "U+D800"),
    ("а + 1", "lookalike_character", (0, 1), "Cyrillic"),
    ("1 + ｘ", "lookalike_character", (4, 5), "Fullwidth"),
    # brackets
    ("(x", "never_closed", (0, 1), "Add `)`"),
    ("x)", "never_opened", (1, 2), "add `(`"),
    # what Python has and this notation has not
    ("x^2", "not_offered", (0, 3), "powers are `**`"),
    ("x @ 2", "not_offered", (0, 5), "`@`"),
    ("~x", "not_offered", (0, 2), "`not`"),
    ("x is 2", "not_offered", (0, 6), "Use <"),
    ("1j*x", "not_offered", (0, 2), "real number"),
    ("True", "not_offered", (0, 4), "real number"),
    ("'abc'", "not_offered", (0, 5), "real number"),
    ("lambda: x", "not_offered", (0, 9), "Lambda"),
    ("[x]", "not_offered", (0, 3), "List"),
    ("x.real", "not_offered", (0, 6), ".real"),
    ("x.sin(x)", "wrong_argument_count", (0, 5), "sin"),
    ("x.real(x)", "not_offered", (0, 6), ".real"),
    ("sin(y=1)", "not_offered", (4, 7), "order"),
    ("max(*x)", "not_offered", (4, 6), "order"),
    # names, calls and conditions
    ("sin", "unexpected_token", (0, 3), "`sin(x)`"),
    ("sum + 1", "unexpected_token", (0, 3), "sum(n, 1, 10, x^n)"),
    ("1 + __name__", "not_offered", (4, 12), "Latin letters"),
    ("aθ", "not_offered", (0, 2), "`aθ`"),
    ("sni(x)", "unknown_name_suggestion", (0, 3), "`sin`"),
    ("1 + sin(x, 2)", "wrong_argument_count", (4, 7), "not 2"),
    ("root(a, x)", "needs_literal", (5, 6), "plain number"),
    ("1 if x else 2", "not_a_condition", (5, 6), "Compare it"),
    ("x > 0", "not_a_number", (0, 5), "if(condition, a, b)"),
    ("(x > 0) > 0", "not_a_number", (1, 6), "condition"),
]


@pytest.mark.parametrize(("text", "code", "span", "word"), PYTHON, ids=[ascii(row[0][:20]) for row in PYTHON])
def test_python_notation(text, code, span, word):
    refused(text, "python", code, span, word)


@pytest.mark.parametrize("syntax", BOTH)
def test_a_text_of_more_than_10000_characters_is_refused(syntax):
    refused("x" * 10_001, syntax, "too_long", (10_000, 10_001), "10,001")
    assert problem("x" * 10_000, syntax) is None


DEEP = [
    ("math", "(", "x", ")"),
    ("math", "|1+", "x", "|"),
    ("math", "-", "x", ""),
    ("math", "sin ", "x", ""),
    ("math", "x^", "x", ""),
    ("math", "{x>0:", "x", "}"),
    ("math", "", "x", "!"),
    ("math", "√", "x", ""),
    ("math", "d/dx ", "x", ""),
    ("math", "max(1,", "x", ")"),
    ("python", "(", "x", ")"),
    ("python", "-", "x", ""),
    ("python", "x**", "x", ""),
    ("python", "max(1,", "x", ")"),
    ("python", "(x if x>0 else ", "x", ")"),
]


@pytest.mark.parametrize(("syntax", "opening", "middle", "closing"), DEEP, ids=[f"{row[0]} {row[1]}" for row in DEEP])
@pytest.mark.parametrize("depth", [250, 500, 900, 9_000])
def test_what_is_nested_too_deep_is_refused(syntax, opening, middle, closing, depth):
    depth = min(depth, 9_990 // len(opening + closing))
    found = problem(opening * depth + middle + closing * depth, syntax)
    assert found is not None
    assert found.code.value == "too_deep"
    assert "200" in found.message


@pytest.mark.parametrize(("syntax", "opening", "middle", "closing"), DEEP, ids=[f"{row[0]} {row[1]}" for row in DEEP])
def test_what_is_nested_90_deep_is_read(syntax, opening, middle, closing):
    assert problem(opening * 90 + middle + closing * 90, syntax) is None


LONG = [
    ("math", "x + "),
    ("math", "2x "),
    ("math", "x^2 "),
    ("math", "x^2 + "),
    ("math", "{x > 0: 1} + "),
    ("math", "if(0 < x < 1, 1, 0) + "),
    ("math", "sin x "),
    ("math", "-x! - "),
    ("math", "|x| "),
    ("math", "d/dx(x) + "),
    ("python", "x + "),
    ("python", "x**2 * "),
    ("python", "sin(x) - "),
]


@pytest.mark.parametrize(("syntax", "term"), LONG, ids=[f"{row[0]} {row[1]}" for row in LONG])
def test_what_is_long_is_not_deep(syntax, term):
    assert problem(term * 400 + "x", syntax) is None


NEXT = ["x+", "x ", "a/", "x^2+", "|x|+", "(x)*", "sin x+", "max(x,1)-", "{x>0:1,2}+", "if(x>0 and x<1,1,2)+", "x²-"]


@pytest.mark.parametrize("ending", ["x", "", "*x", "(x>0)", "sin(x,x)", "q(x)", "1,2"])
@pytest.mark.parametrize("term", NEXT)
def test_reading_takes_steps_in_proportion_to_the_length(term, ending):
    steps = [calls(term * count + ending) for count in (50, 100, 400)]
    assert steps[2] - steps[1] < 6.6 * (steps[1] - steps[0])


def calls(text):
    """How many functions are called to read the text."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    forget()
    sys.setprofile(counted)
    try:
        read_module(((text, "math"),))
    finally:
        sys.setprofile(None)
    return count
