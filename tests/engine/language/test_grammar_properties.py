"""Whatever is typed is read or refused; a tree that is printed is read as the same tree, in both notations."""

import contextlib
import math
import time

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from benchmarks import fuzz
from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language import tree
from engine.language.math_notation import parse
from engine.language.names import forget, read_module
from engine.language.program import compile_entry
from engine.language.python_subset import parse_python
from engine.language.token import Scope
from engine.problems import EngineError

SYNTAXES = ("math", "python", "auto")
WORDS = r"""
x t θ a b e π pi n 0 1 2 .5 1e3 1e 2. .. + - * / ** ^ % ! ' ′ ″ ( ) [ ] { } | , ; : = == != < <= > >= ≤ ≥ ≠ · × ÷ − √
² ⁻¹ x₀ sin cos log_2 log_ ln exp min max atan2 root if piecewise sum prod mod and or not else d/dx d^2/dx^2 ∂/∂a d/ d/d
f g f(x)= a= lambda is in . _ # " \ @ ~ : := а ｘ ½ ş 日 sni x.a __import__ 0x1
"""
PIECES = [*WORDS.split(), " ", "\n", "\u202e", "\x00", "\ud800"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=15
).map(" ".join)


@pytest.mark.parametrize("syntax", SYNTAXES)
@given(text=TEXTS | st.text(max_size=40), other=TEXTS)
@settings(max_examples=500, deadline=None)
def test_whatever_is_typed_is_read_or_refused(syntax, text, other):
    module = read_module(((text, syntax), (other, syntax)))
    for place, entry in enumerate(module.entries):
        assert (entry.definition is None) == (entry.problem is not None)
        if entry.problem is not None:
            assert entry.problem.message
            start, end = entry.problem.span
            assert 0 <= start <= end <= len(entry.text)
        elif entry.variable is not None:
            compiled(module, place)


def compiled(module, place):
    """The program; None if there is none because of a limit."""
    try:
        return compile_entry(module, place)
    except EngineError:
        return None


IDENTIFIERS = st.sampled_from(["a", "b", "f", "g", "x", "t", "θ", "n", "e", "x_1", "sin", "pi"])
HEADS = st.sampled_from(
    ["", "", "f(x)=", "g(x)=", "f(a)=", "g(f)=", "a=", "b=", "f(x,y)=", "t=", "g=", "x_1(t)=", "n=", "f(x,x)=", "y="]
)
FORMS = """{} {}|{}({})|{}'({})|{}''({})|d/d{}({})|∂/∂{} ({} {})|sum({},1,3,{})|prod({},{},{},{})|{}({},{})|{}+{}|{}^{}
|if({}>{},{},{})|{} {{{}>0}}|log_{}({})|-{}|abs({})|{}²({})|({}-{})/{}|root(3,{})|zeta({})"""
COMPOSED = st.tuples(st.sampled_from(FORMS.replace("\n", "").split("|")), *[st.deferred(lambda: BODIES)] * 4).map(
    lambda chosen: chosen[0].format(*chosen[1:])
)
BODIES = st.one_of(IDENTIFIERS, IDENTIFIERS, IDENTIFIERS, COMPOSED)
CARDS = st.tuples(st.builds("{}{}".format, HEADS, BODIES), st.sampled_from(["math", "math", "python"]))


@given(cards=st.lists(CARDS, min_size=1, max_size=4).map(tuple), known=st.frozensets(st.sampled_from("abfgn")))
@settings(max_examples=200, deadline=None)
def test_cards_that_use_each_other_are_read_and_evaluated_or_refused(cards, known):
    module = read_module(cards, known)
    for place, entry in enumerate(module.entries):
        program = compiled(module, place) if entry.problem is None and entry.variable else None
        if program is not None:
            assert set(program.parameters) <= set(entry.parameters)
            numbers = dict.fromkeys(program.parameters, 1.5)
            samples = torch.tensor([0.7, -1.3], dtype=torch.float64)
            # Steps alone are limited, for time is not the same twice.
            with contextlib.suppress(EngineError):
                derivatives(program, samples, numbers, 1, Budget(seconds=60, steps=1_000))


HERE = (0, 0)
NUMBERS = st.sampled_from([0.0, 1.0, 2.0, 3.0, 0.5, 10.0, 1.25, 1e-3]).map(lambda value: tree.Number(value, HERE))
NAMES = st.sampled_from(["x", "x", "a", "π"]).map(lambda name: tree.Name(name, HERE))
LEAVES = NUMBERS | NAMES
COUNTER = st.just(tree.Name("n", HERE))
ENDS = tree.Number(1.0, HERE), tree.Number(3.0, HERE)


