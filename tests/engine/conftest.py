"""Evaluates texts at points, for the tests of the compiler and of derivatives."""

import ast
import re

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language import tree
from engine.language.functions import BY_NAME
from engine.language.names import Entry, Module
from engine.language.program import compile_entry

HERE = (0, 1)
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^", ast.Mod: "%"}
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}


def expression(node):
    match node:
        case ast.Constant(value=value):
            return tree.Number(float(value), HERE)
        case ast.Name(id=name):
            return tree.Name(name, HERE)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return tree.Negate(expression(operand), HERE)
        case ast.BinOp():
            return arithmetic(node)
        case ast.Call():
            return call(node.func.id, node.args)
    raise AssertionError(ast.dump(node))


def arithmetic(node):
    """A long chain is deep on its left, so that side is not walked by recursion."""
    chain = []
    while isinstance(node, ast.BinOp):
        chain.append(node)
        node = node.left
    made = expression(node)
    for link in reversed(chain):
        made = tree.Arithmetic(ARITHMETIC[type(link.op)], made, expression(link.right), HERE)
    return made


def call(name, arguments):
    match name.split("_"):
        case ["piecewise"]:
            *pairs, otherwise = arguments if len(arguments) % 2 else [*arguments, None]
            branches = tuple(
                (condition(test), expression(body)) for test, body in zip(pairs[::2], pairs[1::2], strict=True)
            )
            return tree.Piecewise(branches, otherwise and expression(otherwise), HERE)
        case ["sum" | "prod"]:
            index, *others = arguments
            return tree.Reduction(name, index.id, *map(expression, others), HERE)
        case ["derivative", variable, order]:
            return tree.Derivative(expression(arguments[0]), variable, int(order), HERE)
        case ["primes", order, *function]:
            return tree.Apply("_".join(function), int(order), tuple(map(expression, arguments)), HERE)
    if name in BY_NAME:
        return tree.Call(BY_NAME[name].name, tuple(map(expression, arguments)), HERE)
    return tree.Apply(name, 0, tuple(map(expression, arguments)), HERE)


def condition(node):
    match node:
        case ast.Compare():
            operators = tuple(COMPARISONS[type(operator)] for operator in node.ops)
            return tree.Compare(tuple(map(expression, (node.left, *node.comparators))), operators, HERE)
        case ast.BoolOp():
            operator = "and" if isinstance(node.op, ast.And) else "or"
            return tree.Logic(operator, tuple(map(condition, node.values)), HERE)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return tree.Not(condition(operand), HERE)
    raise AssertionError(ast.dump(node))


def read(*texts):
    return Module(tuple(entry(text) for text in texts))


def entry(text):
    head = re.match(r"(\w+)(?:\((.*?)\))? = ", text)
    body = text[head.end() :] if head else text
    body = re.sub(r"\bif\(", "piecewise(", body.replace("^", "**").replace("∂", "d"))
    body = re.sub(r"(\w+)('+)\(", lambda found: f"primes_{len(found[2])}_{found[1]}(", body)
    body = re.sub(r"\bd(?:\*\*(\d))?/d(\w)(?:\*\*\d)? ?\(", lambda f: f"derivative_{f[2]}_{f[1] or 1}(", body)
    read_body = expression(ast.parse(body, mode="eval").body)
    name, arguments = (None, ("x",)) if head is None else (head[1], tuple((head[2] or "").replace(" ", "").split(",")))
    definition = tree.Definition(name, tuple(filter(None, arguments)), read_body, HERE)
    return Entry(text, "math", definition, variable=arguments[0] if len(definition.arguments) == 1 else None)


@pytest.fixture
def module_of():
    """The module of these texts."""
    return read


@pytest.fixture
def orders():
    """`orders(highest, x, text, *definitions, a=2)`: a list of values for each order."""

    def evaluate(highest, at, *texts, **parameters):
        program = compile_entry(read(*texts), 0)
        samples = torch.tensor(at, dtype=torch.float64)
        numbers = {name: float(parameters[name]) for name in program.parameters}
        got = derivatives(program, samples, numbers, highest, Budget())
        assert all(value.shape == samples.shape and not value.requires_grad for value in got)
        assert samples.tolist() == pytest.approx(at, nan_ok=True)
        return [value.tolist() for value in got]

    return evaluate
