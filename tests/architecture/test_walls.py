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
from gui.export.formats import FORMATS

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
MAIN_LINES = 80
QT = ("PySide6", "shiboken6", "pyqtgraph", "superqt", "qtawesome")
MAY_IMPORT = {
    "engine": ("engine", "resources"),  # the example sessions
    "gui": ("engine", "gui", "resources"),
    "resources": ("resources",),
    "main": ("engine", "gui"),
}
ENGINE_MAY_IMPORT = {
    "document": (),
    "problems": (),
    "shapes": (),
    "budget": ("problems",),
    # An expression can contain a derivative.
    "language": ("calculus", "budget", "problems", "torch_setup"),
    "calculus": ("language", "budget", "problems", "torch_setup", "shapes"),
    "sampling": ("calculus", "language", "shapes", "budget", "problems", "torch_setup"),
    "layers": ("calculus", "sampling", "language", "shapes", "problems"),
    "plan": ("document", "language", "problems"),
    "session": ("document", "session_rules", "strict_json", "problems"),
}
BEHIND_TORCH = (
    "engine.torch_setup",
    "engine.calculus.check",
    "engine.calculus.cost",
    "engine.calculus.derivative_trace",
    "engine.calculus.forward",
    "engine.calculus.precision",
    "engine.calculus.recorder",
    "engine.calculus.sensitivity",
    "engine.calculus.torch_graph",
    "engine.calculus.trace",
    "engine.calculus.watch",
    "engine.evaluate",
    "engine.inspection",
    "engine.calculus",
    "engine.language.compiler",
    "engine.language.program",
    "engine.language.rules",
    "engine.sampling",
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


def packaged():
    """Without the scripts that are run by hand, which collect what the packages have."""
    return [path for path in sources() if path.parent == ROOT or (path.parent / "__init__.py").exists()]


@pytest.mark.parametrize("path", packaged(), ids=named)
def test_imports_run_one_way(path):
    package = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = {name.partition(".")[0] for name in imported(path)} & {*MAY_IMPORT, "tests", "benchmarks", "docs"}
    assert ours <= set(MAY_IMPORT[package])


@pytest.mark.parametrize("path", [*(ROOT / "engine").rglob("*.py")], ids=named)
def test_the_engine_names_no_qt(path):
    assert not {name.partition(".")[0] for name in imported(path)} & set(QT)


def test_a_script_is_written_without_torch():
    """The window writes it itself, so it must not wait for torch to load."""
    program = """
import sys
from engine.language.names import read_module
from engine.pytorch_script import script
script(read_module((("sin(x)^(1/3) + f'(x)", "auto"), ("f(x) = if(x > 0, x, 2)", "auto"))), 0, 0.7, {}, (-1.0, 1.0))
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "torch" not in done.stdout.split()


def test_the_whole_engine_loads_no_qt():
    loaded = {name.partition(".")[0] for name in loaded_by(modules(engine))}
    assert not loaded & {*QT, "gui"}


def test_the_engine_needs_torch_only_to_evaluate():
    names = [name for name in modules(engine) if not name.startswith(BEHIND_TORCH)]
    assert "torch" not in loaded_by(names)


def test_no_window_loads_torch():
    assert "torch" not in loaded_by(modules(gui))


def test_torch_itself_is_imported_where_it_is_set_up_and_nowhere_else():
    importers = [named(path) for path in sources() if "torch" in runtime(path)]
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


@pytest.mark.parametrize(("part", "allowed"), ENGINE_MAY_IMPORT.items())
def test_inside_the_engine_imports_run_one_way(part, allowed):
    path = ROOT / "engine" / part
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    ours = {name.split(".")[1] for file in files for name in runtime(file) if name.startswith("engine.")}
    assert ours - {part} <= set(allowed)


def defined(path):
    """The names of a file's own functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_format_is_in_the_table():
    """A module of `gui/export` that makes a file's content has an `encode`, and its row."""
    files = (ROOT / "gui" / "export").glob("*.py")
    encoders = {path.stem for path in files if "encode" in defined(path)}
    endings = [known.ending for known in FORMATS]
    assert encoders == set(endings)
    assert len(endings) == len(set(endings))
    assert all(callable(known.encode) for known in FORMATS)


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
    data = [path for path in inside if path.is_file() and path.suffix not in (".py", ".pyc", ".ts", ".desktop", ".md")]
    forgotten = [named(path) for path in data if not any(path.match(pattern) for pattern in patterns)]
    assert data
    assert not forgotten
