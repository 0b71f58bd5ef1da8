"""Step 3 of the panel: lengths, where the results go, and how many cells that makes."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.model_request import ModelRequest
from ..processing_provider.parameters.selection import families
from ..processing_provider.units import default_block, length_words, unit_of
from ..rtm_plugin.model.settings import SPATIAL_TESTS
from ..rtm_plugin.translation import tr
from .layer_box import layer_box
from .runs import Run
from .steps import foldable
from .words import Words

_MANY_CELLS = 1_000_000
# What London (159,000 and 637,000 cells, 25 factors) and Camden (9,000) took, in whole seconds and memory
_SECONDS, _SECONDS_A_FACTOR = 2.0, 1.3e-5
_TIMES_TESTED = 3  # as long with the spatial test
_MEGABYTES, _MEGABYTES_A_CELL = 250.0, 1.6e-3


class SettingsStep(QWidget):
    """Block length and cell size, the folder of the results; the rest folded away."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.area, self.n_factors = None, 0  # the layer of step 1, and how many are ticked in step 2
        self.block = self._length(tr("as usual"), tr("A typical length of a street block; empty: 100 metres"))
        self.cell = self._length(tr("half a block"), tr("Side of the square cells; empty: half the block length"))
        self.streets = layer_box(
            QgsMapLayerProxyModel.Filter.LineLayer, tr("Streets from which a typical block length is measured")
        )
        self.measure = QPushButton(tr("Measure"))
        self.measure.setToolTip(tr("Put the median distance from junction to junction into the block length"))
        self.measure.setEnabled(False)
        self.measured = Words()
        self.measuring, self.n_cells = None, 0  # the run that measures; the number of cells once it is known
        self.n_draws = ModelRequest.snap_draws  # of moved incidents
        self.cells = Words()
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("temporary, gone when QGIS is closed"))
        self.folder.setToolTip(tr("Where risk terrain, model, table and report are saved"))
        self.report = QCheckBox(tr("Write a report"))
        self.report.setChecked(True)
        self.report.setToolTip(tr("A page with all that was found, to print or to hand on"))
        self.exclude = layer_box(
            QgsMapLayerProxyModel.Filter.PolygonLayer, tr("Polygons where no incident can be, such as water")
        )
        self.kept = Words()  # what a loaded setup asks for and no step shows
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
        self.snap = self._length(
            tr("not at all"),
            tr(
                "How far from its recorded place an incident may have happened, as where police data are moved to map "
                "points, often 50 to 100 metres: repeat the selection on incidents that are moved by up to so much, "
                "and tell which factors and places survive; it takes about {n} times as long"
            ).format(n=ModelRequest.snap_draws),
        )
        self.spatial_test = QCheckBox(tr("Random shifts"))
        self.spatial_test.setToolTip(
            tr(
                "Where neighbouring cells are alike, factors get in because two patchy maps look alike by chance: this "
                "keeps only those that stand random shifts of the incidents, and shows what belongs to a factor's "
                "surroundings; it takes about three times as long"
            )
        )
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # words are longer in other languages
        form.addRow(tr("Block length"), self.block)
        streets = QHBoxLayout()
        streets.addWidget(self.streets, 1)
        streets.addWidget(self.measure)
        form.addRow(tr("Its streets"), streets)
        form.addRow("", self.measured)
        form.addRow(tr("Cell size"), self.cell)
        form.addRow("", self.cells)
        form.addRow(tr("Results in"), self.folder)
        form.addRow("", self.report)
        more = foldable(tr("More settings"), tr("Open what is seldom changed, or close it"))
        more_form = QFormLayout(more)
        more_form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        more_form.addRow(tr("Excluded areas"), self.exclude)
        more_form.addRow(tr("Count models"), self.families)
        more_form.addRow(tr("Spatial test"), self.spatial_test)
        more_form.addRow(tr("Resamples"), self.resamples)
        more_form.addRow(tr("Move incidents by"), self.snap)
        more_form.addRow(tr("Seed"), self.seed)
        more_form.addRow(self.kept)
        more.setCollapsed(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(more)
        layout.addStretch()
        for box in (self.block, self.cell, self.snap, self.seed):
            box.valueChanged.connect(self._tell)
        for signal in (self.resamples.valueChanged, self.families.currentIndexChanged, self.folder.fileChanged):
            signal.connect(self._tell)
        for box in (self.report, self.spatial_test):
            box.toggled.connect(self._tell)
        self.exclude.layerChanged.connect(self._tell)
        self.streets.layerChanged.connect(self._allow_measuring)
        self.measure.clicked.connect(self._measure)

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
        for box in (self.block, self.cell, self.snap):
            box.setSuffix("" if layer is None else f" {unit_of(layer.crs())}")
        if layer is not None and not layer.crs().isGeographic():
            usual = length_words(round(default_block(layer.crs())), layer.crs())
            self.block.setSpecialValueText(tr("{length}, as usual").format(length=usual))
        self._allow_measuring()
        self._show_cells()

    def show_counted(self, n_cells):
        """Take the number of cells from the check of the inputs; 0 where it is not known yet."""
        self.n_cells = n_cells
        self._show_cells()

    def _show_cells(self):
        if self.area is None or self.area.crs().isGeographic() or self.area.extent().isEmpty():
            self.cells.say("")
            return
        block = self.block.value() or default_block(self.area.crs())
        cell = self.cell.value() or block / 2
        extent = self.area.extent()
        n_cells = self.n_cells or extent.width() * extent.height() / cell**2
        words = (
            tr("{n:,} cells of {cell:g} {unit}") if self.n_cells else tr("At most {n:,.0f} cells of {cell:g} {unit}")
        )
        words = words.format(n=n_cells, cell=cell, unit=unit_of(self.area.crs()))
        if self.n_factors:
            words += tr(": with {n} factors about {seconds:,.0f} seconds and {megabytes:,.0f} MB").format(
                n=self.n_factors,
                seconds=self._times() * (_SECONDS + _SECONDS_A_FACTOR * n_cells * self.n_factors),
                megabytes=_MEGABYTES + _MEGABYTES_A_CELL * n_cells,
            )
        if n_cells > _MANY_CELLS:
            words = tr("{words}: that will take long, use longer blocks or larger cells.").format(words=words)
        self.cells.say(words)

    def _times(self):
        """How many times as long as a plain fit a run takes."""
        times = _TIMES_TESTED if self.spatial_test.isChecked() else 1
        return times + (self.n_draws if self.snap.value() else 0)

    def _allow_measuring(self, *_):
        self.measure.setEnabled(
            self.area is not None and self.streets.currentLayer() is not None and self.measuring is None
        )

    def _measure(self):
        """Measure the block length from the streets, in the background."""
        asked = {"STUDY_AREA": self.area.id(), "STREETS": self.streets.currentLayer().id()}
        run = Run("rtm:blocklength", asked, load=False, remember=False, parent=self)
        said = []
        run.feedback.said.connect(lambda text, is_warning: said.append(text))
        run.ended.connect(lambda successful, results: self._show_measured(successful, results, said))
        reason = run.start()
        self.measured.say(reason or tr("Measuring…"))
        if not reason:
            self.measuring = run
            self._allow_measuring()

    def _show_measured(self, successful, results, said):
        self.measuring = None
        self._allow_measuring()
        if successful:
            self.block.setValue(round(results["BLOCK_LENGTH"]))
        self.measured.say(said[0] if said else "")

    def _tell(self, *_):
        self._show_cells()
        self.changed.emit()

    def read(self):
        """The fields of a request that this step holds."""
        exclude = self.exclude.currentLayer()
        return {
            "families": self.families.currentData(),
            "seed": self.seed.value(),
            "resamples": self.resamples.value(),
            "snap_width": self.snap.value() or None,
            "spatial_test": SPATIAL_TESTS[int(self.spatial_test.isChecked())],
            "block_length": self.block.value() or None,
            "cell_size": self.cell.value() or None,
            "exclude": None if exclude is None else exclude.id(),
        }

    def show_request(self, request):
        self.block.setValue(request.block_length or 0.0)
        self.cell.setValue(request.cell_size or 0.0)
        self.seed.setValue(request.seed)
        self.resamples.setValue(request.resamples)
        self.snap.setValue(request.snap_width or 0.0)
        self.n_draws = request.snap_draws
        self.spatial_test.setChecked(request.spatial_test != "none")
        self.families.setCurrentIndex(max(self.families.findData(request.families), 0))
        self.exclude.setLayer(QgsProject.instance().mapLayer(request.exclude or ""))

    def show_kept(self, kept):
        """Say what else a loaded setup asks for, {key: value}."""
        said = ", ".join(f"{key} = {value}" for key, value in kept.items())
        self.kept.say(tr("Also as in the loaded setup: {said}").format(said=said) if said else "")

    def end(self):
        """End what runs, when the plugin is unloaded."""
        if self.measuring is not None:
            self.measuring.stop()
