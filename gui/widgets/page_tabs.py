"""Pages with tabs that are all in sight: where there is no room for their names, they have icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabBar, QTabWidget

from gui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

ICON = QSize(18, 18)


class PageTabs(QTabWidget):
    """Every tab has its name; or, in less room, an icon and the present one its name as well; or only icons."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self.setIconSize(ICON)
        self._icons: list[QIcon] = []
        self._names: tuple[str, ...] = ()
        self._fitted: tuple[object, ...] = ()
        """What the tabs were last fitted to."""
        self.currentChanged.connect(lambda _place: self._fit())

    def add_page(self, page: QWidget, icon_name: str) -> None:
        """Add a page; its name comes with `set_names`."""
        self._icons.append(icon(icon_name))
        self.addTab(page, "")

    def set_names(self, names: Sequence[str]) -> None:
        """Name all pages."""
        self._names = tuple(names)
        for place, name in enumerate(names):
            self.setTabToolTip(place, name)
            self._bar.setAccessibleTabName(place, name)
        self._fit()

    def _fit(self) -> None:
        """Show as many names as there is room for."""
        present = self.currentIndex()
        fitted = self.width(), present, self._names, self.font().key()
        if fitted == self._fitted or len(self._names) != self.count():
            return
        self._fitted = fitted
        for named in (range(self.count()), (present,), ()):
            self._show(named)
            if self._bar.wanted() <= self.width():
                return

    def _show(self, named: Sequence[int]) -> None:
        whole = len(named) == self.count()
        for place, name in enumerate(self._names):
            self.setTabText(place, name if place in named else "")
            self.setTabIcon(place, QIcon() if whole else self._icons[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self._fit()


class _Bar(QTabBar):
    def wanted(self) -> int:
        """Return the pixels that all tabs take beside each other."""
        return sum(self.tabSizeHint(place).width() for place in range(self.count()))
