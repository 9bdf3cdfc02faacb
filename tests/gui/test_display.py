"""A machine that cannot show the window gets one sentence, with what to install or to set."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from engine.commands import answer
from gui import display
from main import plot

ROOT = Path(__file__).parents[2]
NOWHERE = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's loader")


@pytest.fixture
def without(monkeypatch):
    """Hide these libraries from the loader, and Qt's modules with them."""
    load = ctypes.CDLL

    def hide(*libraries, modules=()):
        def loaded(name, *more):
            if any(library in str(name) for library in libraries):
                raise OSError(f"{name}: cannot open shared object file: No such file or directory")
            return load(name, *more)

        monkeypatch.setattr(ctypes, "CDLL", loaded)
        for module in modules:
            monkeypatch.setitem(sys.modules, module, None)

    return hide


@pytest.fixture
def desk(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("words", [(), ("session.gradviz",)])
@pytest.mark.parametrize(
    ("environment", "start"),
    [
        ({}, "There is no display: "),
        ({"DISPLAY": ":4711"}, "The display :4711 does not answer: "),
        ({"WAYLAND_DISPLAY": "nothing-there"}, "There is no display: "),
        ({"QT_QPA_PLATFORM": "wayland"}, "No Wayland display answers; "),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM names 'nonsense', "),
    ],
)
def test_a_window_that_cannot_be_shown_is_one_sentence(words, environment, start):
    bare = {key: value for key, value in NOWHERE.items() if key != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env={**bare, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (display.EXIT_STATUS, "")
    assert done.stderr.startswith(start)
    assert done.stderr.count("\n") == 1


def test_the_offscreen_platform_is_no_obstacle(desk):
    desk.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.obstacle() is None


def test_all_missing_libraries_are_named_at_once(without):
    without("libGL.so", "libxcb-cursor", modules=["PySide6.QtWidgets"])
    assert display.obstacle() == (
        "Qt needs libGL.so.1, libxcb-cursor.so.0; on Debian or Ubuntu run: sudo apt-get install libgl1 libxcb-cursor0"
    )


def test_a_library_that_only_the_x_platform_needs_is_named(without, desk):
    desk.setenv("DISPLAY", ":4711")
    without("libqxcb", "libxcb-icccm")
    assert display.obstacle() == (
        "Qt needs libxcb-icccm.so.4; on Debian or Ubuntu run: sudo apt-get install libxcb-icccm4"
    )


def test_a_library_that_is_not_known_is_named_by_the_loader(without):
    without("none", modules=["PySide6.QtSvg"])
    sentence = display.obstacle()
    assert sentence is not None
    assert sentence.startswith("Qt cannot be loaded: ")
    assert "PySide6.QtSvg" in sentence


def test_a_wayland_desktop_without_its_libraries_is_told_which(without, desk, tmp_path):
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wl"))
        compositor.listen(8)
        desk.setenv("WAYLAND_DISPLAY", str(tmp_path / "wl"))
        without("libqwayland", "libwayland-cursor")
        sentence = display.obstacle()
    assert sentence is not None
    assert sentence.startswith("Qt needs libwayland-cursor.so.0")
    assert "apt-get install libwayland-cursor0" in sentence


def test_plot_where_qt_cannot_be_loaded_is_a_problem(without, tmp_path):
    without("libEGL", modules=["PySide6.QtWidgets", "gui.export.headless"])
    told = answer({"command": "plot", "expression": "x", "file": str(tmp_path / "a.png")}, plot)
    assert told["problem"]["code"] == "library_missing"
    assert "apt-get install libegl1" in told["problem"]["message"]


def test_an_import_that_fails_for_another_reason_is_a_bug(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "gui.export.headless", None)
    with pytest.raises(ImportError):
        answer({"command": "plot", "expression": "x", "file": str(tmp_path / "a.png")}, plot)


def test_the_readme_lists_the_libraries_that_are_asked_for():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("<!-- system libraries -->")[2].partition("<!-- end -->")[0]
    assert set(re.findall(r"\blib[a-z0-9.+-]+\d", block)) == set(display.LIBRARIES.values())
