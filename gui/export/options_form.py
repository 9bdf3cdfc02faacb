"""The controls of an export: the format, the size and the looks of the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget

from gui.export.formats import FORMATS, Format
from gui.export.options import LONGEST_SIDE, PRESETS, RESOLUTIONS, SCALES, ExportOptions
from gui.plot.style import order_name

if TYPE_CHECKING:
    from gui.theme import Scheme

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SPACE = 16
CUSTOM = len(PRESETS)
"""The row under the presets."""


class OptionsForm(QWidget):
    """Edits `ExportOptions` and the format; `orders` are the plots that there are to choose from."""

    changed = Signal()

    def __init__(self, orders: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders: tuple[int | None, ...] = (None, *orders)
        self._format, self._preset = _choice(len(FORMATS)), _choice(CUSTOM + 1)
        self._width = QSpinBox(minimum=1, maximum=LONGEST_SIDE)
        self._height = QSpinBox(minimum=1, maximum=LONGEST_SIDE)
        self._dpi = QSpinBox(minimum=RESOLUTIONS[0], maximum=RESOLUTIONS[1])
        self._scale = QDoubleSpinBox(minimum=SCALES[0], maximum=SCALES[1], singleStep=0.25, prefix="× ")
        self._scheme, self._plots = _choice(len(SCHEMES)), _choice(len(self._orders))
        self._transparent, self._legend = QCheckBox(), QCheckBox()
        self._labels: list[QLabel] = []
        self.setFocusProxy(self._format)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for control in self._named:
            label = QLabel()
            label.setBuddy(control)
            form.addRow(label, control)
            self._labels.append(label)
        form.addRow(self._transparent)
        form.addRow(self._legend)

    @property
    def _named(self) -> tuple[QWidget, ...]:
        """The controls that have a label, in the order of the form."""
        size = (self._preset, self._width, self._height, self._dpi, self._scale)
        return (self._format, *size, self._scheme, self._plots)

    def _connect(self) -> None:
        self._preset.activated.connect(self._apply_preset)
        for spin_box in (self._width, self._height, self._dpi, self._scale):
            spin_box.valueChanged.connect(self._on_size)
        for combo_box in (self._format, self._scheme, self._plots):
            combo_box.currentIndexChanged.connect(self._on_change)
        for check_box in (self._transparent, self._legend):
            check_box.toggled.connect(self._on_change)

    @property
    def format(self) -> Format:
        """The format of the file."""
        return FORMATS[self._format.currentIndex()]

    @property
    def options(self) -> ExportOptions:
        """What the controls say; raises `EngineError` for a figure with too many pixels."""
        return ExportOptions(
            width=self._width.value(),
            height=self._height.value(),
            dpi=self._dpi.value(),
            scale=self._scale.value(),
            scheme=SCHEMES[self._scheme.currentIndex()],
            transparent=self._transparent.isChecked(),
            legend=self._legend.isChecked(),
            order=self._orders[self._plots.currentIndex()],
        )

    def set_choice(self, chosen: Format, options: ExportOptions) -> None:
        """Show this choice; an order that is not there becomes all plots."""
        with QSignalBlocker(self):
            self._format.setCurrentIndex(FORMATS.index(chosen))
            self._width.setValue(options.width)
            self._height.setValue(options.height)
            self._dpi.setValue(options.dpi)
            self._scale.setValue(options.scale)
            self._scheme.setCurrentIndex(SCHEMES.index(options.scheme))
            self._plots.setCurrentIndex(self._orders.index(options.order) if options.order in self._orders else 0)
            self._transparent.setChecked(options.transparent)
            self._legend.setChecked(options.legend)
        self._on_size()

    def _apply_preset(self, row: int) -> None:
        if row == CUSTOM:
            self._width.setFocus()
            self._width.selectAll()
            return
        preset = PRESETS[row]
        with QSignalBlocker(self):
            self._width.setValue(preset.width)
            self._height.setValue(preset.height)
            self._dpi.setValue(preset.dpi)
            self._scale.setValue(preset.scale)
        self._on_size()

    def _on_size(self) -> None:
        """Name the preset that this is."""
        size = (self._width.value(), self._height.value(), self._dpi.value(), self._scale.value())
        known = [(preset.width, preset.height, preset.dpi, preset.scale) for preset in PRESETS]
        self._preset.setCurrentIndex(known.index(size) if size in known else CUSTOM)
        self._on_change()

    def _on_change(self) -> None:
        """Enable what the format has, and tell."""
        is_picture = self.format.is_picture
        for control in (*self._named, self._transparent, self._legend):
            control.setEnabled(is_picture or control in (self._format, self._plots))
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = (
            self.tr("&Format"),
            self.tr("Si&ze"),
            self.tr("&Width"),
            self.tr("&Height"),
            self.tr("&Resolution"),
            self.tr("&Text and lines"),
            self.tr("&Colours"),
            self.tr("&Plots"),
        )
        for label, control, name in zip(self._labels, self._named, names, strict=True):
            label.setText(name)
            control.setAccessibleName(name.replace("&", ""))
        for check_box, name in (
            (self._transparent, self.tr("Tr&ansparent background")),
            (self._legend, self.tr("&Legend")),
        ):
            check_box.setText(name)
            check_box.setAccessibleName(name.replace("&", ""))
        self._name_choices()

    def _name_choices(self) -> None:
        for spin_box in (self._width, self._height):
            spin_box.setSuffix(self.tr(" pixels"))
        self._dpi.setSuffix(self.tr(" pixels per inch"))
        _name(self._format, [QCoreApplication.translate("Export", row.name) for row in FORMATS])
        _name(
            self._preset,
            [*(QCoreApplication.translate("Export", preset.name) for preset in PRESETS), self.tr("Custom")],
        )
        _name(self._scheme, [self.tr("Light"), self.tr("Dark")])
        only = self.tr("Only {plot}")
        orders = (order for order in self._orders if order is not None)
        _name(self._plots, [self.tr("All plots"), *(only.format(plot=order_name(order)) for order in orders)])


def _choice(rows: int) -> QComboBox:
    """Return a combo box with rows that are named later."""
    made = QComboBox()
    made.addItems([""] * rows)
    return made


def _name(choice: QComboBox, names: list[str]) -> None:
    for row, name in enumerate(names):
        choice.setItemText(row, name)
