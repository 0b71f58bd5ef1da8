"""Step 1 of the panel: where, and which incidents."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsDateEdit, QgsFieldComboBox, QgsFieldExpressionWidget
from qgis.PyQt.QtCore import QDate, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QStyle, QWidget

from ..processing_provider.model_request import ModelRequest
from ..rtm_plugin.errors import SettingsError
from ..rtm_plugin.translation import tr
from ..rtm_plugin.trust.periods import HALF, NONE, range_of_days
from .layer_box import layer_box
from .runs import Run
from .words import Words

_CHECK = "rtm:checkinputs"
_COUNTED = (  # what decides it
    *("STUDY_AREA", "INCIDENTS", "EXCLUDE", "INCIDENT_FILTER", "PERIOD_FIELD", "DATE_FROM", "DATE_TO"),
    *("BLOCK_LENGTH", "CELL_SIZE", "CELL_RULE"),
)
_CROSS = 12  # pixels beside its picture
_PAUSE = 400  # milliseconds without a change until the incidents are counted anew


class AreaStep(QWidget):
    """The layers of study area and incidents; which of the incidents are meant, and whether later ones judge."""

    changed = pyqtSignal()
    counted = pyqtSignal(int)  # the number of cells

    def __init__(self, parent=None):
        super().__init__(parent)
        self.study_area = layer_box(
            QgsMapLayerProxyModel.Filter.PolygonLayer, tr("Polygons of the area to model, in a projected CRS")
        )
        self.incidents = layer_box(
            QgsMapLayerProxyModel.Filter.PointLayer, tr("Points of incidents: robberies, burglaries, collisions")
        )
        self.filter = QgsFieldExpressionWidget()
        self.filter.setToolTip(
            tr("Only incidents for which this expression is true, such as \"offence\" = 'robbery'; empty: all")
        )
        self.filter.setExpressionDialogTitle(tr("Which incidents"))
        self.dates = QgsFieldComboBox()
        self.dates.setAllowEmptyFieldName(True)
        self.dates.setToolTip(tr("The field that holds the days, or months, of the incidents"))
        self.first = self._day(tr("The first day to use; empty: from the first incident on"))
        self.last = self._day(tr("The last day to use; empty: to the last incident"))
        self.judge = QCheckBox(tr("Judge the model by the later incidents"))
        self.judge.setToolTip(tr("Make the model from the earlier incidents only, and see how it foretells the later"))
        self.judge.setChecked(True)
        self.split = QLineEdit()
        self.split.setPlaceholderText(tr("the middle"))
        self.split.setToolTip(tr("First day of the later period, such as 2022-07-01, or a share such as 50%"))
        self.count = Words()
        self.counting, self._asked = None, {}  # the run that counts, and what it was asked
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._count)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # words are longer in other languages
        form.addRow(tr("Study area"), self.study_area)
        form.addRow(tr("Incidents"), self.incidents)
        form.addRow("", self.count)
        form.addRow(tr("Only where"), self.filter)
        form.addRow(tr("Dates"), self.dates)
        form.addRow(tr("From … to"), _row(self.first, self.last))
        form.addRow(self.judge)
        form.addRow(tr("Later from"), self.split)
        self._connect()
        self._show_incidents(self.incidents.currentLayer())

    def _day(self, tip):
        day = QgsDateEdit()
        day.setAllowNull(True)
        day.setNullRepresentation(tr("any"))
        day.setDisplayFormat("yyyy-MM-dd")
        day.clear()
        cross = day.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize) + _CROSS  # that clears a date
        day.setMinimumWidth(day.minimumSizeHint().width() + cross)
        day.setToolTip(tip)
        return day

    def _connect(self):
        self.incidents.layerChanged.connect(self._show_incidents)
        for signal in (
            self.study_area.layerChanged,
            self.filter.fieldChanged,
            self.dates.fieldChanged,
            self.first.valueChanged,
            self.last.valueChanged,
            self.judge.toggled,
            self.split.textChanged,
        ):
            signal.connect(self._tell)

    def _show_incidents(self, layer):
        self.filter.setLayer(layer)
        self.filter.setExpression("")
        self.dates.setLayer(layer)
        self.dates.setField("")
        self._tell()

    def _tell(self, *_):
        has_dates = bool(self.dates.currentField())
        for widget in (self.first, self.last, self.judge):
            widget.setEnabled(has_dates)
        self.split.setEnabled(has_dates and self.judge.isChecked())
        self.changed.emit()

    def count_soon(self, request):
        """Count the incidents of a request, those inside and the cells, in the background once nothing changes."""
        asked = {key: value for key, value in request.parameters().items() if key in _COUNTED}
        if asked == self._asked:
            return
        self._asked = asked
        self._stop_counting()
        incidents = self.incidents.currentLayer()
        self.count.say("" if incidents is None else tr("{n:,} incidents").format(n=incidents.featureCount()))
        self.counted.emit(0)
        if "STUDY_AREA" in asked and "INCIDENTS" in asked:
            self._pause.start()

    def _stop_counting(self):
        self._pause.stop()
        if self.counting is not None:
            self.counting.cancel()
            self.counting = None

    def _count(self):
        run = Run(_CHECK, self._asked, load=False, remember=False, parent=self)
        problems = []
        run.feedback.said.connect(lambda text, is_warning: problems.append(text) if is_warning else None)
        run.ended.connect(lambda successful, results: self._show_count(run, results if successful else None, problems))
        reason = run.start()
        if reason:
            self.count.say(reason)
        else:
            self.counting = run

    def _show_count(self, run, results, problems):
        if run is not self.counting:
            return  # another one has been begun since
        self.counting = None
        if results is None:
            self.count.say(" ".join(problems))
            return
        words = tr("{n:,} incidents, {inside:,} inside").format(
            n=results["N_INCIDENTS"], inside=results["N_INCIDENTS_INSIDE"]
        )
        self.count.say(". ".join([words, *problems]))
        self.counted.emit(results["N_CELLS"])

    def is_counting(self):
        return self.counting is not None or self._pause.isActive()

    def end(self):
        self._pause.stop()
        if self.counting is not None:
            self.counting.stop()

    def read(self):
        """The fields of a request that this step holds, layers by their ids."""
        found = {}
        for name, box in (("study_area", self.study_area), ("incidents", self.incidents)):
            layer = box.currentLayer()
            found[name] = None if layer is None else layer.id()
        field = self.dates.currentField()
        found["incident_filter"] = self.filter.expression().strip()
        found["period_field"] = field
        for name, edit in (("date_from", self.first), ("date_to", self.last)):
            found[name] = edit.date().toString("yyyy-MM-dd") if field and not edit.isNull() else ""
        split = (self.split.text().strip() or HALF) if self.judge.isChecked() else NONE
        found["period_split"] = split if field else ModelRequest.period_split
        return found

    def show_request(self, request):
        """Show what a request asks, as far as its layers are in the project."""
        for value, box in ((request.study_area, self.study_area), (request.incidents, self.incidents)):
            box.setLayer(QgsProject.instance().mapLayer(value or ""))
        self.filter.setExpression(request.incident_filter)
        self.dates.setField(request.period_field)
        try:
            days = range_of_days(request.date_from, request.date_to)
        except SettingsError:
            days = (None, None)
        for text, day, edit in zip((request.date_from, request.date_to), days, (self.first, self.last)):
            if text and day is not None:
                edit.setDate(QDate(day.year, day.month, day.day))
            else:
                edit.clear()
        self.judge.setChecked(request.period_split != NONE)
        self.split.setText("" if request.period_split in (HALF, NONE) else request.period_split)


def _row(*widgets):
    """Widgets side by side."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return row
