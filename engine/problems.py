"""Every failure that a user can meet: a closed list of codes, each with a sentence that says what to try.

The English sentences stand here because the headless commands print them; `gui.messages` translates the same
sentences. A sentence's `{fields}` are filled from `Problem.values`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Half-open range of character positions in the text that the user typed."""


class ProblemCode(StrEnum):
    """The closed list of failures; `MESSAGES` has a sentence for each."""

    # reading text
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    UNEXPECTED_CHARACTER = "unexpected_character"
    LOOKALIKE_CHARACTER = "lookalike_character"
    MALFORMED_NUMBER = "malformed_number"
    UNEXPECTED_TOKEN = "unexpected_token"
    UNEXPECTED_END = "unexpected_end"
    NEVER_CLOSED = "never_closed"
    NEVER_OPENED = "never_opened"
    NOT_OFFERED = "not_offered"
    # names and calls
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_NAME_SUGGESTION = "unknown_name_suggestion"
    WRONG_ARGUMENT_COUNT = "wrong_argument_count"
    NEEDS_LITERAL = "needs_literal"
    RESERVED_NAME = "reserved_name"
    DEFINED_TWICE = "defined_twice"
    DEFINITION_CYCLE = "definition_cycle"
    DEPENDS_ON_PROBLEM = "depends_on_problem"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_CONDITION = "not_a_condition"
    # evaluating
    TOO_MANY_STEPS = "too_many_steps"
    TOO_MUCH_TIME = "too_much_time"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_MANY_TERMS = "too_many_terms"
    TOO_MANY_CALLS = "too_many_calls"
    TOO_LONG_LIST = "too_long_list"
    NO_VALUE_YET = "no_value_yet"
    NO_RETURN = "no_return"
    NEVER_ENDS = "never_ends"
    NOT_WHOLE = "not_whole"
    NOT_EXACT = "not_exact"
    OUTSIDE_LIST = "outside_list"
    TOO_MANY_NODES = "too_many_nodes"
    # files
    FILE_NOT_FOUND = "file_not_found"
    FILE_NOT_READABLE = "file_not_readable"
    FILE_NOT_WRITABLE = "file_not_writable"
    FILE_NOT_SESSION = "file_not_session"
    FILE_TOO_NEW = "file_too_new"
    FILE_TOO_LARGE = "file_too_large"
    FILE_FORMAT_UNKNOWN = "file_format_unknown"
    NOT_SAVABLE = "not_savable"
    # commands
    BAD_REQUEST = "bad_request"
    COMMAND_NOT_YET = "command_not_yet"
    LIBRARY_MISSING = "library_missing"