def conditions(numbers):
    comparison = st.tuples(numbers, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), numbers).map(
        lambda parts: tree.Compare((parts[0], parts[2]), (parts[1],), HERE)
    )
    chain = st.tuples(numbers, numbers, numbers).map(lambda parts: tree.Compare(parts, ("<", "<="), HERE))
    plain = comparison | chain | comparison.map(lambda operand: tree.Not(operand, HERE))
    operators = st.sampled_from(["and", "or"])
    both = st.tuples(operators, plain, plain).map(lambda parts: tree.Logic(parts[0], parts[1:], HERE))
    return plain | both


def branched(parts):
    test, value, otherwise = parts
    return tree.Piecewise(((test, value),), otherwise, HERE)


def extended(numbers):
    """Every kind of node that both notations have, over these numbers."""
    operators = st.sampled_from("++--**/%")
    exponents = st.sampled_from([2.0, 3.0]).map(lambda value: tree.Number(value, HERE))
    pair = st.tuples(st.sampled_from(["min", "max", "atan2"]), st.tuples(numbers, numbers))
    single = st.tuples(st.sampled_from(["sin", "cos", "abs", "tanh"]), st.tuples(numbers))
    otherwise = numbers.filter(lambda node: not isinstance(node, tree.Piecewise))
    return st.one_of(
        st.tuples(operators, numbers, numbers).map(lambda parts: tree.Arithmetic(*parts, HERE)),
        st.tuples(numbers, exponents | numbers).map(lambda parts: tree.Arithmetic("^", *parts, HERE)),
        numbers.map(lambda node: tree.Negate(node, HERE)),
        (pair | single).map(lambda parts: tree.Call(*parts, HERE)),
        st.tuples(conditions(numbers), numbers, otherwise).map(branched),
        # Not over any expression: sums inside sums have too many terms.
        st.tuples(operators, LEAVES | COUNTER, LEAVES).map(
            lambda parts: tree.Reduction("sum", "n", *ENDS, tree.Arithmetic(*parts, HERE), HERE)
        ),
    )


TREES = st.deferred(lambda: st.one_of(LEAVES, LEAVES, LEAVES, extended(TREES)))
"""Deferred, because Hypothesis warns of the size of what it would print of a recursive strategy."""
SUM, PRODUCT, UNARY, POWER, ATOM = range(5)
LEVELS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "%": PRODUCT, "^": POWER}


def level(node):
    if isinstance(node, tree.Arithmetic):
        return LEVELS[node.operator]
    return UNARY if isinstance(node, tree.Negate) else ATOM


class Printer:
    """Prints with the fewest brackets, and spells what can be spelled in several ways at random."""

    def __init__(self, random, *, python):
        self.random, self.python = random, python

    def at(self, node, least):
        text = self.text(node)
        return text if level(node) >= least else f"({text})"

    def text(self, node):
        match node:
            case tree.Number():
                return repr(node.value) if self.random.random() < 0.5 else f"{node.value:g}"
            case tree.Name():
                return "pi" if self.python and node.name == "π" else node.name
            case tree.Negate():
                return "-" + self.at(node.operand, UNARY)
            case tree.Arithmetic():
                return self.arithmetic(node)
            case tree.Call(function="abs") if not self.python and self.random.random() < 0.5:
                return f"|{self.text(node.arguments[0])}|"
            case tree.Call():
                return f"{node.function}({', '.join(self.text(part) for part in node.arguments)})"
            case tree.Piecewise(((test, value),), otherwise):
                shown = self.condition(test), self.text(value), self.text(otherwise)
                return "({1} if {0} else {2})".format(*shown) if self.python else "{{{}: {}, {}}}".format(*shown)
            case tree.Reduction():
                return f"sum(n, 1, 3, {self.text(node.body)})"

    def condition(self, node):
        match node:
            case tree.Compare():
                first, *others = (self.text(operand) for operand in node.operands)
                return first + "".join(map(" {} {}".format, node.operators, others))
            case tree.Not():
                return f"not {self.condition(node.operand)}"
            case tree.Logic():
                return f" {node.operator} ".join(self.condition(operand) for operand in node.operands)

    def arithmetic(self, node):
        if node.operator == "^":
            return self.power(node)
        own = LEVELS[node.operator]
        left, right = self.at(node.left, own), self.at(node.right, own + 1)
        product = node.operator == "*" and not self.python and (right[0] in "(xaπsc")
        if product and self.random.random() < 0.5:
            return f"{left} {right}"
        return self.random.choice(["{}{}{}", "{} {} {}"]).format(left, node.operator, right)

    def power(self, node):
        base, exponent = self.at(node.left, ATOM), node.right
        if not self.python and exponent == tree.Number(2.0, HERE) and self.random.random() < 0.5:
            return f"{base}²"
        shown = self.at(exponent, UNARY if isinstance(exponent, tree.Negate) else POWER)
        return f"{base}{'**' if self.python or self.random.random() < 0.5 else '^'}{shown}"


