from engine.problems import MESSAGES, Problem, ProblemCode, fail


def test_every_problem_code_has_a_sentence():
    assert set(MESSAGES) == set(ProblemCode)


def test_a_problem_fills_its_sentence():
    error = fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, (0, 3), name="sni", suggestion="sin")
    assert error.problem == Problem(
        ProblemCode.UNKNOWN_NAME_SUGGESTION, (0, 3), (("name", "sni"), ("suggestion", "sin"))
    )
    assert error.problem.message == "Unknown name `sni`; did you mean `sin`?"