MESSAGES: dict[ProblemCode, str] = {
    ProblemCode.EMPTY: "Type a function, for example `a sin(b x) + x/4`.",
    ProblemCode.TOO_LONG: "The text has {count} characters; at most {limit} are read. Split it into definitions.",
    ProblemCode.TOO_DEEP: "The expression is nested more than {limit} deep. Split it into definitions.",
    ProblemCode.UNEXPECTED_CHARACTER: "`{character}` has no meaning here. Remove it.",
    ProblemCode.LOOKALIKE_CHARACTER: "`{character}` is {described}; it only looks like `{similar}`. Type that.",
    ProblemCode.MALFORMED_NUMBER: "`{text}` is not a number. Write a number with one decimal point, such as `1.5`.",
    ProblemCode.UNEXPECTED_TOKEN: "`{text}` cannot stand here. {advice}",
    ProblemCode.UNEXPECTED_END: "The expression ends too early. {advice}",
    ProblemCode.NEVER_CLOSED: "`{bracket}` at {position} is never closed. Add `{closing}`.",
    ProblemCode.NEVER_OPENED: "`{bracket}` closes nothing. Remove it, or add `{opening}` before it.",
    ProblemCode.NOT_OFFERED: "{what} is not offered here. {advice}",
    ProblemCode.UNKNOWN_NAME: "Unknown name `{name}`. For a product write `{name}*(…)`.",
    ProblemCode.UNKNOWN_NAME_SUGGESTION: "Unknown name `{name}`; did you mean `{suggestion}`?",
    ProblemCode.WRONG_ARGUMENT_COUNT: "`{name}` takes {expected}, not {count}. Write `{example}`.",
    ProblemCode.NEEDS_LITERAL: "{what} must be a plain number here, such as `{example}`.",
    ProblemCode.RESERVED_NAME: "`{name}` already has a meaning. Choose another name.",
    ProblemCode.DEFINED_TWICE: "`{name}` is defined twice. Rename one of the two.",
    ProblemCode.DEFINITION_CYCLE: "The definitions go in a circle: {cycle}. Break it at one place.",
    ProblemCode.DEPENDS_ON_PROBLEM: "`{name}`, which is used here, has a problem of its own. Mend that one first.",
    ProblemCode.NOT_A_NUMBER: "A condition stands where a number is needed. Write `if(condition, a, b)`.",
    ProblemCode.NOT_A_CONDITION: "A number stands where a condition is needed. Compare it, as in `x > 0`.",
    ProblemCode.TOO_MANY_STEPS: "More than {limit} steps. Make the counts or the expression smaller.",
    ProblemCode.TOO_MUCH_TIME: "More than {limit} seconds. Make the counts or the expression smaller.",
    ProblemCode.TOO_MUCH_MEMORY: "More than {limit} MB of memory. Make the counts or the expression smaller.",
    ProblemCode.TOO_MANY_TERMS: "`{name}` would have {count} terms; at most {limit} are added up.",
    ProblemCode.TOO_MANY_CALLS: "`{name}` calls itself more than {limit} deep. End it earlier, or write a loop.",
    ProblemCode.TOO_LONG_LIST: "The list grows longer than {limit} entries. Keep fewer of them.",
    ProblemCode.NO_VALUE_YET: "`{name}` has no value here for some x. Give it one before the branch or loop.",
    ProblemCode.NO_RETURN: "Some x come to the end of `{name}` without a value. Add a `return` there.",
    ProblemCode.NEVER_ENDS: "This loop never ends. Write a `break`, or a condition that fails at last.",
    ProblemCode.NOT_WHOLE: "A whole number is needed here. Write `int(…)`, as in `{example}`.",
    ProblemCode.NOT_EXACT: "This whole number is too large to be exact here. Keep it below {limit}, "
    "or write a number with a point, as in `1.0`, and it is rounded.",
    ProblemCode.OUTSIDE_LIST: "The list has {count} entries; none has the index {index}. Compare it with `len` first.",
    ProblemCode.TOO_MANY_NODES: "More than {limit} operations are too many to trace. Make the counts smaller.",
    ProblemCode.FILE_NOT_FOUND: "`{file}` does not exist. Check the name.",
    ProblemCode.FILE_NOT_READABLE: "`{file}` cannot be read: {reason}.",
    ProblemCode.FILE_NOT_WRITABLE: "`{file}` cannot be written: {reason}. Choose another folder.",
    ProblemCode.FILE_NOT_SESSION: "`{file}` is not a session of this program: {reason}.",
    ProblemCode.FILE_TOO_NEW: "`{file}` was saved by a newer version ({version}). Update this program to open it.",
    ProblemCode.FILE_TOO_LARGE: "`{file}` has {size} MB; at most {limit} MB are read.",
    ProblemCode.FILE_FORMAT_UNKNOWN: "`{file}` has no known ending. Use one of {known}.",
    ProblemCode.NOT_SAVABLE: "The session cannot be saved: {reason}. Change that first.",
    ProblemCode.BAD_REQUEST: "The request cannot be understood: {reason}.",
    ProblemCode.COMMAND_NOT_YET: "`{command}` is not available in this version yet.",
    ProblemCode.LIBRARY_MISSING: "Nothing can be drawn on this machine: {reason}.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, where in the user's text (None: nowhere in particular), and the words for its sentence."""

    code: ProblemCode
    span: Span | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """The English sentence."""
        return MESSAGES[self.code].format(**dict(self.values))


class EngineError(Exception):
    """Carries one `Problem` from where it was found to where it is shown."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def fail(code: ProblemCode, span: Span | None = None, **values: object) -> EngineError:
    """Return the error that carries this problem, for `raise`; the keywords fill the sentence's fields."""
    return EngineError(Problem(code, span, tuple((key, str(value)) for key, value in values.items())))
