from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette

from gui.actions import ACTIONS
from gui.icons import application_icon, icon

UNDO = "mdi6.undo"
SIZE = QSize(32, 32)


def inked(image):
    """The colours of the pixels that are fully covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def painted(made, mode=QIcon.Mode.Normal):
    return made.pixmap(SIZE, mode).toImage()


@pytest.mark.parametrize("row", [row for row in ACTIONS if row.icon], ids=lambda row: row.identity)
def test_every_action_with_an_icon_shows_one(qapp, row):
    del qapp
    assert inked(painted(icon(row.icon)))


def test_an_unknown_name_is_a_bug(qapp):
    del qapp
    with pytest.raises(KeyError):
        icon("mdi6.no-such-glyph")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_icon_has_the_colour_of_text(qapp, scheme):
    made = icon(UNDO)
    qapp.theme.choose(scheme)
    assert inked(painted(made)) == {qapp.palette().color(QPalette.ColorRole.ButtonText).name()}


def test_a_disabled_icon_is_faded(qapp):
    faded = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert inked(painted(icon(UNDO), QIcon.Mode.Disabled)) == {faded.name()}


def test_a_copy_paints_the_same(qapp):
    del qapp
    made = icon(UNDO)
    copy = QIcon(made)
    copy.addPixmap(made.pixmap(SIZE), QIcon.Mode.Active)  # detaches, which clones the engine
    assert painted(copy) == painted(made)


def test_a_glyph_is_drawn_sharp_and_whole(qapp):
    del qapp
    image = painted(icon(UNDO))
    assert (image.width(), image.height()) == (32, 32)
    edge = [image.pixelColor(place, row).alpha() for place in range(32) for row in (0, 31)]
    assert not any(edge)


@pytest.mark.parametrize("side", [-1, 0])
def test_a_widget_without_room_gets_no_icon_and_no_warning(qapp, side):
    del qapp
    assert icon(UNDO).pixmap(QSize(side, side)).isNull()


def test_the_application_icon_is_there_at_every_size(qapp):
    assert not qapp.windowIcon().isNull()
    for side in (16, 32, 256):
        image = application_icon().pixmap(QSize(side, side)).toImage()
        assert image.width() == side
        assert QColor(image.pixelColor(side // 2, side // 2)).isValid()
        assert inked(image)
