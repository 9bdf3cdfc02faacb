"""What each action does: `of` has it by the identity of its row in the ACTIONS table."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from gui.actions import MENUS, translated
from gui.command_palette import CommandPalette
from gui.help.functions import functions_page
from gui.help.page import HelpPage
from gui.help.shortcuts import shortcuts_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.window import Window

ZOOM_STEP = 1.25


class Handlers:
    """The actions of one window."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def of(self, identity: str) -> Callable[..., object]:
        """Return what the action does: the method of its name, or one of the orders of Taylor polynomials."""
        kind, _, order = identity.partition("_")
        if kind == "taylor":
            return lambda _on: self._taylor(int(order) if order.isdecimal() else None, identity)
        method: Callable[..., object] = getattr(self, identity)
        return method

    def new(self) -> None:
        """Start an empty session."""
        self._window.files.new()

    def open(self) -> None:
        """Ask for a session file and open it."""
        self._window.files.open()

    def save(self) -> None:
        """Save the session under its name."""
        self._window.files.save()

    def save_as(self) -> None:
        """Ask for a name and save the session."""
        self._window.files.save_as()

    def export(self) -> None:
        """Open the export dialog once the picture is whole; its modules are imported in an event of their own."""
        importlib.import_module("gui.export.dialog")
        self._window.when_settled(self._window.open_export)

    def copy_image(self) -> None:
        """Copy the picture to the clipboard once it is whole."""
        window = self._window
        window.when_settled(lambda: window.copying.image(window.scheme))

    def quit(self) -> None:
        """Close the window; unsaved changes are asked about there."""
        self._window.close()

    def undo(self) -> None:
        """Take back the last edit."""
        self._window.store.undo()

    def redo(self) -> None:
        """Make the last undone edit again."""
        self._window.store.redo()

    def add_function(self) -> None:
        """Add an empty card and put the keyboard in it."""
        self._window.functions.add()

    def copy_pytorch(self) -> None:
        """Copy the function with the keyboard as a script."""
        self._window.copying.script()

    def focus_plot(self) -> None:
        """Give the plot the keyboard."""
        self._window.plot.setFocus()

    def zoom_in(self) -> None:
        """See less, larger."""
        self._window.plot.zoom(1 / ZOOM_STEP)

    def zoom_out(self) -> None:
        """See more, smaller."""
        self._window.plot.zoom(ZOOM_STEP)

    def fit(self) -> None:
        """Show what there is to see."""
        self._window.plot.fit()

    def box_zoom(self, on: bool) -> None:
        """Let a drag zoom to a box."""
        self._window.plot.set_box_zoom(on)

    def back(self) -> None:
        """Return to the view before this one."""
        self._window.view_history.back()

    def forward(self) -> None:
        """Return to the view that `back` left."""
        self._window.view_history.forward()

    def play(self, on: bool) -> None:
        """Let all sliders move by themselves, or none."""
        del on
        self._window.parameters.player.toggle()

    def stacked(self, on: bool) -> None:
        """Draw each order in a plot of its own."""
        del on
        store = self._window.store
        view = replace(store.document.view, arrangement="stacked")
        store.edit(store.document.with_view(view), self._label("stacked"))

    def overlay(self, on: bool) -> None:
        """Draw all orders in one plot."""
        del on
        store = self._window.store
        view = replace(store.document.view, arrangement="overlay")
        store.edit(store.document.with_view(view), self._label("overlay"))

    def tangent(self, on: bool) -> None:
        """Show or hide the tangent at the cursor."""
        store = self._window.store
        store.edit(replace(store.document, tangent=on), self._label("tangent"))

    def features(self, on: bool) -> None:
        """Mark roots, extrema, inflections and intersections, or do not."""
        store = self._window.store
        store.edit(replace(store.document, features=on), self._label("features"))

    def ways(self, on: bool) -> None:
        """Show which way through its branches and loops each Python function takes, or do not."""
        store = self._window.store
        store.edit(replace(store.document, ways=on), self._label("ways"))

    def inspector(self, on: bool) -> None:
        """Show or hide the recorded graph and its paths."""
        self._window.show_inspector(on)

    def next_graph(self) -> None:
        """Show the recorded graph of the next derivative, after the last one that of the function."""
        self._window.show_inspector(True)
        self._window.inspector.show_next_graph()

    def scheme_system(self, on: bool) -> None:
        """Take the colours of the system."""
        del on
        self._window.set_scheme("system")

    def scheme_light(self, on: bool) -> None:
        """Take light colours."""
        del on
        self._window.set_scheme("light")

    def scheme_dark(self, on: bool) -> None:
        """Take dark colours."""
        del on
        self._window.set_scheme("dark")

    def language_system(self, on: bool) -> None:
        """Speak the system's language."""
        del on
        self._window.set_language("system")

    def language_en(self, on: bool) -> None:
        """Speak English."""
        del on
        self._window.set_language("en")

    def language_tr(self, on: bool) -> None:
        """Speak Turkish."""
        del on
        self._window.set_language("tr")

    def gallery(self) -> None:
        """Show all lessons and examples as pictures."""
        self._window.open_gallery()

    def palette(self) -> None:
        """Find an action by its name."""
        CommandPalette(self._window.actions_, self._window).open()

    def functions_help(self) -> None:
        """Show every function and the notation."""
        HelpPage(lambda: self._label("functions_help"), functions_page, self._window).show()

    def shortcuts_help(self) -> None:
        """Show every key."""
        HelpPage(lambda: self._label("shortcuts_help"), shortcuts_page, self._window).show()

    def about(self) -> None:
        """Say what this program is."""
        self._window.show_about()

    def _taylor(self, order: int | None, identity: str) -> None:
        """Draw the Taylor polynomials of this order at the cursor, or none."""
        store = self._window.store
        name = f"{translated(MENUS['taylor']).replace('&', '')}: {self._label(identity)}"
        store.edit(replace(store.document, taylor=order), name)

    def _label(self, identity: str) -> str:
        return self._window.actions_[identity].text().replace("&", "")
