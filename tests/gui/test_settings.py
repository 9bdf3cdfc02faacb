from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.settings import APPLICATION, ORGANISATION, RECENT_LIMIT, Settings


@pytest.fixture
def stored(settings):
    """The settings file as another program, or a user's editor, writes it."""
    del settings
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)


def test_the_first_run_has_the_defaults(settings):
    assert (settings.scheme, settings.language, settings.recent_files) == ("system", "system", [])
    assert settings.geometry.isEmpty()
    assert settings.layout.isEmpty()


def test_the_next_run_reads_what_was_written(settings, stored):
    settings.scheme = "dark"
    settings.language = "tr"
    settings.geometry = QByteArray(b"\x00\xff geometry")
    settings.layout = QByteArray(b"layout")
    settings.remember_file("/tmp/çizim, 1.gradviz")
    stored.sync()
    later = Settings()
    assert (later.scheme, later.language) == ("dark", "tr")
    assert (later.geometry, later.layout) == (QByteArray(b"\x00\xff geometry"), QByteArray(b"layout"))
    assert later.recent_files == ["/tmp/çizim, 1.gradviz"]


def test_the_tests_write_no_settings_of_the_user(stored, tmp_path):
    assert stored.fileName().startswith(str(tmp_path))


@pytest.mark.parametrize("damage", ["purple", "", 7, ["dark"], QByteArray(b"dark")])
def test_a_choice_that_is_not_understood_is_the_default(settings, stored, damage):
    for key in ("scheme", "language"):
        stored.setValue(key, damage)
    assert (settings.scheme, settings.language) == ("system", "system")


@pytest.mark.parametrize("damage", [7, {"a": "b"}, QByteArray(b"x")])
def test_damaged_files_and_geometry_are_the_default(settings, stored, damage):
    stored.setValue("recent_files", damage)
    stored.setValue("geometry", "wide")
    assert settings.recent_files == []
    assert settings.geometry.isEmpty()


def test_the_newest_file_comes_first_and_none_twice(settings):
    for path in ("/a", "/b", "/a"):
        settings.remember_file(path)
    assert settings.recent_files == ["/a", "/b"]


def test_only_the_last_files_are_remembered(settings):
    paths = [f"/{number}" for number in range(RECENT_LIMIT + 3)]
    for path in paths:
        settings.remember_file(path)
    assert settings.recent_files == paths[::-1][:RECENT_LIMIT]


def test_a_forgotten_file_is_gone(settings):
    for path in ("/a", "/b"):
        settings.remember_file(path)
    settings.forget_file("/b")
    settings.forget_file("/never there")
    assert settings.recent_files == ["/a"]
    settings.forget_file("/a")
    assert settings.recent_files == []
