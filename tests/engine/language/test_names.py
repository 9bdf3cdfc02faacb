"""Cards that are read together: definitions, parameters made from free names, cycles, and problems that stay local."""

import pytest
import torch

from engine.budget import Budget
from engine.language import names as names_module
from engine.language import tree
from engine.language.names import read_module
from engine.language.program import compile_entry


def module_of(*texts, known=()):
    return read_module(tuple((text, "math") for text in texts), frozenset(known))


def entries_of(*texts, known=()):
    return module_of(*texts, known=known).entries


def codes(*texts):
    return [entry.problem and entry.problem.code.value for entry in entries_of(*texts)]


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("a sin(b x) + x/4", ("a", "b")),
        ("b a x", ("b", "a")),
        ("lr x_0 + α₁ x", ("lr", "x_0", "α_1")),
        ("π e x", ()),
        ("2", ()),
        ("sum(n, 1, m, n a x)", ("m", "a")),
        ("sum(n, 1, 3, n) + n", ("n",)),
        ("prod(k, k, 3, k x)", ("k",)),
        ("∂/∂a (x^2)", ("a",)),
        ("d/dx(c x)", ("c",)),
        ("if(x > a, b, c)", ("a", "b", "c")),
        ("sqrt(x) {x < r}", ("r",)),
        ("log_b(x)", ("b",)),
        ("f(x, y) = k x y", ("k",)),
        ("f(t) = t + x", ("x",)),
        ("a = b + 1", ("b",)),
    ],
)
def test_every_other_free_name_is_a_parameter(text, parameters):
    (entry,) = entries_of(text)
    assert entry.problem is None
    assert entry.parameters == parameters


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("x + 1", "x"),
        ("t^2", "t"),
        ("sin θ", "θ"),
        ("x t", "x"),
        ("t θ", "x"),
        ("3", "x"),
        ("a", "x"),
        ("d/dt(t^2)", "t"),
        ("sum(t, 1, 3, t)", "x"),
        ("f(u) = u", "u"),
        ("y = x^2", "x"),
        ("y = 2 t", "t"),
        ("a = 1.5", None),
        ("a = b", None),
        ("f(x, y) = x", None),
    ],
)
def test_the_variable(text, variable):
    (entry,) = entries_of(text)
    assert entry.problem is None
    assert entry.variable == variable


def test_what_a_card_defines_is_no_parameter():
    module = module_of("c f(x) + a", "f(x) = b x", "c = 2 d")
    assert [entry.parameters for entry in module.entries] == [("a", "d", "b"), ("b",), ("d",)]
    assert module.parameters == ("a", "d", "b")


def test_a_known_parameter_before_a_bracket_multiplies():
    assert entries_of("a(x + 1)")[0].problem.code.value == "unknown_name"
    (entry,) = entries_of("a(x + 1)", known=["a"])
    assert isinstance(entry.definition.body, tree.Arithmetic)
    assert entry.parameters == ("a",)


def test_a_definition_is_stronger_than_a_known_parameter():
    entry, _ = entries_of("f(2)", "f(x) = x", known=["f"])
    assert isinstance(entry.definition.body, tree.Apply)


def test_an_argument_hides_what_other_cards_define():
    entries = entries_of("f(c) = c(c + 1)", "c = 5", "g(f) = f + x")
    assert [entry.problem for entry in entries] == [None] * 3
    assert entries[0].parameters == ()


@pytest.mark.parametrize(
    ("text", "function", "order"),
    [
        ("f'(x)", "f", 1),
        ("f''(x + 1)", "f", 2),
        ("f‴(x)", "f", 3),
        ("f″'(x)", "f", 3),
        ("f' x", "f", 1),
        ("f(x)", "f", 0),
        ("sin'(x)", "sin", 1),
        ("arcsin''(x)", "asin", 2),
    ],
)
def test_primes_count_the_order(text, function, order):
    body = entries_of(text, "f(x) = x^5")[0].definition.body
    assert isinstance(body, tree.Apply)
    assert (body.function, body.order) == (function, order)


@pytest.mark.parametrize(
    ("text", "variable", "order"),
    [
        ("d/dx(x^2)", "x", 1),
        ("d^2/dx^2 (x^2)", "x", 2),
        ("d²/dt² t^3", "t", 2),
        ("d ^ 12 / d x_1 ^ 12 (x_1)", "x_1", 12),
        ("∂/∂a (a x)", "a", 1),
        ("∂^3/∂beta_2^3 (x)", "beta_2", 3),
        ("d/dλ (λ^2)", "λ", 1),
    ],
)
def test_derivatives_name_their_variable_and_order(text, variable, order):
    body = entries_of(text)[0].definition.body
    assert isinstance(body, tree.Derivative)
    assert (body.variable, body.order) == (variable, order)


