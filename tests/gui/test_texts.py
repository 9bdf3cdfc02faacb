"""Words that a person sees are never written into a widget untranslated."""

from __future__ import annotations

import ast
from pathlib import Path

import gui

SHOW_TEXT = {
    "setText",
    "setToolTip",
    "setStatusTip",
    "setWhatsThis",
    "setWindowTitle",
    "setTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPlaceholderText",
    "setSuffix",
    "setPrefix",
    "setLabelText",
    "addAction",
    "addItem",
    "addItems",
    "addMenu",
    "addRow",
    "addTab",
    "addButton",
    "setItemText",
    "setInformativeText",
    "show_text",
    "name_tool",
    "QLabel",
    "QAction",
    "QMenu",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QLineEdit",
}
SAME_EVERYWHERE = {"Gradient Visualizer", "x =", "x", "y", "float64   cpu", " ms", " = <b>", "</b><br>"}


def words(node):
    """The literal words among a call's arguments, but for those that are translated or filled in."""
    if isinstance(node, ast.Call | ast.FormattedValue):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from words(child)


def written(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SHOW_TEXT:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    yield from words(argument)


def test_no_widget_is_given_words_of_one_language():
    texts = {
        (path.name, text)
        for path in sorted(Path(gui.__file__).parent.rglob("*.py"))
        for text in written(path)
        if any(map(str.isalpha, text)) and text not in SAME_EVERYWHERE
    }
    assert texts == set()
