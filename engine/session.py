"""Session files: a document as JSON with a version number, read strictly."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import msgspec

from engine.document import Document  # noqa: TC001  (msgspec reads the fields' types at run time)
from engine.problems import ProblemCode, fail
from engine.session_rules import check
from engine.strict_json import Refused, parse, shown

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".gradviz"
VERSION = 1
LARGEST = 10_000_000
"""Bytes."""

TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
"""What msgspec calls a JSON type -> what a sentence calls it."""


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a session file holds."""

    version: int
    document: Document


def encode(document: Document) -> bytes:
    """Return the session file of this document: JSON, indented, the same bytes for equal documents.

    Raises `EngineError` (not_savable) for a document that `decode` would refuse: nothing is written that cannot be
    read again.
    """
    try:
        check(document)
        parse(data := msgspec.json.encode(Session(VERSION, document)))
    except UnicodeEncodeError:
        raise fail(ProblemCode.NOT_SAVABLE, reason="a text in it has half a character") from None
    except Refused as error:
        raise fail(ProblemCode.NOT_SAVABLE, reason=error) from None
    return msgspec.json.format(data, indent=2) + b"\n"


def decode(data: bytes, name: str) -> Document:
    """Return the document in a session file's bytes; `name` is what a sentence calls the file.

    Raises `EngineError` (file_not_session, file_too_new, file_too_large).
    """
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    try:
        content = parse(data)
        version = _version(content)
        if version > VERSION:
            raise fail(ProblemCode.FILE_TOO_NEW, file=name, version=version)
        document = _session(content).document
        check(document)
    except Refused as error:
        raise fail(ProblemCode.FILE_NOT_SESSION, file=name, reason=error) from None
    return document


def load(path: Path) -> Document:
    """Return the document in a session file.

    Raises `EngineError` (file_not_found, file_not_readable, and those of `decode`).
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe could wait for ever
            raise fail(ProblemCode.FILE_NOT_READABLE, file=path, reason="it is not a file")
        if status.st_size > LARGEST:
            raise _too_large(str(path), status.st_size)
        with path.open("rb") as file:
            return decode(file.read(LARGEST + 1), str(path))
    except FileNotFoundError:
        raise fail(ProblemCode.FILE_NOT_FOUND, file=path) from None
    except OSError as error:
        raise fail(ProblemCode.FILE_NOT_READABLE, file=path, reason=error.strerror or error) from None
    except ValueError:  # a path with a NUL character
        raise fail(ProblemCode.FILE_NOT_READABLE, file=shown(str(path)), reason="no file can have this name") from None


def _too_large(name: str, size: int) -> Exception:
    return fail(ProblemCode.FILE_TOO_LARGE, file=name, size=-(-size // 1_000_000), limit=LARGEST // 1_000_000)


def _version(content: object) -> int:
    version = content.get("version") if isinstance(content, dict) else None
    if type(version) is not int or version < 1:
        raise Refused("it has no version number")
    return version


def _session(content: object) -> Session:
    try:
        return msgspec.convert(content, Session)
    except msgspec.ValidationError as error:
        raise Refused(_reason(str(error))) from None


def _reason(message: str) -> str:
    """Return msgspec's message in plain words, with the place first."""
    told, _, path = message.partition(" - at `$.")
    where = f"`{path.rstrip('`')}`" if path else "it"
    if match := re.fullmatch("Expected `(.*)`, got `(.*)`", told):
        expected, got = (_in_words(types) for types in match.groups())
        return f"{where} is {got}, not {expected}"
    if match := re.fullmatch("Object contains unknown field `(.*)`", told, re.DOTALL):
        return f"{where} has an unknown entry `{shown(match[1])}`"
    if match := re.fullmatch("Object missing required field `(.*)`", told):
        return f"{where} has no entry `{match[1]}`"
    if match := re.fullmatch("Expected `array` of length (.*), got (.*)", told):
        return f"{where} has {match[2]} entries, not {match[1]}"
    return f"{where} is none of the choices"


def _in_words(types: str) -> str:
    return " or ".join(TYPES[kind] for kind in types.split(" | "))
