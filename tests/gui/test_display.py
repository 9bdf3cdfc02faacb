from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from gui import display

ROOT = Path(__file__).parents[2]
DISPLAY = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system always has a display")


@pytest.fixture
def bare(monkeypatch):
    """A machine without any display."""
    for name in DISPLAY:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def start(**environment):
    """Start the program as a user does; it must end by itself."""
    rest = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    command = [sys.executable, "main.py"]
    return subprocess.run(
        command, env=rest | environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


@linux
@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ":987"}, "does not answer|Qt needs"),
        ({"QT_QPA_PLATFORM": "wayland"}, "No Wayland display answers"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "'nonsense', which this Qt does not have"),
    ],
)
def test_a_machine_without_a_display_gets_one_sentence(environment, told):
    done = start(**environment)
    assert done.returncode == display.EXIT_STATUS
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert re.search(told, line)


@linux
def test_a_missing_library_is_told_by_one_sentence_with_the_package(tmp_path):
    """As on a bare system: the loader finds no libGL, so neither can Python's Qt be imported."""
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes, sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'PySide6.QtWidgets':\n"
        "            raise ImportError('libGL.so.1: cannot open shared object file: No such file or directory')\n"
        "sys.meta_path.insert(0, Missing())\n"
        "load = ctypes.CDLL\n"
        "def without(name, *rest, **options):\n"
        "    if name == 'libGL.so.1':\n"
        "        raise OSError(name)\n"
        "    return load(name, *rest, **options)\n"
        "ctypes.CDLL = without\n"
    )
    done = start(QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path))
    assert done.returncode == display.EXIT_STATUS
    (line,) = done.stderr.splitlines()
    assert "libGL.so.1" in line
    assert re.search(r"sudo apt-get install .*\blibgl1\b", line)


@linux
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=800x600", "nonsense;offscreen"])
def test_no_obstacle_where_a_window_can_be_shown(bare, platform):
    bare.setenv("QT_QPA_PLATFORM", platform)
    assert display.obstacle() is None


@linux
def test_a_wayland_display_that_answers_is_enough(bare, tmp_path):
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(tmp_path / "wayland-7"))
    listening.listen()
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display._wayland_answers()
    listening.close()
    assert not display._wayland_answers()


def test_elsewhere_only_the_import_is_asked_for(bare):
    bare.setattr(sys, "platform", "win32")
    assert display.obstacle() is None


def test_another_failure_to_import_is_told_as_it_is():
    sentence = display._libraries_sentence("libodd.so.3: cannot open shared object file")
    assert "libodd.so.3" in sentence or "Qt needs" in sentence
    assert "\n" not in sentence


@linux
def test_the_readme_names_the_same_packages():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("<!-- system libraries -->")[1].split("<!-- end -->")[0]
    assert set(re.findall(r"\blib[a-z0-9.+-]+\b", block)) - {"libraries"} == set(display.LIBRARIES.values())


@linux
def test_every_library_of_the_list_is_one_that_qt_asks_for():
    """A name that is in none of Qt's own files, and in no library that comes with it, would be a wrong hint."""
    folder = Path(find_spec("PySide6").submodule_search_locations[0], "Qt")
    files = [*folder.glob("lib/libQt6*.so.6"), *folder.glob("plugins/platforms/*.so")]
    asked = b"".join(path.read_bytes() for path in files)
    assert [name for name in display.LIBRARIES if name.encode() not in asked] == []