def bare(node):
    """The node without its spans, and without other names for the same."""
    if isinstance(node, tuple):
        return tuple(bare(part) for part in node)
    if isinstance(node, tree.Name) and node.name == "pi":
        return ("Name", "π")
    if isinstance(node, Struct):
        return (type(node).__name__, *(bare(getattr(node, name)) for name in node.__struct_fields__ if name != "span"))
    return node


@given(node=TREES, random=st.randoms(use_true_random=False), python=st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_printed_tree_is_read_as_the_same_tree(node, random, python):
    text = Printer(random, python=python).text(node)
    scope = Scope({}, frozenset({"x", "a"}))
    assert bare((parse_python if python else parse)(text, scope)) == bare(node)


class TooLarge(ArithmeticError):
    """The value is so large, or so near to a pole, that rounding decides."""


def value(node, names):
    """The value of a tree by plain Python."""
    result = evaluated(node, names)
    if not abs(result) < 1e3:
        raise TooLarge
    return result


def evaluated(node, names):
    match node:
        case tree.Number():
            return node.value
        case tree.Name():
            return names[node.name]
        case tree.Negate():
            return -value(node.operand, names)
        case tree.Arithmetic():
            return calculated(node.operator, value(node.left, names), value(node.right, names))
        case tree.Call():
            plain = {"min": min, "max": max, "abs": abs}
            function = plain[node.function] if node.function in plain else vars(math)[node.function]
            return function(*(value(argument, names) for argument in node.arguments))
        case tree.Piecewise(((test, then),), otherwise):
            return value(then if holds(test, names) else otherwise, names)
        case tree.Reduction():
            return sum(value(node.body, names | {"n": count}) for count in (1, 2, 3))


def calculated(operator, left, right):
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    if operator == "^":
        if left < 0.1 or abs(right) > 5:
            raise TooLarge
        return left**right
    if abs(right) < 0.1 or (operator == "%" and min(left % right, right - left % right, key=abs) < 1e-6):
        raise TooLarge
    return left / right if operator == "/" else left % right


def holds(node, names):
    match node:
        case tree.Compare():
            operands = [value(operand, names) for operand in node.operands]
            pairs = zip(operands, node.operators, operands[1:], strict=False)
            return all(compared(*pair) for pair in pairs)
        case tree.Not():
            return not holds(node.operand, names)
        case tree.Logic():
            truths = [holds(operand, names) for operand in node.operands]
            return all(truths) if node.operator == "and" else any(truths)


def compared(left, operator, right):
    if left != right and abs(left - right) < 1e-6:
        raise TooLarge
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right, "==": left == right}.get(
        operator, left != right
    )


@given(node=TREES, random=st.randoms(use_true_random=False), python=st.booleans(), x=st.sampled_from([-1.7, 0.3, 2.4]))
@settings(max_examples=250, deadline=None)
def test_a_printed_tree_has_the_value_of_the_tree(node, random, python, x):
    try:
        want = value(node, {"x": x, "a": 1.5, "π": math.pi})
    except TooLarge:
        assume(False)
    text = Printer(random, python=python).text(node)
    program = compile_entry(read_module(((text, "python" if python else "math"),), frozenset({"a"})), 0)
    samples = torch.tensor([x], dtype=torch.float64)
    got = program(samples, dict.fromkeys(program.parameters, 1.5), Budget()).item()
    assert got == pytest.approx(want, rel=1e-7, abs=1e-7)


@pytest.mark.parametrize("syntax", SYNTAXES)
@given(text=TEXTS | st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_text_takes_over_50_ms_to_be_refused(syntax, text):
    assert min(refusal_seconds(text, syntax) for _ in range(3)) < 0.050


def refusal_seconds(text, syntax):
    """The CPU time that reading the text anew takes; 0 if it is read."""
    forget()
    begun = time.process_time()
    (entry,) = read_module(((text, syntax),)).entries
    return 0.0 if entry.problem is None else time.process_time() - begun


def test_random_texts_raise_nothing_but_problems():
    assert fuzz.run(2_000, seed=1)["refused"] > 1_000