@pytest.mark.parametrize("text", ["d/df(x)", "∂/∂sin(x)", "∂/∂and (x)", "d/de(e x)", "∂/∂pi (x)"])
def test_there_is_no_derivative_by_a_function_or_a_constant(text):
    entry, _ = entries_of(text, "f(x) = x")
    assert entry.problem.code.value == "not_offered"
    assert "by a variable or a parameter" in entry.problem.message


def test_a_quotient_of_parameters_is_no_derivative():
    (entry,) = entries_of("d/delta + x")
    assert entry.parameters == ("d", "delta")


def test_counts_and_their_index():
    body = entries_of("prod(i, 2, m, i x)")[0].definition.body
    assert isinstance(body, tree.Reduction)
    assert (body.operator, body.index) == ("prod", "i")
    assert isinstance(body.stop, tree.Name)


@pytest.mark.parametrize(
    ("texts", "cycle"),
    [
        (("f(x) = f(x - 1)",), "f → f"),
        (("f(x) = g(x)", "g(x) = f(x)"), "f → g → f"),
        (("a = b", "b = c + 1", "c = 2a"), "a → b → c → a"),
        (("f(x) = g'(x)", "g(x) = h(1)", "h(x) = f''(x)"), "f → g → h → f"),
        (("f(x) = d/dx(f(x))",), "f → f"),
        (("f(x) = sum(n, 1, 3, f(n))",), "f → f"),
    ],
)
def test_a_cycle_is_named_where_it_begins(texts, cycle):
    entries = entries_of(*texts)
    assert {entry.problem.code.value for entry in entries} == {"definition_cycle"}
    assert f"in a circle: {cycle}." in entries[0].problem.message
    start, end = entries[0].problem.span
    assert texts[0][start:end].startswith(cycle.split(" → ")[1])


def test_what_uses_a_cycle_is_not_in_it():
    assert codes("f(x) + 1", "f(x) = g(x)", "g(x) = f(x)") == ["depends_on_problem"] + ["definition_cycle"] * 2


def test_a_broken_card_breaks_those_that_use_it_and_no_other():
    assert codes("f'(x)", "f(x) = sin(", "x + 1", "g(x) = f(x)", "g(2)") == [
        "depends_on_problem",
        "never_closed",
        None,
        "depends_on_problem",
        "depends_on_problem",
    ]


def test_the_second_of_two_definitions_is_the_problem():
    assert codes("f(x) = x", "f(x) = 2", "f(3)") == [None, "defined_twice", None]
    assert codes("a = 1", "a(x) = 2", "a(3)") == [None, "defined_twice", None]
    assert codes("a(x) = 2", "a = 1", "a(3)", "a + 1") == [None, "defined_twice", None, "unexpected_token"]
    body = entries_of("a = 1", "a(x) = 2", "a(3)")[2].definition.body
    assert isinstance(body, tree.Arithmetic)


def test_an_index_is_no_use_of_a_definition():
    assert codes("c = sum(c, 1, 3, c)") == [None]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("wavelte(x)", "wavelet"), ("sni(x)", "sin"), ("sgrt(x)", "sqrt"), ("pieceswise(x > 0, 1)", "piecewise")],
)
def test_near_names_are_suggested_also_those_of_other_cards(text, suggestion):
    entry, _ = entries_of(text, "wavelet(x) = sin(x)")
    assert entry.problem.code.value == "unknown_name_suggestion"
    assert f"did you mean `{suggestion}`" in entry.problem.message


def test_a_function_of_the_user_takes_as_many_arguments_as_it_has():
    assert codes("f(1)", "f(x, y) = x") == ["wrong_argument_count", None]
    assert codes("f'(1, 2)", "f(x, y) = x") == ["not_offered", None]


def test_definitions_and_definition_of_a_name():
    module = module_of("f(u, v) = u v", "x + 1")
    assert module.definition("f").arguments == ("u", "v")
    with pytest.raises(KeyError):
        module.definition("g")


def test_equal_texts_are_one_module():
    sources = (("a(x + 1)", "math"), ("x", "auto"))
    assert read_module(sources) is read_module(sources)
    assert read_module(sources) != read_module(sources, frozenset({"a"}))
    assert hash(read_module(sources)) == hash(read_module(tuple(sources)))


