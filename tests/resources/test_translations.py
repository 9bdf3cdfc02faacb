"""The catalogues against the code, with Qt's own tools; where these are missing the tests fail."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path
from string import Formatter
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from resources.translations import update

LANGUAGES = tuple(update.LANGUAGES)
FORMULA = re.compile(r"[a-z0-9]+\(|[≤≥≠<>|]")
"""A text that may be the same in both languages."""
SAME_WORDS = {"Alt", "Ctrl", "Minimum", "Shift", "autograd", "null"}
LIST = ", …"
ENDS = (".", "?", "…", ":", "!", ",")


class Message(NamedTuple):
    context: str
    source: str
    translations: tuple[str, ...]
    mark: str | None


def catalogue(language):
    return update.FOLDER / f"{update.CATALOGUE}_{language}.ts"


def read(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            texts = tuple(form.text or "" for form in forms)
            yield Message(context.findtext("name"), message.findtext("source"), texts, translation.get("type"))


def fields(text):
    named = [field for _, field, *_ in Formatter().parse(text) if field is not None]
    return sorted({*named, *(["%n"] if "%n" in text else [])})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_the_texts_of_the_code_and_no_others(tmp_path, language):
    fresh = Path(shutil.copy(catalogue(language), tmp_path))
    update.collect(fresh, language)
    assert list(read(fresh)) == list(read(catalogue(language)))


def test_collecting_into_an_empty_folder_finds_the_same_texts(tmp_path):
    fresh = tmp_path / catalogue("tr").name
    update.collect(fresh, "tr")
    found = [(message.context, message.source) for message in read(fresh)]
    assert found == [(message.context, message.source) for message in read(catalogue("tr"))]
    assert all(message.mark == "unfinished" for message in read(fresh))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_left_over(language):
    messages = list(read(catalogue(language)))
    assert messages
    assert [message for message in messages if message.mark or not all(message.translations)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_made_from_this_one(tmp_path, language):
    made = update.release(Path(shutil.copy(catalogue(language), tmp_path)))
    assert made.read_bytes() == catalogue(language).with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_text(language):
    for message in read(catalogue(language)):
        for text in message.translations:
            assert fields(text) == fields(message.source), message


def test_a_translation_ends_and_starts_as_its_text():
    for message in read(catalogue("tr")):
        (text,) = message.translations
        source = message.source.removesuffix(LIST)
        assert [text.endswith(end) for end in ENDS] == [source.endswith(end) for end in ENDS], message
        assert text[:1].isspace() == source[:1].isspace(), message
        assert text == unicodedata.normalize("NFC", text), message


def test_a_translation_has_a_key_where_its_text_has_one():
    for message in read(catalogue("tr")):
        assert message.translations[0].count("&") == message.source.count("&") <= 1, message


def test_no_sentence_is_left_in_english():
    same = [message.source for message in read(catalogue("tr")) if message.source == message.translations[0]]
    assert [text for text in same if text not in SAME_WORDS and not FORMULA.search(text)] == []


def test_one_text_of_a_context_never_has_two_translations():
    messages = list(read(catalogue("tr")))
    assert len({(message.context, message.source) for message in messages}) == len(messages)


def test_a_stale_a_missing_and_a_marked_entry_are_found(tmp_path):
    """The checks above see what they are there for."""
    text = catalogue("tr").read_text("utf-8")
    broken = text.replace("<source>&amp;Undo</source>", "<source>&amp;Undone</source>")
    assert broken != text
    path = tmp_path / catalogue("tr").name
    path.write_text(broken, "utf-8")
    update.collect(path, "tr")
    after = {message.source: message for message in read(path)}
    assert "&Undone" not in after
    assert after["&Undo"].mark == "unfinished"
