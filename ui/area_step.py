"""Step 1 of the panel: where, and which incidents."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from ..rtm_plugin.translation import tr
from .runs import Run

_INSIDE = "native:extractbylocation"
_INTERSECTS = 0


class AreaStep(QWidget):
    """The layers of study area and incidents, and the field of dates that splits them."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.study_area = self._layers(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.study_area.setToolTip(tr("Polygons of the area to model, in a projected CRS"))
        self.incidents = self._layers(QgsMapLayerProxyModel.Filter.PointLayer)
        self.incidents.setToolTip(tr("Points of incidents: robberies, burglaries, collisions"))
        self.dates = QgsFieldComboBox()
        self.dates.setAllowEmptyFieldName(True)
        self.dates.setToolTip(
            tr("With a field of dates the model is made from the earlier and judged by the later ones")
        )
        self.split = QLineEdit()
        self.split.setPlaceholderText(tr("half of them"))
        self.split.setToolTip(tr("First day of the later period, such as 2022-07-01, or a share such as 50%"))
        self.counting = None  # the run that counts
        self.count = QLabel()
        self.count.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow(tr("Study area"), self.study_area)
        form.addRow(tr("Incidents"), self.incidents)
        form.addRow("", self.count)
        form.addRow(tr("Dates"), self.dates)
        form.addRow(tr("Later from"), self.split)
        self.incidents.layerChanged.connect(self._show_incidents)
        for signal in (self.study_area.layerChanged, self.dates.fieldChanged, self.split.textChanged):
            signal.connect(self._tell)
        for box in (self.study_area, self.incidents):
            box.layerChanged.connect(lambda *_: self._count())
        self._show_incidents(self.incidents.currentLayer())

    def _layers(self, kinds):
        box = QgsMapLayerComboBox()
        box.setFilters(kinds)
        box.setAllowEmptyLayer(True)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _show_incidents(self, layer):
        self.dates.setLayer(layer)
        self.dates.setField("")
        self._tell()

    def _count(self):
        """Say how many incidents there are and, once that has been counted in the background, how many are inside."""
        if self.counting is not None:
            self.counting.cancel()
            self.counting = None
        incidents, area = self.incidents.currentLayer(), self.study_area.currentLayer()
        self.count.setText("" if incidents is None else tr("{n:,} incidents").format(n=incidents.featureCount()))
        if incidents is None or area is None:
            return
        asked = {"INPUT": incidents.id(), "PREDICATE": [_INTERSECTS], "INTERSECT": area.id(), "OUTPUT": "memory:"}
        run = Run(_INSIDE, asked, load=False, remember=False, parent=self)
        run.ended.connect(lambda successful, results: self._show_inside(run, successful, results))
        if not run.start():
            self.counting = run

    def _show_inside(self, run, successful, results):
        if run is not self.counting:
            return  # another one has been begun since
        self.counting = None
        layer = run.context.getMapLayer(results.get("OUTPUT", "")) if successful else None
        incidents = self.incidents.currentLayer()
        if layer is not None and incidents is not None:
            self.count.setText(
                tr("{n:,} incidents, {inside:,} inside").format(n=incidents.featureCount(), inside=layer.featureCount())
            )

    def _tell(self, *_):
        self.split.setEnabled(bool(self.dates.currentField()))
        self.changed.emit()

    def read(self):
        """The fields of a request that this step holds, layers by their ids."""
        found = {}
        for name, box in (("study_area", self.study_area), ("incidents", self.incidents)):
            layer = box.currentLayer()
            found[name] = None if layer is None else layer.id()
        if self.dates.currentField():
            found["period_field"] = self.dates.currentField()
            if self.split.text().strip():
                found["period_split"] = self.split.text().strip()
        return found

    def show_request(self, request):
        """Show what a request asks, as far as its layers are in the project."""
        for value, box in ((request.study_area, self.study_area), (request.incidents, self.incidents)):
            box.setLayer(QgsProject.instance().mapLayer(value or ""))
        self.dates.setField(request.period_field)
        self.split.setText("" if request.period_split == type(request).period_split else request.period_split)