@pytest.mark.parametrize(
    ("text", "is_python"),
    [("x**2 if x > 0 else -x", True), ("7 // x", True), ("if(x > 0, 1, 2)", False), ("2x", False)],
)
def test_auto_chooses_the_notation(text, is_python):
    (entry,) = read_module(((text, "auto"),)).entries
    assert entry.problem is None
    (other,) = read_module(((text, "python" if is_python else "math"),)).entries
    assert entry.definition == other.definition
    (wrong,) = read_module(((text, "math" if is_python else "python"),)).entries
    assert wrong.problem is not None


def test_definitions_are_read_in_both_notations():
    entries = read_module((("f(x) = 2x", "math"), ("g(x) = f(x)**2", "python"), ("g(x) f(x)", "math"))).entries
    assert [entry.problem for entry in entries] == [None] * 3


def test_only_the_changed_card_is_read_again(monkeypatch):
    read = []
    original = names_module.read_card
    monkeypatch.setattr(names_module, "read_card", lambda text, *rest: read.append(text) or original(text, *rest))
    names_module.forget()
    module_of("f(x) = x^2", "a x", "f(b)")
    module_of("f(x) = x^2", "a x + 1", "f(b)")
    assert read == ["f(x) = x^2", "a x", "f(b)", "a x + 1"]


def test_a_changed_head_reads_the_cards_again_that_it_means_something_for():
    assert codes("f(x) = x", "f(2)") == [None, None]
    assert codes("h(x) = x", "f(2)") == [None, "unknown_name"]


@pytest.mark.parametrize("syntax", ["math", "python"])
def test_beta_is_a_name_unless_a_bracket_follows(syntax):
    (entry,) = read_module((("beta * x + beta(2, x)", syntax),)).entries
    assert (entry.problem, entry.parameters) == (None, ("beta",))
    samples = torch.tensor([3.0], dtype=torch.float64)
    program = compile_entry(read_module((("beta * x + beta(2, x)", syntax),)), 0)
    assert program(samples, {"beta": 0.5}, Budget()).item() == pytest.approx(1.5 + 1 / 12, rel=1e-14)


@pytest.mark.parametrize(
    ("text", "parameters"),
    [("beta x", ("beta",)), ("sin beta x", ("beta",)), ("beta^2 x", ("beta",)), ("∂/∂beta(beta x)", ("beta",)),
     ("beta β x", ("beta", "β")), ("alpha x", ("alpha",)), ("gamma x", ()), ("zeta x", ()), ("psi x", ())],
)  # fmt: skip
def test_words_for_greek_letters_are_names_but_where_they_are_functions_of_one_variable(text, parameters):
    (entry,) = read_module(((text, "math"),)).entries
    assert (entry.problem, entry.parameters) == (None, parameters)


@pytest.mark.parametrize(
    ("text", "others", "known", "want"),
    [("beta(x+1)", ("beta = 2",), "", 3.0), ("beta(x+1)", (), "beta", 3.0), ("x/beta(x+1)", ("beta = 2",), "", 0.375),
     ("beta (x, 1)", ("beta = 2",), "", 2.0), ("beta[max(x, 1)]", ("beta = 2",), "", 2.0),
     ("beta x + beta(x)", (), "", 2.0), ("beta(beta(x, 1))", ("beta = 2",), "", 4.0)],
)  # fmt: skip
def test_a_beta_that_is_known_multiplies_a_bracket_without_a_comma(text, others, known, want):
    module = read_module(tuple((one, "math") for one in (text, *others)), frozenset(filter(None, [known])))
    program = compile_entry(module, 0)
    samples = torch.tensor([0.5], dtype=torch.float64)
    assert program(samples, dict.fromkeys(program.parameters, 2.0), Budget()).item() == pytest.approx(want, rel=1e-14)


def test_beta_can_be_given_a_value_but_no_other_meaning():
    entries = read_module((("beta = 3", "math"), ("beta x + beta(x, 2)", "math"))).entries
    assert [entry.problem for entry in entries] == [None, None]
    (entry,) = read_module((("beta(x) = x", "math"),)).entries
    assert entry.problem.code.value == "reserved_name"


def test_only_a_name_within_a_third_of_its_letters_is_suggested():
    for text in ("foo(x)", "fo(x)", "stop_it(x)"):
        (entry,) = read_module(((text, "math"),)).entries
        assert entry.problem.code.value == "unknown_name"
