"""Step 3 of the panel: lengths, where the results go, and how many cells that makes."""

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.parameters.selection import families
from ..processing_provider.units import default_block, unit_of
from ..rtm_plugin.translation import tr

_MANY_CELLS = 1_000_000
# What London (159,000 and 637,000 cells, 25 factors) and Camden (9,000) took, in whole seconds and memory
_SECONDS, _SECONDS_A_FACTOR = 2.0, 1.3e-5
_MEGABYTES, _MEGABYTES_A_CELL = 250.0, 1.6e-3


class SettingsStep(QWidget):
    """Block length and cell size, the folder of the results; the rest folded away."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.area, self.n_factors = None, 0  # the layer of step 1, and how many are ticked in step 2
        self.block = self._length(tr("as usual"), tr("A typical length of a street block; empty: 100 metres"))
        self.cell = self._length(tr("half a block"), tr("Side of the square cells; empty: half the block length"))
        self.cells = QLabel()
        self.cells.setWordWrap(True)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("temporary, gone when QGIS is closed"))
        self.folder.setToolTip(tr("Where risk terrain, model, table and report are saved"))
        self.report = QCheckBox(tr("Write a report"))
        self.report.setChecked(True)
        self.report.setToolTip(tr("A page with all that was found, to print or to hand on"))
        self.families = QComboBox()
        for code, words in families().items():
            self.families.addItem(words, code)
        self.families.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.families.setToolTip(tr("Distributions that are tried; the one with the best BIC is kept"))
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.seed.setToolTip(tr("The same seed gives the same result"))
        self.resamples = QSpinBox()
        self.resamples.setRange(0, 10_000)
        self.resamples.setSpecialValueText(tr("none"))
        self.resamples.setToolTip(
            tr("Repeat the selection so often to see how stable it is; 100 tell enough, and take long")
        )
        form = QFormLayout()
        form.addRow(tr("Block length"), self.block)
        form.addRow(tr("Cell size"), self.cell)
        form.addRow("", self.cells)
        form.addRow(tr("Results in"), self.folder)
        form.addRow("", self.report)
        more = QgsCollapsibleGroupBox(tr("More settings"))
        more_form = QFormLayout(more)
        more_form.addRow(tr("Count models"), self.families)
        more_form.addRow(tr("Resamples"), self.resamples)
        more_form.addRow(tr("Seed"), self.seed)
        more.setCollapsed(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(more)
        layout.addStretch()
        for signal in (self.block.valueChanged, self.cell.valueChanged, self.seed.valueChanged):
            signal.connect(self._tell)
        for signal in (self.resamples.valueChanged, self.families.currentIndexChanged, self.folder.fileChanged):
            signal.connect(self._tell)
        self.report.toggled.connect(self._tell)

    def _length(self, when_zero, tip):
        box = QDoubleSpinBox()
        box.setRange(0.0, 1e6)
        box.setDecimals(1)
        box.setSingleStep(10.0)
        box.setSpecialValueText(when_zero)
        box.setToolTip(tip)
        return box

    def show_area(self, layer, n_factors=0):
        """Tell lengths in the study area's unit, how many cells it will have, and what that takes."""
        self.area, self.n_factors = layer, n_factors
        for box in (self.block, self.cell):
            box.setSuffix("" if layer is None else f" {unit_of(layer.crs())}")
        self._show_cells()

    def _show_cells(self):
        if self.area is None or self.area.crs().isGeographic() or self.area.extent().isEmpty():
            self.cells.setText("")
            return
        block = self.block.value() or default_block(self.area.crs())
        cell = self.cell.value() or block / 2
        extent = self.area.extent()
        n_cells = extent.width() * extent.height() / cell**2
        words = tr("At most {n:,.0f} cells of {cell:g} {unit}").format(
            n=n_cells, cell=cell, unit=unit_of(self.area.crs())
        )
        if self.n_factors:
            words += tr(": with {n} factors about {seconds:,.0f} seconds and {megabytes:,.0f} MB").format(
                n=self.n_factors,
                seconds=_SECONDS + _SECONDS_A_FACTOR * n_cells * self.n_factors,
                megabytes=_MEGABYTES + _MEGABYTES_A_CELL * n_cells,
            )
        if n_cells > _MANY_CELLS:
            words = tr("{words}: that will take long, use longer blocks or larger cells.").format(words=words)
        self.cells.setText(words)

    def _tell(self, *_):
        self._show_cells()
        self.changed.emit()

    def read(self):
        """The fields of a request that this step holds."""
        found = {
            "families": self.families.currentData(),
            "seed": self.seed.value(),
            "resamples": self.resamples.value(),
        }
        if self.block.value():
            found["block_length"] = self.block.value()
        if self.cell.value():
            found["cell_size"] = self.cell.value()
        return found

    def show_request(self, request):
        self.block.setValue(request.block_length or 0.0)
        self.cell.setValue(request.cell_size or 0.0)
        self.seed.setValue(request.seed)
        self.resamples.setValue(request.resamples)
        self.families.setCurrentIndex(max(self.families.findData(request.families), 0))
        self.show_area(QgsProject.instance().mapLayer(request.study_area or ""))
