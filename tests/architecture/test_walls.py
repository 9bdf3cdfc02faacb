from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import engine
import engine.layers
import gui
import resources

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
MAIN_LINES = 80
QT = ("PySide6", "shiboken6", "pyqtgraph", "superqt", "qtawesome")
MAY_IMPORT = {
    "engine": ("engine",),
    "gui": ("engine", "gui", "resources"),
    "resources": ("resources",),
    "main": ("engine", "gui"),
}
BEHIND_TORCH = (
    "engine.torch_setup",
    "engine.calculus.check",
    "engine.calculus.cost",
    "engine.calculus.forward",
    "engine.calculus.precision",
    "engine.calculus.recorder",
    "engine.calculus.sensitivity",
    "engine.calculus.trace",
    "engine.evaluate",
    "engine.calculus.derivatives",
    "engine.language.compiler",
    "engine.language.environment",
    "engine.language.inner_derivative",
    "engine.language.operators",
    "engine.language.piecewise",
    "engine.language.program",
    "engine.language.rules",
)
"""Modules that cannot work without torch; all others must be there before it is loaded."""


def sources():
    folders = [ROOT / name for name in ("engine", "gui", "resources")]
    return [ROOT / "main.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def named(path):
    return str(path.relative_to(ROOT))


def imported(path):
    """Every module that a file names in an import, also within functions and for type checkers only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module


def modules(package):
    return [module.name for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]


def loaded_by(names):
    """The modules that a fresh interpreter has after importing these."""
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    command = [sys.executable, "-c", program, *names]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("path", sources(), ids=named)
def test_imports_run_one_way(path):
    package = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = {name.partition(".")[0] for name in imported(path)} & {*MAY_IMPORT, "tests", "benchmarks", "docs"}
    assert ours <= set(MAY_IMPORT[package])


@pytest.mark.parametrize("path", [*(ROOT / "engine").rglob("*.py")], ids=named)
def test_the_engine_names_no_qt(path):
    assert not {name.partition(".")[0] for name in imported(path)} & set(QT)


def test_the_whole_engine_loads_no_qt():
    loaded = {name.partition(".")[0] for name in loaded_by(modules(engine))}
    assert not loaded & {*QT, "gui"}


def test_the_engine_needs_torch_only_to_evaluate():
    names = [name for name in modules(engine) if not name.startswith(BEHIND_TORCH)]
    assert "torch" not in loaded_by(names)


def test_no_window_loads_torch():
    assert "torch" not in loaded_by(modules(gui))


def test_torch_is_imported_where_it_is_set_up_and_nowhere_else():
    importers = [named(path) for path in sources() if any(name.partition(".")[0] == "torch" for name in runtime(path))]
    assert importers == ["engine/torch_setup.py"]


def runtime(path):
    """What a file imports when it runs: not what stands under `if TYPE_CHECKING`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_every_layer_file_is_in_the_table():
    helpers = {"__init__", "layer"}
    files = {path.stem for path in (ROOT / "engine" / "layers").glob("*.py")} - helpers
    table = {layer.name for layer in engine.layers.LAYERS}
    assert files == table
    assert len(table) == len(engine.layers.LAYERS)


@pytest.mark.parametrize("path", [*sources(), *(ROOT / "tests").rglob("*.py")], ids=named)
def test_a_file_fits_in_the_head(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= (MAIN_LINES if path.name == "main.py" else LONGEST_FILE)


def test_test_files_have_names_of_their_own():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))


def test_every_resource_is_installed():
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["*"]
    inside = [path for package in (engine, gui, resources) for path in Path(package.__path__[0]).rglob("*")]
    data = [path for path in inside if path.is_file() and path.suffix not in (".py", ".pyc", ".ts", ".desktop")]
    forgotten = [named(path) for path in data if not any(path.match(pattern) for pattern in patterns)]
    assert data
    assert not forgotten
