"""A window is closed and opened again: it shows its last picture at once, and that is what is computed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPixmap

from engine import VERSION
from gui.last_picture import LastPicture


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("gui.last_picture.REST", 10**6)  # nothing is kept but what the test keeps
    return tmp_path


def pixels(picture):
    image = (picture.toImage() if isinstance(picture, QPixmap) else picture).convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[..., :3].astype(int)


def leaves(person):
    person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=30_000)
    shown = pixels(person.window.plot.grab())
    person.window.store.mark_saved()
    person.window.close()
    return shown


def test_the_same_document_shows_its_last_picture_until_it_is_computed(cache, open_window):
    person = open_window()
    person.window.resize(780, 700)  # what the screen without a screen has room for
    person.waits()
    person.types_and_waits("x")
    shown = leaves(person)
    other = open_window()
    other.window.store.open(person.window.store.document)
    other.waits()
    kept = other.window.last_picture.find()
    assert kept is not None
    assert (pixels(kept) == shown).all()
    other.qtbot.waitUntil(lambda: other.window.picture.is_complete, timeout=30_000)
    assert (pixels(other.window.plot.grab()) == shown).all()


def test_a_plot_without_an_outcome_paints_it(cache, person):
    plot, still = person.window.plot, QPixmap(person.window.plot.size())
    still.fill("#123456")
    plot._has_outcome, plot.stand_in = False, lambda: still
    assert (pixels(plot.grab()) == [0x56, 0x34, 0x12]).all()
    plot._has_outcome = True
    assert not (pixels(plot.grab()) == [0x56, 0x34, 0x12]).all()


def test_another_document_size_or_language_has_no_picture(cache, person):
    leaves(person)
    window = person.window
    assert LastPicture(window, lambda: window._application.languages.language).find() is not None
    assert LastPicture(window, lambda: "xx").find() is None
    window.store.edit(window.store.document.with_cursor(1.25), "")
    assert window.last_picture.find() is None


def fresh(person):
    """What a window that opens later finds."""
    return LastPicture(person.window, lambda: person.window._application.languages.language).find()


def kept(cache):
    return list(cache.rglob("*.picture"))


@pytest.mark.parametrize("damage", [
    lambda data: b"",
    lambda data: b"no picture",
    lambda data: data[: len(data) // 2],
    lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
    lambda data: bytes(32) + data[32:],
], ids=["empty", "other", "short", "one bit", "no hash"])  # fmt: skip
def test_a_damaged_file_is_no_picture_and_nobody_complains(cache, person, capfd, damage):
    leaves(person)
    assert fresh(person) is not None
    (file,) = kept(cache)
    file.write_bytes(damage(file.read_bytes()))
    capfd.readouterr()
    assert fresh(person) is None
    assert capfd.readouterr().err == ""


def test_few_are_kept(cache, person):
    folder = person.window.last_picture._path().parent
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(12):
        (folder / f"{number}.picture").write_bytes(b"")
    leaves(person)
    assert len(list(folder.iterdir())) == 8
    assert fresh(person) is not None


def test_a_picture_that_rests_is_kept_before_the_window_closes(cache, person):
    window = person.window
    person.qtbot.waitUntil(lambda: window.picture.is_complete, timeout=30_000)
    assert window.last_picture._rest.isActive()
    assert kept(cache) == []
    window.last_picture._rest.setInterval(0)
    person.types_and_waits("x^2")
    person.qtbot.waitUntil(lambda: len(kept(cache)) == 1, timeout=30_000)
    window.last_picture._pool.waitForDone()
    assert (pixels(fresh(person)) == pixels(window.plot.grab())).all()


def test_what_is_kept_already_is_not_written_again(cache, person):
    leaves(person)
    (file,) = kept(cache)
    file.write_bytes(b"")
    person.window.last_picture.keep()
    assert file.read_bytes() == b""


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION
