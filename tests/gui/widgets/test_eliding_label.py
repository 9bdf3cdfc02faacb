import pytest
from PySide6.QtGui import QPixmap

from gui.widgets.eliding_label import ElidingLabel


@pytest.fixture
def label(qtbot):
    made = ElidingLabel()
    qtbot.addWidget(made)
    made.setText("Recorded graph")
    made.resize(made.sizeHint())
    made.show()
    return made


def test_with_room_the_text_is_whole(label):
    assert label.shown == "Recorded graph"
    assert label.toolTip() == ""


def test_without_room_it_is_elided_and_told_by_the_tool_tip(label):
    label.resize(label.minimumSizeHint())
    assert label.shown.endswith("…")
    assert label.toolTip() == "Recorded graph"
    assert label.fontMetrics().horizontalAdvance(label.shown) <= label.width()


def test_what_is_painted_fits(label):
    label.resize(label.minimumSizeHint())
    picture = QPixmap(label.size())
    label.render(picture)
    image = picture.toImage()
    inks = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    assert min(inks) < max(inks)
